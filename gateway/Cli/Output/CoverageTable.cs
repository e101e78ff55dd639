using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Federation.Cli.Output;

/// <summary>Coverage on the terminal: one line for the whole, then a bar for each child.</summary>
internal static class CoverageTable
{
    private const int BarCells = 20;

    public static IRenderable Draw(Run run, CoverageResponse coverage)
    {
        var words = run.Words;
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["单位", "unit"])
            .Number(words["应报", "expected"])
            .Number(words["已报", "filed"])
            .Text(words["进度", "progress"], wraps: false)
            .Number("%")
            .Number(words["审定", "accepted"])
            .Number(words["退回", "returned"])
            .Number(words["逾期", "late"])
            .Number(words["未报", "missing"]);
        foreach (var child in coverage.Children)
            Add(table, child, null);
        if (coverage.Children.Count > 0)
            table.AddEmptyRow();
        Add(table, coverage.Whole, new Style(decoration: Decoration.Bold));
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

    private static void Add(Table table, Coverage line, Style? style)
    {
        Wrapped Number(long value) => Tables.Cell(Printed.Count(value), style);
        table.AddRow(
            Tables.Cell(line.Unit, style),
            Tables.Cell(line.Name, style),
            Number(line.Expected),
            Number(line.Filed),
            Bar(line.Filed, line.Expected),
            Tables.Cell(Printed.Share(line.Filed, line.Expected).TrimEnd('%'), style),
            Number(line.Accepted),
            Number(line.Returned),
            Number(line.Late),
            Number(line.Missing));
    }

    // Never full before all are in, never empty once one is.
    private static Wrapped Bar(long filed, long expected)
    {
        var full = expected <= 0 || filed <= 0 ? 0 : filed >= expected ? BarCells : (int)Math.Clamp(filed * BarCells / expected, 1, BarCells - 1);
        return Tables.Cell(new string('█', full) + new string('░', BarCells - full), new Style(full == BarCells ? Color.Green : Color.Olive));
    }
}
