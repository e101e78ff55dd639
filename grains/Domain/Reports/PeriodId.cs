using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Federation.Domain.Reports;

/// <summary>A reporting period. <c>annual-YYYY</c>: the annual report (年度报告) of the year YYYY, due in the year after.</summary>
public sealed record PeriodId
{
    private PeriodId(int year) => Year = year;

    /// <summary>报告年度: 1 January to 31 December of it are reported.</summary>
    public int Year { get; }

    /// <summary>The period before, with whose figures this one continues; null when there is none.</summary>
    public PeriodId? Previous => Year > 2000 ? new PeriodId(Year - 1) : null;

    /// <summary>The period of one report year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 2000 to 2999: its id could not be read again.</exception>
    public static PeriodId Annual(int year) =>
        year is >= 2000 and <= 2999 ? new(year) : throw new ArgumentOutOfRangeException(nameof(year), year, "a report year is from 2000 to 2999");

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">Not of the shape described above.</exception>
    public static PeriodId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no period");

    /// <summary>Reads an id; false when it is not of the shape described above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PeriodId? id)
    {
        // read several times on the way of every filing, so without a regular expression
        id = text is { Length: 11 } && text.StartsWith("annual-2", StringComparison.Ordinal) && !text.AsSpan(8).ContainsAnyExceptInRange('0', '9')
            ? new PeriodId(int.Parse(text.AsSpan(7), CultureInfo.InvariantCulture))
            : null;
        return id is not null;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"annual-{Year}");
}
