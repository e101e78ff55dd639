using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Federation.Cli.Output;

/// <summary>Coverage on the terminal: one line for the whole, then a bar for each child.</summary>
internal static class CoverageTable
{
    public static IRenderable Draw(Run run, CoverageResponse coverage)
    {
        var words = run.Words;
        var wide = run.Out.Profile.Width >= Tables.WideEnough;
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["单位", "unit"])
            .Number(words["应报", "expected"])
            .Number(words["已报", "filed"])
            .Text(words["进度", "progress"], wraps: false)
            .Number("%")
            .Number(words["未报", "missing"]);
        if (wide)
            table.Number(words["审定", "accepted"]).Number(words["退回", "returned"]).Number(words["迟报", "late"]);
        foreach (var child in coverage.Children)
            Add(table, child, wide, null);
        if (coverage.Children.Count > 0)
            table.AddEmptyRow();
        Add(table, coverage.Whole, wide, new Style(decoration: Decoration.Bold));
        return new Rows(Tables.Cell(Summary(coverage, words)), Tables.Cell(Headlines(coverage.Whole, words)), table);
    }

    /// <summary>The whole on one line.</summary>
    public static string Summary(CoverageResponse coverage, Words words)
    {
        var whole = coverage.Whole;
        var (expected, filed, missing) = (Printed.Count(whole.Expected), Printed.Count(whole.Filed), Printed.Count(whole.Missing));
        return words[
            $"{whole.Name}({whole.Unit}):应报 {expected},已报 {filed}({Printed.Share(whole.Filed, whole.Expected)}),未报 {missing}",
            $"{whole.Name} ({whole.Unit}): expected {expected}, filed {filed} ({Printed.Share(whole.Filed, whole.Expected)}), missing {missing}"];
    }

    /// <summary>Headline figures on one line; empty when the form has none.</summary>
    public static string Headlines(Coverage coverage, Words words) => string.Join(" · ", coverage.Headlines.Select(h => $"{words[h.Label, h.Id]} {Printed.Count(h.Value)}"));

    private static void Add(Table table, Coverage line, bool wide, Style? style)
    {
        Wrapped Number(long value) => Tables.Cell(Printed.Count(value), style);
        Wrapped[] cells =
        [
            Tables.Cell(line.Unit, style),
            Tables.Cell(line.Name, style),
            Number(line.Expected),
            Number(line.Filed),
            Bar(line.Filed, line.Expected, wide ? 20 : 10),
            Tables.Cell(Printed.Share(line.Filed, line.Expected).TrimEnd('%'), style),
            Number(line.Missing),
        ];
        table.AddRow(wide ? [.. cells, Number(line.Accepted), Number(line.Returned), Number(line.Late)] : cells);
    }

    // Never full before all are in, never empty once one is.
    private static Wrapped Bar(long filed, long expected, int cells)
    {
        var full = expected <= 0 || filed <= 0 ? 0 : filed >= expected ? cells : (int)Math.Clamp(filed * cells / expected, 1, cells - 1);
        return Tables.Cell(new string('█', full) + new string('░', cells - full), new Style(full == cells ? Color.Green : Color.Olive));
    }
}
