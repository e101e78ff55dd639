using System.Collections.Immutable;
using System.Text.Json;
using Federation.Contracts.Reports;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Editing;

/// <summary>自动保存: takes changes of single places, each with what the editor saw; a conflict is answered with both sides.</summary>
internal static class Autosave
{
    private const int MostChanges = 1000;

    public static async Task<IResult> Take(string unit, string period, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        Changes? changes;
        try
        {
            changes = await http.Request.ReadFromJsonAsync<Changes>(http.RequestAborted);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
        if (changes?.Cells is null || changes.Texts is null || changes.Request is not { Length: <= 60 } || changes.Cells.Length + changes.Texts.Length > MostChanges
            || changes.Cells.Any(c => c?.Id is null || c.Was is null || c.Now is null) || changes.Texts.Any(t => t?.Id is null || t.Was is null || t.Now is null))
            return TypedResults.BadRequest();

        var unreadable = new List<Finding>();
        var cells = changes.Cells.Select(c => Read(report.Form, c, unreadable)).OfType<CellEditMessage>().ToImmutableArray();
        ImmutableArray<TextEditMessage> texts = [.. changes.Texts.Select(t => new TextEditMessage(t.Id, t.Was, t.Now))];
        var by = report.Call.By;
        var reply = await report.Grain.Edit(new EditReportDraft(changes.Request, by, cells, texts));
        ImmutableArray<Finding> conflicts = [.. reply.Refused ? reply.Findings.Where(f => f.Code == ReportRules.EditConflict.Code) : []];
        if (!conflicts.IsEmpty && conflicts.Length == reply.Findings.Length)
        {
            // the rest is kept all the same
            var contested = conflicts.Select(f => f.Where).ToHashSet();
            (cells, texts) = ([.. cells.Where(c => !contested.Contains(c.Cell))], [.. texts.Where(t => !contested.Contains(t.Section))]);
            if (cells.Length + texts.Length > 0)
                reply = await report.Grain.Edit(new EditReportDraft(changes.Request.Length > 0 ? changes.Request + "-r" : "", by, cells, texts));
        }
        var (now, trouble) = await reports.Find(report.Call, report.Place, report.Scope);
        if (now is null)
            return trouble!;
        var refused = reply.Refused ? reply.Findings.Where(f => f.Blocks && f.Code != ReportRules.EditConflict.Code) : [];
        return TypedResults.Json(Answer(now, conflicts, [.. unreadable, .. refused]), statusCode: conflicts.IsEmpty && !refused.Any() ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static CellEditMessage? Read(ReportForm form, Change change, List<Finding> unreadable)
    {
        if (form.Find(change.Id) is not { } cell)
        {
            unreadable.Add(ReportRules.UnknownCell.At(change.Id));
            return null;
        }
        var (now, finding) = CellText.Read(cell, change.Now);
        if (finding is null)
            return new CellEditMessage(cell.Id, CellText.Read(cell, change.Was).Value, now);
        unreadable.Add(finding);
        return null;
    }

    private static object Answer(OpenReport report, ImmutableArray<Finding> conflicts, ImmutableArray<Finding> refused)
    {
        var content = report.Current ?? ReportContent.Of(Figures.Blank(report.Form));
        return new
        {
            revision = report.View.Revision,
            cells = report.Form.Cells.ToDictionary(c => c.Id, c => CellText.Write(c, content.Figures[c.Index])),
            texts = report.Form.Prose.ToDictionary(s => s.Id, s => content.Texts.GetValueOrDefault(s.Id, "")),
            conflicts = conflicts.Select(f => f.Where),
            unreadable = refused.Select(f => f.Where),
            findings = refused.Concat(report.View.Findings).Select(f => new
            {
                f.Code,
                where = f.Where,
                anchor = EditorModel.AnchorOf(report.Form, f.Where),
                place = report.Call.D.PlaceOf(report.Form, f.Where),
                severity = f.Severity.ToString().ToLowerInvariant(),
                weight = report.Call.D.Weight(f.Severity),
                text = report.Call.Frame.Words.Of(f),
                f.Basis,
                disposable = EditorModel.MayBeDisposed(f),
            }),
        };
    }

    private sealed record Changes(string Request, Change[] Cells, Change[] Texts);

    private sealed record Change(string Id, string Was, string Now);
}
