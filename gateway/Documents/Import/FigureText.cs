using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>What a text in a number cell means.</summary>
/// <param name="Value">The value; missing when it could not be taken.</param>
/// <param name="Fault">The rule it breaks; null when all is well. A value may be taken and doubted at once.</param>
/// <param name="Proposed">A value that was probably meant; empty when none.</param>
internal readonly record struct FigureReading(CellValue Value, Rule? Fault, string Proposed = "");

/// <summary>
/// Reads figures as people write them. Taken as they are: full-width digits, thousands separators, numbers kept as text, the marks of
/// <see cref="CellMarks"/>. Never guessed: a unit of measure or a word beside the number; the number is proposed instead.
/// </summary>
internal static partial class FigureText
{
    private const int SheetDigits = 15; // a spreadsheet keeps no more; what follows is the noise of binary fractions

    /// <summary>A number as a spreadsheet keeps it.</summary>
    public static FigureReading OfNumber(string digits, CellKind kind)
    {
        if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && digits.Count(char.IsAsciiDigit) <= SheetDigits && !digits.Contains('E', StringComparison.OrdinalIgnoreCase))
            return Of(exact, kind);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary)
            && decimal.TryParse(binary.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var rounded)
            ? Of(rounded, kind)
            : new(default, ImportRules.OutOfRange);
    }

    /// <summary>A text somebody typed.</summary>
    public static FigureReading OfText(string text, CellKind kind)
    {
        var plain = HalfWidth(text).Trim();
        if (CellMarks.Read(plain) is { } mark)
            return new(mark, null);
        if (Number().IsMatch(plain))
            return TryDecimal(plain, out var number) ? Of(number, kind) : new(default, ImportRules.OutOfRange);
        var withUnit = WithUnit().Match(plain);
        if (!withUnit.Success)
            return new(default, ImportRules.TextInNumber, plain == "零" ? "0" : plain is "没有" or "无此项" or "none" ? CellMarks.Nil : "");
        var measure = withUnit.Groups["unit"].Value;
        var proposed = TryDecimal(withUnit.Groups["number"].Value, out var value) && Factor(measure, kind) is { } factor ? Plain(value * factor) : "";
        return new(default, ImportRules.UnitInNumber, proposed);
    }

    /// <summary>Full-width letters, digits, signs and blanks in their half-width form.</summary>
    public static string HalfWidth(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E') && !text.Contains('\u3000', StringComparison.Ordinal))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c);
        return result.ToString();
    }

    private static FigureReading Of(decimal number, CellKind kind)
    {
        var fault = number < 0 ? ImportRules.Negative : null;
        if (kind == CellKind.Count)
        {
            if (number != decimal.Truncate(number))
                return new(default, ImportRules.Decimals);
            return number is >= long.MinValue and <= long.MaxValue ? new(CellValue.Of((long)number), fault) : new(default, ImportRules.OutOfRange);
        }
        return FigureReader.TryReadAmount(Plain(number), out var fen) ? new(CellValue.Of(fen), fault) : new(default, ImportRules.BadAmount);
    }

    // what one unit of the measure is in the unit of the cell; null when they do not fit
    private static decimal? Factor(string measure, CellKind kind) => (kind, measure) switch
    {
        (CellKind.Amount, "元") => 0.0001m,
        (CellKind.Amount, "千元") => 0.1m,
        (CellKind.Amount, "万元" or "万") => 1,
        (CellKind.Amount, "亿元" or "亿") => 10_000,
        (CellKind.Count, "万件" or "万") => 10_000,
        (CellKind.Count, not ("元" or "千元" or "万元" or "亿元" or "亿" or "%")) => 1,
        _ => null,
    };

    private static bool TryDecimal(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:约|共|人民币|¥|¥)?\s*(?<number>[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?)\s*(?<unit>件次|件|条|个|项|次|人次|人|宗|份|起|例|部|家|万件|元|千元|万元|亿元|万|亿|%)(整)?\z")]
    private static partial Regex WithUnit();
}
