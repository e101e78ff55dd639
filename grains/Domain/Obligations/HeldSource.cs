using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Federation.Domain.Reports;

namespace Federation.Domain.Obligations;

/// <summary>
/// 已有数据: cells of a report whose figure answers a request by itself, written <c>report:annual-2025/t3.new.total</c>; several cells are added with
/// <c>+</c>, and <c>÷</c> makes a share: <c>report:annual-2025/t4.rec.corrected÷t4.rec.total</c>.
/// </summary>
/// <param name="Period">The report.</param>
/// <param name="Over">Cells added up.</param>
/// <param name="Under">Cells that they are a share of; empty: a number, no share.</param>
public sealed record HeldSource(PeriodId Period, ImmutableArray<string> Over, ImmutableArray<string> Under)
{
    private const string Prefix = "report:";
    private const decimal Micros = 1_000_000m; // amounts are kept in millionths

    /// <summary>Reads a source; false when it is none of a report.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out HeldSource? source)
    {
        source = null;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length..].Split('/') is not [var period, var cells] || !PeriodId.TryParse(period, out var read))
            return false;
        var sides = cells.Split('÷');
        if (sides.Length > 2 || sides.Any(s => s.Split('+').Any(c => c.Length == 0)))
            return false;
        source = new(read, [.. sides[0].Split('+')], sides.Length == 2 ? [.. sides[1].Split('+')] : []);
        return true;
    }

    /// <summary>True when the form has every cell named.</summary>
    public bool IsHeld(ReportForm form) => Over.Concat(Under).All(c => form.Find(c) is not null);

    /// <summary>The number, or the share; null when the form lacks a cell, or the share is of nothing.</summary>
    /// <param name="form">Form of the report.</param>
    /// <param name="figures">Its figures, cell by cell.</param>
    public decimal? Figure(ReportForm form, Tally figures)
    {
        if (!IsHeld(form))
            return null;
        var over = Sum(Over);
        return Under.IsEmpty ? over : Sum(Under) is var under and not 0 ? over / under : null;

        decimal Sum(ImmutableArray<string> cells) => cells.Select(form.Find).Sum(c => c!.Kind == CellKind.Amount ? figures[c.Index] / Micros : figures[c.Index]);
    }

    /// <summary>Reference by which it stands among evidence: the source without its first word.</summary>
    public string Reference => ToString()[Prefix.Length..];

    /// <inheritdoc />
    public override string ToString() => $"{Prefix}{Period}/{string.Join('+', Over)}{(Under.IsEmpty ? "" : "÷")}{string.Join('+', Under)}";
}
