using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Federation.Domain.Reports;

/// <summary>What a period is.</summary>
public enum PeriodKind
{
    /// <summary>年度</summary>
    Annual,

    /// <summary>季度</summary>
    Quarter,

    /// <summary>专项: asked for once, in a form of its own.</summary>
    Special,
}

/// <summary>
/// 报告期: a reporting period. <c>annual-YYYY</c>: the annual report (年度报告) of the year YYYY, due in the year after; <c>quarter-YYYY-Q</c>: the
/// quarter Q (1 to 4) of it; <c>special-YYYY-name</c>: something asked for once in that year, name <c>[a-z][a-z0-9-]{0,39}</c>.
/// Years run from 2000 to 2999.
/// </summary>
public sealed record PeriodId
{
    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    private PeriodId(PeriodKind kind, int year, int quarter, string name) => (Kind, Year, Quarter, Name) = (kind, year, quarter, name);

    /// <summary>What it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>报告年度: the calendar year in which it lies.</summary>
    public int Year { get; }

    /// <summary>1 to 4; 0 when it is no quarter.</summary>
    public int Quarter { get; }

    /// <summary>Name of a special period; empty for others.</summary>
    public string Name { get; }

    /// <summary>First day that is reported.</summary>
    public DateOnly FirstDay => new(Year, Kind == PeriodKind.Quarter ? (3 * Quarter) - 2 : 1, 1);

    /// <summary>Last day that is reported. A special period lasts the whole year, whatever its notice asks for.</summary>
    public DateOnly LastDay => Kind == PeriodKind.Quarter ? FirstDay.AddMonths(3).AddDays(-1) : new(Year, 12, 31);

    /// <summary>The period before, from which figures carry over; null for a special period and before the year 2000.</summary>
    public PeriodId? Previous => Kind switch
    {
        PeriodKind.Quarter when Quarter > 1 => new(Kind, Year, Quarter - 1, ""),
        PeriodKind.Quarter when Year > 2000 => new(Kind, Year - 1, 4, ""),
        PeriodKind.Annual when Year > 2000 => new(Kind, Year - 1, 0, ""),
        _ => null,
    };

    /// <summary>For titles: 2025 年度, 2025 年第一季度, 2025 年专项(channels).</summary>
    public string InChinese => Kind switch
    {
        PeriodKind.Annual => $"{Digits(Year)} 年度",
        PeriodKind.Quarter => $"{Digits(Year)} 年{Quarters[Quarter - 1]}",
        _ => $"{Digits(Year)} 年专项({Name})",
    };

    /// <summary>For titles: Year 2025, Quarter 1 of 2025, Special report 2025 (channels).</summary>
    public string InEnglish => Kind switch
    {
        PeriodKind.Annual => $"Year {Digits(Year)}",
        PeriodKind.Quarter => $"Quarter {Digits(Quarter)} of {Digits(Year)}",
        _ => $"Special report {Digits(Year)} ({Name})",
    };

    /// <summary>The period of one report year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 2000 to 2999: its id could not be read again.</exception>
    public static PeriodId Annual(int year) => new(PeriodKind.Annual, Checked(year), 0, "");

    /// <summary>A quarter of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 2000 to 2999, or the quarter not from 1 to 4.</exception>
    public static PeriodId QuarterOf(int year, int quarter) => quarter is >= 1 and <= 4
        ? new(PeriodKind.Quarter, Checked(year), quarter, "")
        : throw new ArgumentOutOfRangeException(nameof(quarter), quarter, "a quarter is from 1 to 4");

    /// <summary>Something asked for once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 2000 to 2999, or the name not of the shape described above.</exception>
    public static PeriodId Special(int year, string name) => IsName(name)
        ? new(PeriodKind.Special, Checked(year), 0, name)
        : throw new ArgumentOutOfRangeException(nameof(name), name, "a name begins with a letter and has at most 40 lower-case letters, digits and hyphens");

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">Not of the shape described above.</exception>
    public static PeriodId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no period");

    /// <summary>Reads an id; false when it is not of the shape described above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PeriodId? id)
    {
        // read several times on the way of every filing, so without a regular expression
        id = null;
        var rest = text.AsSpan();
        if (rest.StartsWith("annual-") && rest.Length == 11 && TryYear(rest[7..], out var year))
            id = new(PeriodKind.Annual, year, 0, "");
        else if (rest.StartsWith("quarter-") && rest.Length == 14 && TryYear(rest[8..12], out year) && rest[12] == '-' && rest[13] is >= '1' and <= '4')
            id = new(PeriodKind.Quarter, year, rest[13] - '0', "");
        else if (rest.StartsWith("special-") && rest.Length > 13 && TryYear(rest[8..12], out year) && rest[12] == '-' && IsName(rest[13..]))
            id = new(PeriodKind.Special, year, 0, rest[13..].ToString());
        return id is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        PeriodKind.Annual => string.Create(CultureInfo.InvariantCulture, $"annual-{Year}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"quarter-{Year}-{Quarter}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"special-{Year}-{Name}"),
    };

    private static int Checked(int year) =>
        year is >= 2000 and <= 2999 ? year : throw new ArgumentOutOfRangeException(nameof(year), year, "a report year is from 2000 to 2999");

    private static bool TryYear(ReadOnlySpan<char> text, out int year)
    {
        year = 0;
        return text[0] == '2' && !text.ContainsAnyExceptInRange('0', '9') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > 40 || !char.IsAsciiLetterLower(text[0]))
            return false;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-')
                return false;
        }
        return true;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
