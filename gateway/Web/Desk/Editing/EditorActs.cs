using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Editing;

/// <summary>What an author does: begin, save, draft prose, dispose of a finding, hand in.</summary>
internal static class EditorActs
{
    /// <summary>The draft in the editor; a report without one, or of another unit, is only read.</summary>
    public static async Task<IResult> Show(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        if (report.View.Draft is not { } draft || !reports.May(report.Call, Permission.FileReports, report.View.Unit))
            return TypedResults.LocalRedirect("~" + With(report.At("read"), http));
        return Page(new EditorModel(report, draft, report.View.Findings)
        {
            Done = http.Request.Query["done"].ToString(),
            Unlocked = http.Request.Query["unlock"] == "1",
        });
    }

    /// <summary>Begins a draft: from what is known, or from what waits or counts.</summary>
    public static async Task<IResult> Begin(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        if (report.View.Draft is not null)
            return TypedResults.LocalRedirect("~" + report.At());
        var start = await report.Grain.Begin(report.Call.By);
        if (start.Value?.Draft is not { } content)
            return report.Call.Refused(start.Findings);
        var reply = await report.Grain.SaveDraft(new SaveReportDraft("", report.Call.By, content, report.View.Revision));
        return reply.Refused ? report.Call.Refused(reply.Findings) : DeskCall.Back(report.At(), "begun");
    }

    /// <summary>Saves what was typed, as one act; what somebody else saved meanwhile is not overwritten.</summary>
    public static async Task<IResult> Save(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (report, problem, _) = await Keep(unit, period, http, reports);
        return problem ?? DeskCall.Back(report!.At(), "saved");
    }

    /// <summary>报送: saves what was typed and hands it in; refused, it stays a draft with every finding beside its cell.</summary>
    public static async Task<IResult> Submit(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (saved, problem, typed) = await Keep(unit, period, http, reports);
        if (saved is not { } report)
            return problem!;
        var correction = (await http.Request.ReadFormAsync(http.RequestAborted))["correction"].ToString();
        var reply = await report.Grain.Submit(new SubmitReport("", report.Call.By, typed!.Content, report.View.Version, correction));
        return reply.Refused ? await Again(report, reports, reply.Findings, correction) : DeskCall.Back(report.At("read"), "submitted");
    }

    /// <summary>零报告: declares that there is nothing to report and hands it in, in one step.</summary>
    public static async Task<IResult> Nil(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        var (view, by) = (report.View, report.Call.By);
        if ((await http.Request.ReadFormAsync(http.RequestAborted))["sure"] != "yes")
            return report.Call.Refused([DeskRules.NotConfirmed.At("sure")]);
        var texts = report.Current?.Texts ?? ImmutableSortedDictionary<string, string>.Empty;
        var content = new ReportContent(Figures.NilReport(report.Form), texts, []);
        var kept = await report.Grain.SaveDraft(new SaveReportDraft("", by, content, view.Revision));
        if (kept.Refused)
            return report.Call.Refused(kept.Findings);
        var reply = await report.Grain.Submit(new SubmitReport("", by, content, view.Version));
        return reply.Refused ? await Again(report, reports, reply.Findings, "") : DeskCall.Back(report.At("read"), "submitted");
    }

    /// <summary>Drafts prose from the figures: the section asked for, or every one that is empty.</summary>
    public static async Task<IResult> DraftProse(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (saved, problem, typed) = await Keep(unit, period, http, reports);
        if (saved is not { } report)
            return problem!;
        var drafted = await report.Grain.DraftProse(report.Call.By, typed!.Content.Figures);
        if (drafted.Value?.Draft is not { } proposal)
            return await Again(report, reports, drafted.Findings, "");
        var asked = (await http.Request.ReadFormAsync(http.RequestAborted))["section"].ToString();
        var stored = typed.Content.Texts;
        ImmutableArray<TextEditMessage> edits =
        [
            .. proposal.Texts.Where(t => asked.Length > 0 ? t.Key == asked : !stored.ContainsKey(t.Key))
                .Select(t => new TextEditMessage(t.Key, stored.GetValueOrDefault(t.Key, ""), t.Value)),
        ];
        if (edits.IsEmpty)
            return DeskCall.Back(report.At(), "saved");
        var reply = await report.Grain.Edit(new EditReportDraft("", report.Call.By, [], edits));
        return reply.Refused ? report.Call.Refused(reply.Findings) : DeskCall.Back(report.At(), "drafted");
    }

    /// <summary>处置: says why a finding may stand.</summary>
    public static async Task<IResult> Dispose(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var place = form["finding"].ToString().Split('|', 2);
        DateOnly? until = DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (place.Length != 2 || string.IsNullOrWhiteSpace(form["reason"]) || (until is null && form["until"].ToString().Length > 0))
            return report.Call.Refused([ReportRules.DispositionIncomplete.At("reason")]);
        if (report.View.Draft is not { } draft)
            return TypedResults.LocalRedirect("~" + report.At());
        var said = new Disposition(place[0], place[1], form["reason"].ToString().Trim(), form["evidence"].ToString().Trim(), until, report.Call.By.Actor);
        var content = new ReportContent(draft.Figures, draft.Texts, draft.Dispositions.Where(d => d.Rule != said.Rule || d.Where != said.Where).Append(said));
        var reply = await report.Grain.SaveDraft(new SaveReportDraft("", report.Call.By, content, report.View.Revision));
        return reply.Refused ? report.Call.Refused(reply.Findings) : DeskCall.Back(report.At(), "disposed");
    }

    // Keeps what was typed. The page comes back with it, refused, when a cell cannot be read or somebody else was there meanwhile.
    private static async Task<(OpenReport? Report, IResult? Problem, TypedContent? Typed)> Keep(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return (null, problem, null);
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = TypedContent.Read(report.Current ?? ReportContent.Of(Figures.Blank(report.Form)), posted);
        var revision = long.TryParse(posted["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
        var reply = await report.Grain.SaveDraft(new SaveReportDraft("", report.Call.By, typed.Content, revision));
        if (reply.Refused && reply.Findings.Any(f => f.Code == Permissions.Denied.Code))
            return (null, report.Call.Refused(reply.Findings), null);
        var again = await reports.Find(report.Call, report.Place, report.Scope);
        if (again.Report is not { } now)
            return (null, again.Problem, null);
        if (!reply.Refused && typed.Unreadable.IsEmpty)
            return (now, null, typed);
        ImmutableArray<Finding> refusals = [.. reply.Refused ? reply.Findings : [], .. typed.Findings];
        return (null, Page(new EditorModel(now, typed.Content, [.. typed.Findings, .. now.View.Findings])
        {
            Refusals = refusals,
            Unreadable = typed.Unreadable,
            Correction = posted["correction"].ToString(),
        }, StatusCodes.Status422UnprocessableEntity), null);
    }

    private static async Task<IResult> Again(OpenReport report, OpenReports reports, ImmutableArray<Finding> findings, string correction)
    {
        var (now, problem) = await reports.Find(report.Call, report.Place, report.Scope);
        if (now?.View.Draft is not { } draft)
            return problem ?? report.Call.Refused(findings);
        return Page(new EditorModel(now, draft, [.. findings.Concat(now.View.Findings).Distinct()]) { Refusals = findings, Correction = correction }, StatusCodes.Status422UnprocessableEntity);
    }

    private static PageResult<EditorPage> Page(EditorModel model, int status = StatusCodes.Status200OK) =>
        new(model.Report.Call.Frame, status, (nameof(EditorPage.Model), model));

    private static string With(string address, HttpContext http) =>
        http.Request.Query["done"] is { Count: > 0 } done ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}" : address;
}
