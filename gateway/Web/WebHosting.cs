using Federation.Documents.Exchange;
using Federation.Documents.Pdf;
using Federation.Documents.Trends;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Web.Assets;
using Federation.Web.Catalogs;
using Federation.Web.Desk;
using Federation.Web.Desk.Start;
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
using IPlanReads = Federation.Domain.WorkPoints.IPlanReads;

namespace Federation.Web;

/// <summary>Puts the pages into a host.</summary>
public static class WebHosting
{
    /// <summary>Services without which no page can be served; the host brings them.</summary>
    public static IReadOnlyList<Type> Needs { get; } = [typeof(IGrainFactory), typeof(IRosters), typeof(IReadModels), typeof(IReportHistories), typeof(IDivisions), typeof(ICalendars), typeof(IPlanReads), typeof(ICatalogReads), typeof(EntryFinder), typeof(IStandardReads), typeof(IGapLists)];

    /// <summary>
    /// What the pages need. The host brings <see cref="Needs"/>; for the working pages an <c>ITokenReader</c> too, without which nobody can sign in, an
    /// <c>ISealSigner</c> for receipts as files and an <c>IReportExchange</c> for import and export; and, when it wants another clock than the system's, a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddFederationWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Places>();
        services.AddSingleton<CalendarReader>();
        services.AddSingleton<CatalogPageReader>();
        services.AddSingleton<CoverageReader>();
        services.AddSingleton<CoverageFeed>();
        services.AddSingleton<MissingReader>();
        services.AddSingleton<TotalReader>();
        services.AddSingleton<PastTotals>();
        services.AddSingleton<CellReader>();
        services.AddSingleton<Readers>();
        services.TryAddSingleton<TrendReader>();
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
    /// <exception cref="InvalidOperationException">The host lacks services of <see cref="Needs"/>; all of them are named.</exception>
    public static IEndpointConventionBuilder MapFederationWeb(this IEndpointRouteBuilder routes)
    {
        var known = routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        if (Needs.Where(n => !known.IsService(n)).Select(n => n.Name).ToList() is { Count: > 0 } lacking)
            throw new InvalidOperationException($"the pages need {string.Join(", ", lacking)}, which the host has not registered");
        PageAssets.Map(routes);
        var log = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Federation.Web");
        var pages = routes.MapGroup("").AddEndpointFilter((context, next) => Problems.Catch(context, next, log));
        void Page(string pattern, Delegate handler) => pages.MapMethods(pattern, ["GET", "HEAD"], handler);

        Page("/", StartActs.Show);
        Page("/find", StartActs.Find);
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
        Page("/catalogs", CatalogPages.Find);
        Page("/catalogs/suggest", CatalogPages.Suggest);
        Page("/catalogs/{unit}", CatalogPages.Browse);
        Page("/catalogs/{unit}/entries/{**entry}", CatalogPages.Entry);
        Page("/catalogs/{unit}/canonical/{**entry}", CatalogPages.Canonical);
        Page("/catalogs/{unit}/contents/{hash}/{**entry}", CatalogPages.Content);
        DeskRoutes.Map(pages);
        return pages;
    }
}
