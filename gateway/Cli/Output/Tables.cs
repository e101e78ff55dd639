using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>The one look of all tables.</summary>
internal static class Tables
{
    /// <summary>Cells from which on a table may show what --json has anyway.</summary>
    public const int WideEnough = 100;

    public static Table Make() => new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);

    /// <summary>Adds a column of text.</summary>
    public static Table Text(this Table table, string heading, bool wraps = true)
    {
        table.AddColumn(new TableColumn(Cell(heading)) { NoWrap = !wraps });
        return table;
    }

    /// <summary>Adds a column of numbers, right-aligned and never broken.</summary>
    public static Table Number(this Table table, string heading)
    {
        table.AddColumn(new TableColumn(Cell(heading)) { NoWrap = true, Alignment = Justify.Right });
        return table;
    }

    /// <summary>Plain text: nothing in it is read as markup.</summary>
    public static Wrapped Cell(string text, Style? style = null) => new(text, style);

    /// <summary>Names and values one below the other, without borders.</summary>
    public static Grid Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (name, value) in facts.Where(f => f.Value.Length > 0))
            grid.AddRow(Cell(name, new Style(Color.Grey)), Cell(value));
        return grid;
    }

    /// <summary>A line of text.</summary>
    public static void Line(this IAnsiConsole console, string text, Style? style = null)
    {
        console.Write(Cell(text, style));
        console.WriteLine();
    }
}
