using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Federation.Domain.Obligations;

/// <summary>
/// Identity of a duty: the plan and its clause, for example <c>330000/2026/12#一/(一)</c>. A clause with several measures has a duty for each:
/// <c>…#一/(一)~2</c>. The same clause is the same duty in every unit that received it.
/// </summary>
public sealed partial record DutyId : IComparable<DutyId>
{
    private DutyId(string plan, string clause) => (Plan, Clause) = (plan, clause);

    /// <summary>Issuer, year and number of the plan: 330000/2026/12.</summary>
    public string Plan { get; }

    /// <summary>Path of the clause in the plan: 一/(一).</summary>
    public string Clause { get; }

    /// <summary>The clause of a plan.</summary>
    /// <exception cref="FormatException">Not of the shape above.</exception>
    public static DutyId Of(string plan, string clause) => Parse($"{plan}#{clause}");

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">Not of the shape above.</exception>
    public static DutyId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no duty id");

    /// <summary>Reads an id; false when it is not of the shape above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DutyId? id)
    {
        id = Shape().Match(text ?? "") is { Success: true } m ? new DutyId(m.Groups["plan"].Value, m.Groups["clause"].Value) : null;
        return id is not null;
    }

    /// <inheritdoc />
    public int CompareTo(DutyId? other) => string.CompareOrdinal(ToString(), other?.ToString());

    /// <inheritdoc />
    public override string ToString() => $"{Plan}#{Clause}";

    [GeneratedRegex(@"^(?<plan>[0-9]{6}([0-9]{3}([0-9]{3})?)?(\.[a-z0-9-]{2,24})?/[0-9]{4}/[0-9A-Za-z-]{1,24})#(?<clause>[^\s#\p{C}]{1,100})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
