using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Editing;

/// <summary>Keeping what was typed, and showing it again when it was refused.</summary>
internal static partial class EditorActs
{
    // Keeps what was typed. The page comes back with it, refused, when a cell cannot be read or somebody else was there meanwhile.
    private static async Task<(OpenReport? Report, IResult? Problem, TypedContent? Typed)> Keep(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return (null, problem, null);
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = TypedContent.Read(report.Current ?? ReportContent.Of(Figures.Blank(report.Form)), posted);
        var revision = long.TryParse(posted["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
        var reply = await report.Grain.SaveDraft(new SaveReportDraft(RequestIds.Of(posted, "save"), report.Call.By, typed.Content, revision));
        if (reply.Refused && reply.Findings.Any(f => f.Code == Permissions.Denied.Code))
            return (null, report.Call.Refused(reply.Findings), null);
        var again = await reports.Find(report.Call, report.Place, report.Scope);
        if (again.Report is not { } now)
            return (null, again.Problem, null);
        if (!reply.Refused && typed.Unreadable.IsEmpty)
            return (now, null, typed);
        ImmutableArray<Finding> refusals = [.. reply.Refused ? reply.Findings : [], .. typed.Findings];
        return (null, await Page(reports, new EditorModel(now, typed.Content, [.. typed.Findings, .. now.View.Findings])
        {
            Refusals = refusals,
            Unreadable = typed.Unreadable,
            Correction = posted["correction"].ToString(),
        }, StatusCodes.Status422UnprocessableEntity), null);
    }

    // The report when just what is posted waits for its approver already, handed in by the same person.
    private static async Task<OpenReport?> Waiting(string unit, string period, HttpContext http, OpenReports reports, IFormCollection posted)
    {
        if ((await reports.Find(http, unit, period)).Report is not { View: { Draft: null, Pending: { } pending } } report || pending.Author != report.Call.By.Actor)
            return null;
        var typed = TypedContent.Read(pending.Content, posted);
        return typed.Unreadable.IsEmpty && typed.Content.Equals(pending.Content) && posted["correction"].ToString().Trim() == pending.Correction ? report : null;
    }

    private static async Task<IResult> Again(OpenReport report, OpenReports reports, ImmutableArray<Finding> findings, string correction)
    {
        var (now, problem) = await reports.Find(report.Call, report.Place, report.Scope);
        if (now?.View.Draft is not { } draft)
            return problem ?? report.Call.Refused(findings);
        return await Page(reports, new EditorModel(now, draft, [.. findings.Concat(now.View.Findings).Distinct()]) { Refusals = findings, Correction = correction }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Page(OpenReports reports, EditorModel model, int status = StatusCodes.Status200OK) => new PageResult<EditorPage>(
        model.Report.Call.Frame, status, (nameof(EditorPage.Model), model with { Parts = await reports.Parts(model.Report, model.Content) }));

    private static string With(string address, HttpContext http) =>
        http.Request.Query["done"] is { Count: > 0 } done ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}" : address;
}
