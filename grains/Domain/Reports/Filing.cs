using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>未报</summary>
    NotFiled,

    /// <summary>待签发: handed in by its author, waiting for the approver of the own unit; counts in no total.</summary>
    Submitted,

    /// <summary>已审定: accepted by the superior.</summary>
    Accepted,

    /// <summary>已退回: returned by the superior; out of the totals until sealed again.</summary>
    Returned,

    /// <summary>已报: sealed, counted in the totals, not yet reviewed by the superior.</summary>
    Sealed,

    /// <summary>已发布: accepted and made public.</summary>
    Published,
}

/// <summary>A sealed filing.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Content">All of it, sums computed.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="Author">Who handed it in.</param>
/// <param name="At">When it was sealed.</param>
/// <param name="By">Who sealed it.</param>
/// <param name="Late">Sealed after the due date. A correction keeps what held for the filing it corrects.</param>
/// <param name="Head">Head of the chain right after the seal.</param>
/// <param name="Correction">Why it corrects an accepted one; empty when it does not.</param>
/// <param name="State">Sealed, accepted or published.</param>
public sealed record Filing(
    long Version,
    ReportContent Content,
    ImmutableArray<byte> ContentHash,
    string Author,
    DateTimeOffset At,
    string By,
    bool Late,
    ImmutableArray<byte> Head,
    string Correction,
    ReportState State);

/// <summary>What waits for the approver of the own unit.</summary>
/// <param name="Version">Version that it becomes when sealed.</param>
/// <param name="Content">All of it, sums computed.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="At">When it was handed in.</param>
/// <param name="By">Its author.</param>
/// <param name="Correction">Why it corrects an accepted filing; empty when it does not.</param>
public sealed record Submission(long Version, ReportContent Content, ImmutableArray<byte> ContentHash, DateTimeOffset At, string By, string Correction);

/// <summary>A filing that the superior, or the approver, did not take.</summary>
/// <param name="Version">Version meant.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">Who returned it.</param>
/// <param name="At">When.</param>
public sealed record Rejection(long Version, ImmutableArray<ReturnReason> Reasons, string By, DateTimeOffset At);

/// <summary>A version that was made public.</summary>
/// <param name="Version">Version.</param>
/// <param name="Where">Where it stands.</param>
/// <param name="On">Beijing date.</param>
public sealed record Publication(long Version, string Where, DateOnly On);

/// <summary>A later last day, granted by the superior.</summary>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Approver.</param>
public sealed record LateException(DateOnly Until, string Reason, string By);

/// <summary>A reminder sent by the superior.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What was said.</param>
public sealed record Urging(DateTimeOffset At, string By, string Text);

/// <summary>Who does something to a report, when, and what the frozen list says of the unit.</summary>
/// <param name="Actor">Person and unit, for example <c>zhang@500151</c>; a stand-in names both: <c>wang@500151 for li@500151</c>.</param>
/// <param name="Today">Beijing date of the act.</param>
/// <param name="Listed">Row of the unit on the list of the period; null when it is not on it.</param>
/// <param name="Form">Form of the period.</param>
public sealed record ReportAct(string Actor, DateOnly Today, RosterRow? Listed, ReportForm Form)
{
    /// <summary>锁定日: last day on which a first filing is taken without an exception; null: none.</summary>
    public DateOnly? Locks { get; init; }

    /// <summary>True when one person stands behind both names, as actor or as the one stood in for.</summary>
    public static bool SamePerson(string a, string b) => a.Split(" for ").Intersect(b.Split(" for ")).Any();
}
