using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Desk.SignIn;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Desk;

/// <summary>What every working page knows: its request, who asks, and the token that its forms carry.</summary>
/// <param name="Frame">The request.</param>
/// <param name="By">Who asks; goes with every act to the grain.</param>
/// <param name="FormToken">Against forged forms.</param>
public sealed record DeskCall(PageFrame Frame, Subject By, string FormToken)
{
    /// <summary>Who asks in their own place, when they stand in for a colleague; the same as <see cref="By"/> otherwise.</summary>
    public Subject Own { get; init; } = By;

    /// <summary>Goes with every form of the page; see <see cref="RequestIds"/>.</summary>
    public string Request { get; } = RequestIds.New();

    /// <summary>Sentences of the working pages.</summary>
    public DeskWords D { get; } = DeskWords.Of(Frame.Words);

    /// <summary>The call of a request that passed <see cref="Admit"/>.</summary>
    internal static DeskCall Of(HttpContext http) => http.Features.Get<DeskCall>() ?? throw new InvalidOperationException("the route is not behind the sign-in");

    /// <summary>
    /// Lets signed-in requests pass, and posts only with the token of a form of ours. Others are sent to the sign-in and come back to where
    /// they wanted to go.
    /// </summary>
    internal static async ValueTask<object?> Admit(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var reading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (SignedIn.Of(http) is not { } own)
        {
            if (IsScript(http))
                return TypedResults.Unauthorized();
            var to = reading ? http.Request.Path + http.Request.QueryString.ToUriComponent() : "/desk";
            return TypedResults.LocalRedirect($"~/sign-in?to={Uri.EscapeDataString(to)}");
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<LargeBody>() is not null && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargeBody.Most; // only of somebody known, and before the form is read
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        if (!reading && !await antiforgery.IsRequestValidAsync(http))
            return Problem(PageLanguage.Frame(http), StatusCodes.Status400BadRequest, d => d.FormExpired, d => d.FormExpiredLead);
        if (await SignedIn.Acting(http, own) is not { } subject)
            return TypedResults.LocalRedirect("~/desk/stand-ins?done=over");
        var token = antiforgery.GetAndStoreTokens(http).RequestToken!;
        http.Features.Set(new DeskCall(PageLanguage.Frame(http) with { FormToken = token }, subject, token) { Own = own });
        return await next(context);
    }

    /// <summary>True when the subject may do something to a unit today; what is recorded is decided by the grain all the same.</summary>
    public bool May(Permission permission, UnitId unit, IDivisions divisions) => Permissions.Check(By, permission, unit, divisions.Today) is null;

    /// <summary>A page that says why an act or a look was refused.</summary>
    internal IResult Refused(IEnumerable<Finding> findings)
    {
        var all = findings.ToArray();
        var denied = all.Any(f => f.Code == Permissions.Denied.Code);
        return new PageResult<ProblemPage>(
            Frame, denied ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
            (nameof(ProblemPage.Title), denied ? D.NotPermitted : D.NotDone), (nameof(ProblemPage.Lead), D.NotDoneLead), (nameof(ProblemPage.Findings), (System.Collections.Immutable.ImmutableArray<Finding>)[.. all]));
    }

    /// <summary>Where a redirect leads after an act, with what is to be said there.</summary>
    internal static IResult Back(string address, string done) =>
        TypedResults.LocalRedirect($"~{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}");

    internal static IResult Problem(PageFrame frame, int status, Func<DeskWords, string> title, Func<DeskWords, string> lead)
    {
        var words = DeskWords.Of(frame.Words);
        return new PageResult<ProblemPage>(frame, status, (nameof(ProblemPage.Title), title(words)), (nameof(ProblemPage.Lead), lead(words)));
    }

    private static bool IsScript(HttpContext http) => http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
}
