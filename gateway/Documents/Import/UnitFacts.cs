using System.Text.RegularExpressions;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>Whose report it is, of which year and scope, as the sheets of any workbook say it.</summary>
internal sealed partial class UnitFacts
{
    private const int TopRows = 40;
    private static readonly string[] CodeLabels = ["单位代码", "机构代码", "行政区划代码", "区划代码"];
    private static readonly string[] NameLabels = ["单位名称", "单位", "填报单位", "编制单位"];
    private static readonly string[] YearLabels = ["报告期", "报告年度", "年度"];

    private UnitFacts(WorkbookFile workbook)
    {
        foreach (var sheet in workbook.Sheets)
        {
            foreach (var (at, cell) in sheet.Cells.Where(c => c.Key.Row <= TopRows && c.Value.Kind == RawKind.Text && c.Value.Text.Length < 300).OrderBy(c => c.Key.Row).ThenBy(c => c.Key.Column))
            {
                var text = FigureText.HalfWidth(cell.Text).Trim();
                var beside = FigureText.HalfWidth(sheet.Text(at.Row, at.Column + 1)).Trim();
                var label = text.TrimEnd(':', ' ');
                if (CodeLabels.Contains(label) && beside.Length > 0)
                    (Code, CodeAt) = (Code.Length > 0 ? Code : beside, CodeAt ?? (sheet.Name, at with { Column = at.Column + 1 }));
                else if (NameLabels.Contains(label) && beside.Length > 0)
                    Name = Name.Length > 0 ? Name : beside;
                else if (label == "范围")
                    Scope ??= ReportDocument.ScopeOf(beside);
                else if (YearLabels.Contains(label))
                    Period ??= PeriodOf(beside);
                else if (Title().Match(text) is { Success: true } title)
                    (Name, Period) = (Name.Length > 0 ? Name : title.Groups["unit"].Value, Period ?? PeriodOf(title.Groups["year"].Value));
            }
        }
    }

    public string Code { get; } = "";

    public (string Sheet, Spreadsheets.CellAddress At)? CodeAt { get; }

    public string Name { get; } = "";

    public PeriodId? Period { get; }

    public ReportScope? Scope { get; }

    public static UnitFacts Of(WorkbookFile workbook) => new(workbook);

    /// <summary>annual-2024, 2024, 2024年 or 2024年度.</summary>
    public static PeriodId? PeriodOf(string text) =>
        PeriodId.TryParse(text, out var id) ? id : Year().Match(text) is { Success: true } year ? PeriodId.Annual(int.Parse(year.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>The unit of a code and a name, with findings where they are unknown or disagree.</summary>
    public static UnitId? Resolve(string code, string name, string sheet, string address, ImportSettings settings, FindingList findings)
    {
        if (!UnitId.TryParse(code, out var unit))
        {
            if (code.Length == 0 && name.Length > 0 && settings.Find?.Invoke(name) is { } found)
                return found;
            findings.Add(
                ImportRules.UnitUnknown, sheet, address,
                code.Length > 0 ? $"“{code}”不是单位代码" : $"没有单位代码(单位名称“{name}”)",
                code.Length > 0 ? $"'{code}' is no unit code" : $"there is no unit code; the name is '{name}'");
            return null;
        }
        if (settings.NameOf is not { } nameOf)
            return unit;
        if (nameOf(unit) is not { } known)
        {
            findings.Add(ImportRules.UnitUnknown, sheet, address, $"单位代码 {code} 不认识", $"unit code {code} is not known");
            return null;
        }
        var (one, other) = (LabelMatch.Normal(known), LabelMatch.Normal(name));
        if (other.Length > 0 && !one.EndsWith(other, StringComparison.Ordinal) && !other.StartsWith(one, StringComparison.Ordinal) && !other.EndsWith(one, StringComparison.Ordinal))
            findings.Add(ImportRules.UnitMismatch, sheet, address, $"代码 {code} 是“{known}”,表中写的是“{name}”", $"code {code} is '{known}', the sheet says '{name}'", proposed: known);
        return unit;
    }

    [GeneratedRegex(@"^(?<unit>[^0-9]*?)\s*(?<year>2[0-9]{3})\s*年度?.*政府信息公开.*报告")]
    private static partial Regex Title();

    [GeneratedRegex(@"^\s*(2[0-9]{3})\s*(年度?)?\s*\z")]
    private static partial Regex Year();
}
