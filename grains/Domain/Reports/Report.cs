using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>未报</summary>
    NotFiled,

    /// <summary>已报: filed, counted in the totals, not yet reviewed.</summary>
    Submitted,

    /// <summary>已审定: accepted by the superior.</summary>
    Accepted,

    /// <summary>已退回: returned; out of the totals until filed again.</summary>
    Returned,
}

/// <summary>A filing as it stands.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Figures">All cells, sums computed.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="At">When it was filed.</param>
/// <param name="By">Who filed it.</param>
/// <param name="Late">After the due date.</param>
/// <param name="Head">Head of the chain right after it.</param>
public sealed record Filing(long Version, Figures Figures, ImmutableArray<byte> ContentHash, DateTimeOffset At, string By, bool Late, ImmutableArray<byte> Head);

/// <summary>Who does something to a report, when, and what the frozen list says of the unit.</summary>
/// <param name="Actor">Person and unit, for example <c>zhang@500151</c>.</param>
/// <param name="Today">Beijing date of the act.</param>
/// <param name="Listed">Row of the unit on the list of the period; null when it is not on it.</param>
/// <param name="Form">Form of the period.</param>
public sealed record ReportAct(string Actor, DateOnly Today, RosterRow? Listed, ReportForm Form);

/// <summary>年度报告: one unit's report of one period, from draft to acceptance.</summary>
/// <param name="Revision">Number of acts recorded on it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Filed">The filing made last, also when it was returned.</param>
/// <param name="Draft">A draft newer than the filing.</param>
/// <param name="ReturnReasons">Why the last filing was returned; empty when it was not.</param>
public sealed record Report(long Revision, ReportState State, Filing? Filed, Figures? Draft, ImmutableArray<ReturnReason> ReturnReasons)
{
    /// <summary>Nothing has happened yet.</summary>
    public static Report Blank { get; } = new(0, ReportState.NotFiled, null, null, []);

    /// <summary>Version of the filing made last; 0 when there is none.</summary>
    public long Version => Filed?.Version ?? 0;

    /// <summary>Keeps a draft. What the figures break is shown beside the cells and refuses nothing.</summary>
    /// <param name="figures">Figures, complete or not.</param>
    /// <param name="expectedRevision">Revision the editor started from; a draft kept meanwhile by another is not overwritten (AR-104).</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportDraftSaved"/>; nothing when exactly this draft is kept already.</returns>
    public Decision<ReportEvent> SaveDraft(Figures figures, long expectedRevision, ReportAct act)
    {
        var errors = Misplaced(figures.Form, act).ToList();
        if (expectedRevision != Revision)
            errors.Add(ReportRules.StaleVersion.At("expected_revision", $"草稿已由他人改到第 {Revision} 次修订,您依据的是第 {expectedRevision} 次", $"the report is at revision {Revision}, you started from {expectedRevision}"));
        if (errors.Count > 0)
            return Decision<ReportEvent>.Refuse(errors);
        return figures.Equals(Draft) ? Decision<ReportEvent>.Nothing : Decision<ReportEvent>.Record(new ReportDraftSaved(figures), FigureCheck.Check(figures, act.Listed!.Tier));
    }

    /// <summary>报送: files the report.</summary>
    /// <param name="figures">Figures as entered; sums may be left out.</param>
    /// <param name="expectedVersion">Version the sender believes current; anything else is AR-104.</param>
    /// <param name="contentHash">Hash of the figures with their sums, from <see cref="FigureJson.ContentHash"/>.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportSubmitted"/>; nothing when exactly this content stands filed already and no draft is newer; refusal with all findings.</returns>
    public Decision<ReportEvent> Submit(Figures figures, long expectedVersion, Func<Figures, ImmutableArray<byte>> contentHash, ReportAct act)
    {
        List<Finding> findings = [.. Misplaced(figures.Form, act)];
        if (expectedVersion != Version)
            findings.Add(StaleVersion(expectedVersion));
        if (findings.Count == 0)
            findings.AddRange(FigureCheck.Check(figures, act.Listed!.Tier));
        if (findings.Any(f => f.Blocks))
            return Decision<ReportEvent>.Refuse(findings);

        var complete = figures.WithSums();
        if (State == ReportState.Submitted && Draft is null && complete.Equals(Filed!.Figures))
            return Decision<ReportEvent>.Nothing;
        var late = act.Today > act.Listed!.Due;
        return Decision<ReportEvent>.Record(new ReportSubmitted(Version + 1, complete, contentHash(complete), late), [.. findings]);
    }

    /// <summary>审定: the superior accepts the filing of a version.</summary>
    /// <returns>One <see cref="ReportAccepted"/>; nothing when it is accepted already.</returns>
    public Decision<ReportEvent> Accept(long version, ReportAct act)
    {
        if (State == ReportState.Accepted && version == Version)
            return Decision<ReportEvent>.Nothing;
        var errors = Unreviewable(version, act).ToList();
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(new ReportAccepted(version));
    }

    /// <summary>退回: the superior returns the filing of a version, with reasons.</summary>
    /// <returns>One <see cref="ReportReturned"/>.</returns>
    public Decision<ReportEvent> Return(long version, ImmutableArray<ReturnReason> reasons, ReportAct act)
    {
        var errors = Unreviewable(version, act).ToList();
        if (reasons.IsEmpty || reasons.Any(r => string.IsNullOrWhiteSpace(r.Text)))
            errors.Add(ReportRules.NoReason.At("reasons"));
        errors.AddRange(reasons.Where(r => r.Cell.Length > 0 && act.Form.Find(r.Cell) is null).Select(r => ReportRules.UnknownCell.At(r.Cell)));
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(new ReportReturned(version, reasons));
    }

    /// <summary>The report after an event; replays old events for ever.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="by">Who acted.</param>
    /// <param name="head">Hash of the event.</param>
    public Report Apply(ReportEvent happened, DateTimeOffset at, string by, ImmutableArray<byte> head) => happened switch
    {
        ReportDraftSaved e => this with { Revision = Revision + 1, Draft = e.Figures },
        ReportSubmitted e => new Report(Revision + 1, ReportState.Submitted, new Filing(e.Version, e.Figures, e.ContentHash, at, by, e.Late, head), null, []),
        ReportAccepted => this with { Revision = Revision + 1, State = ReportState.Accepted },
        ReportReturned e => this with { Revision = Revision + 1, State = ReportState.Returned, ReturnReasons = e.Reasons },
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    private IEnumerable<Finding> Misplaced(ReportForm form, ReportAct act)
    {
        if (act.Listed?.Due is null)
            yield return ReportRules.NotExpected.At("unit");
        if (form.Id != act.Form.Id)
            yield return ReportRules.WrongForm.At("figures.form", $"该报告期用 {act.Form.Id},收到的是 {form.Id}", $"the period takes {act.Form.Id}, not {form.Id}");
        if (State == ReportState.Accepted)
            yield return ReportRules.AlreadyAccepted.At("");
    }

    private IEnumerable<Finding> Unreviewable(long version, ReportAct act)
    {
        if (act.Listed?.Due is null)
            yield return ReportRules.NotExpected.At("unit");
        if (State == ReportState.Accepted)
            yield return ReportRules.AlreadyAccepted.At("");
        else if (State != ReportState.Submitted)
            yield return ReportRules.NothingFiled.At("");
        else if (version != Version)
            yield return StaleVersion(version);
        if (Filed?.By == act.Actor)
            yield return ReportRules.OwnReview.At("");
    }

    private Finding StaleVersion(long given) =>
        ReportRules.StaleVersion.At("version", $"当前为第 {Version} 版,所给为第 {given} 版", $"the current version is {Version}, {given} was given");
}
