using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Reports.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

/// <summary>Long random lives: what holds after every act, on replay, and in the totals above.</summary>
public sealed class ReportPropertyTests
{
    private static readonly Gen<Actors.Move[]> Moves = Gen.Elements(Actors.All.ToArray()).ArrayOf(40);

    // A life that gets somewhere: mostly the acts in their order, random ones between.
    private static readonly Gen<Actors.Move[]> Lives =
        from steps in Gen.Elements("li submits 0", "li submits 1", "zhao approves", "wang accepts", "wang returns", "li corrects 1", "li corrects 0", "zhao publishes", "zhao sends back")
            .Select(name => Actors.All.First(m => m.Name == name)).ArrayOf(30)
        select steps;

    [Fact]
    public void Life_OfAnyActsByAnybody_KeepsTheInvariants() => Property.Holds(Gen.OneOf(Moves, Lives), moves => Play(moves));

    [Fact]
    public void Replay_OfTheEventsAsStored_GivesTheSameReport() => Property.Holds(Gen.OneOf(Moves, Lives), moves =>
    {
        var story = Play(moves);

        var again = story.Told.Aggregate(Story.Blank, (s, told) => s.After(Reread(told.Event), told.By)).Report;

        Assert.Equal(Actors.Spell(story.Report), Actors.Spell(again));
        Assert.Equal(Actors.Spell(story.Report), Actors.Spell(story.Replayed()));
        Assert.Equal(story.Report.Revision, again.Revision);
        Assert.Equal(story.Report.Exception, again.Exception);
        Assert.Equal(story.Report.Urged.AsEnumerable(), again.Urged.AsEnumerable());
        Assert.Equal(story.Report.Draft, again.Draft);
        Assert.Equal(story.Report.Filed?.Content, again.Filed?.Content);
        Assert.Equal(story.Report.Filed?.ContentHash.AsEnumerable(), again.Filed?.ContentHash.AsEnumerable());
    });

    [Fact]
    public void Versions_OfSealedFilings_RiseByOne() => Property.Holds(Lives, moves =>
        Assert.All(Play(moves).Events.OfType<ReportSealed>().Select((e, i) => (e.Version, i)), v => Assert.Equal(v.i + 1, v.Version)));

    [Fact] // whatever passes whatever on the way up, the total ends in the last thing said
    public void Contributions_OfALife_ConvergeInAnyOrderAndNumber() => Property.Holds(
        from lives in Lives.ArrayOf(3)
        let said = lives.SelectMany((life, at) => Contributions(Play(life), at)).ToArray()
        from copies in Gen.Choose(1, 3)
        from arrivals in Gen.Shuffle(Enumerable.Repeat(said, copies).SelectMany(s => s).ToArray())
        select (said, arrivals),
        both =>
        {
            var total = both.arrivals.Aggregate(RollUp.Empty(Sheets.Form), (t, c) => t.Accept(c));
            var last = RollUp.Empty(Sheets.Form).Accept(both.said.GroupBy(c => c.Unit).Select(g => g.Last()));

            Assert.Equal(last.Sums.AsEnumerable(), total.Sums.AsEnumerable());
            Assert.Equal((last.Counts, last.Newest), (total.Counts, total.Newest));
            Assert.Equal(last.Parts.Values.Select(p => (p.Unit, p.Version)).Order(), total.Parts.Values.Select(p => (p.Unit, p.Version)).Order());
        });

    [Fact]
    public void Contributions_OfALife_RiseStrictlyAndSayWhatCounts() => Property.Holds(Lives, moves =>
    {
        var said = Contributions(Play(moves), 0);

        Assert.Equal(said.Select(c => c.Version).Distinct().Order(), said.Select(c => c.Version));
        Assert.All(said, c => Assert.Equal(1, c.Counts.Filed + c.Counts.Returned));
        Assert.All(said, c => Assert.True(c.Counts.Filed == 1 || c.Tally.Equals(Tally.Empty)));
        Assert.All(said, c => Assert.True(c.Counts.Filed == 1 || c.Counts is { Accepted: 0, Late: 0, Published: 0, Corrected: 0 }));
    });

    [Fact]
    public void Edits_OfDisjointPlaces_Commute() => Property.Holds(
        from start in LawfulFilings.Of(Sheets.Form)
        from cells in Gen.Shuffle(Sheets.InputCells.ToArray())
        from mine in Gen.Choose(0, 12)
        from yours in Gen.Choose(0, 12)
        from values in Gen.Elements(default, CellValue.Nil, CellValue.NotApplicable, CellValue.Of(0), CellValue.Of(7), CellValue.Of(-1), CellValue.Of(FigureCheck.Largest + 1)).ArrayOf(24)
        from texts in LawfulFilings.AnyText.ArrayOf(2)
        let edits = cells.Take(mine + yours).Select((c, i) => new CellEdit(c, start.Figures[start.Figures.Form[c].Index], values[i])).ToArray()
        select (start, a: new DraftEdits([.. edits[..mine]], [Text(start, "s1", texts[0])]), b: new DraftEdits([.. edits[mine..]], [Text(start, "s5", texts[1])])),
        given =>
        {
            var (ab, ba) = (given.b.Apply(given.a.Apply(given.start)), given.a.Apply(given.b.Apply(given.start)));

            Assert.Empty(given.b.Faults(given.a.Apply(given.start))); // neither sees the other as a conflict
            Assert.Equal(ab, ba);
            Assert.Equal(ab, new DraftEdits([.. given.a.Cells, .. given.b.Cells], [.. given.a.Texts, .. given.b.Texts]).Apply(given.start));
            Assert.Equal(ab, given.a.Apply(ab)); // twice is once
        });

    private static TextEdit Text(ReportContent start, string section, string now) => new(section, start.Texts.GetValueOrDefault(section, ""), now);

    private static Story Play(IEnumerable<Actors.Move> moves)
    {
        var story = Story.Blank;
        foreach (var move in moves)
        {
            foreach (var happened in move.Decide(story).Events)
            {
                var next = story.After(happened, move.By);
                Actors.AssertLawful(story.Report, happened, move.By, next.Report);
                story = next;
            }
        }
        return story;
    }

    private static ImmutableArray<Contribution> Contributions(Story story, int unit)
    {
        var said = ImmutableArray.CreateBuilder<Contribution>();
        var at = Story.Blank;
        foreach (var (happened, by) in story.Told)
        {
            at = at.After(happened, by);
            if (happened.Counts)
                said.Add(Contribution.Of(UnitId.Parse($"{500_110 + unit}"), at.Report, [1]));
        }
        return said.ToImmutable();
    }

    private static ReportEvent Reread(ReportEvent happened)
    {
        var written = ReportEventJson.Write(happened);
        return ReportEventJson.Read(new RecordedEvent(7, "report/500151/annual-2025", 1, DateTimeOffset.UnixEpoch, "li@500151", "", "", written.Kind, written.KindVersion, written.Payload.ToArray(), EventHash.Origin, EventHash.Origin));
    }
}
