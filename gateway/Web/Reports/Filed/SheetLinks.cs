using System.Collections.Immutable;
using Federation.Documents.Exchange;
using Federation.Domain.Reports;
using Federation.Web.Reports.Sheets;
using Federation.Web.Text;

namespace Federation.Web.Reports.Filed;

/// <summary>Ways from a document: to the totals, the other scope, the versions, the formats.</summary>
internal static class SheetLinks
{
    /// <summary>Formats that a reader can take with them.</summary>
    public static ImmutableArray<(ExportFormat Format, string Name)> Formats { get; } =
    [
        (ExportFormat.Pdf, "PDF"), (ExportFormat.Docx, "DOCX"), (ExportFormat.Xlsx, "XLSX"), (ExportFormat.Html, "HTML"), (ExportFormat.Json, "JSON"), (ExportFormat.Csv, "CSV"),
    ];

    /// <summary>The ways of one document.</summary>
    /// <param name="place">Unit and period.</param>
    /// <param name="scope">Scope shown.</param>
    /// <param name="history">Versions of that scope.</param>
    /// <param name="shown">Version shown; 0 when a total is shown.</param>
    /// <param name="wholeSealed">False when the whole territory is a total nobody has sealed.</param>
    /// <param name="mayReadAll">False leaves out versions that are not published.</param>
    public static ImmutableArray<ImmutableArray<SheetLink>> Of(Place place, ReportScope scope, ReportHistory history, long shown, bool wholeSealed, bool mayReadAll)
    {
        var (address, tail) = ($"/reports/{place.Address}", scope == ReportScope.Whole ? "?scope=whole" : "?scope=own");
        var current = history.Now.Filed?.Version ?? 0;
        var versions = history.Versions.DistinctBy(v => v.Version).Where(v => mayReadAll || history.Now.Publications.Any(p => p.Version == v.Version)).ToList();
        return
        [
            [
                new($"‹ {ReportWords.BackToTotals}", $"/totals/{place.Address}"),
                .. place.IsLeaf ? ImmutableArray<SheetLink>.Empty :
                [
                    new(ReportWords.OwnReport, $"{address}?scope=own", scope == ReportScope.Own),
                    new(wholeSealed || scope == ReportScope.Own ? ReportWords.WholeReport : ReportWords.WholeLive, $"{address}?scope=whole", scope == ReportScope.Whole),
                ],
                new(ReportWords.CorrectionList, $"/corrections/{place.Address}"),
            ],
            versions.Count < 2 && current > 0 ? [] :
            [
                .. versions.Select(v => new SheetLink(
                    ReportWords.VersionLink(v.Version, v.Version == current ? ReportWords.CurrentMark : v.Version > current ? ReportWords.ReturnedMark : ""),
                    $"{address}{tail}&version={v.Version}", v.Version == shown)),
            ],
            shown == 0 ? [] : [.. Formats.Select(f => new SheetLink(f.Name, $"{address}/files/{f.Name.ToLowerInvariant()}{tail}&version={shown}"))],
        ];
    }
}
