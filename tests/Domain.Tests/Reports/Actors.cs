using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>
/// The alphabet of acts: each kind of act by each of two persons of the unit and one of its superior, with one of two contents. Any of them
/// may be refused; whoever plays one asks the domain.
/// </summary>
internal static class Actors
{
    private static readonly ReportContent[] Contents = [ReportContent.Of(Sheets.Open.WithApplications(3)), ReportContent.Of(Sheets.Open.WithApplications(4))];

    private static readonly DraftEdits OneEdit = new([new CellEdit("t4.review.upheld", CellValue.Nil, CellValue.Of(1))], []);

    private static readonly (string Name, string Actor)[] Persons = [("li", Story.Clerk), ("zhao", Story.Approver), ("wang", Story.Reviewer)];

    /// <summary>All moves.</summary>
    public static IReadOnlyList<Move> All { get; } = [.. Persons.SelectMany(p => Of(p.Name, p.Actor))];

    /// <summary>
    /// What is known of a report, spelt out: two reports of one spelling go on alike. Exceptions and reminders are left out, for within the due
    /// date, where these acts are played, no act looks at them.
    /// </summary>
    public static string Spell(Report r) => string.Join('|',
        r.State, r.LastVersion, Spell(r.Filed), Spell(r.Corrected),
        r.Pending is { } p ? $"{p.Version} {Spell(p.Content)} {p.By} {p.Correction}" : "",
        Spell(r.Draft),
        r.Rejected is { } x ? $"{x.Version} {x.By}" : "",
        string.Join(',', r.Publications));

    /// <summary>Everything that must hold after an event, given the report before it.</summary>
    public static void AssertLawful(Report before, ReportEvent happened, string by, Report after)
    {
        Assert.Equal(before.Revision + 1, after.Revision);

        // Versions: sealing takes the next number, nothing else moves it.
        Assert.Equal(before.LastVersion + (happened is ReportSealed ? 1 : 0), after.LastVersion);
        Assert.True(after.Pending is null || after.Pending.Version == after.LastVersion + 1);

        // At most one filing counts; beside it only the accepted one that it corrects is kept.
        Assert.True(after.Corrected is null || (after.Filed is { State: ReportState.Sealed } && after.Corrected.State is ReportState.Accepted or ReportState.Published));
        Assert.True(after.Corrected is null || after.Corrected.Version < after.Filed!.Version);
        Assert.True(after.Filed is null || after.Filed.Version <= after.LastVersion);
        Assert.Equal(after.Filed is not null, after.State is ReportState.Sealed or ReportState.Accepted or ReportState.Published);

        // An accepted filing never vanishes: it counts, or a newer sealed or accepted one stands in its place.
        if (before.IsSettled)
        {
            Assert.True(after.IsSettled);
            Assert.True(after.Filed!.Version >= (before.Corrected ?? before.Filed)!.Version);
        }

        // A correction says why; a filing that corrects nothing does not.
        Assert.True(after.Corrected is null || after.Filed!.Correction.Length > 0);

        // Nobody seals what they wrote, nobody reviews what they wrote or sealed.
        if (happened is ReportSealed)
            Assert.False(ReportAct.SamePerson(after.Filed!.Author, by));
        if (happened is ReportAccepted or ReportReturned)
            Assert.False(ReportAct.SamePerson(before.Filed!.Author, by) || ReportAct.SamePerson(before.Filed.By, by));

        // What counts changes by acts that count, and by no others.
        if (!happened.Counts)
            Assert.Equal(before.Filed, after.Filed);
        else
            AssertContribution(before, after);

        Assert.True(after.Draft is null || happened is not ReportSubmitted);
        Assert.True(after.Publications.All(p => p.Version <= after.LastVersion));
    }

    private static void AssertContribution(Report before, Report after)
    {
        var (older, newer) = (before.LastVersion > 0 && (before.Filed ?? (object?)before.Rejected) is not null ? Contribution.Of(Story.Tongliang.Unit, before, []) : null, Contribution.Of(Story.Tongliang.Unit, after, []));
        Assert.True(older is null || newer.Version > older.Version);
        Assert.Equal(1, newer.Counts.Filed + newer.Counts.Returned);
        Assert.InRange(newer.Counts.Accepted + newer.Counts.Late + newer.Counts.Corrected + newer.Counts.Published, 0, 4 * newer.Counts.Filed);
        Assert.Equal(after.Filed is null ? Tally.Empty : Tally.Of(after.Filed.Content.Figures), newer.Tally);
    }

    private static IEnumerable<Move> Of(string name, string actor)
    {
        var act = Story.Act(actor);
        foreach (var (at, content) in Contents.Index())
        {
            yield return new($"{name} saves {at}", actor, s => s.Report.SaveDraft(content, s.Report.Revision, Lawful, act));
            yield return new($"{name} submits {at}", actor, s => s.Report.Submit(content, s.Report.Version, "", Digest, Lawful, act));
            yield return new($"{name} corrects {at}", actor, s => s.Report.Submit(content, s.Report.Version, "误算", Digest, Lawful, act));
        }
        yield return new($"{name} edits", actor, s => s.Report.Edit(OneEdit, Lawful, act));
        yield return new($"{name} approves", actor, s => s.Approve(act));
        yield return new($"{name} approves unread", actor, s => s.Report.Approve(s.Report.Version + 1, [], [], act));
        yield return new($"{name} sends back", actor, s => s.SendBack(act));
        yield return new($"{name} accepts", actor, s => s.Accept(act));
        yield return new($"{name} accepts the last", actor, s => s.Report.Accept(s.Report.Version, act));
        yield return new($"{name} returns", actor, s => s.Return(act));
        yield return new($"{name} publishes", actor, s => s.Publish("官网", act));
        yield return new($"{name} urges", actor, s => s.Report.Urge("请报送", act));
        yield return new($"{name} grants", actor, s => s.Report.Grant(Story.Due.AddDays(9), "机构改革", act));
    }

    // The contents of the alphabet break no rule, and two numbers tell them apart: a walk asks for both many thousand times.
    private static ImmutableArray<Finding> Lawful(ReportContent content) => [];

    private static ImmutableArray<byte> Digest(ReportContent content) => [(byte)content.Figures["t3.new.natural"], (byte)content.Figures["t4.review.upheld"]];

    private static string Spell(Filing? f) => f is null ? "" : $"{f.Version} {Spell(f.Content)} {f.Author} {f.By} {f.Late} {f.Correction} {f.State}";

    private static string Spell(ReportContent? c) => c is null ? "" : $"{c.Figures["t3.new.natural"]}+{c.Figures["t4.review.upheld"]}{(c.Figures["t3.new.total"] > 0 ? "s" : "")}";

    /// <summary>One act of one person.</summary>
    internal sealed record Move(string Name, string By, Func<Story, Decision<ReportEvent>> Decide)
    {
        public override string ToString() => Name;
    }
}
