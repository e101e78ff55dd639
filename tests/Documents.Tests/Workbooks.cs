using System.IO.Compression;
using System.Text;
using Federation.Documents.Spreadsheets;
using Federation.Documents.Layouts;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>Workbooks as others make them: the printed form without any machine key, and files with a fault in one place.</summary>
internal static class Workbooks
{
    /// <summary>The official tables in a workbook of another make: heads as printed with other blanks and widths, moved down and right.</summary>
    public static byte[] Elsewhere(ReportContent content, bool oneSheet, Func<string, string>? write = null) => Samples.Bytes(to =>
    {
        write ??= s => s;
        var layouts = FormLayouts.Of(content.Figures.Form);
        void Tables(SheetWriter sheet, IEnumerable<TableLayout> tables)
        {
            sheet.Begin(new SheetSetup([10]));
            sheet.Row(2);
            sheet.Write(2, "淮安市2024年政府信息公开工作年度报告", SheetStyle.Plain);
            sheet.Row(3);
            sheet.Write(2, "单位代码:", SheetStyle.Plain);
            sheet.Write(3, "320800", SheetStyle.Plain);
            var top = 5;
            foreach (var layout in tables)
            {
                var grid = TableGrid.Of(layout);
                for (var row = 0; row < grid.Rows; row++)
                {
                    sheet.Row(top + row);
                    foreach (var cell in grid.Cells.Where(c => c.Row == row))
                    {
                        if (cell.Heading is { } heading)
                            sheet.Write(cell.Column + 2, write(heading.Text.Zh), SheetStyle.Plain);
                        else
                            sheet.Write(cell.Column + 2, CellMarks.Text(content.Figures.Form[cell.Figure!.Cell], content.Figures[content.Figures.Form[cell.Figure.Cell].Index]), SheetStyle.Plain);
                        sheet.Merge(new CellRange(new CellAddress(top + row, cell.Column + 2), new CellAddress(top + row + cell.Rows - 1, cell.Column + 1 + cell.Columns)));
                    }
                }
                top += grid.Rows + 3;
            }
        }
        IReadOnlyList<Sheet> sheets = oneSheet
            ? [new Sheet("年报", s => Tables(s, layouts))]
            : [.. layouts.Reverse().Select(l => new Sheet("Sheet" + l.Table, s => Tables(s, [l])))];
        WorkbookPackage.Write(to, "x", DocumentStatus.Template, sheets, () => []);
    });

    /// <summary>A workbook of ours with the XML of one part changed.</summary>
    public static byte[] Changed(byte[] workbook, string part, Func<string, string> change)
    {
        var to = new MemoryStream();
        to.Write(workbook);
        using (var zip = new ZipArchive(to, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            var changed = change(text);
            Assert.NotEqual(text, changed);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(changed);
        }
        return to.ToArray();
    }

    /// <summary>A real report in which the element of one cell of table three is another: <c>C7</c> gives all of <c>&lt;c ...&gt;</c>.</summary>
    public static byte[] WithCell(string address, string xml) =>
        Changed(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Document("huaian-city-2024"))), "xl/worksheets/sheet3.xml",
            text => System.Text.RegularExpressions.Regex.Replace(text, $"<c r=\"{address}\".*?</c>", $"<c r=\"{address}\"{xml}"));
}
