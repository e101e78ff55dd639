using Federation.Web.Reports.Sheets;

namespace Federation.Web.Reports.Annual;

/// <summary>Writes the document of a total as one HTML file that needs nothing beside it.</summary>
public static class AnnualReportHtml
{
    /// <summary>Renders the document.</summary>
    /// <param name="services">Only logging is taken from it.</param>
    /// <param name="model">From <see cref="AnnualReports"/>.</param>
    /// <returns>UTF-8 HTML that is well-formed XML too, the document type included.</returns>
    public static Task<string> RenderAsync(IServiceProvider services, AnnualReportModel model) => SheetPages.Render(services, model.ToSheet());
}
