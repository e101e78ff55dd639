using Federation.Documents.Layouts;
using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>One table of a report on its sheet, as printed: title, unit, legend, merged heads, figures.</summary>
internal sealed class TableSheet(ReportDocument report, TableLayout layout, CarryOver carry)
{
    public const string Legend = "填写:数字只填数字;确实没有填“无”;不适用填“/”;本期不要求填“-”;空白表示未填。灰格为合计,自动计算。";
    private const int Top = 4; // first row of the table: title, unit and legend stand above
    private const int WideFrom = 12; // columns
    private const double NarrowColumn = 10; // holds 不予公开 on a line
    private readonly TableGrid grid = TableGrid.Of(layout);

    public string Name { get; } = NameOf(layout);

    public static string NameOf(TableLayout layout) => "表" + layout.Section;

    /// <summary>Where each figure stands, by cell id.</summary>
    public IEnumerable<(string Cell, CellAddress At)> Places => grid.Cells.Where(c => c.Figure is not null).Select(c => (c.Figure!.Cell, At(c)));

    /// <summary>Rows repeated on every printed page; null when the table has no head.</summary>
    public string? PrintTitles => grid.HeadRows == 0 ? null : $"{WorkbookPackage.Quote(Name)}!${Top}:${Top + grid.HeadRows - 1}";

    public void Write(SheetWriter sheet)
    {
        var form = report.Form;
        var places = Places.ToDictionary(p => form[p.Cell].Index, p => p.At);
        var figures = new FigureCells(report.Content.Figures, carry);
        var widths = Widths();
        sheet.Begin(new SheetSetup(widths, Top - 1 + grid.HeadRows, grid.HeadColumns, grid.Columns > WideFrom));
        Line(sheet, 1, 30, $"{layout.Section}、{layout.Title.Zh}", SheetStyle.Title);
        Line(sheet, 2, 18, $"单位:{report.UnitName}({report.Unit}) 报告年度:{report.Period.Year}年 范围:{report.ScopeText}", SheetStyle.Note);
        Line(sheet, 3, grid.Columns > WideFrom ? 18 : 32, Legend, SheetStyle.Note);
        var heights = Heights(widths);
        for (var row = 0; row < grid.Rows; row++)
        {
            sheet.Row(Top + row, heights[row]);
            foreach (var (column, cell) in Covering(row))
            {
                if (cell.Row != row || cell.Column != column)
                    sheet.Blank(column + 1, cell.Heading is null ? SheetStyle.Count : SheetStyle.Heading); // the rest of a merged cell carries the border
                else if (cell.Heading is { } heading)
                    sheet.Write(column + 1, cell.HeadingText, heading.Scope == HeadingScope.Row && cell.Columns < 3 && cell.Rows == 1 ? SheetStyle.RowHeading : SheetStyle.Heading);
                else
                    figures.Write(sheet, column + 1, form[cell.Figure!.Cell], index => places[index]);
            }
        }
        foreach (var cell in grid.Cells)
            sheet.Merge(new CellRange(At(cell), new CellAddress(Top + cell.Row + cell.Rows - 1, cell.Column + cell.Columns)));

        foreach (var balance in form.Balances.Where(b => b.Left.Concat(b.Right).Append(b.Where).All(places.ContainsKey)))
            sheet.Watch(new SheetAlarm(new CellRange(places[balance.Where], places[balance.Where]), SumFormula.Differ(balance.Left.Select(c => places[c]), balance.Right.Select(c => places[c]))));
        var (carried, open) = Split(form, figures);
        if (carried.Count > 0)
        {
            var after = Top + grid.Rows;
            Line(sheet, after, 32, $"注:黄格为上年结转,{carry.Source},已锁定。", SheetStyle.Note);
            sheet.Validate(FigureCells.Note(SumFormula.Ranges(carried), carry.Source));
        }
        foreach (var kind in open.GroupBy(c => c.Kind))
            sheet.Validate(FigureCells.Check(kind.Key, SumFormula.Ranges([.. kind.Select(c => c.At)])));
    }

    private (List<CellAddress> Carried, List<(CellKind Kind, CellAddress At)> Open) Split(ReportForm form, FigureCells figures)
    {
        var inputs = Places.Select(p => (Cell: form[p.Cell], p.At)).Where(p => !p.Cell.Derived).ToLookup(p => figures.Carried(p.Cell));
        return ([.. inputs[true].Select(p => p.At)], [.. inputs[false].Select(p => (p.Cell.Kind, p.At))]);
    }

    private void Line(SheetWriter sheet, int row, double height, string text, SheetStyle style)
    {
        sheet.Row(row, height);
        sheet.Write(1, text, style);
        sheet.Merge(new CellRange(new CellAddress(row, 1), new CellAddress(row, grid.Columns)));
    }

    private IEnumerable<(int Column, PlacedCell Cell)> Covering(int row) => grid.Cells
        .Where(c => c.Row <= row && row < c.Row + c.Rows)
        .SelectMany(c => Enumerable.Range(c.Column, c.Columns).Select(column => (column, c)))
        .OrderBy(c => c.column);

    private double[] Widths() =>
        [.. Enumerable.Range(0, grid.Columns).Select(column =>
        {
            if (column >= grid.HeadColumns)
                return Math.Max(grid.Columns > WideFrom ? 8.5 : grid.HeadColumns < 2 ? 17 : 8, LongestFigure(column) + 2);
            var own = grid.Cells.Where(c => c.Column == column && c.Columns == 1 && c.Heading is not null).ToList();
            return own.Count == 0 || own.All(c => c.Rows > 2) ? NarrowColumn : Math.Clamp(own.Max(c => TextWidth.Of(c.Heading!.Text.Zh)) + 2, 12, 32);
        })];

    // a number wider than its column would show as ###
    private int LongestFigure(int column) => grid.Cells.Where(c => c.Column == column && c.Columns == 1 && c.Figure is not null)
        .Select(c => report.Form[c.Figure!.Cell]).Select(c => CellMarks.Text(c, report.Content.Figures[c.Index]).Length).DefaultIfEmpty(0).Max();

    private double[] Heights(double[] widths)
    {
        var heights = new double[grid.Rows];
        Array.Fill(heights, 22);
        foreach (var cell in grid.Cells.Where(c => c.Heading is not null).OrderBy(c => c.Rows))
        {
            var width = widths.Skip(cell.Column).Take(cell.Columns).Sum() - 1;
            var needed = (TextWidth.Lines(cell.HeadingText, width) * 15) + 7;
            var has = heights.Skip(cell.Row).Take(cell.Rows).Sum();
            if (needed > has)
                heights[cell.Row + cell.Rows - 1] += needed - has;
        }
        return heights;
    }

    private static CellAddress At(PlacedCell cell) => new(Top + cell.Row, cell.Column + 1);
}
