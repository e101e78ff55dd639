using Federation.Documents.Layouts;
using Federation.Domain.Reports;

namespace Federation.Documents.Word;

/// <summary>A table of a report in a document: merged heads, repeated on every page; figures in the middle of their cells.</summary>
internal sealed class WordTable(WordWriter word, TableGrid grid, ReportDocument report)
{
    private const int NarrowColumn = 640;
    private const int GroupColumn = 790; // holds 不予公开 on a line
    private const int RoomyColumns = 4; // a table of so few columns has room for larger type
    private const int PageRows = 32; // of a form's table, some of them two lines high
    private readonly string style = grid.Columns <= RoomyColumns ? WordStyles.TableText : WordStyles.TableSmall;

    public void Write()
    {
        var widths = Widths();
        word.Table(widths, () =>
        {
            for (var row = 0; row < grid.Rows; row++)
            {
                var here = row;
                word.Row(row < grid.HeadRows, grid.Columns <= RoomyColumns ? 440 : 340, () => Row(here, widths));
            }
        });
    }

    private void Row(int row, int[] widths)
    {
        var keep = row < grid.Rows - 1 && grid.Rows <= PageRows; // a table that fits a page is not torn in two
        foreach (var cell in grid.Cells.Where(c => c.Row <= row && row < c.Row + c.Rows).OrderBy(c => c.Column))
        {
            bool? merged = cell.Rows == 1 ? null : cell.Row == row;
            word.Cell(widths.Skip(cell.Column).Take(cell.Columns).Sum(), cell.Columns, merged, () =>
            {
                if (merged == false)
                    word.Paragraph(style, "", keep: keep);
                else if (cell.Heading is { } heading)
                    word.Paragraph(style, cell.HeadingText, left: heading.Scope == HeadingScope.Row && grid.Columns > RoomyColumns, keep: keep);
                else
                    word.Paragraph(style, Figure(cell.Figure!), bold: cell.Strong, keep: keep);
            });
        }
    }

    private string Figure(FigurePlace figure)
    {
        var cell = report.Form[figure.Cell];
        var value = report.Content.Figures[cell.Index];
        return value.State == CellState.Nil ? "0" : CellMarks.Text(cell, value);
    }

    private int[] Widths()
    {
        var figures = grid.Columns - grid.HeadColumns;
        if (grid.HeadColumns == 0)
            return [.. Enumerable.Repeat(WordWriter.TextWidth / grid.Columns, grid.Columns)];
        var narrow = Enumerable.Range(0, grid.HeadColumns).Where(column => grid.Cells.Where(c => c.Column == column && c.Columns == 1).All(c => c.Rows > 2))
            .ToDictionary(column => column, column => grid.Cells.Any(c => c.Column == column && c.IsNumberedGroup) ? GroupColumn : NarrowColumn);
        var figure = WordWriter.TextWidth * (figures <= RoomyColumns ? 66 : 46) / 100 / figures;
        var rest = (WordWriter.TextWidth - (figure * figures) - narrow.Values.Sum()) / Math.Max(1, grid.HeadColumns - narrow.Count);
        return [.. Enumerable.Range(0, grid.Columns).Select(column => column >= grid.HeadColumns ? figure : narrow.GetValueOrDefault(column, rest))];
    }
}
