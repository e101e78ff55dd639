using Federation.Documents.Exchange;
using Federation.Documents.Pdf;
using Federation.Domain.Reports;
using Federation.Web.Assets;
using Federation.Web.Desk;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Reports.Annual;
using Federation.Web.Reports.Corrections;
using Federation.Web.Reports.Coverage;
using Federation.Web.Reports.Filed;
using Federation.Web.Reports.Missing;
using Federation.Web.Reports.Publications;
using Federation.Web.Reports.Sheets;
using Federation.Web.Reports.Totals;
using Federation.Web.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Federation.Web;

/// <summary>Puts the pages into a host.</summary>
public static class WebHosting
{
    /// <summary>
    /// What the pages need. The host brings <c>IGrainFactory</c>, <c>IRosters</c>, <c>IReadModels</c>, <c>IReportHistories</c>, <c>ICalendars</c> and, when it wants another clock than
    /// the system's, a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddFederationWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Places>();
        services.AddSingleton<CalendarReader>();
        services.AddSingleton<CoverageReader>();
        services.AddSingleton<CoverageFeed>();
        services.AddSingleton<MissingReader>();
        services.AddSingleton<TotalReader>();
        services.AddSingleton<PastTotals>();
        services.AddSingleton<CellReader>();
        services.AddSingleton<Trends>();
        services.AddSingleton<FiledReader>();
        services.AddSingleton<CorrectionsReader>();
        services.AddSingleton<PublicationReader>();
        services.AddSingleton<ReportPage>();
        services.AddSingleton<IReportPage>(s => s.GetRequiredService<ReportPage>());
        services.TryAddSingleton(_ => PdfPrinter.OnPath());
        services.AddSingleton<ReportFiles>();
        services.AddSingleton(s => new AnnualReports(
            s.GetRequiredService<IGrainFactory>(), s.GetRequiredService<IRosters>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<Trends>()));
        DeskRoutes.Add(services);
        return services;
    }

    /// <summary>Maps every page and its assets.</summary>
    /// <remarks>
    /// Pages that show public facts ask for no subject; working pages need the sign-in, for which the host brings an <c>ITokenReader</c>.
    /// </remarks>
    public static IEndpointConventionBuilder MapFederationWeb(this IEndpointRouteBuilder routes)
    {
        PageAssets.Map(routes);
        var log = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Federation.Web");
        var pages = routes.MapGroup("").AddEndpointFilter((context, next) => Problems.Catch(context, next, log));
        void Page(string pattern, Delegate handler) => pages.MapMethods(pattern, ["GET", "HEAD"], handler);

        Page("/", ReportPages.Start);
        Page("/coverage/{unit}/{period}", ReportPages.Coverage);
        Page("/missing/{unit}/{period}", ReportPages.Missing);
        Page("/totals/{unit}/{period}", ReportPages.Total);
        Page("/totals/{unit}/{period}/cells/{cell}", ReportPages.Cell);
        Page("/reports/{unit}/{period}", FiledPages.Report);
        Page("/reports/{unit}/{period}/files/{format}", FiledPages.Download);
        Page("/corrections/{unit}/{period}", ReportPages.Corrections);
        Page("/publication/{unit}/{period}", ReportPages.Publication);
        pages.MapGet("/coverage/{unit}/{period}/live", CoverageFeed.Serve);
        Page("/calendar/{year:int}", CalendarPages.Year);
        Page("/calendar/explain", CalendarPages.Count);
        DeskRoutes.Map(pages);
        return pages;
    }
}
