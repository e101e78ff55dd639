using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>Identity of a work plan: who issues it, for which year, the issuer's number in that year. Written <c>330000/2026/12</c>.</summary>
public sealed partial record PlanId
{
    private PlanId(UnitId issuer, int year, int number) => (Issuer, Year, Number) = (issuer, year, number);

    /// <summary>Unit that issues it.</summary>
    public UnitId Issuer { get; }

    /// <summary>Year that it is for, 2000 to 2099.</summary>
    public int Year { get; }

    /// <summary>The issuer's own count in that year, 1 to 9999; not the number of the document.</summary>
    public int Number { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">Year or number out of range.</exception>
    public static PlanId Of(UnitId issuer, int year, int number) =>
        year is >= 2000 and <= 2099 && number is >= 1 and <= 9999 ? new(issuer, year, number) : throw new ArgumentException($"{issuer}/{year}/{number} is no plan", nameof(number));

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">Not of the shape described above.</exception>
    public static PlanId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no plan");

    /// <summary>Reads one; false when it is not of the shape described above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PlanId? id)
    {
        id = text is not null && Shape().Match(text) is { Success: true } match && UnitId.TryParse(match.Groups[1].Value, out var issuer)
            ? new PlanId(issuer, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture))
            : null;
        return id is not null;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Issuer}/{Year}/{Number}");

    [GeneratedRegex(@"^([^/]+)/(20[0-9]{2})/([1-9][0-9]{0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
