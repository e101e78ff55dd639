using System.Collections.Immutable;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Corrections;

/// <summary>A correction of one report.</summary>
/// <param name="Row">Whose report.</param>
/// <param name="Above">Names from the province down to the unit above it.</param>
/// <param name="Scope">Own office or the whole territory.</param>
/// <param name="Before">What counted before.</param>
/// <param name="After">What corrects it.</param>
/// <param name="Cells">Cells that differ.</param>
public sealed record CorrectionLine(RosterRow Row, string Above, ReportScope Scope, Filing Before, Filing After, ImmutableArray<CorrectedCell> Cells);

/// <summary>A cell before and after.</summary>
public sealed record CorrectedCell(FormCell Cell, CellValue Before, CellValue After);

/// <summary>What the page of corrections shows.</summary>
/// <param name="Place">Territory and period.</param>
/// <param name="Lines">Corrections, newest first.</param>
/// <param name="Shown">Units that were looked at.</param>
/// <param name="Total">Units with a correction that counts.</param>
public sealed record CorrectionsModel(Place Place, ImmutableArray<CorrectionLine> Lines, int Shown, long Total);

/// <summary>Reads every correction at or below a unit.</summary>
internal sealed class CorrectionsReader(IReadModels readModels, IReportHistories histories)
{
    private const int MostUnits = 100;

    public async Task<CorrectionsModel> Read(Place place, CancellationToken ct)
    {
        var (roster, top) = place;
        var corrected = new List<RosterRow>();
        long total = 0;
        for (var after = top.Ord - 1; await readModels.Filings(roster.Period.ToString(), after, top.Last, 1000, ct) is { IsEmpty: false } page; after = page[^1].Unit.Ord)
        {
            foreach (var (unit, _) in page.Where(p => p.Filing.Corrected > 0))
            {
                if (++total <= MostUnits)
                    corrected.Add(unit);
            }
        }
        var lines = new List<CorrectionLine>();
        foreach (var row in corrected)
            lines.AddRange(Lines(roster, row, ReportScope.Own, await histories.CorrectionsOf(row.Unit, roster.Period, ct)));
        if (!place.IsLeaf) // of the whole territory's report there is one
            lines.AddRange(Lines(roster, top, ReportScope.Whole, (await histories.Find(top.Unit, roster.Period, ReportScope.Whole, ct)).Corrections));
        return new CorrectionsModel(place, [.. lines.OrderByDescending(l => l.After.At)], corrected.Count, total);
    }

    private static IEnumerable<CorrectionLine> Lines(Roster roster, RosterRow row, ReportScope scope, ImmutableArray<(Filing After, Filing Before)> corrections) =>
        corrections.Select(c => new CorrectionLine(
            row, string.Join(" › ", roster.PathOf(row).SkipLast(1)), scope, c.Before, c.After,
            [
                .. roster.Form.Cells.Select(cell => new CorrectedCell(cell, c.Before.Content.Figures[cell.Index], c.After.Content.Figures[cell.Index]))
                    .Where(d => d.Before != d.After),
            ]));
}
