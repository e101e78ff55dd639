using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Desk.Reading;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk;

/// <summary>A report that somebody works on, as it stands now.</summary>
/// <param name="Call">Who works on it.</param>
/// <param name="Place">Unit and period.</param>
/// <param name="Scope">Own office or whole territory.</param>
/// <param name="Grain">The report.</param>
/// <param name="View">As it stands.</param>
public sealed record OpenReport(DeskCall Call, Place Place, ReportScope Scope, IReportGrain Grain, ReportView View)
{
    /// <summary>Its form.</summary>
    public ReportForm Form => Place.Roster.Form;

    /// <summary>Address of its page, or of an act on it.</summary>
    /// <param name="act">Empty for the page itself.</param>
    public string At(string act = "") =>
        $"/desk/reports/{Place.Address}{(act.Length == 0 ? "" : "/" + act)}{(Scope == ReportScope.Whole ? "?scope=whole" : "")}";

    /// <summary>What the editor begins with, or an approver reads: the draft, or what waits, or what counts.</summary>
    public ReportContent? Current => View.Draft ?? View.Pending?.Content ?? View.Filed?.Content;

    /// <summary>True when an accepted filing stands, so that a change needs a reason.</summary>
    public bool IsCorrection => View.State is ReportState.Accepted or ReportState.Published || View.Filed is { Corrects: > 0 };
}

/// <summary>Finds reports for working pages.</summary>
internal sealed class OpenReports(Places places, IGrainFactory grains, IDivisions divisions)
{
    /// <summary>A whole-territory report beside its parts; null for an own office's.</summary>
    public Task<Reconciled?> Parts(OpenReport report, ReportContent? content) => Reconciler.Read(grains, report, content);

    /// <summary>The report of an address; or the page that says why it is not shown.</summary>
    public async Task<(OpenReport? Report, IResult? Problem)> Find(HttpContext http, string unit, string period)
    {
        var call = DeskCall.Of(http);
        var found = await places.Find(unit, period, http.RequestAborted);
        if (found.Place is not { } place)
            return (null, Problems.NotFound(call.Frame, found.Findings));
        var scope = http.Request.Query["scope"] == "whole" ? ReportScope.Whole : ReportScope.Own;
        return await Find(call, place, scope);
    }

    public async Task<(OpenReport? Report, IResult? Problem)> Find(DeskCall call, Place place, ReportScope scope)
    {
        var grain = grains.GetGrain<IReportGrain>(GrainKeys.Report(place.Row.Unit, place.Roster.Period, scope));
        var reply = await grain.Get(call.By);
        return reply.Value is { } view ? (new OpenReport(call, place, scope, grain, view), null) : (null, call.Refused(reply.Findings));
    }

    public bool May(DeskCall call, Permission permission, UnitId unit) => call.May(permission, unit, divisions);
}
