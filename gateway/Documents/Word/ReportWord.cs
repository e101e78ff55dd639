using System.Globalization;
using Federation.Documents.Layouts;
using Federation.Documents.Packages;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Word;

/// <summary>
/// One report as a Word document in the official layout: title, the sections with their prose and tables, corrections at the end. The same
/// report gives the same bytes. It is read by people only; what comes back comes as a workbook or JSON.
/// </summary>
public static class ReportWord
{
    private const int TitleLine = 38; // of half-width characters in 二号 type
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes a document.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="report">The report; a cell declared as none is printed 0, as published reports do, and said below.</param>
    public static void Write(Stream to, ReportDocument report)
    {
        using var package = new OpenPackage(to);
        PackageParts.ContentTypes(package,
        [
            ("/word/document.xml", Types + "document.main+xml"), ("/word/styles.xml", Types + "styles+xml"), ("/word/settings.xml", Types + "settings+xml"),
            ("/word/fontTable.xml", Types + "fontTable+xml"), ("/word/footer1.xml", Types + "footer+xml"),
        ]);
        PackageParts.Root(package, "word/document.xml", report.Title, report.Status);
        PackageParts.Relationships(package, "word/_rels/document.xml.rels",
            [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"), ("footer", "footer1.xml")]);
        package.Xml("word/styles.xml", WordStyles.Styles);
        package.Xml("word/fontTable.xml", WordStyles.Fonts);
        package.Xml("word/settings.xml", WordStyles.Settings);
        package.Xml("word/footer1.xml", WordStyles.Footer);
        package.Xml("word/document.xml", xml => new WordWriter(xml).Document(writer => Body(writer, report), "rId4"));
    }

    private static void Body(WordWriter word, ReportDocument report)
    {
        word.Paragraph(WordStyles.Title, TextWidth.Of(report.Title) <= TitleLine ? report.Title : Broken(report));
        var layouts = FormLayouts.Of(report.Form).ToDictionary(l => l.Table);
        foreach (var section in report.Form.Sections)
        {
            word.Paragraph(WordStyles.Heading, $"{section.Number}、{section.Title}");
            if (section.Table is { } table)
                new WordTable(word, TableGrid.Of(layouts[table]), report).Write();
            else
                Prose(word, report.Content.Texts.GetValueOrDefault(section.Id, ""));
        }
        if (!report.Status.Corrections.IsEmpty)
        {
            word.Paragraph(WordStyles.Heading, "更正说明");
            foreach (var note in report.Status.Corrections)
                word.Paragraph(WordStyles.Body, string.Create(CultureInfo.InvariantCulture, $"{DocumentDates.Day(note.At)}第{note.Version}版:{note.Text}"));
        }
        foreach (var line in Colophon(report))
            word.Paragraph(WordStyles.Note, line);
    }

    // 标题分行: by meaning, never inside a word (GB/T 9704-2012 7.3.1)
    private static string Broken(ReportDocument report) => report.Title[..^report.Form.Title.Length] + "\n" + report.Form.Title;

    private static void Prose(WordWriter word, string text)
    {
        foreach (var line in text.Split('\n').Where(l => l.Trim().Length > 0).DefaultIfEmpty("(未填)"))
            word.Paragraph(WordStyles.Body, line.Trim());
    }

    private static IEnumerable<string> Colophon(ReportDocument report)
    {
        var cells = report.Content.Figures.Cells.ToArray();
        if (report.IsNil)
            yield return "注:零报告,各项均申报为“无”,表中以 0 表示。";
        else if (cells.Any(c => c.State == CellState.Nil))
            yield return "注:申报为“无”的项目,表中以 0 表示。";
        if (cells.Any(c => c.State == CellState.NotApplicable))
            yield return "注:“/”表示不适用。";
        if (cells.Any(c => c.State == CellState.Missing))
            yield return "注:空白表示未填。";
        var status = report.Status;
        yield return string.Create(CultureInfo.InvariantCulture, $"范围:{report.ScopeText};状态:{status.State}")
            + (status.Version > 0 ? string.Create(CultureInfo.InvariantCulture, $";第{status.Version}版") : "")
            + (status.SealedAt is { } at ? $";报送时间:{DocumentDates.Moment(at)}" : "");
        yield return $"表式:{report.Form.Basis};内容摘要:{report.Hash}";
    }
}
