using System.Globalization;


namespace Federation.Documents.Spreadsheets;

/// <summary>Prose and dispositions on sheets of their own, one paragraph a row, for one unit or many.</summary>
internal static class ProseSheets
{
    public const string TextSheet = "文字";
    public const string DispositionSheet = "处置";

    /// <summary>Marks a row that goes on with the paragraph above without a line end between.</summary>
    public const string Continued = "续";

    public static readonly string[] TextColumns = ["单位代码", "部分", "标题", "接续", "正文(一段一行)"];
    public static readonly string[] DispositionColumns = ["单位代码", "规则", "位置", "理由", "依据材料", "有效至", "填写人"];
    private const int LongestCell = 30_000; // a cell holds 32,767
    private const int SpareRows = 10;
    private const double TextColumnWidth = 90;

    public static void Texts(SheetWriter sheet, IEnumerable<ReportDocument> reports)
    {
        sheet.Begin(new SheetSetup([14, 7, 30, 6, TextColumnWidth], 1, Landscape: true, Protected: false));
        Head(sheet, TextColumns);
        var row = 1;
        foreach (var report in reports)
        {
            foreach (var section in report.Form.Prose)
            {
                foreach (var (text, continued) in Paragraphs(report.Content.Texts.GetValueOrDefault(section.Id, "")))
                {
                    sheet.Row(++row, Math.Max(20, (TextWidth.Lines(text, TextColumnWidth - 2) * 16.5) + 6));
                    sheet.Write(1, report.Unit.Value, SheetStyle.Key);
                    sheet.Write(2, section.Id, SheetStyle.Key);
                    sheet.Write(3, $"{section.Number}、{section.Title}", SheetStyle.Key);
                    sheet.Write(4, continued ? Continued : "", SheetStyle.Prose);
                    sheet.Write(5, text, SheetStyle.Prose);
                }
            }
        }
    }

    public static void Dispositions(SheetWriter sheet, IReadOnlyCollection<ReportDocument> reports)
    {
        sheet.Begin(new SheetSetup([14, 10, 30, 50, 30, 14, 24], 1, Landscape: true, Protected: false));
        Head(sheet, DispositionColumns);
        var row = 1;
        foreach (var report in reports)
        {
            foreach (var d in report.Content.Dispositions)
                Line(sheet, ++row, report.Unit.Value, d.Rule, d.Where, d.Reason, d.Evidence, d.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", d.By);
        }
        for (var spare = 0; spare < SpareRows; spare++)
            Line(sheet, ++row, reports.Count == 1 ? reports.First().Unit.Value : "", "", "", "", "", "", "");
    }

    private static void Line(SheetWriter sheet, int row, params string[] values)
    {
        sheet.Row(row, Math.Max(20, (values.Max(v => TextWidth.Lines(v, 22)) * 16.5) + 6));
        for (var i = 0; i < values.Length; i++)
            sheet.Write(i + 1, values[i], i == 0 ? SheetStyle.Key : SheetStyle.Prose);
    }

    private static void Head(SheetWriter sheet, string[] columns)
    {
        sheet.Row(1, 24);
        for (var i = 0; i < columns.Length; i++)
            sheet.Write(i + 1, columns[i], SheetStyle.Heading);
    }

    private static IEnumerable<(string Text, bool Continued)> Paragraphs(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var from = 0;
            do
            {
                var length = Math.Min(LongestCell, line.Length - from);
                if (from + length < line.Length && char.IsHighSurrogate(line[from + length - 1]))
                    length--;
                yield return (line.Substring(from, length), from > 0);
                from += length;
            }
            while (from < line.Length);
        }
    }
}
