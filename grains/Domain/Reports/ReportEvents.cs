using System.Collections.Immutable;

namespace Federation.Domain.Reports;

/// <summary>What can happen to a report. Who and when stand beside the event in the ledger.</summary>
public abstract record ReportEvent;

/// <summary>草稿: a draft was kept.</summary>
public sealed record ReportDraftSaved(Figures Figures) : ReportEvent;

/// <summary>报送: the report was filed.</summary>
/// <param name="Version">1 for the first filing, one more for each further one.</param>
/// <param name="Figures">All cells, sums computed.</param>
/// <param name="ContentHash">See <see cref="FigureJson.ContentHash"/>.</param>
/// <param name="Late">Filed after the due date.</param>
public sealed record ReportSubmitted(long Version, Figures Figures, ImmutableArray<byte> ContentHash, bool Late) : ReportEvent;

/// <summary>审定: the superior accepted a filing.</summary>
public sealed record ReportAccepted(long Version) : ReportEvent;

/// <summary>退回: the superior returned a filing.</summary>
public sealed record ReportReturned(long Version, ImmutableArray<ReturnReason> Reasons) : ReportEvent;

/// <summary>Why a filing was returned.</summary>
/// <param name="Cell">Cell meant; empty for the report as a whole.</param>
/// <param name="Text">The reason.</param>
public sealed record ReturnReason(string Cell, string Text);
