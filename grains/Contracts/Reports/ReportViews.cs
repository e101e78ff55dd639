using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Contracts.Reports;

/// <summary>回执: proof of an act on a report.</summary>
/// <param name="Unit">Whose report.</param>
/// <param name="Period">Period.</param>
/// <param name="Version">Version concerned: what waits for the approver, else what was sealed last; 0 for a draft before the first.</param>
/// <param name="Revision">Number of acts on the report after this one.</param>
/// <param name="State">Where the report stands after the act.</param>
/// <param name="ContentHash">SHA-256 of what waits, else of what counts; empty when there is neither.</param>
/// <param name="ChainHash">Head of the report's chain after the act.</param>
/// <param name="Position">Place of the act in the ledger.</param>
/// <param name="At">Moment of the act.</param>
/// <param name="Late">Sealed after the due date.</param>
/// <param name="Scope">Own office or whole territory.</param>
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
    [property: Id(9)] bool Late,
    [property: Id(10)] ReportScope Scope);

/// <summary>A report as it is read.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Name">Name of the unit on the frozen list.</param>
/// <param name="Period">Period.</param>
/// <param name="Scope">Own office or whole territory.</param>
/// <param name="Revision">Number of acts on it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Version sealed last, returned or not; 0 when none.</param>
/// <param name="Filed">What counts; null when nothing does.</param>
/// <param name="Pending">What waits for the approver of the unit; null when nothing does.</param>
/// <param name="Draft">A draft newer than what was handed in; null when none.</param>
/// <param name="Rejected">What was returned or handed back last; null when nothing is open.</param>
/// <param name="ChainHash">Head of the report's chain; empty when nothing happened.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="Locks">Last day on which a first filing is taken without an exception; null: none.</param>
/// <param name="Chasing">Exception and reminders.</param>
/// <param name="Publications">What was made public, oldest first.</param>
/// <param name="Reopened">For a whole report: cells in which what was sealed differs from the parts as they stand now.</param>
/// <param name="Findings">Findings on the draft, or on what waits, or on what counts.</param>
/// <param name="History">Every act, oldest first.</param>
/// <param name="Carried">Ids of cells whose value follows from the sealed report of the period before.</param>
[GenerateSerializer, Immutable, Alias("federation.report-view")]
public sealed record ReportView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] PeriodId Period,
    [property: Id(3)] ReportScope Scope,
    [property: Id(4)] long Revision,
    [property: Id(5)] ReportState State,
    [property: Id(6)] long Version,
    [property: Id(7)] FilingView? Filed,
    [property: Id(8)] FilingView? Pending,
    [property: Id(9)] ReportContent? Draft,
    [property: Id(10)] RejectionView? Rejected,
    [property: Id(11)] ImmutableArray<byte> ChainHash,
    [property: Id(12)] DateOnly Due,
    [property: Id(13)] DateOnly? Locks,
    [property: Id(14)] ChasingView Chasing,
    [property: Id(15)] ImmutableArray<PublicationView> Publications,
    [property: Id(16)] ImmutableArray<CellDifferenceView> Reopened,
    [property: Id(17)] ImmutableArray<Finding> Findings,
    [property: Id(18)] ImmutableArray<ReportActView> History,
    [property: Id(19)] ImmutableArray<string> Carried);

/// <summary>A filing, or what waits to become one.</summary>
/// <param name="Version">Version.</param>
/// <param name="Content">All of it, sums computed.</param>
/// <param name="ContentHash">Hash of its content.</param>
/// <param name="Author">Who handed it in.</param>
/// <param name="At">When it was sealed; while it waits, when it was handed in.</param>
/// <param name="By">Who sealed it; empty while it waits.</param>
/// <param name="Late">Sealed after the due date.</param>
/// <param name="Correction">Why it corrects an accepted one; empty when it does not.</param>
/// <param name="Corrects">Version that counts again when this correction is returned; 0 when none.</param>
[GenerateSerializer, Immutable, Alias("federation.filing-view")]
public sealed record FilingView(
    [property: Id(0)] long Version,
    [property: Id(1)] ReportContent Content,
    [property: Id(2)] ImmutableArray<byte> ContentHash,
    [property: Id(3)] string Author,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] string By,
    [property: Id(6)] bool Late,
    [property: Id(7)] string Correction,
    [property: Id(8)] long Corrects);

/// <summary>A filing that was not taken.</summary>
/// <param name="Version">Version.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Internal">True: handed back within the unit; false: returned by the superior.</param>
[GenerateSerializer, Immutable, Alias("federation.rejection-view")]
public sealed record RejectionView(
    [property: Id(0)] long Version,
    [property: Id(1)] ImmutableArray<ReturnReason> Reasons,
    [property: Id(2)] string By,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] bool Internal);

/// <summary>What the superior has done to get the report.</summary>
/// <param name="Until">Last day by exception; null when none was granted.</param>
/// <param name="Reason">Reason of the exception.</param>
/// <param name="Approver">Who granted it.</param>
/// <param name="Urged">How often the report was asked for.</param>
/// <param name="UrgedAt">When last; null when never.</param>
/// <param name="Text">What was said last.</param>
[GenerateSerializer, Immutable, Alias("federation.chasing-view")]
public sealed record ChasingView(
    [property: Id(0)] DateOnly? Until,
    [property: Id(1)] string Reason,
    [property: Id(2)] string Approver,
    [property: Id(3)] int Urged,
    [property: Id(4)] DateTimeOffset? UrgedAt,
    [property: Id(5)] string Text);

/// <summary>A version that was made public.</summary>
[GenerateSerializer, Immutable, Alias("federation.publication-view")]
public sealed record PublicationView([property: Id(0)] long Version, [property: Id(1)] string Where, [property: Id(2)] DateOnly On);

/// <summary>A cell before and after. Amounts are in 分.</summary>
[GenerateSerializer, Immutable, Alias("federation.cell-difference-view")]
public sealed record CellDifferenceView([property: Id(0)] string Cell, [property: Id(1)] long Before, [property: Id(2)] long After);

/// <summary>One act in the history of a report.</summary>
/// <param name="Act">Kind of the event without its first word: submitted, sealed, accepted, returned, draft-saved ...</param>
/// <param name="Version">Version of the filing concerned; 0 when none is.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="ChainHash">Hash of the act in the chain.</param>
/// <param name="Text">Reason, place of publication, or what was said; empty when nothing was.</param>
[GenerateSerializer, Immutable, Alias("federation.report-act-view")]
public sealed record ReportActView(
    [property: Id(0)] string Act,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string By,
    [property: Id(4)] ImmutableArray<byte> ChainHash,
    [property: Id(5)] string Text);

/// <summary>A sealed version with the event that sealed it: enough to prove it without the ledger.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Name">Name on the frozen list.</param>
/// <param name="Period">Period.</param>
/// <param name="Scope">Scope.</param>
/// <param name="Filing">The filing.</param>
/// <param name="Stream">Stream of the report in the ledger.</param>
/// <param name="Seq">Place of the seal in the stream.</param>
/// <param name="Position">Place of the seal in the ledger.</param>
/// <param name="PrevHash">Hash of the event before.</param>
/// <param name="Key">Request id of the seal.</param>
/// <param name="Kind">Kind of the event.</param>
/// <param name="KindVersion">Version of its layout.</param>
/// <param name="Payload">Its payload.</param>
/// <param name="Hash">Its hash.</param>
[GenerateSerializer, Immutable, Alias("federation.seal-view")]
public sealed record SealView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] PeriodId Period,
    [property: Id(3)] ReportScope Scope,
    [property: Id(4)] FilingView Filing,
    [property: Id(5)] string Stream,
    [property: Id(6)] long Seq,
    [property: Id(7)] long Position,
    [property: Id(8)] ImmutableArray<byte> PrevHash,
    [property: Id(9)] string Key,
    [property: Id(10)] string Kind,
    [property: Id(11)] int KindVersion,
    [property: Id(12)] ImmutableArray<byte> Payload,
    [property: Id(13)] ImmutableArray<byte> Hash);
