using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>What a territory's whole report must add up to: its own office, its agencies, its child territories, as they stand now.</summary>
/// <param name="Own">本级: filed by its own office.</param>
/// <param name="Agencies">部门: filed by its agencies.</param>
/// <param name="Children">下级: totals of its child territories.</param>
/// <param name="Expected">How many bodies must file in the territory.</param>
/// <param name="Filed">How many have.</param>
/// <param name="Version">Version of the total that it was read from.</param>
public sealed record TerritoryParts(Tally Own, Tally Agencies, Tally Children, long Expected, long Filed, long Version)
{
    /// <summary>All three added up, cell by cell.</summary>
    public ImmutableArray<long> Sum(ReportForm form)
    {
        var sums = new long[form.Cells.Length];
        Own.AddTo(sums);
        Agencies.AddTo(sums);
        Children.AddTo(sums);
        return ImmutableArray.Create(sums);
    }

    /// <summary>The figures that the whole report should hold: every cell a number.</summary>
    public Figures ToFigures(ReportForm form) => Figures.Of(form, Tally.Of(Sum(form).AsSpan()));
}

/// <summary>A cell in which two versions of a figure differ.</summary>
/// <param name="Cell">Cell id.</param>
/// <param name="Before">As sealed.</param>
/// <param name="After">As it stands now.</param>
public readonly record struct CellDifference(string Cell, long Before, long After);

/// <summary>
/// 三方勾稽: the whole report of a territory equals own office + agencies + child territories in every cell (I12). A hard gate; the
/// difference is named with the three parts.
/// </summary>
/// <remarks>Source: 国办公开办函〔2021〕30号 (reports of governments are to be complete with departments and lower governments), DOMAIN identity I12.</remarks>
public static class Reconciliation
{
    /// <summary>Compares stated figures with the parts.</summary>
    /// <param name="stated">Figures of the whole report.</param>
    /// <param name="parts">The parts as they stand.</param>
    /// <returns>AR-080 for every cell to be filled in that differs; AR-081 as a warning while bodies are missing. A cell that is faulty by itself waits for its own rule.</returns>
    public static IEnumerable<Finding> Check(Figures stated, TerritoryParts parts)
    {
        var sums = parts.Sum(stated.Form);
        foreach (var cell in stated.Form.Cells.Where(c => !c.Derived && IsSound(stated[c.Index]) && stated[c.Index].Value != sums[c.Index]))
            yield return Differs(cell, stated[cell.Index].Value, parts, sums[cell.Index]);
        if (parts.Filed < parts.Expected)
        {
            var (filed, expected) = (parts.Filed.ToString("N0", CultureInfo.InvariantCulture), parts.Expected.ToString("N0", CultureInfo.InvariantCulture));
            yield return ReportRules.WholeIncomplete.At("", $"全辖区应报 {expected} 个,已报 {filed} 个,尚缺 {parts.Expected - parts.Filed} 个", $"{filed} of {expected} bodies are in, {parts.Expected - parts.Filed} are missing");
        }
    }

    /// <summary>Cells in which figures once sealed differ from the parts as they stand: a later correction below has re-opened them.</summary>
    public static ImmutableArray<CellDifference> Since(Figures sealedFigures, TerritoryParts parts)
    {
        var sums = parts.Sum(sealedFigures.Form);
        return [.. sealedFigures.Form.Cells.Where(c => sealedFigures[c.Index].Value != sums[c.Index]).Select(c => new CellDifference(c.Id, sealedFigures[c.Index].Value, sums[c.Index]))];
    }

    private static bool IsSound(CellValue value) => value.State != CellState.Missing && value.Value is >= 0 and <= FigureCheck.Largest;

    private static Finding Differs(FormCell cell, long stated, TerritoryParts parts, long sum)
    {
        (string Zh, string En, long Value)[] three =
            [("本级", "own office", parts.Own[cell.Index]), ("部门", "agencies", parts.Agencies[cell.Index]), ("下级", "child territories", parts.Children[cell.Index])];
        var zh = string.Join(" + ", three.Select(p => $"{p.Zh} {FigureCheck.Print(cell, p.Value)}"));
        var en = string.Join(" + ", three.Select(p => $"{p.En} {FigureCheck.Print(cell, p.Value)}"));
        var left = three.Where(p => p.Value != 0 && sum - p.Value == stated).ToList(); // the usual mistake: one part was forgotten
        var (hint, hintEn) = left.Count == 1 ? ($",恰好缺{left[0].Zh}数", $", exactly without the {left[0].En}") : ("", "");
        return ReportRules.WholeDiffers.At(
            cell.Id,
            $"“{cell.Label}”填 {FigureCheck.Print(cell, stated)},应为 {FigureCheck.Print(cell, sum)}({zh}),相差 {FigureCheck.Print(cell, stated - sum)}{hint}",
            $"{cell.Id} says {FigureCheck.Print(cell, stated)}, the parts add to {FigureCheck.Print(cell, sum)} ({en}), apart by {FigureCheck.Print(cell, stated - sum)}{hintEn}");
    }
}
