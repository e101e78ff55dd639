using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Reports.Annual;

/// <summary>The annual report document as an answer.</summary>
internal sealed class AnnualReportResult(AnnualReportModel model) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await AnnualReportHtml.RenderAsync(httpContext.RequestServices, model, $"/totals/{model.Total.Unit}/{model.Period}");
        PageHeaders.Write(httpContext.Response, "zh-CN", AnnualReportHtml.StyleSource);
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}
