using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;

namespace Federation.Grains.Tests;

/// <summary>A catalog on the engine: batches, repeats, holds, and what is there after a restart.</summary>
public sealed class CatalogTests
{
    private static readonly Subject Website = new("website", SmallNation.County, [Role.Integrator]);
    private static readonly Subject Leader = new("li", SmallNation.County, [Role.Approver]);

    [Fact]
    public async Task Push_IsDurable_AndTheDigestIsThatOfTheContents()
    {
        await using var nation = await SmallNation.Start();
        var catalog = Catalog(nation);
        var receipt = (await catalog.Push(Batch("p1", Enumerable.Range(0, 200).Select(Entry)))).Value!;
        Assert.All(receipt.Results, r => Assert.Equal(EntryOutcome.Recorded, r.Outcome));
        Assert.Equal(200, receipt.Seq);

        await catalog.Push(Batch("p2", [Entry(7) with { Title = "改过的标题" }]));
        await catalog.Push(Batch("p3", [Entry(7)]));
        Assert.Equal(receipt.Digest, (await catalog.Get()).Digest);

        await using var later = await SmallNation.Start(nation.Ledger);
        var view = await Catalog(later).Get();
        Assert.Equal((202L, 200, receipt.Digest), (view.Seq, view.Entries, view.Digest));
        var back = (await Catalog(later).Push(Batch("p4", [Entry(8) with { Title = "改过的标题" }]))).Value!;
        Assert.Equal(203, back.Seq);
    }

    [Fact]
    public async Task Push_OfAnotherUnit_IsRefused()
    {
        await using var nation = await SmallNation.Start();
        var stranger = new Subject("wu", SmallNation.TownA, [Role.Integrator]);
        Assert.Equal("AU-001", Assert.Single((await Catalog(nation).Push(Batch("p1", [Entry(1)]) with { By = stranger })).Findings).Code);
        Assert.Equal(0, (await Catalog(nation).Get()).Seq);
    }

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Approver)]
    [InlineData(Role.SecrecyReviewer)]
    [InlineData(Role.Officer)]
    public async Task Push_ByAPerson_IsRefused_SoThatReviewCannotBeGoneAround(Role role)
    {
        await using var nation = await SmallNation.Start();
        var person = new Subject("zhang", SmallNation.County, [role]);
        Assert.Equal("AU-001", Assert.Single((await Catalog(nation).Push(Batch("p1", [Entry(1)]) with { By = person })).Findings).Code);
        Assert.Equal(0, (await Catalog(nation).Get()).Seq);
        var dry = await Catalog(nation).Push(Batch("p2", [Entry(1)]) with { By = person, DryRun = true });
        Assert.Equal(role != Role.Clerk, dry.Refused);
        Assert.Equal(0, (await Catalog(nation).Get()).Seq);
    }

    [Fact]
    public async Task Push_WithTheSameRequestId_HasOneEffect_EvenAfterLaterChanges()
    {
        await using var nation = await SmallNation.Start();
        var catalog = Catalog(nation);
        await catalog.Push(Batch("p1", [Entry(1)]));
        await catalog.Push(Batch("p2", [Entry(1) with { Title = "第二稿" }]));
        var repeated = (await catalog.Push(Batch("p1", [Entry(1)]))).Value!;
        Assert.True(repeated.Repeated);
        Assert.Equal((EntryOutcome.Unchanged, 2L), (repeated.Results[0].Outcome, repeated.Results[0].Revision));
        Assert.Equal("第二稿", (await nation.Ledger.Entry(SmallNation.County, Entry(1).Id, CancellationToken.None))!.Entry!.Title);
    }

    [Fact]
    public async Task Push_OfManyRemovals_WaitsForASecondPerson()
    {
        await using var nation = await SmallNation.Start();
        var catalog = Catalog(nation);
        await catalog.Push(Batch("p1", Enumerable.Range(0, 100).Select(Entry)));
        var removals = new PushEntries("p2", Website, "110101", "", [.. Enumerable.Range(0, 60).Select(i => new EntryChange(Entry(i).Id, null, Reason: "栏目撤并"))], []);
        var held = (await catalog.Push(removals)).Value!;
        Assert.Equal(1, held.Hold);
        Assert.Equal(100, (await catalog.Get()).Entries);

        Assert.Equal("AU-001", Assert.Single((await catalog.DecideRemovals(new DecideRemovals("", Website, 1, true, "已核对"))).Findings).Code);
        var view = (await catalog.DecideRemovals(new DecideRemovals("d1", Leader, 1, true, "已核对"))).Value!;
        Assert.Equal(40, view.Entries);
        Assert.Empty(view.Holds);
        Assert.Equal("栏目撤并", (await nation.Ledger.Entry(SmallNation.County, Entry(3).Id, CancellationToken.None))!.Reason);
    }

    [Fact]
    public async Task Set_IsCheckedAndKept()
    {
        await using var nation = await SmallNation.Start();
        var catalog = Catalog(nation);
        var settings = new CatalogSettings(1, 1, ["初审", "保密审查", "签发"], "");
        Assert.Equal("CT-107", Assert.Single((await catalog.Set(new SetCatalog("", Leader, settings with { ReviewSteps = ["初审"] }))).Findings).Code);
        Assert.False((await catalog.Set(new SetCatalog("s1", Leader, settings))).Refused);
        await using var later = await SmallNation.Start(nation.Ledger);
        Assert.Equal(settings.ReviewSteps.AsEnumerable(), (await Catalog(later).Get()).Settings.ReviewSteps.AsEnumerable());
    }

    private static ICatalogGrain Catalog(SmallNation nation) => nation.Grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(SmallNation.County));

    private static PushEntries Batch(string id, IEnumerable<CatalogEntry> entries) => new(id, Website, "110101", "", [.. entries.Select(e => new EntryChange(e.Id, e))], []);

    private static CatalogEntry Entry(int number) => new(
        EntryId.Parse($"e{number}"), EntryKind.Document, $"第 {number} 号通知",
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-01-15")]), new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);
}
