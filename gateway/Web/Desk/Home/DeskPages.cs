using System.Collections.Immutable;
using Federation.Contracts.Authority;
using Federation.Domain.Divisions;
using Federation.Web.Desk.SignIn;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Home;

/// <summary>The desk.</summary>
internal static class DeskPages
{
    public static async Task<IResult> Show(HttpContext http, DeskReader reader, DeskPlansReader plans, [FromServices] DeskCatalogReader catalog, IDivisions divisions)
    {
        var call = DeskCall.Of(http);
        ImmutableArray<DelegationView> lent = (await SignedIn.Delegations(http, call.Own).List(call.Own)).Value?.All ?? [];
        return new PageResult<DeskPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(DeskPage.Call), call), (nameof(DeskPage.Periods), await reader.Read(call, http, http.RequestAborted)),
            (nameof(DeskPage.UnitName), divisions.Today.Find(call.By.Unit)?.Name ?? ""), (nameof(DeskPage.Offered), lent.Where(d => d.Holds && d.To == call.Own.Person).Select(d => d.From).Distinct().ToImmutableArray()),
            (nameof(DeskPage.Plans), await plans.Read(call, http.RequestAborted)), (nameof(DeskPage.Catalog), await catalog.Read(call, http.RequestAborted)), (nameof(DeskPage.Done), http.Request.Query["done"].ToString()));
    }
}
