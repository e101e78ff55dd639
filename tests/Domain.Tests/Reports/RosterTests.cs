using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Reports;

public sealed class RosterTests
{
    private static readonly PeriodId Year2025 = PeriodId.Annual(2025);
    private static readonly Roster Small = Freeze(Units.SmallTree);

    [Fact]
    public void Freeze_Tree_ExpectsEveryTerritoryAndAgencyButNotTheNation()
    {
        Assert.Equal(Units.Small.Count, Small.Expected);
        Assert.Null(Small.Rows[0].Due);
        Assert.All(Small.Rows[1..], r => Assert.NotNull(r.Due));
        Assert.Equal(Enumerable.Range(0, Units.Small.Count + 1), Small.Rows.Select(r => r.Ord));
    }

    [Theory]
    [InlineData("500000.audit", "2026-01-31")] // agencies by 31 January
    [InlineData("500000", "2026-03-31")] // governments by 31 March
    [InlineData("500151001", "2026-03-31")]
    public void Freeze_Unit_HasTheDueDateOfItsKind(string unit, string due) => Assert.Equal(Units.Day(due), Small.Find(Units.Id(unit))?.Due);

    [Fact]
    public void Freeze_AgencyOfTheNation_MustFile() =>
        Assert.Equal(1, Freeze(DivisionTree.Of([Units.Agency("000000.stats", "国家统计局", Tier.Nation)])).Expected);

    [Theory]
    [InlineData("000000", 12)]
    [InlineData("500000", 8)] // itself, its agency, two districts and what is below them
    [InlineData("500151", 5)]
    [InlineData("320800", 3)]
    [InlineData("500151.audit", 1)]
    public void ExpectedIn_Subtree_CountsItsTopToo(string top, int expected) => Assert.Equal(expected, Small.ExpectedIn(Small.Find(Units.Id(top))!));

    [Fact]
    public void Freeze_AnyTree_AgreesWithCountingOneByOne() => Property.Holds(Units.AnyTree, rows =>
    {
        var tree = DivisionTree.Of(rows);
        var roster = Freeze(tree);

        Assert.Equal(rows.Count, roster.Expected);
        foreach (var row in roster.Rows)
        {
            Assert.Equal(rows.Count(u => tree.Contains(row.Unit, u.Id)), roster.ExpectedIn(row));
            Assert.Equal(rows.Where(u => u.Parent == row.Unit).Select(u => u.Id).ToHashSet(), roster.ChildrenOf(row).Select(c => c.Unit).ToHashSet());
            Assert.Equal(tree.PathOf(row.Ord).AsEnumerable(), roster.PathOf(row).AsEnumerable());
            Assert.Equal(row.Unit == UnitId.Nation ? null : tree.Find(row.Unit)!.Parent, roster.TotalRollsInto(row));
            Assert.Same(row, roster.Find(row.Unit));
        }
    });

    [Fact] // every filing reaches every total above it, each once
    public void FilingRollsInto_AnyTree_ReachesEveryTerritoryAboveOnce() => Property.Holds(Units.AnyTree, rows =>
    {
        var roster = Freeze(DivisionTree.Of(rows));
        foreach (var row in roster.Rows.Where(r => r.Due is not null))
        {
            var totals = new List<UnitId>();
            for (UnitId? at = roster.FilingRollsInto(row); at is not null; at = roster.TotalRollsInto(roster.Find(at)!))
                totals.Add(at);

            var above = roster.Rows.Where(r => r.Ord <= row.Ord && row.Ord <= r.Last && r.Last > r.Ord).Select(r => r.Unit);
            Assert.Equal(above.Reverse(), totals);
        }
    });

    [Theory]
    [InlineData("500151", "500151")] // something hangs below: its own total
    [InlineData("500151.audit", "500151")] // nothing below: the territory's
    [InlineData("500151001", "500151")]
    [InlineData("500109", "500000")] // a district of which nothing is known below
    public void FilingRollsInto_Unit_IsItsOwnTotalOnlyWhenSomethingHangsBelow(string unit, string total) =>
        Assert.Equal(Units.Id(total), Small.FilingRollsInto(Small.Find(Units.Id(unit))!));

    [Fact]
    public void Find_UnitNotFrozen_IsNull() => Assert.Null(Small.Find(Units.Id("110000")));

    [Fact]
    public void Hash_SameTree_IsTheSameInAnyOrderOfRows() =>
        Assert.Equal(Hash(Small), Hash(Freeze(DivisionTree.Of(Units.Small.Reverse()))));

    [Fact] // pinned: lists frozen before locks and bases were kept must stay verifiable
    public void Hash_ListWithoutLocksAndBases_IsAsItWasAtFirst() => Assert.Equal(
        "b6890e0723ff2aa53bd1a245bd69ffbd74214c56cff9f67669fe2e6ab6f5ea4e",
        Hash(new Roster(Year2025, Sheets.Form, [.. Small.Rows.Select(r => r with { Locks = null, Basis = "" })])));

    [Fact]
    public void Hash_AnyChangeOfTheList_Differs()
    {
        string[] hashes =
        [
            Hash(Small),
            Hash(Roster.Freeze(Units.SmallTree, PeriodId.Annual(2024), Sheets.Form)), // period
            Hash(Roster.Freeze(Units.SmallTree, Year2025, Sheets.Form with { Id = "annual-2019" })), // form
            Hash(Freeze(DivisionTree.Of(Units.Small.Skip(1).Append(Units.Small[0] with { Name = "重庆" })))), // a name
            Hash(Freeze(DivisionTree.Of(Units.Small.Where(u => u.Id.Value != "500109")))), // a unit less
            Hash(new Roster(Year2025, Sheets.Form, Small.Rows.SetItem(5, Small.Rows[5] with { Due = new DateOnly(2026, 2, 20) }))), // a due date
            Hash(new Roster(Year2025, Sheets.Form, Small.Rows.SetItem(5, Small.Rows[5] with { Tier = Tier.City }))), // a tier
            Hash(new Roster(Year2025, Sheets.Form, Small.Rows.SetItem(5, Small.Rows[5] with { Locks = new DateOnly(2026, 4, 1) }))), // a lock
            Hash(new Roster(Year2025, Sheets.Form, Small.Rows.SetItem(5, Small.Rows[5] with { Basis = "某通知" }))), // a basis
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    private static Roster Freeze(DivisionTree tree) => Roster.Freeze(tree, Year2025, Sheets.Form);

    private static string Hash(Roster roster) => Convert.ToHexStringLower(roster.Hash().AsSpan());
}
