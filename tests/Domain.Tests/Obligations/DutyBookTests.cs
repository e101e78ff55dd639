using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

public sealed class DutyBookTests
{
    private static readonly DutyBook Two = With("2026-01-06", Duty("一", "once 2026-06-30"), Duty("二", "ratio >=0.5 yearly"));

    [Fact]
    public void Receive_NewerVersion_SupersedesAndCarriesWorkOver()
    {
        var worked = Two.Then(b => b.Accept([Id("一"), Id("二")]), "2026-01-08").Give("一", Item("2026-02-01"));
        var changed = worked.Then(b => b.Receive(Version(2, Duty("一", "once 2026-05-31"), Duty("三", "every monthly")), 2026, true), "2026-02-10");

        var one = changed.Records[Id("一")];
        Assert.Equal([new DutyDifference("measure", "once 2026-06-30", "once 2026-05-31")], one.Amendments.Single().Changes.AsEnumerable());
        Assert.Single(one.Evidence);
        Assert.Null(one.Accepted); // what has changed is to be accepted again
        Assert.Equal(DutyLight.Done, changed.Status("一", "2026-06-01").Light);
        Assert.Equal((2, "修订"), (changed.Records[Id("二")].Withdrawn!.Version, changed.Records[Id("二")].Withdrawn!.Reason));
        Assert.Equal(DutyLight.Waived, changed.Status("二", "2027-01-02").Light);
        Assert.Equal([Id("一"), Id("三")], changed.Asked.Select(r => r.Duty.Id).Order());
    }

    [Fact] // 文号更正: what it rests on is called otherwise, what it asks is the same
    public void Receive_AnotherBasisAlone_StaysAccepted_AndSaysWhatChanged()
    {
        var renamed = Duty("一", "once 2026-06-30") with { Basis = "渝府办发〔2026〕8号" };
        var changed = Two.Then(b => b.Accept([Id("一")]), "2026-01-08").Then(b => b.Receive(Version(2, renamed), 2026, true), "2026-02-10");

        var one = changed.Records[Id("一")];
        Assert.NotNull(one.Accepted);
        Assert.Equal("渝府办发〔2026〕8号", one.Duty.Basis);
        Assert.Equal([new DutyDifference("basis", "渝府办发〔2026〕7号", "渝府办发〔2026〕8号")], one.Amendments.Single().Changes.AsEnumerable());
    }

    [Fact]
    public void Receive_UnchangedDuty_StaysAccepted()
    {
        var changed = Two.Then(b => b.Accept([Id("一")]), "2026-01-08").Then(b => b.Receive(Version(2, Duty("一", "once 2026-06-30")), 2026, true), "2026-02-10");

        Assert.NotNull(changed.Records[Id("一")].Accepted);
        Assert.Equal(Day("2026-01-06"), changed.Records[Id("一")].ToAcceptSince);
    }

    [Fact]
    public void Receive_EmptyVersion_WithdrawsAll_AndALaterOneRevives()
    {
        var gone = Two.Then(b => b.Receive(Version(2), 2026, true), "2026-02-10");
        Assert.Empty(gone.Asked);
        Assert.Equal(["OB-002"], gone.Refusal(b => b.Accept([Id("一")])));

        var back = gone.Then(b => b.Receive(Version(3, Duty("一", "once 2026-06-30")), 2026, true), "2026-03-10");
        Assert.Single(back.Asked);
        Assert.Equal(Day("2026-03-10"), back.Records[Id("一")].ToAcceptSince);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Receive_SameOrOlderVersion_ChangesNothing(int version)
    {
        var decision = Two.Receive(Version(version, Duty("九", "once")), 2026, true);

        Assert.False(decision.Refused);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Receive_WrongInEveryWay_SaysAllOfIt()
    {
        var stranger = Duty("一", "once") with { Issuer = UnitId.Parse("510000") };
        var decision = DutyBook.Blank.Receive(Version(1, stranger, Duty("二", "once"), Duty("二", "once"), Duty("三", "once", "500000/2026/8"), Duty("四", "once") with { MinutesEach = -1 }), 2025, false);

        Assert.Equal(["OB-005", "OB-007", "OB-006", "OB-006", "OB-006"], decision.Codes().AsEnumerable());
        Assert.All(decision.Findings, f => Assert.True(f.Text.Length > 0 && f.TextEn.Length > 0 && f.Basis.Length > 0));
    }

    [Fact]
    public void Accept_UnknownAmongKnown_TakesNone() => Assert.Equal(["OB-001"], Two.Refusal(b => b.Accept([Id("一"), Id("九")])));

    [Fact]
    public void Accept_Twice_IsOneAct() => Assert.Empty(Two.Then(b => b.Accept([Id("一")]), "2026-01-08").Accept([Id("一")]).Events);

    [Fact]
    public void Object_TakesAcceptanceBack_AndAcceptingAnswersIt()
    {
        var objected = Two.Then(b => b.Accept([Id("一")]), "2026-01-08").Then(b => b.RaiseObjection(Id("一"), " 非本单位职责 "), "2026-01-09");
        Assert.Equal("非本单位职责", objected.Records[Id("一")].Objection!.Reason);
        Assert.Null(objected.Records[Id("一")].Accepted);
        Assert.Null(objected.Then(b => b.Accept([Id("一")]), "2026-01-12").Records[Id("一")].Objection);
        Assert.Equal(["OB-001", "OB-004"], Two.Refusal(b => b.RaiseObjection(Id("九"), " ")));
    }

    [Fact]
    public void Give_WrongInEveryWay_SaysAllOfIt()
    {
        var bad = new EvidenceItem(EvidenceKind.File, "abc", Noon("2026-03-02"), Day("2026-03-03"), 4, null, "");

        Assert.Equal(["OB-010", "OB-011", "OB-012", "OB-013"], Two.Refusal(b => b.Give(Id("二"), bad, Noon("2026-03-01"))));
        Assert.Equal(["OB-012"], Two.Refusal(b => b.Give(Id("二"), Item("2026-03-01", value: 1.01m), Noon("2026-03-01"))));
        Assert.Equal(["OB-014"], Two.Give("一", Item("2026-03-01")).Refusal(b => b.Give(Id("一"), Item("2026-03-01"), Noon("2026-03-01"))));
    }

    [Fact]
    public void Review_ByTheGiver_IsRefused_StandInsIncluded()
    {
        var given = Two.Give("一", Item("2026-03-01"));
        Assert.Equal(["OB-016"], given.Refusal(b => b.AcceptEvidence(Id("一"), 1, "zhang@500151")));
        Assert.Equal(["OB-016"], given.Refusal(b => b.ReturnEvidence(Id("一"), 1, "不符", "wu@500151 for zhang@500151")));
        Assert.Equal(["OB-015", "OB-004"], given.Refusal(b => b.ReturnEvidence(Id("一"), 2, "", "wu@500000")));
    }

    [Fact]
    public void Close_NeedsDoneAndAccepted_AndAReturnOpensItAgain()
    {
        Func<DutyRecord, DutyStatus> on = r => DutyStatus.Of(r, County, Noon("2026-03-05"), Days);
        Assert.Equal(["OB-017"], Two.Refusal(b => b.Close(Id("一"), on)));
        var given = Two.Give("一", Item("2026-03-01"));
        Assert.Equal(["OB-017"], given.Refusal(b => b.Close(Id("一"), on)));
        var closed = given.Then(b => b.AcceptEvidence(Id("一"), 1, "wu@500000"), "2026-03-03", "wu@500000").Then(b => b.Close(Id("一"), on), "2026-03-05", "wu@500000");
        Assert.Equal(DutyLight.Done, closed.Status("一", "2026-12-01").Light);
        Assert.Equal(["OB-003"], closed.Refusal(b => b.Give(Id("一"), Item("2026-03-02"), Noon("2026-03-05"))));
        Assert.Equal(DutyLight.Late, closed.Then(b => b.ReturnEvidence(Id("一"), 1, "链接失效", "wu@500000"), "2026-08-01", "wu@500000").Status("一", "2026-08-02").Light);
    }

    [Theory]
    [InlineData("2026-03-04", "理由")] // yesterday
    [InlineData("2028-01-01", "理由")] // far beyond the duty
    [InlineData("2026-04-01", "  ")]
    public void Waive_WithoutReasonOrEnd_IsRefused(string until, string reason) =>
        Assert.Equal(["OB-018"], Two.Refusal(b => b.Waive(Id("一"), reason, Day(until), Day("2026-03-05"))));

    [Theory]
    [InlineData("every unstated", Cadence.Monthly, true)]
    [InlineData("every unstated", Cadence.Continuous, false)]
    [InlineData("every unstated", Cadence.Unstated, false)]
    [InlineData("every quarterly", Cadence.Yearly, false)] // the clause has stated it
    public void SetInterval_OnlyWhereTheClauseLeavesIt(string measure, Cadence cadence, bool allowed) =>
        Assert.Equal(!allowed, With("2026-01-06", Duty("一", measure)).SetInterval(Id("一"), cadence).Refused);

    [Fact]
    public void Trigger_WhatHasNoClock_OrLiesAhead_IsRefused() =>
        Assert.Equal(["OB-020", "OB-021"], Two.Refusal(b => b.Trigger(Id("一"), "文件", Noon("2026-03-06"), Noon("2026-03-05"))));

    [Fact]
    public void Open_Twice_IsOneAct()
    {
        var opened = Two.Then(b => b.Open(Plan), "2026-01-07");
        Assert.Equal(Noon("2026-01-07"), opened.Plans[Plan].OpenedAt);
        Assert.Empty(opened.Open(Plan).Events);
        Assert.Equal(["OB-022"], Two.Refusal(b => b.Open("500000/2026/99")));
    }
}
