using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Tests.Divisions;
using Federation.Domain.WorkPoints;

namespace Federation.Domain.Tests.WorkPoints;

public sealed class ReceiverListTests
{
    [Theory]
    [InlineData("all", "500000.audit 500109 500151 500151.audit 500151.police 500151001 500151100")]
    [InlineData("direct", "500000.audit 500109 500151")]
    [InlineData("tier county", "500109 500151 500151.audit 500151.police")]
    [InlineData("tier county territory", "500109 500151")]
    [InlineData("tier township", "500151001 500151100")]
    [InlineData("line audit", "500000.audit 500151.audit")]
    [InlineData("tag 试点", "500151001")] // 320831 bears it too, and is not below
    [InlineData("units 500151100 500109", "500109 500151100")]
    [InlineData("tier township, units 500109", "500109 500151001 500151100")]
    [InlineData("all, without 500151", "500000.audit 500109")] // and all below it
    public void Of_Choices_OnTheTree_AreExactlyThese(string choices, string expected)
    {
        var list = ReceiverList.Of(Plans.Chongqing, Choosing(choices), Units.SmallTree, Tags);
        Assert.Empty(list.Findings);
        Assert.Equal(expected, string.Join(' ', list.Units.Select(r => r.Unit)));
        Assert.All(list.Units, r => Assert.False(string.IsNullOrEmpty(r.Why)));
    }

    [Theory]
    [InlineData("units 500199", "WP-102 WP-101")] // nobody of that code
    [InlineData("units 320800", "WP-103 WP-101")] // of another province
    [InlineData("units 500000", "WP-103 WP-101")] // the issuer itself
    [InlineData("tier city", "WP-104 WP-101")] // a municipality has no cities
    [InlineData("line tax, units 320800", "WP-104 WP-103 WP-101")] // all findings at once
    public void Of_ChoicesThatReachNobody_AreTold(string choices, string codes)
    {
        var list = ReceiverList.Of(Plans.Chongqing, Choosing(choices), Units.SmallTree, Tags);
        Assert.Equal(codes.Split(' '), list.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Of_StepByStep_BeyondTheUnitsDirectlyBelow_IsRefused()
    {
        var list = ReceiverList.Of(Plans.Chongqing, Choosing("tier township") with { Mode = CascadeMode.StepByStep }, Units.SmallTree, Tags);
        Assert.Equal(["WP-105", "WP-105"], list.Findings.Select(f => f.Code));
    }

    [Fact] // 条: an agency reaches the agencies of its line
    public void Of_AgencyIssuing_ReachesItsLineAlone()
    {
        var list = ReceiverList.Of(UnitId.Parse("500000.audit"), Choosing("all"), Units.SmallTree, Tags);
        Assert.Equal("500151.audit", Assert.Single(list.Units).Unit.Value);
    }

    [Fact]
    public void Of_ClauseWithReceiversOfItsOwn_BindsThoseAlone()
    {
        var draft = Choosing("tier county territory");
        draft = draft with { Points = [draft.Points[0], Plans.Point("二", "once") with { Receivers = [new Listed([Plans.Tongliang])] }] };
        var list = ReceiverList.Of(Plans.Chongqing, draft, Units.SmallTree, Tags);
        Assert.Equal(["500109: 一", "500151: 一,二"], list.Units.Select(r => $"{r.Unit}: {string.Join(',', r.Clauses)}"));
    }

    [Fact]
    public void Parse_WhatWriteWrote_IsTheSameChoice() => Assert.All(
        new[] { "all", "direct", "tier county", "tier county agency", "line audit", "tag 试点", "units 500151 500151.audit", "without 500109" },
        text => Assert.Equal(text, ReceiverText.Write(ReceiverText.Parse(text))));

    [Theory]
    [InlineData("")]
    [InlineData("tier")]
    [InlineData("tier village")]
    [InlineData("units")]
    [InlineData("units 12")]
    [InlineData("everyone")]
    public void TryParse_AnythingElse_IsNone(string text) => Assert.False(ReceiverText.TryParse(text, out _));

    private static UnitTags Tags { get; } = new(ImmutableDictionary<string, ImmutableHashSet<UnitId>>.Empty.Add("试点", [UnitId.Parse("500151001"), UnitId.Parse("320831")]));

    private static PlanDraft Choosing(string choices) =>
        Plans.Draft(Plans.Point("一", "once")) with { Receivers = [.. choices.Split(", ").Select(ReceiverText.Parse)] };
}
