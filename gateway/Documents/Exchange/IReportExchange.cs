using System.Collections.Immutable;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Documents.Exchange;

/// <summary>In what form a report leaves.</summary>
public enum ExportFormat
{
    /// <summary>Workbook in the official layout.</summary>
    Xlsx,

    /// <summary>Word document in the official layout.</summary>
    Docx,

    /// <summary>Page that stands alone and prints well.</summary>
    Html,

    /// <summary>Machine-readable, with its hash.</summary>
    Json,

    /// <summary>One row a cell.</summary>
    Csv,

    /// <summary>The page, printed.</summary>
    Pdf,

    /// <summary>All of them in a zip with a manifest of hashes.</summary>
    Bundle,
}

/// <summary>A file that leaves.</summary>
/// <param name="Name">Proposed name, for example 铜梁区2025年政府信息公开工作年度报告.xlsx.</param>
/// <param name="MediaType">For example application/pdf.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="State">Where the report stood: <see cref="ReportState.NotFiled"/> for a draft, <see cref="ReportState.Submitted"/> for what waits to be approved; null for a template.</param>
/// <param name="Version">Sealed version that it holds; 0 for a draft or a template.</param>
public sealed record ExportedFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, ReportState? State = null, long Version = 0);

/// <summary>What becomes of the reports of a file.</summary>
public enum ImportMode
{
    /// <summary>试导入: everything is checked and nothing recorded.</summary>
    DryRun,

    /// <summary>Kept as drafts.</summary>
    Draft,

    /// <summary>Handed in, for the approver to seal.</summary>
    Submit,
}

/// <summary>A file to be imported.</summary>
/// <param name="Name">Its name; its end says what it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Period">Period that the reports must be of; null: whichever they name.</param>
/// <param name="Mode">What becomes of them.</param>
/// <param name="Correction">Why accepted reports are changed; empty when none is.</param>
/// <param name="RequestId">Chosen by the sender; the same file under the same id is taken once.</param>
public sealed record ImportFile(string Name, ReadOnlyMemory<byte> Content, PeriodId? Period, ImportMode Mode, string Correction, string RequestId);

/// <summary>One step of an import: the outcome of one report, or of the file as such.</summary>
/// <param name="Done">Reports dealt with so far.</param>
/// <param name="Total">Reports in the file.</param>
/// <param name="Unit">Unit, as far as known; empty for the file as such.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Taken">True when the report was recorded, or in a dry run would be.</param>
/// <param name="Receipt">State after the act: draft, submitted; empty in a dry run.</param>
/// <param name="Findings">Everything found, with its place in the file.</param>
/// <param name="Effects">Last step only: what the totals above would become, or became.</param>
public sealed record ImportStep(
    int Done, int Total, string Unit, string UnitName, bool Taken, string Receipt, ImmutableArray<ImportFinding> Findings, ImmutableArray<TotalEffect> Effects);

/// <summary>What an import means for one total above, up to the province.</summary>
/// <param name="Unit">Whose total.</param>
/// <param name="Name">Its name.</param>
/// <param name="Form">Form of the period.</param>
/// <param name="FiledBefore">Filings in it now.</param>
/// <param name="FiledAfter">Filings in it once the reports are sealed.</param>
/// <param name="Cells">Cells that change, by cell id: before and after. Amounts are in 分.</param>
/// <param name="ChangeOnly">True when whoever imports may not read this total: before is nothing, and after is what the reports would add.</param>
public sealed record TotalEffect(
    UnitId Unit, string Name, ReportForm Form, long FiledBefore, long FiledAfter, ImmutableArray<CellDifference> Cells, bool ChangeOnly = false);

/// <summary>Reports as files, out and in. Every path runs the same rules at the grain.</summary>
public interface IReportExchange
{
    /// <summary>A report as a file.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="unit">Whose report.</param>
    /// <param name="period">Period.</param>
    /// <param name="scope">Scope.</param>
    /// <param name="version">Sealed version; 0: the newest, or else the draft.</param>
    /// <param name="format">In what form.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>The file; or null and what speaks against it.</returns>
    Task<(ExportedFile? File, ImmutableArray<Finding> Findings)> Export(
        Subject by, UnitId unit, PeriodId period, ReportScope scope, long version, ExportFormat format, CancellationToken ct);

    /// <summary>A workbook to fill in, with what is known filled in and locked.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="unit">Whose report.</param>
    /// <param name="period">Period.</param>
    /// <param name="scope">Scope.</param>
    /// <param name="below">True: one row for each unit directly below instead, in one sheet.</param>
    /// <param name="ct">Ends the work.</param>
    Task<(ExportedFile? File, ImmutableArray<Finding> Findings)> Template(Subject by, UnitId unit, PeriodId period, ReportScope scope, bool below, CancellationToken ct);

    /// <summary>Imports a file report by report; a bad one never stops the others.</summary>
    IAsyncEnumerable<ImportStep> Import(Subject by, ImportFile file, CancellationToken ct);
}

/// <summary>Renders a report as a page that stands alone.</summary>
public interface IReportPage
{
    /// <summary>The page.</summary>
    Task<string> Render(ReportDocument report, CancellationToken ct);
}
