using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// A cell as people write it: a number (amounts in 万元), 无 for nil, / for not applicable, - for not asked in this period, nothing for not
/// filled in.
/// </summary>
public static class CellText
{
    /// <summary>无</summary>
    public const string Nil = "无";

    /// <summary>Not applicable.</summary>
    public const string NotApplicable = "/";

    /// <summary>Not asked in this period.</summary>
    public const string NotDue = "-";

    /// <summary>Writes a value.</summary>
    public static string Write(FormCell cell, CellValue value) => value.State switch
    {
        CellState.Number when cell.Kind == CellKind.Amount => FigureReader.WriteAmount(value.Value),
        CellState.Number => value.Value.ToString(CultureInfo.InvariantCulture),
        CellState.Nil => Nil,
        CellState.NotApplicable => NotApplicable,
        CellState.NotDue => NotDue,
        _ => "",
    };

    /// <summary>Reads what somebody wrote. Full-width digits and thousands separators are taken; anything else is a finding.</summary>
    /// <returns>The value, missing when it could not be read; and the finding, or null.</returns>
    public static (CellValue Value, Finding? Finding) Read(FormCell cell, string text)
    {
        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (plain.Length == 0)
            return (default, null);
        if (plain == Nil)
            return (CellValue.Nil, null);
        if (plain == NotApplicable)
            return (CellValue.NotApplicable, null);
        if (plain == NotDue)
            return (new CellValue(CellState.NotDue, 0), null);
        if (cell.Kind == CellKind.Amount)
        {
            return FigureReader.TryReadAmount(plain.Replace(",", "", StringComparison.Ordinal), out var fen)
                ? (CellValue.Of(fen), null)
                : (default, ReportRules.BadAmount.At(cell.Id, $"金额写作“{text}”;应为十进制数,单位万元,至多六位小数", $"the amount reads '{text}'; it must be a decimal in 万元, at most six places"));
        }
        return long.TryParse(plain, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? (CellValue.Of(count), null)
            : (default, ReportRules.BadCount.At(cell.Id, $"“{cell.Label}”写作“{text}”;应为整数、“无”或“/”", $"{cell.Id} reads '{text}'; write a whole number, 无 or /"));
    }
}
