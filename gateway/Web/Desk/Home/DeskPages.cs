using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Home;

/// <summary>The desk.</summary>
internal static class DeskPages
{
    public static async Task<IResult> Show(HttpContext http, DeskReader reader)
    {
        var call = DeskCall.Of(http);
        return new PageResult<DeskPage>(call.Frame, StatusCodes.Status200OK, (nameof(DeskPage.Call), call), (nameof(DeskPage.Periods), await reader.Read(call, http.RequestAborted)));
    }
}
