using System.Collections.Immutable;
using Federation.Documents.Layouts;

namespace Federation.Documents;

/// <summary>A cell of a printed table with its place, merged cells once.</summary>
/// <param name="Row">Row from 0.</param>
/// <param name="Column">Column from 0.</param>
/// <param name="Rows">Rows covered.</param>
/// <param name="Columns">Columns covered.</param>
/// <param name="Heading">The heading; null for a figure.</param>
/// <param name="Figure">The figure; null for a heading.</param>
/// <param name="Strong">A sum or a main item.</param>
public sealed record PlacedCell(int Row, int Column, int Rows, int Columns, Heading? Heading, FigurePlace? Figure, bool Strong)
{
    /// <summary>The heading as printed; one that stands along several rows has its number on a line of its own: (三), then 不予公开.</summary>
    public string HeadingText => Heading is not { Text.Zh: var text } ? "" : IsNumberedGroup ? text.Replace(")", ")\n", StringComparison.Ordinal) : text;

    /// <summary>True for a numbered heading along several rows.</summary>
    public bool IsNumberedGroup => Rows > 2 && Columns == 1 && Heading is not null && Heading.Text.Zh.StartsWith('(');
}

/// <summary>A table layout as a grid: where each heading and figure stands once merged cells have pushed the others aside.</summary>
public sealed class TableGrid
{
    private TableGrid(TableLayout layout, ImmutableArray<PlacedCell> cells, int rows)
    {
        Layout = layout;
        Cells = cells;
        Rows = rows;
        HeadColumns = cells.Where(c => c.Figure is not null).Min(c => c.Column);
    }

    /// <summary>The layout.</summary>
    public TableLayout Layout { get; }

    /// <summary>All cells, row by row.</summary>
    public ImmutableArray<PlacedCell> Cells { get; }

    /// <summary>Height in rows, head included.</summary>
    public int Rows { get; }

    /// <summary>Width in columns.</summary>
    public int Columns => Layout.Columns;

    /// <summary>Rows of the head, repeated on every page.</summary>
    public int HeadRows => Layout.Head.Length;

    /// <summary>Columns to the left that hold headings only.</summary>
    public int HeadColumns { get; }

    /// <summary>Places every cell, each in the first column that no merged cell above covers.</summary>
    public static TableGrid Of(TableLayout layout)
    {
        var cells = ImmutableArray.CreateBuilder<PlacedCell>();
        var taken = new HashSet<(int, int)>();
        var row = 0;
        foreach (var line in layout.Head.Concat(layout.Body.SelectMany(group => group)))
        {
            var column = 0;
            void Place(int rows, int columns, Heading? heading, FigurePlace? figure)
            {
                while (taken.Contains((row, column)))
                    column++;
                for (var r = 0; r < rows; r++)
                {
                    for (var c = 0; c < columns; c++)
                        taken.Add((row + r, column + c));
                }
                cells.Add(new PlacedCell(row, column, rows, columns, heading, figure, line.Strong));
                column += columns;
            }
            foreach (var heading in line.Headings)
                Place(heading.Rows, heading.Columns, heading, null);
            foreach (var figure in line.Figures)
                Place(1, figure.Columns, null, figure);
            row++;
        }
        return new TableGrid(layout, cells.ToImmutable(), row);
    }
}
