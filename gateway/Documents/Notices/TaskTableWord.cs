using Federation.Documents.Packages;
using Federation.Documents.Word;

namespace Federation.Documents.Notices;

/// <summary>任务分解表 as a Word document, in the type of official documents.</summary>
public static class TaskTableWord
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static readonly int[] Shares = [8, 34, 12, 10, 12, 9, 9, 6]; // hundredths of the width of the text

    /// <summary>Writes a document.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="table">The table.</param>
    public static void Write(Stream to, TaskTable table)
    {
        using var package = new OpenPackage(to);
        PackageParts.ContentTypes(package,
        [
            ("/word/document.xml", Types + "document.main+xml"), ("/word/styles.xml", Types + "styles+xml"), ("/word/settings.xml", Types + "settings+xml"),
            ("/word/fontTable.xml", Types + "fontTable+xml"), ("/word/footer1.xml", Types + "footer+xml"),
        ]);
        PackageParts.Root(package, "word/document.xml", $"{table.Title}任务分解表", DocumentStatus.Template);
        PackageParts.Relationships(package, "word/_rels/document.xml.rels", [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"), ("footer", "footer1.xml")]);
        package.Xml("word/styles.xml", WordStyles.Styles);
        package.Xml("word/fontTable.xml", WordStyles.Fonts);
        package.Xml("word/settings.xml", WordStyles.Settings);
        package.Xml("word/footer1.xml", WordStyles.Footer);
        package.Xml("word/document.xml", xml => new WordWriter(xml).Document(word => Body(word, table), "rId4"));
    }

    private static void Body(WordWriter word, TaskTable table)
    {
        word.Paragraph(WordStyles.Title, $"{table.Title}任务分解表");
        word.Paragraph(WordStyles.Note, table.Source);
        var widths = Shares.Select(s => WordWriter.TextWidth * s / 100).ToArray();
        word.Table(widths, () =>
        {
            word.Row(true, 440, () => Cells(word, widths, [.. TaskTable.Headings], bold: true));
            foreach (var row in table.Rows)
                word.Row(false, 340, () => Cells(word, widths, TaskTableWorkbook.Cells(row), bold: false));
        });
        word.Paragraph(WordStyles.Note, "注:由通知原文自动读取,备注栏所列处请核对。");
    }

    private static void Cells(WordWriter word, int[] widths, string[] cells, bool bold)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var text = cells[i];
            word.Cell(widths[i], 1, null, () => word.Paragraph(WordStyles.TableSmall, text, left: !bold, bold: bold));
        }
    }
}
