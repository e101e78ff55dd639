using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Search;

/// <summary>Filters as tokens beside those of the text, so that subtree, kind and words are asked for in one go.</summary>
public static class SearchScope
{
    /// <summary>Token of a unit: whatever lies at or below it has it.</summary>
    public static string Of(UnitId unit) => unit.IsAgency ? Hashed('u', unit.Value) : $"u{unit.Value}";

    /// <summary>Token of a unit's own catalog.</summary>
    public static string Own(UnitId unit) => unit.IsAgency ? Hashed('c', unit.Value) : $"c{unit.Value}";

    /// <summary>Token of a kind.</summary>
    public static string Of(EntryKind kind) => $"k{(int)kind}";

    /// <summary>Token of an attribute.</summary>
    public static string Of(DisclosureAttribute attribute) => $"a{(int)attribute}";

    /// <summary>Token of a state.</summary>
    public static string Of(ValidityState state) => $"v{(int)state}";

    /// <summary>Token of a field (领域).</summary>
    public static string OfDomain(string domain) => Hashed('d', SearchText.Fold(domain.Trim()));

    /// <summary>Token of an item of a standard.</summary>
    public static string OfItem(string item) => Hashed('i', item.Trim());

    /// <summary>A unit and those above it, below the nation, on the tree of a day; of a unit that is not on it, the unit alone.</summary>
    public static string Place(UnitId unit, DivisionTree tree)
    {
        if (!tree.TryFind(unit, out var order))
            return Of(unit);
        var place = new StringBuilder();
        for (var at = order; at > 0; at = tree.ParentOf(at))
            place.Append(Of(tree[at].Id)).Append(' ');
        return place.ToString().TrimEnd();
    }

    /// <summary>Tokens of an entry that lies at a place.</summary>
    public static string Tokens(EntryRow row, string place)
    {
        var tokens = new StringBuilder(place).Append(' ').Append(Own(row.Catalog)).Append(' ').Append(Of(row.Kind)).Append(' ').Append(Of(row.Attribute)).Append(' ').Append(Of(row.Validity));
        if (row.Domain.Length > 0)
            tokens.Append(' ').Append(OfDomain(row.Domain));
        if (row.StandardItem.Length > 0)
            tokens.Append(' ').Append(OfItem(row.StandardItem));
        return tokens.ToString();
    }

    /// <summary>Tokens that an entry must have to pass a filter.</summary>
    public static IEnumerable<string> Wanted(SearchFilter filter)
    {
        if (filter.Own)
            yield return Own(filter.Within);
        else if (filter.Within != UnitId.Nation)
            yield return Of(filter.Within);
        if (filter.Entry.Kind is { } kind)
            yield return Of(kind);
        if (filter.Entry.Attribute is { } attribute)
            yield return Of(attribute);
        if (filter.Entry.Validity is { } validity)
            yield return Of(validity);
        if (filter.Entry.Domain.Length > 0)
            yield return OfDomain(filter.Entry.Domain);
        if (filter.Entry.StandardItem.Length > 0)
            yield return OfItem(filter.Entry.StandardItem);
    }

    private static string Hashed(char kind, string text) => kind + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
