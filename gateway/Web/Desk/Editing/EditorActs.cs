using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Editing;

/// <summary>What an author does: begin, save, draft prose, dispose of a finding, hand in.</summary>
internal static partial class EditorActs
{
    /// <summary>The draft in the editor; a report without one, or of another unit, is only read.</summary>
    public static async Task<IResult> Show(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        if (report.View.Draft is not { } draft || !reports.May(report.Call, Permission.FileReports, report.View.Unit))
            return TypedResults.LocalRedirect("~" + With(report.At("read"), http));
        return await Page(reports, new EditorModel(report, draft, report.View.Findings)
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
        var key = RequestIds.Of(await http.Request.ReadFormAsync(http.RequestAborted), "begin");
        var reply = await report.Grain.SaveDraft(new SaveReportDraft(key, report.Call.By, content, report.View.Revision));
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
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await Waiting(unit, period, http, reports, form) is { } already)
            return DeskCall.Back(already.At("read"), "submitted"); // sent twice: it waits as it was sent
        var (saved, problem, typed) = await Keep(unit, period, http, reports);
        if (saved is not { } report)
            return problem!;
        var correction = form["correction"].ToString();
        var reply = await report.Grain.Submit(new SubmitReport(RequestIds.Of(form, "submit"), report.Call.By, typed!.Content, report.View.Version, correction));
        return reply.Refused ? await Again(report, reports, reply.Findings, correction) : DeskCall.Back(report.At("read"), "submitted");
    }

    /// <summary>零报告: declares that there is nothing to report and hands it in, in one step.</summary>
    public static async Task<IResult> Nil(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        var (view, by) = (report.View, report.Call.By);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["sure"] != "yes")
            return report.Call.Refused([DeskRules.NotConfirmed.At("sure")]);
        var texts = report.Current?.Texts ?? ImmutableSortedDictionary<string, string>.Empty;
        var content = new ReportContent(Figures.NilReport(report.Form), texts, []);
        var kept = await report.Grain.SaveDraft(new SaveReportDraft(RequestIds.Of(form, "nil-draft"), by, content, view.Revision));
        if (kept.Refused)
            return report.Call.Refused(kept.Findings);
        var reply = await report.Grain.Submit(new SubmitReport(RequestIds.Of(form, "nil"), by, content, view.Version));
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
        var reply = await report.Grain.Edit(new EditReportDraft(RequestIds.Of(await http.Request.ReadFormAsync(http.RequestAborted), "draft-prose"), report.Call.By, [], edits));
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
        var reply = await report.Grain.SaveDraft(new SaveReportDraft(RequestIds.Of(form, "dispose"), report.Call.By, content, report.View.Revision));
        return reply.Refused ? report.Call.Refused(reply.Findings) : DeskCall.Back(report.At(), "disposed");
    }
}
