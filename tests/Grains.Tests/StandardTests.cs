using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Grains.Catalogs;
using Federation.Grains.Divisions;

namespace Federation.Grains.Tests;

/// <summary>Standards on the engine: from a province to a county, with conflicts, repeats, restarts and gap lists.</summary>
public sealed class StandardTests
{
    [Fact]
    public async Task Standard_GoesDown_ConflictsAreDecided_AndARestartChangesNothing()
    {
        await using var nation = await SmallNation.Start();
        await Publish(nation, SmallNation.Province, Item("a", "按月"), Item("b", "按月"));
        Assert.Equal("110000/v1", (await Standard(nation, SmallNation.County).Sync(Act(SmallNation.County, "s1"))).Value!.Base!.ToString());
        await Publish(nation, SmallNation.County, Item("a", "实时"));
        await Publish(nation, SmallNation.Province, Item("a", "按日"), Item("c", "按年"));

        var proposed = (await Standard(nation, SmallNation.County).Sync(Act(SmallNation.County, "s2"))).Value!;
        Assert.Equal(("110000/v2", "a.limit", "110000/v1"), (proposed.Syncing!.ToString(), Assert.Single(proposed.Open).Place, proposed.Base!.ToString()));
        Assert.Equal(["CT-307"], (await Standard(nation, SmallNation.County).Publish(Act(SmallNation.County))).Findings.Select(f => f.Code));

        await using var later = await SmallNation.Start(nation.Ledger);
        var county = Standard(later, SmallNation.County);
        var waiting = await county.Get();
        Assert.Equal("a.limit", Assert.Single(waiting.Open).Place);
        var again = (await county.Sync(Act(SmallNation.County, "s2"))).Value!; // the same request: the same, and no second proposal
        Assert.Equal(waiting.Revision, again.Revision);
        var reply = await county.Decide(new DecideConflicts("d1", Officer(SmallNation.County), [new("a.limit", ConflictChoice.Ours, "县里实时公开")]));
        Assert.Empty(reply.Findings);
        var decided = reply.Value!;
        Assert.Equal(("110000/v2", "实时", "按年", true), (decided.Base!.ToString(), decided.Items[0][EntryFields.Limit], decided.Items[2][EntryFields.Limit], decided.IsAhead));
        Assert.Equal(2, (await county.Publish(Act(SmallNation.County, "p2"))).Value!.Version);

        await using var last = await SmallNation.Start(nation.Ledger);
        var view = await Standard(last, SmallNation.County).Get();
        Assert.Equal((2, false, null), (view.Version, view.IsAhead, view.Syncing));
        var published = await nation.Ledger.Standard(new StandardVersion(SmallNation.County, 2), CancellationToken.None);
        Assert.Equal(("110000/v2", 3), (published!.Base!.ToString(), published.Items.Count));
    }

    [Fact]
    public async Task Acts_AreForOfficersOfTheUnit_SettingAsideForWhoeverAnswersForTheCatalog()
    {
        await using var nation = await SmallNation.Start();
        var county = Standard(nation, SmallNation.County);
        foreach (var by in (Subject[])[Officer(SmallNation.Province), Officer(SmallNation.TownA), new("zhang", SmallNation.County, [Role.Clerk, Role.Approver])])
        {
            Assert.Equal("AU-001", Assert.Single((await county.Edit(new EditStandard("", by, "t", "b", [Item("a", "按月")], []))).Findings).Code);
            Assert.Equal("AU-001", Assert.Single((await county.Sync(new ActOnStandard("", by))).Findings).Code);
        }
        Assert.Equal(0, (await county.Get()).Revision);
        foreach (var by in (Subject[])[new("zhang", SmallNation.County, [Role.Clerk]), Officer(SmallNation.TownA)])
            Assert.Equal("AU-001", Assert.Single((await county.SetAside(new SetItemAside("", by, "a", "无"))).Findings).Code);
    }

    [Fact]
    public async Task Gaps_AreFilledByAgenciesToo_AndTownsHaveTheirNearestStandard()
    {
        await using var nation = await SmallNation.Start();
        await Publish(nation, SmallNation.Province, Item("a", "按月"), Item("b", "按月"), Item("c", "按月"), Item("town", "按月") with { Levels = [Tier.Township] });
        await Push(nation, SmallNation.County, "a");
        await Push(nation, SmallNation.Audit, "b");
        var gaps = new GapLists(nation.Ledger, await Divisions(nation));
        var before = (await gaps.Of(SmallNation.County, CancellationToken.None))!;
        Assert.Equal(("110000/v1", 3, 2, "c"), (before.Standard.ToString(), before.Bound, before.Fulfilled, Assert.Single(before.Missing).Id));
        Assert.False((await Standard(nation, SmallNation.County).SetAside(new SetItemAside("", new Subject("li", SmallNation.County, [Role.Approver]), "c", "本县无此事项"))).Refused);
        Assert.Empty((await gaps.Of(SmallNation.County, CancellationToken.None))!.Missing);

        var (lists, last) = await gaps.Below(SmallNation.Province, true, -1, 2, CancellationToken.None);
        Assert.Equal([SmallNation.City, SmallNation.CityTown], lists.Select(l => l.Unit));
        var (rest, none) = await gaps.Below(SmallNation.Province, true, last!.Value, 10, CancellationToken.None);
        Assert.Equal([(SmallNation.County, 0), (SmallNation.TownA, 4), (SmallNation.TownB, 4)], rest.Select(l => (l.Unit, l.Missing.Length)));
        Assert.Null(none);
        var (direct, _) = await gaps.Below(SmallNation.Province, false, -1, 10, CancellationToken.None);
        Assert.Equal([SmallNation.City], direct.Select(l => l.Unit));

        await Publish(nation, SmallNation.County, Item("only", "按月"));
        Assert.Equal("110101/v1", (await gaps.Of(SmallNation.TownA, CancellationToken.None))!.Standard.ToString());
    }

    private static async Task<IDivisions> Divisions(SmallNation nation)
    {
        var divisions = new LoadedDivisions(nation.Ledger, nation.Clock);
        await divisions.Load(CancellationToken.None);
        return divisions;
    }

    private static async Task Publish(SmallNation nation, UnitId unit, params ImmutableArray<StandardItem> items)
    {
        Assert.False((await Standard(nation, unit).Edit(new EditStandard("", Officer(unit), "标准目录", "文件", items, []))).Refused);
        Assert.False((await Standard(nation, unit).Publish(Act(unit))).Refused);
    }

    private static async Task Push(SmallNation nation, UnitId unit, string item)
    {
        var entry = new CatalogEntry(
            EntryId.Parse("e-" + item), EntryKind.Document, "通知",
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-01-15"), KeyValuePair.Create(EntryFields.StandardItem, item)]),
            new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);
        var receipt = (await nation.Grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit)).Push(new PushEntries("", new Subject("website", unit, [Role.Integrator]), unit.Value, "", [new EntryChange(entry.Id, entry)], []))).Value!;
        Assert.Equal(EntryOutcome.Recorded, Assert.Single(receipt.Results).Outcome);
    }

    private static IStandardGrain Standard(SmallNation nation, UnitId unit) => nation.Grains.GetGrain<IStandardGrain>(GrainKeys.Standard(unit));

    private static ActOnStandard Act(UnitId unit, string requestId = "") => new(requestId, Officer(unit));

    private static Subject Officer(UnitId unit) => new("zhou", unit, [Role.Officer]);

    private static StandardItem Item(string id, string limit) =>
        new(id, $"事项{id}", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.Limit, limit)]), [], false);
}
