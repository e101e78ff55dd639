using Federation.Documents.Packages;
using Federation.Documents.Word;

namespace Federation.Documents.Circulars;

/// <summary>通报 as a Word document, in the type of official documents.</summary>
public static class CircularWord
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes a document.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="circular">The circular.</param>
    public static void Write(Stream to, Circular circular)
    {
        using var package = new OpenPackage(to);
        PackageParts.ContentTypes(package,
        [
            ("/word/document.xml", Types + "document.main+xml"), ("/word/styles.xml", Types + "styles+xml"), ("/word/settings.xml", Types + "settings+xml"),
            ("/word/fontTable.xml", Types + "fontTable+xml"), ("/word/footer1.xml", Types + "footer+xml"),
        ]);
        PackageParts.Root(package, "word/document.xml", circular.Title, DocumentStatus.Template);
        PackageParts.Relationships(package, "word/_rels/document.xml.rels", [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"), ("footer", "footer1.xml")]);
        package.Xml("word/styles.xml", WordStyles.Styles);
        package.Xml("word/fontTable.xml", WordStyles.Fonts);
        package.Xml("word/settings.xml", WordStyles.Settings);
        package.Xml("word/footer1.xml", WordStyles.Footer);
        package.Xml("word/document.xml", xml => new WordWriter(xml).Document(word => Body(word, circular), "rId4"));
    }

    private static void Body(WordWriter word, Circular circular)
    {
        word.Paragraph(WordStyles.Title, circular.Title);
        word.Paragraph(WordStyles.Note, $"截至 {DocumentDates.Moment(circular.AsOf)}");
        word.Paragraph(WordStyles.Body, circular.Opening);
        for (var i = 0; i < circular.Parts.Length; i++)
        {
            var part = circular.Parts[i];
            word.Paragraph(WordStyles.Heading, Circular.Numbered(i, part.Heading));
            foreach (var paragraph in part.Paragraphs)
                word.Paragraph(WordStyles.Body, paragraph);
            if (part.Table is { } table)
                Table(word, table);
        }
        word.Paragraph(WordStyles.Heading, Circular.Numbered(circular.Parts.Length, "依据"));
        foreach (var basis in circular.Basis)
            word.Paragraph(WordStyles.Body, basis);
        word.Paragraph(WordStyles.Body, $"{circular.Issuer}\n{DocumentDates.Day(circular.AsOf)}");
    }

    private static void Table(WordWriter word, CircularTable table)
    {
        var widths = table.Shares.Select(s => WordWriter.TextWidth * s / 100).ToArray();
        word.Table(widths, () =>
        {
            word.Row(true, 440, () => Cells(word, widths, table.Headings, bold: true));
            foreach (var row in table.Rows)
                word.Row(false, 340, () => Cells(word, widths, row, bold: false));
        });
        word.Paragraph(WordStyles.Note, "");
    }

    private static void Cells(WordWriter word, int[] widths, IReadOnlyList<string> cells, bool bold)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var text = cells[i];
            word.Cell(widths[i], 1, null, () => word.Paragraph(WordStyles.TableSmall, text, left: !bold && text.Length > 0 && !IsFigure(text), bold: bold));
        }
    }

    private static bool IsFigure(string text) => text.All(c => char.IsAsciiDigit(c) || c is '.' or '%' or ',' or '-');
}
