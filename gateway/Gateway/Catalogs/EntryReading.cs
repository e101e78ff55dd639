using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Gateway.Catalogs;

/// <summary>Reads entries as callers write them; what cannot be read is found at its place, all of it.</summary>
public static class EntryReading
{
    /// <summary>Reads an entry.</summary>
    /// <param name="entry">As written.</param>
    /// <param name="findings">Takes what could not be read.</param>
    /// <returns>Null when something could not.</returns>
    public static CatalogEntry? Read(V1.Entry entry, ICollection<Finding> findings)
    {
        var before = findings.Count;
        var id = Id(entry.Id, "id", findings);
        var kind = Word(CatalogWords.KindOf(entry.Kind), "kind", entry.Kind, findings);
        var attribute = Word(CatalogWords.AttributeOf(entry.Disclosure), "disclosure", entry.Disclosure, findings);
        var validity = Word(CatalogWords.StateOf(entry.Validity), "validity", entry.Validity, findings);
        var since = Requests.OptionalDay(entry.ValiditySince, "validity_since", findings);
        var links = entry.Links.Select((link, i) => Link(link, string.Create(CultureInfo.InvariantCulture, $"links[{i}]"), findings)).ToList();
        var files = entry.Attachments.Select((file, i) => File(file, string.Create(CultureInfo.InvariantCulture, $"attachments[{i}]"), findings)).ToList();
        var body = entry.Body.Length == 0 ? null : Hash(entry.Body, "body", findings);
        if (findings.Count > before)
            return null;
        return new CatalogEntry(
            id!, kind!.Value, entry.Title, entry.Fields.Where(f => f.Value.Length > 0).ToImmutableSortedDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
            new Disclosure(attribute!.Value, entry.Reason, entry.ReasonBasis), new Validity(validity!.Value, since), [.. links.OfType<EntryLink>()], body, [.. files.OfType<Attachment>()]);
    }

    /// <summary>Reads an entry id; null and CT-001 when it is none.</summary>
    public static EntryId? Id(string text, string where, ICollection<Finding> findings)
    {
        if (EntryId.TryParse(text, out var id))
            return id;
        findings.Add(CatalogRules.BadId.At(where, $"条目编号“{text}”写法不对", $"'{text}' is no entry id"));
        return null;
    }

    /// <summary>A word of a list that may be left out; null for none, and, with a finding, for one that is not in the list.</summary>
    internal static T? Optional<T>(string text, Func<string, T?> read, string where, ICollection<Finding> findings)
        where T : struct => text.Length == 0 ? null : Word(read(text), where, text, findings);

    private static EntryLink? Link(V1.Link link, string where, ICollection<Finding> findings)
    {
        var relation = Word(CatalogWords.RelationOf(link.Relation), where + ".relation", link.Relation, findings);
        var id = Id(link.Entry, where + ".entry", findings);
        UnitId? catalog = null;
        if (link.Catalog.Length > 0 && !UnitId.TryParse(link.Catalog, out catalog))
            findings.Add(DivisionRules.BadCode.At(where + ".catalog", $"单位代码“{link.Catalog}”格式不对", $"'{link.Catalog}' is no unit code"));
        return relation is null || id is null ? null : new EntryLink(relation.Value, catalog, id);
    }

    private static Attachment? File(V1.Attachment file, string where, ICollection<Finding> findings) =>
        Hash(file.Hash, where + ".hash", findings) is { } hash ? new Attachment(file.Name, file.MediaType, file.Size, hash) : null;

    private static Digest? Hash(string text, string where, ICollection<Finding> findings)
    {
        if (Digest.TryParse(text, out var digest))
            return digest;
        findings.Add(GatewayRules.BadHash.At(where, $"“{text}”不是 SHA-256", $"'{text}' is no SHA-256"));
        return null;
    }

    private static T? Word<T>(T? read, string where, string text, ICollection<Finding> findings)
        where T : struct
    {
        if (read is null)
            findings.Add(GatewayRules.UnknownChoice.At(where, $"没有选项“{text}”", $"there is no choice '{text}'"));
        return read;
    }
}
