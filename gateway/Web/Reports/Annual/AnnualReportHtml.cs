using System.Security.Cryptography;
using System.Text;
using Federation.Web.Assets;
using Federation.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Reports.Annual;

/// <summary>Writes the annual report document as one HTML file that needs nothing beside it.</summary>
public static class AnnualReportHtml
{
    /// <summary>Source expression for the inline style in a content security policy.</summary>
    internal static string StyleSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageAssets.Text("report.css"))))}'";

    /// <summary>Renders the document.</summary>
    /// <param name="services">Only logging is taken from it.</param>
    /// <param name="model">From <see cref="AnnualReports"/>.</param>
    /// <param name="back">Address to return to, shown on screen and never printed; null in a file.</param>
    /// <returns>UTF-8 HTML that is well-formed XML too, the document type included.</returns>
    public static Task<string> RenderAsync(IServiceProvider services, AnnualReportModel model, string? back = null) =>
        HtmlPages.Render<AnnualReportDocument>(services, services.GetRequiredService<ILoggerFactory>(), chinese: true, new Dictionary<string, object?>
        {
            [nameof(AnnualReportDocument.Model)] = model,
            [nameof(AnnualReportDocument.Back)] = back,
        });
}
