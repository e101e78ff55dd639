using System.Collections.Immutable;

namespace Federation.Domain.Reports;

/// <summary>What can happen to a report. Who and when stand beside the event in the ledger.</summary>
public abstract record ReportEvent
{
    /// <summary>True when it changes what the report adds to the totals above.</summary>
    public virtual bool Counts => false;
}

/// <summary>草稿: a draft was kept.</summary>
public sealed record ReportDraftSaved(ReportContent Content) : ReportEvent;

/// <summary>报送: the author handed the report to the approver of the own unit. It does not count yet.</summary>
/// <param name="Version">Version that it becomes when sealed.</param>
/// <param name="Content">All of it, sums computed.</param>
/// <param name="ContentHash">See <see cref="ContentJson.Hash"/>.</param>
/// <param name="Correction">更正理由: why an accepted report is changed; empty when it is no correction.</param>
public sealed record ReportSubmitted(long Version, ReportContent Content, ImmutableArray<byte> ContentHash, string Correction) : ReportEvent;

/// <summary>退改: the approver of the own unit handed it back to the author.</summary>
public sealed record ReportSentBack(long Version, ImmutableArray<ReturnReason> Reasons) : ReportEvent;

/// <summary>签发: another person of the unit approved and sealed it; from now on it counts.</summary>
/// <param name="Version">Version sealed.</param>
/// <param name="ContentHash">What was sealed.</param>
/// <param name="Late">Sealed after the due date.</param>
public sealed record ReportSealed(long Version, ImmutableArray<byte> ContentHash, bool Late) : ReportEvent
{
    /// <inheritdoc />
    public override bool Counts => true;
}

/// <summary>A filing of the time before approval was a step of its own: submitted and sealed at once.</summary>
public sealed record ReportFiled(long Version, ReportContent Content, ImmutableArray<byte> ContentHash, bool Late) : ReportEvent
{
    /// <inheritdoc />
    public override bool Counts => true;
}

/// <summary>审定: the superior accepted a filing.</summary>
public sealed record ReportAccepted(long Version) : ReportEvent
{
    /// <inheritdoc />
    public override bool Counts => true;
}

/// <summary>退回: the superior returned a filing.</summary>
public sealed record ReportReturned(long Version, ImmutableArray<ReturnReason> Reasons) : ReportEvent
{
    /// <inheritdoc />
    public override bool Counts => true;
}

/// <summary>发布: the report was made public.</summary>
/// <param name="Version">Version published.</param>
/// <param name="Where">Address or column where it stands, for example 政府信息公开年报 专栏.</param>
/// <param name="On">Beijing date of publication.</param>
public sealed record ReportPublished(long Version, string Where, DateOnly On) : ReportEvent
{
    /// <inheritdoc />
    public override bool Counts => true;
}

/// <summary>例外: the superior lets the unit file until a later day.</summary>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Why.</param>
public sealed record ExceptionGranted(DateOnly Until, string Reason) : ReportEvent;

/// <summary>催报: the superior asked for the report.</summary>
/// <param name="Text">What was said.</param>
public sealed record ReportUrged(string Text) : ReportEvent;

/// <summary>台账计数: what the unit's applications ledger counts for cells of the report.</summary>
/// <param name="System">Name of the system that counts.</param>
/// <param name="Cells">Count by cell id.</param>
public sealed record RegisterCounted(string System, ImmutableSortedDictionary<string, long> Cells) : ReportEvent;

/// <summary>Why a filing was returned.</summary>
/// <param name="Cell">Cell meant; empty for the report as a whole.</param>
/// <param name="Text">The reason.</param>
public sealed record ReturnReason(string Cell, string Text);
