using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Reports;

/// <summary>
/// One unit's report of one period and scope. Key: report/unit/period, for example report/500151/annual-2025; of a whole territory
/// whole-report/unit/period.
/// </summary>
[Alias("federation.report-grain")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>Keeps a whole draft.</summary>
    [Alias("save-draft")]
    Task<Reply<ReceiptView>> SaveDraft(SaveReportDraft message);

    /// <summary>Changes single places of the draft; many can edit at once.</summary>
    [Alias("edit")]
    Task<Reply<ReceiptView>> Edit(EditReportDraft message);

    /// <summary>The author hands the report to the approver of the unit.</summary>
    [Alias("submit")]
    Task<Reply<ReceiptView>> Submit(SubmitReport message);

    /// <summary>Another person of the unit approves and seals it; from now on it counts.</summary>
    [Alias("approve")]
    Task<Reply<ReceiptView>> Approve(ApproveReport message);

    /// <summary>The approver hands it back to its author.</summary>
    [Alias("send-back")]
    Task<Reply<ReceiptView>> SendBack(ReturnReport message);

    /// <summary>The superior accepts the filing.</summary>
    [Alias("accept")]
    Task<Reply<ReceiptView>> Accept(AcceptReport message);

    /// <summary>The superior returns the filing.</summary>
    [Alias("return")]
    Task<Reply<ReceiptView>> Return(ReturnReport message);

    /// <summary>The unit says where it made the accepted version public.</summary>
    [Alias("publish")]
    Task<Reply<ReceiptView>> Publish(PublishReport message);

    /// <summary>The superior lets the unit file until a later day.</summary>
    [Alias("grant")]
    Task<Reply<ReceiptView>> Grant(GrantException message);

    /// <summary>The superior asks for the report.</summary>
    [Alias("urge")]
    Task<Reply<ReceiptView>> Urge(UrgeReport message);

    /// <summary>The unit's applications ledger says what it counts.</summary>
    [Alias("count")]
    Task<Reply<ReceiptView>> Count(CountRegister message);

    /// <summary>Records acts of another installation as they were recorded there, into a report that has none of its own; what counts is told upward. Goes on where an earlier one broke off.</summary>
    /// <returns>The number of acts; refused with CT-527 when the report has acts of its own.</returns>
    [Alias("restore")]
    Task<Reply<RestoredCount>> Restore(RestoreActs message);

    /// <summary>Where the report stands; refused with AR-101 or AR-102 when it is not due from this unit.</summary>
    [Alias("get"), ReadOnly]
    Task<Reply<ReportView>> Get(Subject by);

    /// <summary>Runs every rule on a content and records nothing; outliers against history and peers are looked for too.</summary>
    /// <returns>A reply that carries all findings and is never refused for them.</returns>
    [Alias("check"), ReadOnly]
    Task<Reply<ReportView>> Check(Subject by, ReportContent content);

    /// <summary>What to begin with: last year's carry-over, the ledger's counts, for a whole territory the parts added up.</summary>
    [Alias("begin"), ReadOnly]
    Task<Reply<ReportView>> Begin(Subject by);

    /// <summary>A first text of the prose, drafted from figures, in the draft of the reply; null: from the figures that stand.</summary>
    [Alias("draft-prose"), ReadOnly]
    Task<Reply<ReportView>> DraftProse(Subject by, Figures? figures);

    /// <summary>A version as sealed, or as it stood at a moment. Refused with AR-106 when there was none.</summary>
    [Alias("version"), ReadOnly]
    Task<Reply<SealView>> Version(Subject by, long version, DateTimeOffset? asOf);
}

/// <summary>保存草稿</summary>
/// <param name="RequestId">Chosen by the sender, up to 64 characters, unique; the same id twice has one effect and one reply. Empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Content">Content, complete or not.</param>
/// <param name="ExpectedRevision">Revision the editor started from.</param>
[GenerateSerializer, Immutable, Alias("federation.save-report-draft")]
public sealed record SaveReportDraft(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] ReportContent Content,
    [property: Id(3)] long ExpectedRevision);

/// <summary>修改草稿</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Cells">Changes of cells.</param>
/// <param name="Texts">Changes of prose.</param>
[GenerateSerializer, Immutable, Alias("federation.edit-report-draft")]
public sealed record EditReportDraft(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] ImmutableArray<CellEditMessage> Cells,
    [property: Id(3)] ImmutableArray<TextEditMessage> Texts);

/// <summary>A change of one cell.</summary>
/// <param name="Cell">Cell id.</param>
/// <param name="Was">What the editor saw.</param>
/// <param name="Now">What is to stand there.</param>
[GenerateSerializer, Immutable, Alias("federation.cell-edit")]
public sealed record CellEditMessage([property: Id(0)] string Cell, [property: Id(1)] CellValue Was, [property: Id(2)] CellValue Now);

/// <summary>A change of one section of prose.</summary>
/// <param name="Section">Section id.</param>
/// <param name="Was">What the editor saw.</param>
/// <param name="Now">What is to stand there.</param>
[GenerateSerializer, Immutable, Alias("federation.text-edit")]
public sealed record TextEditMessage([property: Id(0)] string Section, [property: Id(1)] string Was, [property: Id(2)] string Now);

/// <summary>报送</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Content">Content as entered; sums may be left out.</param>
/// <param name="ExpectedVersion">Version the sender believes sealed last; 0 for the first filing.</param>
/// <param name="Correction">Why an accepted report is changed; empty otherwise.</param>
[GenerateSerializer, Immutable, Alias("federation.submit-report")]
public sealed record SubmitReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] ReportContent Content,
    [property: Id(3)] long ExpectedVersion,
    [property: Id(4)] string Correction = "");

/// <summary>签发</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Version">Version read.</param>
/// <param name="ContentHash">Hash of what was read.</param>
[GenerateSerializer, Immutable, Alias("federation.approve-report")]
public sealed record ApproveReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] long Version,
    [property: Id(3)] ImmutableArray<byte> ContentHash);

/// <summary>审定</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Version">Version reviewed.</param>
[GenerateSerializer, Immutable, Alias("federation.accept-report")]
public sealed record AcceptReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] long Version);

/// <summary>退回, by the superior; 退改, by the approver of the own unit.</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Version">Version read.</param>
/// <param name="Reasons">At least one.</param>
[GenerateSerializer, Immutable, Alias("federation.return-report")]
public sealed record ReturnReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] long Version,
    [property: Id(3)] ImmutableArray<ReturnReason> Reasons);

/// <summary>登记发布</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Version">Version published.</param>
/// <param name="Where">Address or column where it stands.</param>
/// <param name="On">Beijing date; null: today.</param>
[GenerateSerializer, Immutable, Alias("federation.publish-report")]
public sealed record PublishReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] long Version,
    [property: Id(3)] string Where,
    [property: Id(4)] DateOnly? On);

/// <summary>批准例外</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials; the approver.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.grant-exception")]
public sealed record GrantException(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] DateOnly Until,
    [property: Id(3)] string Reason);

/// <summary>催报</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Text">What is said.</param>
[GenerateSerializer, Immutable, Alias("federation.urge-report")]
public sealed record UrgeReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] string Text);

/// <summary>台账计数</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="System">Name of the ledger system.</param>
/// <param name="Cells">Count of each cell, each cell once.</param>
[GenerateSerializer, Immutable, Alias("federation.count-register")]
public sealed record CountRegister(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] string System,
    [property: Id(3)] ImmutableArray<CellCount> Cells);

/// <summary>What an applications ledger counts for one cell.</summary>
/// <param name="Cell">Cell id.</param>
/// <param name="Count">Its count.</param>
[GenerateSerializer, Immutable, Alias("federation.cell-count")]
public sealed record CellCount([property: Id(0)] string Cell, [property: Id(1)] long Count);
