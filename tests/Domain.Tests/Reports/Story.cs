using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>A report with the events that led to it. Acts that must succeed are steps; any other is a decision to look at.</summary>
/// <param name="Report">As it stands.</param>
/// <param name="Told">What happened, in order, and who did it.</param>
internal sealed record Story(Report Report, ImmutableArray<(ReportEvent Event, string By)> Told)
{
    public const string Clerk = "li@500151";
    public const string Approver = "zhao@500151";
    public const string Reviewer = "wang@500000";

    public static readonly DateOnly Due = new(2026, 3, 31);
    public static readonly PeriodId Period = PeriodId.Annual(2025);
    public static readonly RosterRow Tongliang = new(8, 12, UnitId.Parse("500151"), "铜梁区", Tier.County, 5, Due);
    public static readonly ImmutableArray<ReturnReason> Reasons = [new("t3.new.natural", "请核对")];
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public static Story Blank { get; } = new(Report.Blank, []);

    public IEnumerable<ReportEvent> Events => Told.Select(t => t.Event);

    public static ReportAct Act(string actor = Clerk, DateOnly? today = null, RosterRow? listed = null) => new(actor, today ?? Due, listed ?? Tongliang, Sheets.Form);

    public static CheckContext Context => new(Tier.County, Period, Due, null, null, null);

    public static ImmutableArray<byte> Hash(ReportContent content) => ContentJson.Hash(Tongliang.Unit, Period, ReportScope.Own, content);

    public static ImmutableArray<Finding> Check(ReportContent content) => ReportCheck.Check(content, Context);

    public Decision<ReportEvent> Save(ReportContent content, ReportAct? act = null) => Report.SaveDraft(content, Report.Revision, Check, act ?? Act());

    public Decision<ReportEvent> Edit(string cell, CellValue was, CellValue now, ReportAct? act = null) =>
        Report.Edit(new DraftEdits([new CellEdit(cell, was, now)], []), Check, act ?? Act());

    public Decision<ReportEvent> Submit(ReportContent content, string correction = "", ReportAct? act = null) =>
        Report.Submit(content, Report.Version, correction, Hash, Check, act ?? Act());

    public Decision<ReportEvent> Approve(ReportAct? act = null) =>
        Report.Approve(Report.Pending?.Version ?? Report.Version, Report.Pending?.ContentHash ?? Report.Filed?.ContentHash ?? [], [], act ?? Act(Approver));

    public Decision<ReportEvent> SendBack(ReportAct? act = null) => Report.SendBack(Report.Pending?.Version ?? Report.Version, Reasons, act ?? Act(Approver));

    public Decision<ReportEvent> Accept(ReportAct? act = null) => Report.Accept(Report.Filed?.Version ?? 0, act ?? Act(Reviewer));

    public Decision<ReportEvent> Return(ReportAct? act = null) => Report.Return(Report.Filed?.Version ?? 0, Reasons, act ?? Act(Reviewer));

    public Decision<ReportEvent> Publish(string where = "区政府门户网站年报专栏", ReportAct? act = null) => Report.Publish(Report.Filed?.Version ?? 0, where, Due, act ?? Act());

    /// <summary>Goes on with an act that must not be refused.</summary>
    public Story Then(Func<Story, Decision<ReportEvent>> act, string? by = null)
    {
        var decision = act(this);
        Assert.False(decision.Refused, string.Join("; ", decision.Findings.Select(f => f.Code + " " + f.TextEn)));
        return decision.Events.Aggregate(this, (story, e) => story.After(e, by ?? UsualActor(e)));
    }

    /// <summary>From hand to seal in one go.</summary>
    public Story Sealed(ReportContent content, string correction = "", DateOnly? today = null) =>
        Then(s => s.Submit(content, correction, Act(today: today))).Then(s => s.Approve(Act(Approver, today)));

    /// <summary>The story as far as the ledger tells it: the same events applied to a blank report.</summary>
    public Report Replayed() => Told.Aggregate(Blank, (story, e) => story.After(e.Event, e.By)).Report;

    public Story After(ReportEvent happened, string by) =>
        new(Report.Apply(happened, Start.AddMinutes(Told.Length), by, [(byte)(Told.Length + 1)]), Told.Add((happened, by)));

    /// <summary>What came of an act: the event recorded, nothing, or the rules that refuse.</summary>
    public static string Outcome(Decision<ReportEvent> decision) =>
        decision.Refused ? string.Join(' ', decision.Findings.Where(f => f.Blocks).Select(f => f.Code))
        : decision.Events.IsEmpty ? "nothing"
        : Assert.Single(decision.Events).GetType().Name;

    private static string UsualActor(ReportEvent happened) => happened switch
    {
        ReportSealed or ReportSentBack => Approver,
        ReportAccepted or ReportReturned or ExceptionGranted or ReportUrged => Reviewer,
        _ => Clerk,
    };
}
