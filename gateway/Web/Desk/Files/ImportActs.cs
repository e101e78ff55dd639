using System.Collections.Immutable;
using Federation.Documents.Exchange;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Files;

/// <summary>Reports as files: a dry run first, then drafts or hand-in; templates; exports.</summary>
internal static class ImportActs
{
    public static IResult Show(HttpContext http)
    {
        var call = DeskCall.Of(http);
        return Page(call, http.Request.Query["period"].ToString(), null, StatusCodes.Status200OK);
    }

    public static async Task<IResult> Take(HttpContext http, ImportShelf shelf, [FromServices] IReportExchange? exchange)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var periodText = form["period"].ToString();
        PeriodId? period = null;
        if (periodText.Length > 0 && !PeriodId.TryParse(periodText, out period))
            return call.Refused([ReportRules.BadPeriod.At("period")]);
        var mode = form["mode"].ToString() switch { "draft" => ImportMode.Draft, "submit" => ImportMode.Submit, _ => ImportMode.DryRun };
        var (key, file) = await Brought(http, form, shelf, call);
        if (key is null)
            return call.Refused([DeskRules.ShelfFull.At("file")]);
        if (file is null || exchange is null)
            return call.Refused([DeskRules.NoFile.At("file")]);
        var steps = ImmutableArray.CreateBuilder<ImportStep>();
        var wanted = new ImportFile(file.Name, file.Content, period, mode, form["correction"].ToString(), mode == ImportMode.DryRun ? "" : $"{key}-{mode}");
        await foreach (var step in exchange.Import(call.By, wanted, http.RequestAborted))
            steps.Add(step);
        return Page(call, periodText, new ImportOutcome(file.Name, key, mode, steps.ToImmutable(), form["correction"].ToString()), StatusCodes.Status200OK);
    }

    public static async Task<IResult> Template(string unit, string period, HttpContext http, Places places, [FromServices] IReportExchange? exchange)
    {
        var call = DeskCall.Of(http);
        var found = await places.Find(unit, period, http.RequestAborted);
        if (found.Place is not { } place || exchange is null)
            return Problems.NotFound(call.Frame, found.Findings);
        var (file, findings) = await exchange.Template(call.By, place.Row.Unit, place.Roster.Period, ScopeOf(http), http.Request.Query["below"] == "1", http.RequestAborted);
        return Sent(call, file, findings);
    }

    public static async Task<IResult> Export(string unit, string period, string format, HttpContext http, Places places, [FromServices] IReportExchange? exchange)
    {
        var call = DeskCall.Of(http);
        var found = await places.Find(unit, period, http.RequestAborted);
        if (found.Place is not { } place || exchange is null || !Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
            return Problems.NotFound(call.Frame, found.Findings);
        var (file, findings) = await exchange.Export(call.By, place.Row.Unit, place.Roster.Period, ScopeOf(http), 0, wanted, http.RequestAborted);
        return Sent(call, file, findings);
    }

    private static async Task<(string? Key, ShelvedFile? File)> Brought(HttpContext http, IFormCollection form, ImportShelf shelf, DeskCall call)
    {
        if (form["shelf"].ToString() is { Length: > 0 } kept)
            return (kept, shelf.Get(call.By.Actor, kept));
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
            return ("", null);
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, http.RequestAborted);
        var key = shelf.Put(call.By.Actor, Path.GetFileName(upload.FileName), bytes.ToArray());
        return (key, key is null ? null : shelf.Get(call.By.Actor, key));
    }

    private static ReportScope ScopeOf(HttpContext http) => http.Request.Query["scope"] == "whole" ? ReportScope.Whole : ReportScope.Own;

    private static IResult Sent(DeskCall call, ExportedFile? file, ImmutableArray<Finding> findings) =>
        file is null ? call.Refused(findings) : TypedResults.File(file.Content.ToArray(), file.MediaType, file.Name);

    private static PageResult<ImportPage> Page(DeskCall call, string period, ImportOutcome? outcome, int status) =>
        new(call.Frame, status, (nameof(ImportPage.Call), call), (nameof(ImportPage.Period), period), (nameof(ImportPage.Outcome), outcome));
}

/// <summary>What an import found or did.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Shelf">Where it is kept.</param>
/// <param name="Mode">What was wanted.</param>
/// <param name="Steps">One for each report, and for the file.</param>
/// <param name="Correction">Reason given for corrections.</param>
public sealed record ImportOutcome(string File, string Shelf, ImportMode Mode, ImmutableArray<ImportStep> Steps, string Correction);
