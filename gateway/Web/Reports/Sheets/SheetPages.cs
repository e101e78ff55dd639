using System.Security.Cryptography;
using System.Text;
using Federation.Web.Assets;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Reports.Sheets;

/// <summary>Renders documents, and answers with them.</summary>
internal static class SheetPages
{
    // Source expression for the inline style in a content security policy.
    private static readonly string styleSource = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageAssets.Text("report.css"))))}'";

    /// <summary>The document as HTML; only logging is taken from the services.</summary>
    public static Task<string> Render(IServiceProvider services, Sheet sheet) => HtmlPages.Render<ReportSheet>(
        services, services.GetRequiredService<ILoggerFactory>(), chinese: true, new Dictionary<string, object?> { [nameof(ReportSheet.Model)] = sheet });

    /// <summary>The document as an answer.</summary>
    public sealed class Result(Sheet sheet) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var html = await Render(httpContext.RequestServices, sheet);
            PageHeaders.Write(httpContext.Response, "zh-CN", styleSource);
            await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
