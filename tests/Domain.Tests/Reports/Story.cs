using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>A report with the events that led to it. Acts that must succeed are steps; any other is a decision to look at.</summary>
/// <param name="Report">As it stands.</param>
/// <param name="Events">What happened, in order.</param>
internal sealed record Story(Report Report, ImmutableArray<ReportEvent> Events)
{
    public const string Clerk = "li@500151";
    public const string Reviewer = "wang@500000";

    public static readonly DateOnly Due = new(2026, 3, 31);
    public static readonly RosterRow Tongliang = new(8, 12, UnitId.Parse("500151"), "铜梁区", Tier.County, 5, Due);
    public static readonly ImmutableArray<ReturnReason> Reasons = [new("t3.new.natural", "请核对")];

    public static Story Blank { get; } = new(Report.Blank, []);

    public static ReportAct Act(string actor = Clerk, DateOnly? today = null, RosterRow? listed = null) => new(actor, today ?? Due, listed ?? Tongliang, Sheets.Form);

    public static ImmutableArray<byte> Hash(Figures figures) => FigureJson.ContentHash(Tongliang.Unit, PeriodId.Annual(2025), figures);

    public Decision<ReportEvent> Save(Figures figures) => Report.SaveDraft(figures, Report.Revision, Act());

    public Decision<ReportEvent> Submit(Figures figures, DateOnly? today = null) => Report.Submit(figures, Report.Version, Hash, Act(today: today));

    public Decision<ReportEvent> Accept() => Report.Accept(Report.Version, Act(Reviewer));

    public Decision<ReportEvent> Return() => Report.Return(Report.Version, Reasons, Act(Reviewer));

    /// <summary>Goes on with an act that must not be refused.</summary>
    public Story Then(Func<Story, Decision<ReportEvent>> act)
    {
        var decision = act(this);
        Assert.False(decision.Refused, string.Join("; ", decision.Findings.Select(f => f.TextEn)));
        return decision.Events.Aggregate(this, (story, e) => story.After(e));
    }

    /// <summary>The story as far as the ledger tells it: the same events applied to a blank report.</summary>
    public Report Replayed() => Events.Aggregate(Blank, (story, e) => story.After(e)).Report;

    private Story After(ReportEvent happened)
    {
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddMinutes(Events.Length);
        var by = happened is ReportAccepted or ReportReturned ? Reviewer : Clerk;
        return new Story(Report.Apply(happened, at, by, [(byte)(Events.Length + 1)]), Events.Add(happened));
    }
}
