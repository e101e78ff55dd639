using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Authority;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Superior;

/// <summary>When somebody looked last at the corrections below a unit. Kept in a cookie: it is a convenience of one browser and no record.</summary>
internal static class LastLook
{
    /// <summary>The moment; null when never in this browser.</summary>
    public static DateTimeOffset? Of(HttpContext http, Subject by, Place place) =>
        long.TryParse(http.Request.Cookies[Name(by, place)], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Remembers a look.</summary>
    public static void Keep(HttpContext http, Subject by, Place place, DateTimeOffset at) => http.Response.Cookies.Append(
        Name(by, place), at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        new CookieOptions { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true, Secure = http.Request.IsHttps });

    private static string Name(Subject by, Place place) =>
        "federation.look." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{by.Actor} {place.Address}")))[..12];
}
