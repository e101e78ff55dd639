using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs;

/// <summary>
/// The canonical form of an entry: members always in this order, fields by id, nothing that is empty, no blanks, UTF-8. Its SHA-256 is the hash of the
/// entry; anyone can recompute it from an export.
/// </summary>
public static class EntryJson
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical bytes.</summary>
    public static byte[] Bytes(CatalogEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Canonical))
            Write(json, entry);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes an entry as an object.</summary>
    public static void Write(Utf8JsonWriter json, CatalogEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id.Value);
        json.WriteString("kind"u8, entry.Kind.Word());
        json.WriteString("title"u8, entry.Title);
        if (!entry.Fields.IsEmpty)
        {
            json.WriteStartObject("fields"u8);
            foreach (var (field, value) in entry.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
                WriteText(json, field, value);
            json.WriteEndObject();
        }
        WriteText(json, "disclosure", entry.Disclosure.Attribute.Word());
        WriteText(json, "reason", entry.Disclosure.Reason);
        WriteText(json, "reasonBasis", entry.Disclosure.Basis);
        if (entry.Validity.State != ValidityState.InForce)
            json.WriteString("validity"u8, entry.Validity.State.Word());
        if (entry.Validity.Since is { } since)
            json.WriteString("validitySince"u8, since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (!entry.Links.IsEmpty)
        {
            json.WriteStartArray("links"u8);
            foreach (var link in entry.Links)
            {
                json.WriteStartObject();
                json.WriteString("relation"u8, link.Relation.Word());
                WriteText(json, "catalog", link.Catalog?.Value ?? "");
                json.WriteString("entry"u8, link.Entry.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        WriteText(json, "body", entry.Body?.ToString() ?? "");
        if (!entry.Attachments.IsEmpty)
        {
            json.WriteStartArray("attachments"u8);
            foreach (var file in entry.Attachments)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, file.Name);
                json.WriteString("mediaType"u8, file.MediaType);
                json.WriteNumber("size"u8, file.Size);
                json.WriteString("hash"u8, file.Hash.ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>Reads an entry written by <see cref="Write"/>.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static CatalogEntry Read(JsonElement json)
    {
        try
        {
            return new CatalogEntry(
                EntryId.Parse(Text(json, "id")),
                CatalogWords.KindOf(Text(json, "kind")) ?? throw new FormatException($"'{Text(json, "kind")}' is no kind of entry"),
                Text(json, "title"),
                json.TryGetProperty("fields"u8, out var fields)
                    ? fields.EnumerateObject().ToImmutableSortedDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal)
                    : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
                new Disclosure(CatalogWords.AttributeOf(Text(json, "disclosure")) ?? throw new FormatException("no disclosure attribute"), Text(json, "reason"), Text(json, "reasonBasis")),
                new Validity(CatalogWords.StateOf(Text(json, "validity")) ?? throw new FormatException("no validity"), Day(json, "validitySince")),
                json.TryGetProperty("links"u8, out var links) ? [.. links.EnumerateArray().Select(Link)] : [],
                Text(json, "body") is { Length: > 0 } body ? Digest.Parse(body) : null,
                json.TryGetProperty("attachments"u8, out var files) ? [.. files.EnumerateArray().Select(File)] : []);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"no catalog entry: {e.Message}", e);
        }
    }

    private static EntryLink Link(JsonElement json) => new(
        CatalogWords.RelationOf(Text(json, "relation")) ?? throw new FormatException("no relation"),
        Text(json, "catalog") is { Length: > 0 } catalog ? UnitId.Parse(catalog) : null, EntryId.Parse(Text(json, "entry")));

    private static Attachment File(JsonElement json) => new(Text(json, "name"), Text(json, "mediaType"), json.GetProperty("size"u8).GetInt64(), Digest.Parse(Text(json, "hash")));

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static DateOnly? Day(JsonElement json, string name) =>
        Text(json, name) is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
            json.WriteString(name, text);
    }
}
