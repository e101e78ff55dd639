using System.Collections.Immutable;
using Federation.Documents.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Domain.Catalogs;
using Federation.Web.Desk.Files;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Catalogs;

/// <summary>What an import of entries found or did.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Shelf">Under what the file is kept for the next step.</param>
/// <param name="Pushed">False: a dry run.</param>
/// <param name="Kind">Kind of rows that do not say theirs; empty: none.</param>
/// <param name="Complete">True: what the file does not list is removed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Steps">Every answer.</param>
public sealed record EntryOutcomes(string File, string Shelf, bool Pushed, string Kind, bool Complete, string Reason, ImmutableArray<EntryStep> Steps);

/// <summary>公开目录导入: entries of the own unit from a table; the differences first, then the choice.</summary>
internal static class EntryImportActs
{
    /// <summary>Where the page stands.</summary>
    public const string Path = "/desk/catalog/import";

    public static IResult Show(HttpContext http) => Page(DeskCall.Of(http), null);

    public static async Task<IResult> Take(HttpContext http, ImportShelf shelf, [FromServices] IEntryExchange? exchange)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (key, file) = await Brought(http, form, shelf, call);
        if (key is null)
            return call.Refused([DeskRules.ShelfFull.At("file")]);
        if (file is null || exchange is null)
            return call.Refused([DeskRules.NoFile.At("file")]);
        var (push, complete, kind, reason) = (form["mode"] == "push", form["complete"] == "1", form["kind"].ToString(), form["reason"].ToString());
        var steps = ImmutableArray.CreateBuilder<EntryStep>();
        var wanted = new EntryFile(file.Name, file.Content, CatalogWords.KindOf(kind), push, complete, reason, push ? key : "");
        await foreach (var step in exchange.Import(call.By, call.By.Unit, wanted, http.RequestAborted))
            steps.Add(step);
        return Page(call, new EntryOutcomes(file.Name, key, push, kind, complete, reason, steps.ToImmutable()));
    }

    public static IResult Template()
    {
        var bytes = new MemoryStream();
        CatalogWorkbook.Template(bytes, "公开目录填报表", Enum.GetValues<EntryKind>());
        return TypedResults.File(bytes.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "公开目录填报表.xlsx");
    }

    private static async Task<(string? Key, ShelvedFile? File)> Brought(HttpContext http, IFormCollection form, ImportShelf shelf, DeskCall call)
    {
        if (form["shelf"].ToString() is { Length: > 0 } kept)
            return (kept, shelf.Get(call.By.Actor, kept));
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
            return ("", null);
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, http.RequestAborted);
        var key = shelf.Put(call.By.Actor, System.IO.Path.GetFileName(upload.FileName), bytes.ToArray());
        return (key, key is null ? null : shelf.Get(call.By.Actor, key));
    }

    private static PageResult<EntryImportPage> Page(DeskCall call, EntryOutcomes? outcome) =>
        new(call.Frame, StatusCodes.Status200OK, (nameof(EntryImportPage.Call), call), (nameof(EntryImportPage.Outcome), outcome));
}
