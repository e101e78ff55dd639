using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Host.Composition;

namespace Federation.Host.Tests;

/// <summary>What verify finds in a chain that is unbroken and yet no life of a report: each planted by one who can recompute hashes.</summary>
public sealed class ReportReplayTests
{
    private static readonly UnitId Unit = UnitId.Parse("110101001");
    private static readonly PeriodId Period = PeriodId.Annual(2025);
    private static readonly ReportContent Nil = Content(0);

    [Theory]
    [InlineData(ReportScope.Own)]
    [InlineData(ReportScope.Whole)]
    public void Run_OfASoundLife_FindsNothing_AndVouchesForWhatCounts(ReportScope scope)
    {
        var replayed = Replay(scope, HandedIn(1, Nil, scope), Sealed(1, Nil, scope), Accepted(1), ("clerk", new ReportPublished(1, "政府网站", new DateOnly(2026, 3, 1))), HandedIn(2, Content(4), scope, "漏记"), Sealed(2, Content(4), scope));
        Assert.Empty(replayed.Faults);
        Assert.Equal((2L, "漏记"), (replayed.Report.Filed!.Version, replayed.Report.Filed.Correction));
        Assert.Equal(1, replayed.ContributionOf(Unit)!.Counts.Filed);
    }

    [Fact]
    public void Run_OfWhatIsOnlyHandedIn_AddsNothing() => Assert.Null(Replay(ReportScope.Own, HandedIn(1, Nil)).ContributionOf(Unit));

    [Fact]
    public void Run_OfASealOfNothing_SaysSo() => AssertFault("nothing handed in", Sealed(1, Nil));

    [Fact]
    public void Run_OfASealOfOtherContent_SaysSo() => AssertFault("not what was handed in", HandedIn(1, Nil), Sealed(1, Content(4)));

    [Fact]
    public void Run_OfASealByTheAuthor_SaysSo() => AssertFault("sealed by its author", HandedIn(1, Nil), ("clerk", Sealed(1, Nil).Event));

    [Fact]
    public void Run_OfAReviewByTheSealer_SaysSo() => AssertFault("who handed in or sealed", HandedIn(1, Nil), Sealed(1, Nil), ("leader", new ReportAccepted(1)));

    [Fact]
    public void Run_OfAnAcceptanceOfNothing_SaysSo() => AssertFault("nothing sealed", HandedIn(1, Nil), Accepted(1));

    [Fact]
    public void Run_OfAnAcceptanceOfAnotherVersion_SaysSo() => AssertFault("another version accepted", HandedIn(1, Nil), Sealed(1, Nil), Accepted(2));

    [Fact]
    public void Run_OfAPublicationBeforeTheAcceptance_SaysSo() =>
        AssertFault("before it was accepted", HandedIn(1, Nil), Sealed(1, Nil), ("clerk", new ReportPublished(1, "政府网站", new DateOnly(2026, 3, 1))));

    [Fact]
    public void Run_OfAVersionLeftOut_SaysSo() => AssertFault("version 2 handed in after 0", HandedIn(2, Nil));

    [Fact]
    public void Run_OfContentWithTheHashOfOther_SaysSo() =>
        AssertFault("content hash", ("clerk", new ReportSubmitted(1, Content(4), Hash(Nil, ReportScope.Own), "")));

    [Fact]
    public void Run_OfTheOwnReportUnderTheNameOfTheWhole_SaysSo() =>
        Assert.Contains("content hash", Assert.Single(Replay(ReportScope.Whole, HandedIn(1, Nil, ReportScope.Own)).Faults), StringComparison.Ordinal);

    private static void AssertFault(string sentence, params (string Person, ReportEvent Event)[] acts) =>
        Assert.Contains(sentence, Assert.Single(Replay(ReportScope.Own, acts).Faults), StringComparison.Ordinal);

    private static (string Person, ReportEvent Event) HandedIn(long version, ReportContent content, ReportScope scope = ReportScope.Own, string correction = "") =>
        ("clerk", new ReportSubmitted(version, content, Hash(content, scope), correction));

    private static (string Person, ReportEvent Event) Sealed(long version, ReportContent content, ReportScope scope = ReportScope.Own) =>
        ("leader", new ReportSealed(version, Hash(content, scope), false));

    private static (string Person, ReportEvent Event) Accepted(long version) => ("reviewer", new ReportAccepted(version));

    private static ReportContent Content(long licences)
    {
        var cells = Enumerable.Repeat(CellValue.Of(0), Form2021.Form.Cells.Length).ToArray();
        cells[Form2021.Form["t2.licence.decisions"].Index] = CellValue.Of(licences);
        return ReportContent.Of(new Figures(Form2021.Form, [.. cells]));
    }

    private static ImmutableArray<byte> Hash(ReportContent content, ReportScope scope) => ContentJson.Hash(Unit, Period, scope, content);

    private static ReplayedReport Replay(ReportScope scope, params (string Person, ReportEvent Event)[] acts)
    {
        var stream = scope == ReportScope.Own ? $"report/{Unit}/{Period}" : $"whole-report/{Unit}/{Period}";
        var events = new List<RecordedEvent>();
        var previous = EventHash.Origin;
        foreach (var (person, happened) in acts)
        {
            var (at, seq, written) = (new DateTimeOffset(2026, 1, 20, 1, events.Count, 0, TimeSpan.Zero), events.Count + 1, ReportEventJson.Write(happened));
            var hash = EventHash.Of(previous.Span, stream, seq, at, $"{person}@{Unit}", "", "", written);
            events.Add(new RecordedEvent(seq, stream, seq, at, $"{person}@{Unit}", "", "", written.Kind, written.KindVersion, written.Payload, previous, hash));
            previous = hash;
        }
        Assert.All(events, e => Assert.True(EventHash.Holds(e))); // the chain itself shows nothing
        return ReportReplay.Run(stream, events);
    }
}
