using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Pages;

/// <summary>A page as an answer.</summary>
internal sealed class PageResult<T>(PageFrame frame, int status, params IEnumerable<(string Name, object? Value)> parameters) : IResult
    where T : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var all = parameters.ToDictionary(p => p.Name, p => p.Value);
        all.Add("Frame", frame);
        var html = await HtmlPages.Render<T>(services, services.GetRequiredService<ILoggerFactory>(), !frame.Words.IsEnglish, all);
        httpContext.Response.StatusCode = status;
        PageHeaders.Write(httpContext.Response, frame.Words.Lang);
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}
