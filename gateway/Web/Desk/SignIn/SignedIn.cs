using System.Security.Claims;
using Federation.Contracts;
using Federation.Contracts.Authority;
using Federation.Domain.Authority;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Desk.SignIn;

/// <summary>
/// Who is signed in. The cookie carries the token itself, which is read anew on every request: a token past its end signs out by itself.
/// </summary>
internal static class SignedIn
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string TokenClaim = "federation.token", ColleagueClaim = "federation.stands-in-for";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            options.Cookie.Name = "federation.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
            options.SlidingExpiration = false;
            options.ExpireTimeSpan = TimeSpan.FromHours(12); // a working day
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "federation.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form-token";
            options.HeaderName = "X-Form-Token";
        });
    }

    /// <summary>The subject of a request, from its cookie; null when nobody is signed in.</summary>
    public static Subject? Of(HttpContext http) =>
        http.User.FindFirstValue(TokenClaim) is { } token ? http.RequestServices.GetService<ITokenReader>()?.Read(token) : null;

    /// <summary>The subject as the head of a page names it; what it may do is decided by <see cref="Acting"/>.</summary>
    public static Subject? Shown(HttpContext http) =>
        Of(http) is not { } own ? null : http.User.FindFirstValue(ColleagueClaim) is { } colleague ? own with { StandsInFor = colleague } : own;

    /// <summary>
    /// Who acts: the subject itself, or in the place of the colleague who lent it today. Null when the lending is over; the subject is then in its
    /// own place again.
    /// </summary>
    public static async ValueTask<Subject?> Acting(HttpContext http, Subject own)
    {
        if (http.User.FindFirstValue(ColleagueClaim) is not { } colleague)
            return own;
        var lent = await Delegations(http, own).StandIn(own, colleague);
        if (lent.Value is { } view)
            return view.Subject;
        await Change(http, own, null);
        return null;
    }

    /// <summary>Delegations of somebody's unit.</summary>
    public static IDelegationsGrain Delegations(HttpContext http, Subject own) =>
        http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IDelegationsGrain>(GrainKeys.Delegations(own.Unit));

    public static Task Begin(HttpContext http, Subject subject, string token) => Keep(http, subject, token, null);

    /// <summary>Takes a colleague's place, or one's own again.</summary>
    public static Task Change(HttpContext http, Subject own, string? colleague) => Keep(http, own, http.User.FindFirstValue(TokenClaim)!, colleague);

    private static Task Keep(HttpContext http, Subject subject, string token, string? colleague)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, subject.Actor), new(TokenClaim, token)];
        if (colleague is not null)
            claims.Add(new Claim(ColleagueClaim, colleague));
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);
}
