using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Authority;
using Federation.Domain.Authority;
using Federation.Domain.Findings;
using Federation.Domain.Time;
using Federation.Web.Desk.SignIn;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.StandIns;

/// <summary>代行: lends one's place to a colleague of the unit, takes one lent, and goes back.</summary>
internal static class StandInActs
{
    private const string Here = "/desk/stand-ins";

    public static Task<IResult> Show(HttpContext http, TimeProvider clock) => Page(http, clock, [], http.Request.Query["done"].ToString());

    /// <summary>Lends roles of one's own for a time.</summary>
    public static async Task<IResult> Grant(HttpContext http, TimeProvider clock)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Day(form["first"].ToString()) is not { } first || Day(form["last"].ToString()) is not { } last)
            return await Page(http, clock, [DeskRules.BadDay.At("first")], "");
        ImmutableArray<Role> roles = [.. form["role"].Select(r => Enum.TryParse<Role>(r, out var role) && Enum.IsDefined(role) ? role : (Role?)null).OfType<Role>()];
        var reply = await SignedIn.Delegations(http, call.Own).Grant(new GrantDelegation(call.By, form["to"].ToString().Trim(), roles, first, last, form["reason"].ToString()));
        return reply.Refused ? await Page(http, clock, reply.Findings, "") : DeskCall.Back(Here, "lent");
    }

    /// <summary>Ends a lending of one's own.</summary>
    public static async Task<IResult> End(HttpContext http, TimeProvider clock)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var number = int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var reply = await SignedIn.Delegations(http, call.Own).End(call.By, number);
        return reply.Refused ? await Page(http, clock, reply.Findings, "") : DeskCall.Back(Here, "lending-ended");
    }

    /// <summary>Takes a colleague's place; refused when nothing is lent today.</summary>
    public static async Task<IResult> Take(HttpContext http, TimeProvider clock)
    {
        var call = DeskCall.Of(http);
        var colleague = (await http.Request.ReadFormAsync(http.RequestAborted))["colleague"].ToString();
        var reply = await SignedIn.Delegations(http, call.Own).StandIn(call.Own, colleague);
        if (reply.Refused)
            return await Page(http, clock, reply.Findings, "");
        await SignedIn.Change(http, call.Own, colleague);
        return DeskCall.Back("/desk", "stands-in");
    }

    /// <summary>Goes back to one's own place.</summary>
    public static async Task<IResult> Leave(HttpContext http)
    {
        await SignedIn.Change(http, DeskCall.Of(http).Own, null);
        return DeskCall.Back("/desk", "own-place");
    }

    private static async Task<IResult> Page(HttpContext http, TimeProvider clock, ImmutableArray<Finding> refusals, string done)
    {
        var call = DeskCall.Of(http);
        var all = (await SignedIn.Delegations(http, call.Own).List(call.Own)).Value?.All ?? [];
        return new PageResult<StandInPage>(
            call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(StandInPage.Call), call),
            (nameof(StandInPage.All), all), (nameof(StandInPage.Today), clock.Today()), (nameof(StandInPage.Refusals), refusals), (nameof(StandInPage.Done), done));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
