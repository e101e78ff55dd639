using Federation.Documents;
using Federation.Documents.Exchange;
using Federation.Web.Pages;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Reports.Filed;

/// <summary>Renders one report, prose and tables and charts, as a page that stands alone: to read, to print, to keep.</summary>
public sealed class ReportPage(IServiceProvider services, ILoggerFactory logs) : IReportPage
{
    /// <inheritdoc />
    public Task<string> Render(ReportDocument report, CancellationToken ct) => HtmlPages.Render<FiledReport>(
        services, logs, chinese: true, new Dictionary<string, object?> { [nameof(FiledReport.Model)] = report });
}
