using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Contracts.Reports;

/// <summary>回执: proof of an act on a report.</summary>
/// <param name="Unit">Whose report.</param>
/// <param name="Period">Period.</param>
/// <param name="Version">Version of the filing; 0 for a draft before the first.</param>
/// <param name="Revision">Number of acts on the report after this one.</param>
/// <param name="State">Where the report stands after the act.</param>
/// <param name="ContentHash">SHA-256 of what was filed; empty before the first filing.</param>
/// <param name="ChainHash">Head of the report's chain after the act.</param>
/// <param name="Position">Place of the act in the ledger.</param>
/// <param name="At">Moment of the act.</param>
/// <param name="Late">The filing came after its due date.</param>
[GenerateSerializer, Immutable, Alias("federation.receipt-view")]
public sealed record ReceiptView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] PeriodId Period,
    [property: Id(2)] long Version,
    [property: Id(3)] long Revision,
    [property: Id(4)] ReportState State,
    [property: Id(5)] ImmutableArray<byte> ContentHash,
    [property: Id(6)] ImmutableArray<byte> ChainHash,
    [property: Id(7)] long Position,
    [property: Id(8)] DateTimeOffset At,
    [property: Id(9)] bool Late);

/// <summary>A report as it is read.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Name">Name of the unit on the frozen list.</param>
/// <param name="Period">Period.</param>
/// <param name="Revision">Number of acts on it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Version of the filing made last; 0 when none.</param>
/// <param name="Filed">Figures filed last; null when none.</param>
/// <param name="Draft">A draft newer than the filing; null when none.</param>
/// <param name="ContentHash">Hash of what was filed last; empty when none.</param>
/// <param name="ChainHash">Head of the report's chain; empty when nothing happened.</param>
/// <param name="FiledAt">When it was filed last; null when never.</param>
/// <param name="FiledBy">By whom; empty when never.</param>
/// <param name="Late">The last filing came after its due date.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="ReturnReasons">Why it was returned; empty when it was not.</param>
/// <param name="Findings">Findings on the draft, or else on the filing.</param>
/// <param name="History">Every act, oldest first.</param>
[GenerateSerializer, Immutable, Alias("federation.report-view")]
public sealed record ReportView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] PeriodId Period,
    [property: Id(3)] long Revision,
    [property: Id(4)] ReportState State,
    [property: Id(5)] long Version,
    [property: Id(6)] Figures? Filed,
    [property: Id(7)] Figures? Draft,
    [property: Id(8)] ImmutableArray<byte> ContentHash,
    [property: Id(9)] ImmutableArray<byte> ChainHash,
    [property: Id(10)] DateTimeOffset? FiledAt,
    [property: Id(11)] string FiledBy,
    [property: Id(12)] bool Late,
    [property: Id(13)] DateOnly Due,
    [property: Id(14)] ImmutableArray<ReturnReason> ReturnReasons,
    [property: Id(15)] ImmutableArray<Finding> Findings,
    [property: Id(16)] ImmutableArray<ReportActView> History);

/// <summary>One act in the history of a report.</summary>
/// <param name="Act">submitted, accepted, returned or draft-saved.</param>
/// <param name="Version">Version of the filing concerned; 0 for a draft.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="ChainHash">Hash of the act in the chain.</param>
[GenerateSerializer, Immutable, Alias("federation.report-act-view")]
public sealed record ReportActView(
    [property: Id(0)] string Act,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string By,
    [property: Id(4)] ImmutableArray<byte> ChainHash);
