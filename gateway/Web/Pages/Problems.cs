using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Pages;

/// <summary>Pages for what cannot be shown.</summary>
internal static partial class Problems
{
    /// <summary>404 with its findings.</summary>
    public static IResult NotFound(PageFrame frame, ImmutableArray<Finding> findings) => new PageResult<ProblemPage>(
        frame, StatusCodes.Status404NotFound,
        (nameof(ProblemPage.Title), frame.Words.NotFound), (nameof(ProblemPage.Lead), frame.Words.NotFoundLead), (nameof(ProblemPage.Findings), findings));

    /// <summary>503: storage or the tree does not answer for now. A fault of ours is not caught here.</summary>
    public static async ValueTask<object?> Catch(EndpointFilterInvocationContext context, EndpointFilterDelegate next, ILogger log)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is LedgerUnavailableException or TimeoutException or OrleansException)
        {
            Unavailable(log, context.HttpContext.Request.Path, e);
            var frame = PageLanguage.Frame(context.HttpContext);
            context.HttpContext.Response.Headers.RetryAfter = "5";
            return new PageResult<ProblemPage>(
                frame, StatusCodes.Status503ServiceUnavailable,
                (nameof(ProblemPage.Title), frame.Words.Unavailable), (nameof(ProblemPage.Lead), frame.Words.UnavailableLead));
        }
    }

    [LoggerMessage(EventId = 5101, Level = LogLevel.Warning, Message = "{Path}: not answered in time")]
    private static partial void Unavailable(ILogger log, string path, Exception e);
}
