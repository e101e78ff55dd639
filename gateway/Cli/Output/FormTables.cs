using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>
/// The official tables of a form. Rows with the same columns stand in one grid; what the labels of neighbours share (一、… (三)… 1.…)
/// is printed once above them, as on paper.
/// </summary>
internal static class FormTables
{
    private const int BorderCells = 3;
    private const int LabelCells = 32; // of the labels, their borders and the table's
    public static void Write(IAnsiConsole to, Form form, FigureText figures)
    {
        foreach (var table in form.Tables)
        {
            to.WriteLine();
            to.Line($"{table.Section}、{table.Title}", new Style(decoration: Decoration.Bold));
            foreach (var grid in GridsOf(table))
            {
                foreach (var columns in Strips(grid, figures, to.Profile.Width))
                    to.Write(Draw([.. grid.Select(row => row[columns])], figures));
                if (Groups(grid[0]) is { Length: > 0 } groups)
                    to.Line(groups, new Style(Color.Grey));
            }
        }
    }

    private static List<List<List<FormCell>>> GridsOf(FormTable table)
    {
        var grids = new List<List<List<FormCell>>>();
        foreach (var row in table.Cells.GroupBy(c => c.Id[..c.Id.LastIndexOf('.')]).Select(g => g.ToList()))
        {
            if (grids.Count == 0 || !Columns(grids[^1][0]).SequenceEqual(Columns(row)))
                grids.Add([]);
            grids[^1].Add(row);
        }
        return grids;
    }

    // Columns that stand side by side with room left for the rows' labels; the others follow in a further grid.
    private static IEnumerable<Range> Strips(List<List<FormCell>> grid, FigureText figures, int width)
    {
        var (from, left) = (0, width - LabelCells);
        for (var column = 0; column < grid[0].Count; column++)
        {
            var needed = BorderCells + grid.Max(row => Math.Max(Wrapped.WidthOf(ShortColumn(row[column].Column)), Wrapped.WidthOf(figures[row[column]])));
            if (needed > left && column > from)
            {
                yield return from..column;
                (from, left) = (column, width - LabelCells);
            }
            left -= needed;
        }
        yield return from..grid[0].Count;
    }

    private static IEnumerable<string> Columns(List<FormCell> row) => row.Select(c => c.Column);

    private static Table Draw(List<List<FormCell>> rows, FigureText figures)
    {
        var table = Tables.Make().Text("");
        foreach (var column in Columns(rows[0]))
            table.Number(ShortColumn(column));
        var above = Array.Empty<string>();
        foreach (var row in rows)
        {
            var steps = Steps(row[0].Row);
            var shared = Math.Min(steps.Zip(above).TakeWhile(p => p.First == p.Second).Count(), steps.Length - 1);
            for (var depth = shared; depth < steps.Length - 1; depth++)
                table.AddRow([Label(steps[depth], depth), .. row.Select(_ => Tables.Cell(""))]);
            table.AddRow([Label(steps[^1], steps.Length - 1), .. row.Select(c => Tables.Cell(figures[c], c.Derived ? new Style(decoration: Decoration.Bold) : null))]);
            above = steps;
        }
        return table;
    }

    // 法人或其他组织 / 商业企业 is headed 商业企业*, and the line below says what the star stands for.
    private static string ShortColumn(string column) => column.LastIndexOf(" / ", StringComparison.Ordinal) is var at and >= 0 ? column[(at + 3)..] + "*" : column;

    private static string Groups(List<FormCell> row)
    {
        var groups = Columns(row).Where(c => c.Contains(" / ", StringComparison.Ordinal)).Select(c => c[..c.LastIndexOf(" / ", StringComparison.Ordinal)]).Distinct();
        return string.Join(", ", groups) is { Length: > 0 } named ? "* " + named : "";
    }

    private static string[] Steps(string row) => row.Split(row.Contains(" / ", StringComparison.Ordinal) ? " / " : " ");

    private static Padder Label(string text, int depth) => new(Tables.Cell(text), new Padding(depth * 2, 0, 0, 0));
}
