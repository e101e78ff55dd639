using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Reports;

/// <summary>One unit's report of one period. Key: report/unit/period, for example report/500151/annual-2025.</summary>
[Alias("federation.report-grain")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>Keeps a draft.</summary>
    [Alias("save-draft")]
    Task<Reply<ReceiptView>> SaveDraft(SaveReportDraft message);

    /// <summary>Files the report.</summary>
    [Alias("submit")]
    Task<Reply<ReceiptView>> Submit(SubmitReport message);

    /// <summary>The superior accepts the filing.</summary>
    [Alias("accept")]
    Task<Reply<ReceiptView>> Accept(AcceptReport message);

    /// <summary>The superior returns the filing.</summary>
    [Alias("return")]
    Task<Reply<ReceiptView>> Return(ReturnReport message);

    /// <summary>Where the report stands; refused with AR-101 or AR-102 when it is not due from this unit.</summary>
    [Alias("get"), ReadOnly]
    Task<Reply<ReportView>> Get(Subject by);

    /// <summary>Runs every rule on figures and records nothing.</summary>
    /// <returns>A reply that carries all findings and is never refused for them.</returns>
    [Alias("check"), ReadOnly]
    Task<Reply<ReportView>> Check(Subject by, Figures figures);
}

/// <summary>保存草稿</summary>
/// <param name="RequestId">Chosen by the sender, up to 64 characters, unique; the same id twice has one effect and one reply. Empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Figures">Figures, complete or not.</param>
/// <param name="ExpectedRevision">Revision the editor started from.</param>
[GenerateSerializer, Immutable, Alias("federation.save-report-draft")]
public sealed record SaveReportDraft(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] Figures Figures,
    [property: Id(3)] long ExpectedRevision);

/// <summary>报送</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Figures">Figures as entered; sums may be left out.</param>
/// <param name="ExpectedVersion">Version the sender believes current; 0 for the first filing.</param>
[GenerateSerializer, Immutable, Alias("federation.submit-report")]
public sealed record SubmitReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] Figures Figures,
    [property: Id(3)] long ExpectedVersion);

/// <summary>审定</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Version">Version reviewed.</param>
[GenerateSerializer, Immutable, Alias("federation.accept-report")]
public sealed record AcceptReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] long Version);

/// <summary>退回</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="SaveReportDraft"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Version">Version reviewed.</param>
/// <param name="Reasons">At least one.</param>
[GenerateSerializer, Immutable, Alias("federation.return-report")]
public sealed record ReturnReport(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] long Version,
    [property: Id(3)] ImmutableArray<ReturnReason> Reasons);
