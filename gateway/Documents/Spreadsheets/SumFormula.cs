using System.Globalization;

namespace Federation.Documents.Spreadsheets;

/// <summary>
/// A sum as the forms mean it: empty while a term is empty, 无 when no term is a number, else the sum of the numbers. The same as
/// <see cref="Domain.Reports.Figures.WithSums"/>, told to a spreadsheet.
/// </summary>
internal static class SumFormula
{
    public static string Of(IEnumerable<CellAddress> terms)
    {
        var ranges = Ranges([.. terms.OrderBy(t => t.Row).ThenBy(t => t.Column)]);
        var blank = string.Join(',', ranges.Select(r => r.From == r.To ? $"{r}=\"\"" : $"COUNTBLANK({r})>0"));
        var all = string.Join(',', ranges);
        return string.Create(CultureInfo.InvariantCulture, $"IF(OR({blank}),\"\",IF(COUNT({all})=0,\"{CellMarks.Nil}\",SUM({all})))");
    }

    /// <summary>True in a spreadsheet when two groups of cells that must be equal are filled in and are not; marks count as nothing.</summary>
    public static string Differ(IEnumerable<CellAddress> left, IEnumerable<CellAddress> right)
    {
        var (one, other) = (Ranges([.. left.OrderBy(t => t.Column).ThenBy(t => t.Row)]), Ranges([.. right.OrderBy(t => t.Column).ThenBy(t => t.Row)]));
        var filled = string.Join(',', one.Concat(other).Select(r => $"COUNTBLANK({r})=0"));
        return $"AND({filled},ROUND(SUM({string.Join(',', one)})-SUM({string.Join(',', other)}),6)<>0)";
    }

    /// <summary>The cells as runs along a row or down a column, in the order given.</summary>
    public static List<CellRange> Ranges(IReadOnlyList<CellAddress> cells)
    {
        var ranges = new List<CellRange>();
        foreach (var cell in cells)
        {
            if (ranges.Count > 0 && ranges[^1] is var (from, to)
                && ((from.Row == cell.Row && to == cell with { Column = cell.Column - 1 }) || (from.Column == cell.Column && to == cell with { Row = cell.Row - 1 })))
                ranges[^1] = new CellRange(from, cell);
            else
                ranges.Add(new CellRange(cell, cell));
        }
        return ranges;
    }
}
