using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Federation.Domain.Catalogs;

/// <summary>
/// Identity of an entry inside its catalog, for ever; opaque. Title and index number may repeat or change, this does not. 1 to 128 letters, digits
/// and <c>. _ : / -</c>, beginning with a letter or digit, so that ids of most websites can be taken as they are.
/// </summary>
public sealed partial record EntryId : IComparable<EntryId>
{
    private EntryId(string value) => Value = value;

    /// <summary>As written.</summary>
    public string Value { get; }

    /// <summary>Place in the digest tree: the first 60 bits of the SHA-256 of the id, 0 to 2^60 - 1.</summary>
    public long Path => (long)(Digest.Of(Encoding.UTF8.GetBytes(Value)).Prefix >> 4);

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">Not of the shape described above.</exception>
    public static EntryId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no entry id");

    /// <summary>Reads an id; false when it is not of the shape described above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EntryId? id)
    {
        id = text is not null && Shape().IsMatch(text) ? new EntryId(text) : null;
        return id is not null;
    }

    /// <inheritdoc />
    public int CompareTo(EntryId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"^[\p{L}0-9][\p{L}0-9._:/-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
