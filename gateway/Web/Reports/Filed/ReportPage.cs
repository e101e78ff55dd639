using Federation.Documents;
using Federation.Documents.Exchange;
using Federation.Domain.Reports;
using Federation.Web.Reports.Sheets;

namespace Federation.Web.Reports.Filed;

/// <summary>Renders one report, prose and tables and charts, as a page that stands alone: to read, to print, to keep.</summary>
internal sealed class ReportPage(IServiceProvider services, Trends trends) : IReportPage
{
    /// <inheritdoc />
    public async Task<string> Render(ReportDocument report, CancellationToken ct) =>
        await SheetPages.Render(services, FiledSheet.Of(report, await Trend(report, ct)));

    /// <summary>Five years that end with a report.</summary>
    public Task<System.Collections.Immutable.ImmutableArray<TrendLine>> Trend(ReportDocument report, CancellationToken ct) => trends.Of(
        report.Unit, report.Period, report.Scope, report.Form,
        Tally.Of(report.Content.Figures), ct);
}
