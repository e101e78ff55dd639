using System.Globalization;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>Reads the sheets 文字 and 处置, by unit code. A row without code or section goes on with the one above.</summary>
internal static class ProseReader
{
    /// <summary>Prose by unit code as written, then section.</summary>
    public static Dictionary<string, Dictionary<string, string>> Texts(WorkbookFile workbook, ReportForm form, FindingList findings)
    {
        var texts = new Dictionary<string, Dictionary<string, string>>();
        if (workbook.Sheet(ProseSheets.TextSheet) is not { } sheet)
            return texts;
        string unit = "", section = "";
        foreach (var row in sheet.RowsFrom(2))
        {
            var (code, named, text) = (CodeOf(sheet.Text(row, 1)), sheet.Text(row, 2).Trim(), sheet.Text(row, 5));
            if (code.Length == 0 && named.Length == 0 && text.Length == 0)
                continue;
            unit = code.Length > 0 ? code : unit;
            section = named.Length > 0 ? named : section;
            if (form.Prose.All(s => s.Id != section))
            {
                findings.Add(ImportRules.SectionUnknown, sheet.Name, new CellAddress(row, 2).ToString(), $"报告没有“{section}”这一部分", $"the report has no section '{section}'");
                continue;
            }
            if (!texts.TryGetValue(unit, out var sections))
                texts.Add(unit, sections = []);
            var line = text.ReplaceLineEndings("\n");
            sections[section] = !sections.TryGetValue(section, out var before) ? line
                : sheet.Text(row, 4).Trim() == ProseSheets.Continued ? before + line
                : before + "\n" + line;
        }
        return texts;
    }

    /// <summary>Dispositions by unit code as written.</summary>
    public static ILookup<string, Disposition> Dispositions(WorkbookFile workbook, FindingList findings)
    {
        var all = new List<(string Unit, Disposition Disposition)>();
        var sheet = workbook.Sheet(ProseSheets.DispositionSheet);
        var unit = "";
        foreach (var row in sheet?.RowsFrom(2) ?? [])
        {
            string Text(int column) => sheet!.Text(row, column);
            unit = CodeOf(Text(1)) is { Length: > 0 } code ? code : unit;
            if (Enumerable.Range(2, 6).All(c => Text(c).Length == 0))
                continue;
            var until = FigureText.HalfWidth(Text(6)).Trim();
            DateOnly day = default;
            var readable = until.Length == 0 || DateOnly.TryParseExact(until, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
            if (Text(2).Length == 0 || !readable)
            {
                var at = new CellAddress(row, readable ? 2 : 6).ToString();
                findings.Add(ImportRules.BadDisposition, sheet!.Name, at, $"处置缺规则代码,或有效期“{until}”写法不对(应为 年-月-日)", $"a disposition lacks its rule, or its last day '{until}' is not written YYYY-MM-DD");
                continue;
            }
            all.Add((unit, new Disposition(Text(2), Text(3), Text(4), Text(5), until.Length == 0 ? null : day, Text(7))));
        }
        return all.ToLookup(d => d.Unit, d => d.Disposition);
    }

    /// <summary>A unit code as the sheet of figures reads it.</summary>
    public static string CodeOf(string text) => FigureText.HalfWidth(text).Trim();
}
