using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class ReadModelConformance(TestStore store) : StoreConformance(store)
{
    private static readonly RosterRow[] Tree =
    [
        Place(0, 5, "000000", -1, mustFile: false),
        Place(1, 5, "500100", 0),
        Place(2, 3, "500151", 1),
        Place(3, 3, "500151.audit", 2),
        Place(4, 4, "500152", 1),
        Place(5, 5, "500153", 1),
    ];

    [Fact]
    public async Task Contribution_AfterTheAct_IsReadWithAllItsFields()
    {
        var row = Own("500151") with { Late = 2, Accepted = 3, Published = 4, Corrected = 5 };
        await Record(Act("a", 0, "filed") with { Changes = [new ContributionChanged(row)] });

        var read = await Models.Contribution(row.Unit, ContributionScope.Own, Period, None);

        AssertSame(row, read);
        Assert.Null(await Models.Contribution(row.Unit, ContributionScope.Total, Period, None));
        Assert.Null(await Models.Contribution(row.Unit, ContributionScope.Own, "annual-2024", None));
    }

    [Theory]
    [InlineData(4, 5)] // older: ignored
    [InlineData(5, 5)] // the same: replaced
    [InlineData(6, 6)] // newer: replaced
    public async Task Contribution_OfAnotherVersion_ReplacesUnlessOlder(long version, long expected)
    {
        await Record(Changing(new ContributionChanged(Own("500151", 5, filed: 0))));

        await Record(Changing(new ContributionChanged(Own("500151", version, filed: 7, rollsInto: "500200"))));

        var read = await Models.Contribution(Id("500151"), ContributionScope.Own, Period, None);
        Assert.Equal((expected, version == 4 ? 0 : 7), (read!.Version, read.Filed));
        Assert.Equal(version == 4 ? 1 : 0, (await Models.Parts(Period, Id("500100"), None)).Length);
        Assert.Equal(version == 4 ? 0 : 1, (await Models.Parts(Period, Id("500200"), None)).Length);
    }

    [Fact]
    public async Task Contribution_PublishedAndCorrectedLater_ReplacesTheCounts()
    {
        await Record(Changing(new ContributionChanged(Own("500151", 1) with { Published = 1 })));
        var next = Own("500151", 2) with { Published = 0, Corrected = 1 };

        await Record(Changing(new ContributionChanged(next)));

        AssertSame(next, await Models.Contribution(next.Unit, ContributionScope.Own, Period, None));
        AssertSame(next, Assert.Single(await Models.Parts(Period, Id("500100"), None)));
    }

    [Fact]
    public async Task Parts_OfATotal_AreOwnFilingsAndTotalsInOrderOfUnit()
    {
        await Record(Changing(
            new ContributionChanged(Total("500152", 1, "500100")),
            new ContributionChanged(Own("500151.audit", rollsInto: "500151")),
            new ContributionChanged(Own("500100", rollsInto: "500100")),
            new ContributionChanged(Total("500151", 1, "500100")),
            new ContributionChanged(Total("500100", 1, "000000")),
            new ContributionChanged(Own("500152", period: "annual-2024"))));

        var parts = await Models.Parts(Period, Id("500100"), None);

        Assert.Equal([("500100", ContributionScope.Own), ("500151", ContributionScope.Total), ("500152", ContributionScope.Total)],
            parts.Select(p => (p.Unit.Value, p.Scope)));
    }

    [Fact]
    public async Task FilingsOf_AUnit_AreItsOwnInOrderOfOpening()
    {
        await Record(Changing(Frozen("annual-2025", At, Tree), Frozen("annual-2024", At.AddYears(-1), Tree)));
        await Record(Changing(
            new ContributionChanged(Own("500151", period: "annual-2025")),
            new ContributionChanged(Own("500151", period: "annual-2024")),
            new ContributionChanged(Total("500151", 1, "500100")),
            new ContributionChanged(Own("500152"))));

        Assert.Equal(["annual-2024", "annual-2025"], (await Models.FilingsOf(Id("500151"), None)).Select(f => f.Period));
        Assert.Equal(["annual-2024", "annual-2025"], (await Models.Periods(None)).Select(p => p.Period));
    }

    [Fact]
    public async Task Roster_OfAFrozenPeriod_IsTheTreeInOrder()
    {
        var frozen = Frozen(Tree);
        await Record(Changing(frozen with { Roster = [.. Tree.Reverse()] }));

        Assert.Equal(Tree, await Models.Roster(Period, None));
        Assert.Empty(await Models.Roster("annual-1999", None));
        var period = Assert.Single(await Models.Periods(None));
        Assert.Equal(frozen.Period with { RosterHash = period.RosterHash }, period);
        Assert.Equal(frozen.Period.RosterHash.ToArray(), period.RosterHash.ToArray());
    }

    [Fact]
    public async Task Frozen_AgainWithTheSameRoster_ChangesNothing()
    {
        await Record(Changing(Frozen(Tree)));
        await Record(Changing(Frozen(Tree)));

        Assert.Single(await Models.Periods(None));
        Assert.Equal(Tree, await Models.Roster(Period, None));
    }

    [Fact]
    public async Task Roster_WithLocksBasesAndTitle_IsReadWithAllItsFields()
    {
        RosterRow[] rows = [Tree[0], Tree[1] with { Locks = new DateOnly(2026, 4, 30), Basis = "《政府信息公开条例》第四十九条" }, Tree[2] with { Basis = "免报:机构撤销", Due = null }];
        var frozen = Frozen(rows);
        await Record(Changing(frozen with { Period = frozen.Period with { Title = "专项统计" } }));

        Assert.Equal(rows, await Models.Roster(Period, None));
        Assert.Equal(("专项统计", 0), (await Models.Periods(None)).Select(p => (p.Title, p.Revision)).Single());
    }

    [Fact]
    public async Task RosterChanged_ReplacesAndAddsRowsAndRaisesTheRevision()
    {
        await Record(Changing(Frozen(Tree), Frozen("annual-2024", At.AddYears(-1), Tree)));
        RosterRow[] changed = [Tree[4] with { Due = null, Basis = "免报:机构撤销" }, Tree[5] with { Ord = 6, Last = 6 }, Place(5, 5, "500152.audit", 4)];

        await Record(Changing(new RosterChanged(Period, 1, [.. changed])));

        RosterRow[] expected = [.. Tree[..4], changed[0], changed[2], changed[1]];
        Assert.Equal(expected.AsEnumerable(), await Models.Roster(Period, None));
        Assert.Equal([("annual-2024", 0), (Period, 1)], (await Models.Periods(None)).Select(p => (p.Period, p.Revision)));
        Assert.Equal(Tree, await Models.Roster("annual-2024", None)); // another period's list stays
        Assert.DoesNotContain(await Models.Missing(Period, -1, 9, 10, None), m => m.Unit.Unit == Id("500152")); // excused
    }

    [Theory]
    [InlineData(1)] // the same again
    [InlineData(0)]
    public async Task RosterChanged_NotNewer_ChangesNothing(int revision)
    {
        await Record(Changing(Frozen(Tree)));
        await Record(Changing(new RosterChanged(Period, 1, [Tree[4] with { Basis = "甲" }])));

        await Record(Changing(new RosterChanged(Period, revision, [Tree[4] with { Basis = "乙" }])));

        Assert.Equal("甲", (await Models.Roster(Period, None))[4].Basis);
    }

    [Fact]
    public async Task Filings_OfARange_AreInTreeOrderAndPaged()
    {
        await Record(Changing(Frozen(Tree)));
        await Record(Changing(
            new ContributionChanged(Own("500153")),
            new ContributionChanged(Own("500151.audit")),
            new ContributionChanged(Own("500151", filed: 0, returned: 1)),
            new ContributionChanged(Total("500152", 1, "500100"))));

        var first = await Models.Filings(Period, -1, 5, 2, None);
        var rest = await Models.Filings(Period, first[^1].Unit.Ord, 5, 2, None);

        Assert.Equal(["500151", "500151.audit"], first.Select(f => f.Unit.Unit.Value));
        Assert.Equal(["500153"], rest.Select(f => f.Filing.Unit.Value));
        Assert.Equal(["500151.audit"], (await Models.Filings(Period, 2, 3, 10, None)).Select(f => f.Unit.Unit.Value)); // after 2, to 3
    }

    [Fact]
    public async Task Missing_OfARange_AreThoseWhoMustFileAndHaveNothingThatCounts()
    {
        await Record(Changing(Frozen(Tree)));
        await Record(Changing(new ContributionChanged(Own("500151", filed: 0, returned: 1)), new ContributionChanged(Own("500152"))));

        var missing = await Models.Missing(Period, -1, 5, 10, None);

        Assert.Equal([("500100", false), ("500151", true), ("500151.audit", false), ("500153", false)],
            missing.Select(m => (m.Unit.Unit.Value, m.Returned is not null)));
        Assert.Equal(1, missing[1].Returned!.Returned);
        Assert.Equal(["500100", "500151"], (await Models.Missing(Period, 0, 5, 2, None)).Select(m => m.Unit.Unit.Value));
        Assert.Equal(["500151.audit"], (await Models.Missing(Period, 2, 3, 10, None)).Select(m => m.Unit.Unit.Value));
    }

    [Fact]
    public async Task Units_WithDatedRows_AreInOrderOfIdAndFirstDay()
    {
        var change = new DateOnly(2014, 6, 1);
        await Record(Changing(new UnitsChanged(
        [
            Unit("500151", "铜梁县", "500100", DateOnly.MinValue, DateOnly.MaxValue),
            Unit("000000", "全国", null, DateOnly.MinValue, DateOnly.MaxValue),
        ])));
        await Record(Changing(new UnitsChanged(
        [
            Unit("500151", "铜梁区", "500100", change, DateOnly.MaxValue),
            Unit("500151", "铜梁县", "500100", DateOnly.MinValue, change), // replaces the row of the same first day
        ])));

        var units = await Models.Units(None);

        Assert.Equal([("全国", DateOnly.MaxValue), ("铜梁县", change), ("铜梁区", DateOnly.MaxValue)], units.Select(u => (u.Name, u.To)));
        Assert.Null(units[0].Parent);
        Assert.Equal("500100", units[1].Parent!.Value);
    }

    private static void AssertSame(ContributionRow expected, ContributionRow? read)
    {
        Assert.NotNull(read);
        Assert.Equal(expected, read with { Figures = expected.Figures, ContentHash = expected.ContentHash, Head = expected.Head });
        Assert.Equal(expected.Figures.ToArray(), read.Figures.ToArray());
        Assert.Equal(expected.ContentHash.ToArray(), read.ContentHash.ToArray());
        Assert.Equal(expected.Head.ToArray(), read.Head.ToArray());
    }
}
