using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>勾稽检查: every rule that one filing's figures can break by themselves. Runs to the end and reports everything.</summary>
public static class FigureCheck
{
    /// <summary>Largest figure believed of one body. 150,000 bodies of it still add up within 64 bits.</summary>
    public const long Largest = 10_000_000_000_000;

    /// <summary>Checks figures.</summary>
    /// <param name="figures">As entered, derived cells computed or not; those given must agree.</param>
    /// <param name="tier">Tier of the body.</param>
    /// <returns>Findings in the form's order, errors and warnings; empty when all is well.</returns>
    public static ImmutableArray<Finding> Check(Figures figures, Tier tier)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var cell in figures.Form.Cells)
            CheckCell(cell, figures[cell.Index], findings);
        if (findings.Count == 0)
        {
            CheckSums(figures, figures.WithSums(), findings);
            CheckBalances(figures, findings);
        }
        AddWarnings(figures, tier, findings);
        return findings.ToImmutable();
    }

    private static void CheckCell(FormCell cell, CellValue value, ImmutableArray<Finding>.Builder findings)
    {
        if (value.State == CellState.Missing && !cell.Derived)
            findings.Add(ReportRules.CellMissing.At(cell.Id, $"“{cell.Label}”未填(空白不等于 0;没有请填“无”)", $"{cell.Id} is not filled in (blank is not zero; declare it nil)"));
        if (value.Value < 0)
            findings.Add(ReportRules.Negative.At(cell.Id, $"“{cell.Label}”为 {Print(cell, value.Value)},不得为负", $"{cell.Id} is {Print(cell, value.Value)}, below zero"));
        if (value.Value > Largest)
            findings.Add(ReportRules.TooLarge.At(cell.Id, $"“{cell.Label}”为 {Print(cell, value.Value)},大得不可能", $"{cell.Id} is {Print(cell, value.Value)}, impossibly large"));
    }

    private static void CheckSums(Figures given, Figures computed, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var cell in given.Form.DerivedCells)
        {
            var (stands, should) = (given[cell.Index], computed[cell.Index].Value);
            if (stands.State != CellState.Missing && stands.Value != should)
            {
                findings.Add(ReportRules.WrongSum.At(
                    cell.Id,
                    $"“{cell.Label}”填 {Print(cell, stands.Value)},各分项之和为 {Print(cell, should)}",
                    $"{cell.Id} says {Print(cell, stands.Value)}, its parts add to {Print(cell, should)}"));
            }
        }
    }

    private static void CheckBalances(Figures figures, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var balance in figures.Form.Balances)
        {
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

    private static void AddWarnings(Figures figures, Tier tier, ImmutableArray<Finding>.Builder findings)
    {
        if (tier >= Tier.County && figures.Form.Find("t2.rules.issued") is { } rules && figures[rules.Index].Value > 0)
            findings.Add(ReportRules.NoRuleMaking.At(rules.Id));
        if (figures.Form.Find("t3.other_fee_unpaid.total") is { } unpaid && unpaid.Terms.Any(t => figures[t].Value > 0))
            findings.Add(ReportRules.FeeNotice.At(unpaid.Id));
    }

    private static string Print(FormCell cell, long value) =>
        cell.Kind == CellKind.Amount ? $"{FigureReader.WriteAmount(value)} 万元" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
