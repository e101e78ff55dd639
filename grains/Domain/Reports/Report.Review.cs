using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>What the superior does: accept, return, grant an exception, ask for the report.</summary>
public sealed partial record Report
{
    /// <summary>审定: the superior accepts the filing of a version.</summary>
    /// <returns>One <see cref="ReportAccepted"/>; nothing when it is accepted already.</returns>
    public Decision<ReportEvent> Accept(long version, ReportAct act)
    {
        if (Filed is { State: ReportState.Accepted or ReportState.Published } && version == Filed.Version)
            return Decision<ReportEvent>.Nothing;
        var errors = Unreviewable(version, act).ToList();
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(new ReportAccepted(version));
    }

    /// <summary>退回: the superior returns the filing of a version, with reasons. A correction returned leaves what it corrected standing.</summary>
    /// <returns>One <see cref="ReportReturned"/>.</returns>
    public Decision<ReportEvent> Return(long version, ImmutableArray<ReturnReason> reasons, ReportAct act)
    {
        List<Finding> errors = [.. Unreviewable(version, act), .. BadReasons(reasons, act)];
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(new ReportReturned(version, reasons));
    }

    /// <summary>例外: the superior lets the unit file until a later day.</summary>
    /// <param name="until">Last day, inclusive; not before today.</param>
    /// <param name="reason">Why.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ExceptionGranted"/>; nothing when it is granted already.</returns>
    public Decision<ReportEvent> Grant(DateOnly until, string reason, ReportAct act)
    {
        if (Exception is not null && Exception.Until == until && Exception.Reason == reason.Trim())
            return Decision<ReportEvent>.Nothing;
        return until < act.Today || string.IsNullOrWhiteSpace(reason)
            ? Decision<ReportEvent>.Refuse(ReportRules.BadException.At("until"))
            : Decision<ReportEvent>.Record(new ExceptionGranted(until, reason.Trim()));
    }

    /// <summary>催报: the superior asks for a report that has not come.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportUrged"/>; AR-121 when a filing counts.</returns>
    public Decision<ReportEvent> Urge(string text, ReportAct act) =>
        act.Listed?.Due is null ? Decision<ReportEvent>.Refuse(ReportRules.NotExpected.At("unit"))
        : Filed is not null ? Decision<ReportEvent>.Refuse(ReportRules.AlreadyFiled.At(""))
        : Decision<ReportEvent>.Record(new ReportUrged(text.Trim()));

    private IEnumerable<Finding> Unreviewable(long version, ReportAct act)
    {
        if (act.Listed?.Due is null)
            yield return ReportRules.NotExpected.At("unit");
        if (Filed is null)
            yield return ReportRules.NothingFiled.At("");
        else if (Filed.State != ReportState.Sealed)
            yield return ReportRules.AlreadyAccepted.At("");
        else if (version != Filed.Version)
            yield return StaleVersion(Filed.Version, version);
        if (Filed is not null && (ReportAct.SamePerson(Filed.By, act.Actor) || ReportAct.SamePerson(Filed.Author, act.Actor)))
            yield return ReportRules.OwnReview.At("");
    }

    private static IEnumerable<Finding> BadReasons(ImmutableArray<ReturnReason> reasons, ReportAct act)
    {
        if (reasons.IsEmpty || reasons.Any(r => string.IsNullOrWhiteSpace(r.Text)))
            yield return ReportRules.NoReason.At("reasons");
        foreach (var reason in reasons.Where(r => r.Cell.Length > 0 && act.Form.Find(r.Cell) is null))
            yield return ReportRules.UnknownCell.At(reason.Cell);
    }
}
