using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Federation.Domain.Divisions;

/// <summary>
/// 单位: identity of a unit, for ever. A territory is its division code (行政区划代码): 6 digits for province, city and county,
/// 9 for a township or street, 12 below; <c>000000</c> is the nation. An agency (部门) is the code of the territory it serves, a
/// full stop and its short name of 2 to 24 lower-case letters, digits and hyphens: <c>500151.audit</c>.
/// </summary>
/// <remarks>Names change and repeat (there are two 鼓楼区 in one province's reach); the code does neither.</remarks>
public sealed partial record UnitId : IComparable<UnitId>
{
    private UnitId(string value) => Value = value;

    /// <summary>全国: the root above the provinces; it files nothing of its own.</summary>
    public static UnitId Nation { get; } = new("000000");

    /// <summary>The code as written.</summary>
    public string Value { get; }

    /// <summary>True for an agency of a territory.</summary>
    public bool IsAgency => Value.Contains('.', StringComparison.Ordinal);

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">Not of the shape described above.</exception>
    public static UnitId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no unit code");

    /// <summary>Reads a code; false when it is not of the shape described above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out UnitId? id)
    {
        id = text is not null && Shape().IsMatch(text) ? new UnitId(text) : null;
        return id is not null;
    }

    /// <inheritdoc />
    public int CompareTo(UnitId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9]{6}([0-9]{3}([0-9]{3})?)?(\.[a-z0-9-]{2,24})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
