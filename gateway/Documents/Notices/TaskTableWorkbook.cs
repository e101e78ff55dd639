using Federation.Documents.Spreadsheets;

namespace Federation.Documents.Notices;

/// <summary>任务分解表 as a workbook, to be edited by hand. The same notice gives the same bytes.</summary>
public static class TaskTableWorkbook
{
    private const string Name = "任务分解表";
    private static readonly double[] Widths = [12, 60, 18, 18, 22, 18, 20, 20];

    /// <summary>Writes a workbook.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="table">The table.</param>
    public static void Write(Stream to, TaskTable table) =>
        WorkbookPackage.Write(to, $"{table.Title}任务分解表", DocumentStatus.Template, [new Sheet(Name, sheet => Sheet(sheet, table))], () => [new DefinedName("_xlnm.Print_Titles", $"{WorkbookPackage.Quote(Name)}!$3:$3", 0)]);

    private static void Sheet(SheetWriter sheet, TaskTable table)
    {
        sheet.Begin(new SheetSetup(Widths, FrozenRows: 3, Landscape: true, Protected: false));
        sheet.Row(1, 32);
        sheet.Write(1, table.Title, SheetStyle.Title);
        sheet.Merge(new CellRange(new CellAddress(1, 1), new CellAddress(1, Widths.Length)));
        sheet.Row(2, 20);
        sheet.Write(1, table.Source, SheetStyle.Note);
        sheet.Merge(new CellRange(new CellAddress(2, 1), new CellAddress(2, Widths.Length)));
        sheet.Row(3, 24);
        for (var i = 0; i < TaskTable.Headings.Length; i++)
            sheet.Write(i + 1, TaskTable.Headings[i], SheetStyle.Heading);
        for (var r = 0; r < table.Rows.Length; r++)
        {
            string[] cells = Cells(table.Rows[r]);
            sheet.Row(r + 4, Math.Max(22, (cells.Select((c, i) => TextWidth.Lines(c, Widths[i] - 2)).Max() * 15) + 7));
            for (var i = 0; i < cells.Length; i++)
                sheet.Write(i + 1, cells[i], SheetStyle.Prose);
        }
    }

    internal static string[] Cells(TaskRow row) => [row.Path, row.Task, row.Lead, row.Support, row.Responsible, row.Time, row.Measure, row.Remark];
}
