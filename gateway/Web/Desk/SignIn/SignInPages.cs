using Federation.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.SignIn;

/// <summary>Signing in and out.</summary>
internal static class SignInPages
{
    private const string Home = "/desk";

    public static IResult Ask(HttpContext http, IAntiforgery antiforgery, string? to) => Page(http, antiforgery, to, StatusCodes.Status200OK);

    public static async Task<IResult> Begin(HttpContext http, IAntiforgery antiforgery, [FromServices] ITokenReader? tokens)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return DeskCall.Problem(PageLanguage.Frame(http), StatusCodes.Status400BadRequest, d => d.FormExpired, d => d.FormExpiredLead);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var token = form["token"].ToString().Trim();
        if (tokens?.Read(token) is not { } subject)
            return Page(http, antiforgery, form["to"], StatusCodes.Status401Unauthorized);
        await SignedIn.Begin(http, subject, token);
        return TypedResults.LocalRedirect("~" + Local(form["to"]));
    }

    public static async Task<IResult> End(HttpContext http)
    {
        await SignedIn.End(http);
        return TypedResults.LocalRedirect("~/sign-in?done=signed-out");
    }

    private static PageResult<SignInPage> Page(HttpContext http, IAntiforgery antiforgery, string? to, int status) => new(
        PageLanguage.Frame(http), status, (nameof(SignInPage.To), Local(to)), (nameof(SignInPage.Refused), status == StatusCodes.Status401Unauthorized),
        (nameof(SignInPage.Ended), http.Request.Query["done"] == "signed-out"), (nameof(SignInPage.FormToken), antiforgery.GetAndStoreTokens(http).RequestToken));

    // only addresses of our own: nobody is led away by a link
    private static string Local(string? to) =>
        to is { Length: > 1 } && to[0] == '/' && to[1] is not ('/' or '\\') && !to.Any(char.IsControl) ? to : Home;
}
