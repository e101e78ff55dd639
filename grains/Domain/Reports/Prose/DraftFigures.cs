using System.Globalization;

namespace Federation.Domain.Reports.Prose;

/// <summary>Cells as a draft needs them: known or not, and how they changed.</summary>
internal sealed class DraftFigures(Figures figures, Figures? lastYear)
{
    /// <summary>Value of a cell; null when the form has no such cell or it is not filled in.</summary>
    public long? Count(string cell) => Count(figures, cell);

    /// <summary>Sum of rows of table three in one column; null when some cell is not known.</summary>
    public long? Rows(string row, string column = "total") =>
        Reading.OfTable3(figures.Form, [row], column.Split('+'))?.Value(figures) is { } value ? (long)value : null;

    /// <summary>,同比增长8.33% against last year's cell; empty when that is not known or was 0.</summary>
    public string Change(string cell)
    {
        if (lastYear is null || Count(lastYear, cell) is not { } last || Count(cell) is not { } now || last == 0)
            return "";
        if (now == last)
            return "，与上年持平";
        var percent = Math.Round((decimal)Math.Abs(now - last) / last * 100, 2, MidpointRounding.AwayFromZero);
        return $"，同比{(now > last ? "增长" : "下降")}{percent.ToString("0.00", CultureInfo.InvariantCulture)}%";
    }

    /// <summary>其中甲3件、乙1件 of the parts that are not 0; empty when there are none.</summary>
    public static string Among(params IEnumerable<(string Words, long? Count)> parts)
    {
        var named = string.Join("、", parts.Where(p => p.Count > 0).Select(p => $"{p.Words}{p.Count}件"));
        return named.Length == 0 ? "" : $"，其中{named}";
    }

    private static long? Count(Figures of, string cell) => of.Form.Find(cell) is { } found && of[found.Index].State != CellState.Missing ? of[found.Index].Value : null;
}
