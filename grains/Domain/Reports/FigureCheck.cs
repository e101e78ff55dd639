using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>勾稽检查: every rule that one filing's figures can break by themselves. Runs to the end and reports everything.</summary>
public static class FigureCheck
{
    /// <summary>Largest figure believed of one body. 150,000 bodies of it still add up within 64 bits.</summary>
    public const long Largest = 10_000_000_000_000;

    private static readonly string[] RulesRow = ["t2.rules.issued", "t2.rules.repealed", "t2.rules.valid"];

    /// <summary>Checks figures.</summary>
    /// <param name="figures">As entered, derived cells computed or not; those given must agree.</param>
    /// <param name="tier">Tier of the body.</param>
    /// <returns>Findings in the form's order, errors and warnings; empty when all is well. A sum or balance with a faulty cell in it waits for that cell.</returns>
    public static ImmutableArray<Finding> Check(Figures figures, Tier tier)
    {
        var findings = new List<Finding>();
        var sound = CheckCells(figures, findings);
        CheckSums(figures, sound, findings);
        CheckBalances(sound, findings);
        AddWarnings(figures, tier, findings);
        return findings.Count > 1 ? [.. findings.OrderBy(f => figures.Form[f.Where].Index)] : [.. findings];
    }

    /// <summary>True when every figure is small enough that all sums stay within 64 bits.</summary>
    public static bool CanSum(Figures figures)
    {
        foreach (var cell in figures.Cells)
        {
            if (cell.Value is > Largest or < -Largest)
                return false;
        }
        return true;
    }

    /// <summary>Checks each cell by itself; the figures returned have faulty cells blanked, so that the sums and balances without them are still checked.</summary>
    private static Figures CheckCells(Figures figures, List<Finding> findings)
    {
        CellValue[]? sound = null;
        foreach (var cell in figures.Form.Cells)
        {
            var before = findings.Count;
            CheckCell(cell, figures[cell.Index], findings);
            if (findings.Count > before)
                (sound ??= figures.Cells.ToArray())[cell.Index] = default;
        }
        return sound is null ? figures : new Figures(figures.Form, ImmutableArray.Create(sound));
    }

    private static void CheckCell(FormCell cell, CellValue value, List<Finding> findings)
    {
        if (value.State == CellState.Missing && !cell.Derived)
            findings.Add(ReportRules.CellMissing.At(cell.Id, $"“{cell.Label}”未填(空白不等于 0;没有请填“无”)", $"{cell.Id} is not filled in (blank is not zero; declare it nil)"));
        if (value.Value < 0)
            findings.Add(ReportRules.Negative.At(cell.Id, $"“{cell.Label}”为 {Print(cell, value.Value)},不得为负", $"{cell.Id} is {Print(cell, value.Value)}, below zero"));
        if (value.Value > Largest)
            findings.Add(TooLarge(cell, value.Value));
    }

    private static Finding TooLarge(FormCell cell, long value) =>
        ReportRules.TooLarge.At(cell.Id, $"“{cell.Label}”为 {Print(cell, value)},大得不可能", $"{cell.Id} is {Print(cell, value)}, impossibly large");

    private static void CheckSums(Figures given, Figures sound, List<Finding> findings)
    {
        var computed = sound.WithSums();
        foreach (var cell in sound.Form.DerivedCells)
        {
            var (stands, should) = (sound[cell.Index], computed[cell.Index].Value);
            if (stands.State == CellState.Missing)
            {
                if (should > Largest && given[cell.Index].State == CellState.Missing)
                    findings.Add(TooLarge(cell, should)); // a sum nobody typed enters the totals all the same
            }
            else if (stands.Value != should)
            {
                findings.Add(ReportRules.WrongSum.At(
                    cell.Id,
                    $"“{cell.Label}”填 {Print(cell, stands.Value)},各分项之和为 {Print(cell, should)}",
                    $"{cell.Id} says {Print(cell, stands.Value)}, its parts add to {Print(cell, should)}"));
            }
        }
    }

    private static void CheckBalances(Figures figures, List<Finding> findings)
    {
        foreach (var balance in figures.Form.Balances)
        {
            if (balance.Left.Any(c => figures[c].State == CellState.Missing) || balance.Right.Any(c => figures[c].State == CellState.Missing))
                continue;
            long left = 0, right = 0;
            foreach (var cell in balance.Left)
                left += figures[cell].Value;
            foreach (var cell in balance.Right)
                right += figures[cell].Value;
            if (left != right)
            {
                var column = figures.Form.Cells[balance.Where];
                findings.Add(balance.Rule.At(
                    column.Id,
                    $"“{column.Column}”列:第一项加第二项为 {left},第三项加第四项为 {right},相差 {left - right}",
                    $"column {column.Id[(column.Id.LastIndexOf('.') + 1)..]}: received + carried in is {left}, handled + carried out is {right}, apart by {left - right}"));
            }
        }
    }

    private static void AddWarnings(Figures figures, Tier tier, List<Finding> findings)
    {
        if (tier >= Tier.County && RulesRow.Select(figures.Form.Find).FirstOrDefault(c => c is not null && figures[c.Index].Value > 0) is { } rules)
            findings.Add(ReportRules.NoRuleMaking.At(rules.Id));
        if (figures.Form.Find("t3.other_fee_unpaid.total") is { } unpaid && unpaid.Terms.Any(t => figures[t].Value > 0))
            findings.Add(ReportRules.FeeNotice.At(unpaid.Id));
    }

    /// <summary>A figure as sentences print it: a count, or an amount in 万元.</summary>
    internal static string Print(FormCell cell, long value) =>
        cell.Kind == CellKind.Amount ? $"{FigureReader.WriteAmount(value)} 万元" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
