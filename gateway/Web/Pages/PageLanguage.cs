using Federation.Web.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Federation.Web.Pages;

/// <summary>Language of a request: <c>?lang=</c> first, which is then remembered in a cookie; Chinese when nothing is said.</summary>
internal static class PageLanguage
{
    private const string Name = "lang";

    public static PageFrame Frame(HttpContext http)
    {
        var asked = Words.Find(http.Request.Query[Name]);
        if (asked is not null)
            http.Response.Cookies.Append(Name, asked.Code, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        var rest = new QueryBuilder(http.Request.Query.Where(q => q.Key != Name).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? "")));
        return new PageFrame(asked ?? Words.Find(http.Request.Cookies[Name]) ?? Words.Chinese, http.Request.Path + rest.ToQueryString().ToUriComponent()) { By = Desk.SignIn.SignedIn.Shown(http) };
    }
}
