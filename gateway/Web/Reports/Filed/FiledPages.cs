using Federation.Documents.Exchange;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Federation.Web.Reports.Annual;
using Federation.Web.Reports.Sheets;
using Federation.Web.Text;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Reports.Filed;

/// <summary>年度报告: the document of a unit, as it was sealed, or as a total where nobody has sealed one; and its files.</summary>
internal static class FiledPages
{
    public static async Task<IResult> Report(
        string unit, string period, string? scope, long? version, HttpContext http, Places places, FiledReader reader, Readers readers, ReportPage page, AnnualReports totals, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        if (found.Place is not { } place)
            return Problems.NotFound(frame, found.Findings);
        var (filed, history, read, findings) = await reader.Find(place, scope, version, ct);
        if (!findings.IsEmpty)
            return Problems.NotFound(frame, findings);
        var all = readers.MayReadAll(frame, place.Row.Unit);
        if (filed is not null)
        {
            return Readers.Shown(filed, all, version is > 0) is { } open
                ? new SheetPages.Result(FiledSheet.Of(open, all, await page.Trend(open.ToDocument(), ct)))
                : Readers.NotPublished(frame, place);
        }
        var sheet = (await totals.Build(place, ct)).ToSheet();
        var shown = place.IsLeaf ? read : ReportScope.Whole; // a total is the territory's, whatever was asked for
        return new SheetPages.Result(sheet with
        {
            Cautions = [.. history!.Versions.IsEmpty ? [] : (string[])[ReportWords.Returned], .. sheet.Cautions],
            Links = SheetLinks.Of(place, shown, history, 0, wholeSealed: false, all),
        });
    }

    public static async Task<IResult> Download(
        string unit, string period, string format, string? scope, long? version, HttpContext http, Places places, FiledReader reader, Readers readers, ReportFiles files, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        if (found.Place is not { } place)
            return Problems.NotFound(frame, found.Findings);
        var known = SheetLinks.Formats.Where(f => f.Name.Equals(format, StringComparison.OrdinalIgnoreCase)).Select(f => (ExportFormat?)f.Format).FirstOrDefault();
        if (known is null)
            return Problems.NotFound(frame, [ReportRules.NothingFiled.At("format", $"没有“{format}”这种格式", $"there is no format '{format}'")]);
        var (filed, _, _, findings) = await reader.Find(place, scope, version, ct);
        if (filed is null)
            return Problems.NotFound(frame, findings.IsEmpty ? [ReportRules.NothingFiled.At("version", "没有已签发的报告可供下载", "no sealed report is there to download")] : findings);
        if (Readers.Shown(filed, readers.MayReadAll(frame, place.Row.Unit), version is > 0) is not { } open)
            return Readers.NotPublished(frame, place);
        var (file, troubles) = await files.WriteAsync(open.ToDocument(), known.Value, ct);
        return file is null ? Problems.NotFound(frame, troubles) : TypedResults.Bytes(file.Content, file.MediaType, file.Name);
    }
}
