using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// 年度衔接: what a report says of the past against what was sealed then, in the form that was used then. A break, after a merger for
/// example, may stand when it is explained with evidence.
/// </summary>
public static class ContinuityCheck
{
    /// <summary>Compares a report with the one before.</summary>
    /// <param name="figures">This period's.</param>
    /// <param name="before">Sealed figures of the same unit, or of those it was merged from, one period before; the form may be another.</param>
    /// <returns>One finding for each continuity that is broken. One with a missing cell, now or then, waits for that cell; one that the earlier form cannot answer is left out.</returns>
    public static IEnumerable<Finding> Check(Figures figures, Figures before)
    {
        foreach (var continuity in figures.Form.Continuities)
        {
            if (continuity.In(before.Form) is not { } then || Unknown(figures, continuity.Now) || Unknown(before, then))
                continue;
            var (said, was) = (continuity.Now.Sum(t => t.Sign * figures[t.Cell].Value), then.Sum(t => t.Sign * before[t.Cell].Value));
            if (said != was)
                yield return Broken(figures, continuity, was);
        }
    }

    private static bool Unknown(Figures figures, IEnumerable<TermNow> terms) => terms.Any(t => figures[t.Cell].State is CellState.Missing or CellState.NotDue);

    // The sentence speaks of the one cell: what stands there, and what should, given last year's figures and the other cells of this year.
    private static Finding Broken(Figures figures, Continuity continuity, long was)
    {
        var cell = figures.Form.Cells[continuity.Where];
        var others = continuity.Now.Where(t => t.Cell != cell.Index).Sum(t => t.Sign * figures[t.Cell].Value);
        var (stands, should) = (figures[cell.Index].Value, was - others);
        return figures.Form.Cited(continuity.Rule).At(
            cell.Id,
            $"“{cell.Label}”填 {FigureCheck.Print(cell, stands)},按上期已签发的报告应为 {FigureCheck.Print(cell, should)},相差 {FigureCheck.Print(cell, stands - should)}",
            $"{cell.Id} says {FigureCheck.Print(cell, stands)}, the sealed report of the period before makes it {FigureCheck.Print(cell, should)}, apart by {FigureCheck.Print(cell, stands - should)}");
    }

    /// <summary>Cells that follow from the period before alone, with their value: what a new report begins with, and a template locks.</summary>
    /// <param name="form">Form of this period.</param>
    /// <param name="before">Sealed figures one period before.</param>
    public static ImmutableDictionary<int, long> CarriedOver(ReportForm form, Figures before)
    {
        var carried = ImmutableDictionary.CreateBuilder<int, long>();
        foreach (var continuity in form.Continuities.Where(c => c.Now is [{ Sign: 1 }]))
        {
            if (continuity.In(before.Form) is { } then && !form.Cells[continuity.Where].Derived)
                carried[continuity.Where] = then.Sum(t => t.Sign * before[t.Cell].Value);
        }
        return carried.ToImmutable();
    }
}
