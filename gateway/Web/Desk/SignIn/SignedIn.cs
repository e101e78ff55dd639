using System.Security.Claims;
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
    private const string TokenClaim = "federation.token";

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

    public static Task Begin(HttpContext http, Subject subject, string token)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, subject.Actor), new Claim(TokenClaim, token)], Scheme);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);
}
