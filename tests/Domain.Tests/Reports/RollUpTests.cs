using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

public sealed class RollUpTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    // What a network may bring to one territory: filings and totals of eight parts, in versions 1 to 4, in any order, with repeats. What
    // a part says in a version is fixed by both, as it is in the ledger.
    private static readonly Gen<ImmutableArray<Contribution>> Arrivals =
        from picks in (from part in Gen.Choose(0, 7) from version in Gen.Choose(1, 4) select (part, version)).ListOf()
        select picks.Select(p => Said(p.part, p.version)).ToImmutableArray();

    [Fact]
    public void Accept_AnyOrder_GivesTheSameTotal() => Property.Holds(
        from arrivals in Arrivals
        from shuffled in Gen.Shuffle(arrivals.ToArray())
        select (arrivals, shuffled),
        both => AssertSame(Empty.Accept(both.arrivals), Empty.Accept(both.shuffled)));

    [Fact]
    public void Accept_AnyGrouping_GivesTheSameTotal() => Property.Holds(
        from arrivals in Arrivals
        from size in Gen.Choose(1, 5)
        select (arrivals, size),
        both => AssertSame(Empty.Accept(both.arrivals), both.arrivals.Chunk(both.size).Aggregate(Empty, (total, batch) => total.Accept(batch))));

    [Fact]
    public void Accept_EverythingTwice_CountsOnce() => Property.Holds(Arrivals, arrivals =>
    {
        var once = Empty.Accept(arrivals);

        Assert.Same(once, once.Accept(arrivals)); // nothing changed, so nothing is to be written
        AssertSame(once, Empty.Accept(arrivals.SelectMany(c => new[] { c, c })));
    });

    [Fact]
    public void Accept_AnyArrivals_IsTheSumOfTheLatestOfEachPart() => Property.Holds(Arrivals, arrivals =>
    {
        var latest = arrivals.GroupBy(c => (c.Unit, c.Scope)).Select(g => g.MaxBy(c => c.Version)!).ToList();

        var total = Empty.Accept(arrivals);

        for (var cell = 0; cell < Sheets.Form.Cells.Length; cell++)
            Assert.Equal(latest.Sum(c => c.Tally[cell]), total.Sums[cell]);
        Assert.Equal(latest.Aggregate(default(FilingCounts), (sum, c) => sum + c.Counts), total.Counts);
        Assert.Equal(latest.Select(c => c.At).Append(DateTimeOffset.MinValue).Max(), total.Newest);
        Assert.Equal(latest.ToHashSet(), total.Parts.Values.ToHashSet());
    });

    [Fact]
    public void Accept_TotalMinusAPart_IsTheRest() => Property.Holds(Arrivals.Where(a => !a.IsEmpty), arrivals =>
    {
        var total = Empty.Accept(arrivals);
        var part = total.Parts.Values.First();
        var rest = Empty.Accept(total.Parts.Values.Where(p => p != part));

        var sums = total.Sums.ToArray();
        part.Tally.TakeFrom(sums);

        Assert.Equal(rest.Sums, sums);
        Assert.Equal(rest.Counts, total.Counts - part.Counts);
    });

    [Fact]
    public void ToContribution_TotalsOfTotals_AreTheTotalOfAll() => Property.Holds(
        from arrivals in Arrivals
        from split in Gen.Choose(1, 3)
        select (arrivals, split),
        both =>
        {
            // the eight parts hang under some counties, these under one city
            var counties = both.arrivals.GroupBy(c => c.Unit.Value[^1] % both.split)
                .Select(g => Empty.Accept(g).ToContribution(UnitId.Parse($"50010{g.Key}"), 1));
            var (city, flat) = (Empty.Accept(counties), Empty.Accept(both.arrivals));

            Assert.Equal(flat.Sums.AsEnumerable(), city.Sums.AsEnumerable());
            Assert.Equal((flat.Counts, flat.Newest), (city.Counts, city.Newest));
        });

    [Fact]
    public void Accept_CorrectionsThatPassEachOther_EndAtTheLast() => Property.Holds(
        Gen.Shuffle([Said(3, 1), Said(3, 2), Said(3, 3), Said(3, 4)]),
        corrections => AssertSame(Empty.Accept(Said(3, 4)), corrections.Aggregate(Empty, (total, c) => total.Accept(c))));

    [Theory]
    [InlineData(1, 2, 2)] // newer replaces
    [InlineData(2, 1, 2)] // older is ignored
    [InlineData(2, 2, 2)] // a repeat is ignored
    public void Accept_TwoVersions_KeepsTheHigher(int first, int second, int kept)
    {
        var total = Empty.Accept(Said(0, first)).Accept(Said(0, second));

        Assert.Equal(kept, Assert.Single(total.Parts).Value.Version);
        AssertSame(Empty.Accept(Said(0, kept)), total);
    }

    [Fact]
    public void Accept_ReturnedFiling_TakesItsFiguresOutAndCountsAsReturned()
    {
        var filed = Said(0, 1) with { Counts = new FilingCounts(1, 1, 0, 1, 1, 1), Tally = Tally.Of([5]) };
        var returned = filed with { Version = 2, Counts = new FilingCounts(0, 0, 1, 0), Tally = Tally.Empty };

        var total = Empty.Accept(filed).Accept(returned);

        Assert.All(total.Sums, sum => Assert.Equal(0, sum));
        Assert.Equal(new FilingCounts(0, 0, 1, 0), total.Counts);
    }

    [Fact] // a report as it goes: what each act that counts says to the total above
    public void Of_EachActThatCounts_SaysHowTheFilingStands()
    {
        var three = ReportContent.Of(Sheets.Open.WithApplications(3));
        var four = ReportContent.Of(Sheets.Open.WithApplications(4));
        var late = Story.Blank.Sealed(three, today: Story.Due.AddDays(1));
        var published = late.Then(s => s.Accept()).Then(s => s.Publish());
        var corrected = published.Sealed(four, "误算", Story.Due.AddDays(9));

        AssertSays(late, new FilingCounts(1, 1, 0, 0), 3);
        AssertSays(late.Then(s => s.Return()), new FilingCounts(0, 0, 1, 0), 0);
        AssertSays(late.Then(s => s.Accept()), new FilingCounts(1, 1, 0, 1), 3);
        AssertSays(published, new FilingCounts(1, 1, 0, 1, 1), 3);
        AssertSays(corrected, new FilingCounts(1, 1, 0, 0, 1, 1), 4); // public still, in its older version
        AssertSays(corrected.Then(s => s.Accept()), new FilingCounts(1, 1, 0, 1, 1, 1), 4);
        AssertSays(corrected.Then(s => s.Return()), new FilingCounts(1, 1, 0, 1, 1), 3); // what was accepted counts again
    }

    private static void AssertSays(Story story, FilingCounts counts, long received)
    {
        var said = Contribution.Of(Story.Tongliang.Unit, story.Report, [7]);

        Assert.Equal((counts, received, story.Report.Revision, ContributionScope.Own), (said.Counts, said.Tally[Sheets.Form["t3.new.total"].Index], said.Version, said.Scope));
        Assert.Equal(story.Report.Filed is null ? Story.Reviewer : Story.Approver, said.Signer); // who answers for it, not who wrote it
        Assert.Equal([7], said.Head.ToArray());
        Assert.Equal((story.Report.Filed?.ContentHash ?? []).AsEnumerable(), said.ContentHash.AsEnumerable());
    }

    [Fact]
    public void Accept_OwnFilingAndTotalOfOneUnit_AreTwoParts() =>
        Assert.Equal(2, Empty.Accept(Said(0, 1), Said(0, 1) with { Scope = ContributionScope.Total }).Parts.Count);

    [Fact]
    public void Accept_SumBeyondSixtyFourBits_OverflowsAndLeavesTheTotal()
    {
        var total = Empty.Accept(Said(0, 1) with { Tally = Tally.Of([long.MaxValue]) });

        Assert.Throws<OverflowException>(() => total.Accept(Said(1, 1) with { Tally = Tally.Of([1]) }));
        Assert.Single(total.Parts);
    }

    [Fact]
    public void ToRow_AndBack_IsTheSameContribution()
    {
        var said = Said(5, 3);

        var row = said.ToRow(PeriodId.Annual(2025), UnitId.Parse("500000"));
        var back = Contribution.From(row);

        Assert.Equal(("annual-2025", "500000"), (row.Period, row.RollsInto));
        Assert.Equal(said.ContentHash.AsEnumerable(), back.ContentHash.AsEnumerable());
        Assert.Equal(said.Head.AsEnumerable(), back.Head.AsEnumerable());
        Assert.Equal(said with { ContentHash = [], Head = [] }, back with { ContentHash = [], Head = [] });
        Assert.Equal("", said.ToRow(PeriodId.Annual(2025), null).RollsInto); // the nation's total enters none
    }

    [Fact] // Suqian 2023: the city's 3,607 applications are those of its eleven parts, as its report prints them
    public void Accept_PartsOfSuqian2023_AddToThePublishedTotal()
    {
        long[] printed = [349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16];
        var city = RealReport.Read("suqian-city-2023").Figures;
        var cell = Sheets.Form["t3.new.total"].Index;
        var parts = printed.Select((count, at) => Said(at, 1) with { Tally = Tally.Of(Sheets.Open.With("t3.new.total", count)) });

        Assert.Equal(city["t3.new.total"] + city["t3.carried_in.total"], Empty.Accept(parts).Sums[cell]);
    }

    private static RollUp Empty => RollUp.Empty(Sheets.Form);

    /// <summary>What a part says in a version: the same each time it is asked. Its moments need not rise with its versions, as clocks differ.</summary>
    private static Contribution Said(int part, int version)
    {
        var cells = new long[Sheets.Form.Cells.Length];
        for (var i = 0; i < 6; i++)
            cells[((part * 31) + (version * 17) + (i * 7)) % cells.Length] = (part * 1_000) + (version * 10) + i + 1;
        return new Contribution(
            UnitId.Parse($"{500_110 + part}"), part % 2 == 0 ? ContributionScope.Own : ContributionScope.Total, version,
            new FilingCounts(part + 1, version % 2, part % 3, version % 3, (part + version) % 4, (part * version) % 3), Tally.Of(cells),
            [(byte)part, (byte)version], [(byte)version], "li@500151", Start.AddMinutes(((version * 13) + (part * 5)) % 29));
    }

    private static void AssertSame(RollUp expected, RollUp actual)
    {
        Assert.Equal(expected.Sums.AsEnumerable(), actual.Sums.AsEnumerable());
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal(expected.Newest, actual.Newest);
        Assert.Equal(Versions(expected), Versions(actual));
    }

    private static IEnumerable<(UnitId, ContributionScope, long)> Versions(RollUp total) =>
        total.Parts.Values.Select(p => (p.Unit, p.Scope, p.Version)).Order();
}
