using System.Collections.Immutable;
using System.Text;
using Federation.Documents.Bundles;
using Federation.Documents.Json;
using Federation.Documents.Pdf;
using Federation.Documents.Spreadsheets;
using Federation.Documents.Word;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Documents.Exchange;

/// <summary>One report as a file, in every format.</summary>
/// <param name="page">Renders it as a page.</param>
/// <param name="printer">Prints the page.</param>
public sealed class ReportFiles(IReportPage page, PdfPrinter printer)
{
    /// <summary>The file; or null and why it cannot be made.</summary>
    public async Task<(ExportedFile? File, ImmutableArray<Finding> Findings)> WriteAsync(ReportDocument report, ExportFormat format, CancellationToken ct)
    {
        var html = format is ExportFormat.Html or ExportFormat.Pdf or ExportFormat.Bundle ? await page.Render(report, ct) : "";
        switch (format)
        {
            case ExportFormat.Xlsx:
                return (File(report, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to => ReportWorkbook.Write(to, report)), []);
            case ExportFormat.Docx:
                return (File(report, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", to => ReportWord.Write(to, report)), []);
            case ExportFormat.Html:
                return (File(report, "html", "text/html; charset=utf-8", to => to.Write(Encoding.UTF8.GetBytes(html))), []);
            case ExportFormat.Json:
                return (File(report, "json", "application/json", to => ReportJsonFile.Write(to, report)), []);
            case ExportFormat.Csv:
                return (File(report, "csv", "text/csv; charset=utf-8", to => ReportCsv.Write(to, report)), []);
            case ExportFormat.Bundle:
                return (File(report, "zip", "application/zip", to => ExportBundle.Write(to, report, html)), []);
            case ExportFormat.Pdf:
                var printed = await printer.FromHtmlAsync(html, ct);
                return printed.Pdf is { } pdf ? (File(report, "pdf", "application/pdf", to => to.Write(pdf)), []) : (null, [printed.Finding!]);
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }
    }

    private static ExportedFile File(ReportDocument report, string end, string mediaType, Action<Stream> write)
    {
        using var to = new MemoryStream();
        write(to);
        return new ExportedFile($"{report.Title}{(report.Scope == ReportScope.Whole ? "(全辖区)" : "")}.{end}", mediaType, to.ToArray());
    }
}
