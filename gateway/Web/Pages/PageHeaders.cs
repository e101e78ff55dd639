using Microsoft.AspNetCore.Http;

namespace Federation.Web.Pages;

/// <summary>Headers of every page: its language, always asked for anew, and nothing may run or load but what is our own.</summary>
internal static class PageHeaders
{
    /// <summary>Sets them.</summary>
    /// <param name="response">Where.</param>
    /// <param name="lang">Language of the page.</param>
    /// <param name="style">Styles allowed beside our own sheets, as a source of a content security policy.</param>
    public static void Write(HttpResponse response, string lang, string style = "")
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentLanguage = lang;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Cookie";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' {style}; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    }
}
