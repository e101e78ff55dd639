using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Cells before and after, by their printed labels.</summary>
internal static class DifferenceTable
{
    public static void Write(Run run, IEnumerable<CellDifference> cells, string before, string after)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["单元格", "cell"]).Number(before).Number(after);
        foreach (var cell in cells)
            table.AddRow(Tables.Cell($"{cell.Cell}\n{cell.Label}"), Tables.Cell(cell.Before), Tables.Cell(cell.After));
        run.Out.Write(table);
    }
}
