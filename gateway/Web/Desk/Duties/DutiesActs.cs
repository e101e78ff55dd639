using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.Time;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Duties;

/// <summary>责任清单: reads the duties of a unit, and does what the reader may do about them.</summary>
internal static class DutiesActs
{
    public static IResult Own(HttpContext http, TimeProvider clock) => TypedResults.LocalRedirect($"~/desk/duties/{DeskCall.Of(http).By.Unit}/{clock.Today().Year}");

    public static async Task<IResult> Show(string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains)
    {
        var call = DeskCall.Of(http);
        if (BookOf(unit, year, divisions, grains) is not ({ } named, { } book))
            return call.Refused([DivisionRules.UnknownUnit.At("unit")]);
        var reply = await book.Get(call.By);
        return reply.Value is not { } view
            ? call.Refused(reply.Findings)
            : new PageResult<DutiesPage>(
                call.Frame, StatusCodes.Status200OK, (nameof(DutiesPage.Call), call), (nameof(DutiesPage.Name), named.Name), (nameof(DutiesPage.Book), view),
                (nameof(DutiesPage.MayWork), call.May(Permission.WorkDuties, named.Id, divisions)), (nameof(DutiesPage.MayReview), call.May(Permission.ReviewDuties, named.Id, divisions)));
    }

    public static Task<IResult> Accept(string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains) => Act(
        unit, year, http, divisions, grains, "accepted",
        (book, call, form) => book.Accept(new AcceptDuties(RequestIds.Of(form, "accept"), call.By, [.. form["pick"].Select(p => DutyId.TryParse(p, out var id) ? id : null).OfType<DutyId>()])),
        form => form["pick"].Count > 0);

    public static Task<IResult> Evidence(string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains) => Act(
        unit, year, http, divisions, grains, "given",
        (book, call, form) => book.Give(new GiveEvidence(
            RequestIds.Of(form, "evidence"), call.By, DutyId.Parse(form["duty"].ToString()), form["kind"].ToString(), form["reference"].ToString(),
            Occurrence: int.TryParse(form["occurrence"], NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence) ? occurrence : null,
            Value: decimal.TryParse(form["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null)));

    public static Task<IResult> RaiseObjection(string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains) => Act(
        unit, year, http, divisions, grains, "objected",
        (book, call, form) => book.RaiseObjection(new ObjectToDuty(RequestIds.Of(form, "object"), call.By, DutyId.Parse(form["duty"].ToString()), form["reason"].ToString())));

    public static Task<IResult> Review(string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains) => Act(
        unit, year, http, divisions, grains, "reviewed",
        (book, call, form) => book.Review(new ReviewEvidence(
            RequestIds.Of(form, "review"), call.By, DutyId.Parse(form["duty"].ToString()), int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            form["how"] == "accept", form["reason"].ToString())));

    public static Task<IResult> Close(string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains) => Act(
        unit, year, http, divisions, grains, "closed", (book, call, form) => book.Close(new CloseDuty(RequestIds.Of(form, "close"), call.By, DutyId.Parse(form["duty"].ToString()))));

    private static async Task<IResult> Act(
        string unit, int year, HttpContext http, IDivisions divisions, IGrainFactory grains, string done,
        Func<IObligationBookGrain, DeskCall, IFormCollection, Task<Reply<DutyBookView>>> act, Func<IFormCollection, bool>? complete = null)
    {
        var call = DeskCall.Of(http);
        if (BookOf(unit, year, divisions, grains) is not ({ } named, { } book))
            return call.Refused([DivisionRules.UnknownUnit.At("unit")]);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (complete is null ? !DutyId.TryParse(form["duty"], out _) : !complete(form))
            return call.Refused([DeskRules.NothingChosen.At("duty")]);
        var reply = await act(book, call, form);
        return reply.Refused ? call.Refused(reply.Findings) : DeskCall.Back($"/desk/duties/{named.Id}/{year}", done);
    }

    private static (Unit? Unit, IObligationBookGrain? Book) BookOf(string unit, int year, IDivisions divisions, IGrainFactory grains) =>
        year is > 2007 and < 3000 && UnitId.TryParse(unit, out var id) && divisions.Today.Find(id) is { } found ? (found, grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(id, year))) : default;
}
