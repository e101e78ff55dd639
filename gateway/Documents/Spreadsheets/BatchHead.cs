using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>
/// The head of 汇总填报: title; table; row; group of columns; column; cell id, hidden, for programs. Neighbours that say the same are merged,
/// the table only over one row of it: a head merged over 160 columns is nowhere to be seen once the sheet is scrolled.
/// </summary>
internal static class BatchHead
{
    private const int LongTable = 20; // columns
    private static readonly string[] UnitColumns = ["单位代码", "单位名称", "范围"];

    public static void Write(SheetWriter sheet, string title, ReportForm form)
    {
        sheet.Row(1, 30);
        sheet.Write(1, title, SheetStyle.Title);
        sheet.Merge(Range(1, 1, 1, BatchWorkbook.FirstFigure + 8));
        var paths = form.Cells.Select(cell => Path(form, cell)).ToArray();
        for (var level = 0; level < 4; level++)
        {
            var row = level + 2;
            sheet.Row(row, level == 1 ? 36 : level == 0 ? 22 : level == 2 ? 20 : 34);
            for (var i = 0; i < UnitColumns.Length; i++)
                sheet.Write(i + 1, level == 0 ? UnitColumns[i] : "", SheetStyle.Heading);
            for (var i = 0; i < paths.Length; i++)
                sheet.Write(BatchWorkbook.FirstFigure + i, i == 0 || !Joined(paths, i, level) ? paths[i][level] : "", SheetStyle.Heading);
            Merge(sheet, paths, level, row);
        }
        for (var i = 0; i < UnitColumns.Length; i++)
            sheet.Merge(Range(2, i + 1, 5, i + 1));
        sheet.Row(BatchWorkbook.IdRow, 16, hidden: true);
        foreach (var cell in form.Cells)
            sheet.Write(BatchWorkbook.FirstFigure + cell.Index, cell.Id, SheetStyle.Machine);
    }

    private static void Merge(SheetWriter sheet, string[][] paths, int level, int row)
    {
        for (var from = 0; from < paths.Length;)
        {
            var to = from;
            while (level < 3 && to + 1 < paths.Length && Joined(paths, to + 1, level))
                to++;
            sheet.Merge(Range(row, BatchWorkbook.FirstFigure + from, row, BatchWorkbook.FirstFigure + to));
            from = to + 1;
        }
    }

    private static bool Joined(string[][] paths, int at, int level) => Same(paths[at - 1], paths[at], level == 0 && IsLong(paths, at) ? 1 : level);

    // a table of more columns than a screen shows
    private static bool IsLong(string[][] paths, int at) => paths.Count(p => p[0] == paths[at][0]) > LongTable;

    // A head is shared only below a head that is shared, and by a group only when there is one.
    private static bool Same(string[] one, string[] other, int level) =>
        level < 3 && (level != 2 || one[2].Length > 0) && one.AsSpan(0, level + 1).SequenceEqual(other.AsSpan(0, level + 1));

    private static string[] Path(ReportForm form, FormCell cell)
    {
        var table = form.Tables.First(t => t.Id == cell.Table);
        var column = cell.Column.Split(" / ", 2);
        return [$"{table.Section}、{table.Title}", cell.Row, column.Length > 1 ? column[0] : "", column[^1]];
    }

    private static CellRange Range(int row, int column, int toRow, int toColumn) => new(new CellAddress(row, column), new CellAddress(toRow, toColumn));
}
