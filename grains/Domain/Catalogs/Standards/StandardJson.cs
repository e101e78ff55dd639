using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>The stable encoding of standards and of their events.</summary>
public static class StandardJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A version as bytes.</summary>
    public static byte[] Bytes(StandardCatalog standard)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(bytes, Readable);
        Write(json, standard);
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes a version.</summary>
    public static void Write(Utf8JsonWriter json, StandardCatalog standard)
    {
        json.WriteStartObject();
        json.WriteString("owner"u8, standard.Of.Owner.Value);
        json.WriteNumber("version"u8, standard.Of.Version);
        json.WriteString("title"u8, standard.Title);
        json.WriteString("basis"u8, standard.Basis);
        if (standard.Base is { } above)
        {
            json.WriteString("baseOwner"u8, above.Owner.Value);
            json.WriteNumber("baseVersion"u8, above.Version);
        }
        Write(json, "items", standard.Items.Values);
        json.WriteEndObject();
    }

    /// <summary>Reads a version.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static StandardCatalog Read(JsonElement json)
    {
        try
        {
            return new StandardCatalog(
                new StandardVersion(UnitId.Parse(Text(json, "owner")), json.GetProperty("version"u8).GetInt32()), Text(json, "title"), Text(json, "basis"),
                Text(json, "baseOwner") is { Length: > 0 } owner ? new StandardVersion(UnitId.Parse(owner), json.GetProperty("baseVersion"u8).GetInt32()) : null,
                Items(json, "items").ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"no standard catalog: {e.Message}", e);
        }
    }

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(StandardEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes, Readable);
        json.WriteStartObject();
        var kind = happened switch
        {
            StandardEdited e => Edited(json, e),
            StandardPublished e => Published(json, e),
            StandardItemSetAside e => SetAside(json, e),
            StandardSynced e => Synced(json, e),
            StandardSyncProposed e => Proposed(json, e),
            StandardConflictsDecided e => Decided(json, e),
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static StandardEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return (recorded.Kind, recorded.KindVersion) switch
            {
                ("standard-edited", 1) => new StandardEdited(Text(json, "title"), Text(json, "basis"), Items(json, "put"), [.. json.GetProperty("remove"u8).EnumerateArray().Select(r => r.GetString()!)]),
                ("standard-published", 1) => new StandardPublished(json.GetProperty("version"u8).GetInt32()),
                ("standard-item-set-aside", 1) => new StandardItemSetAside(Text(json, "item"), Text(json, "reason")),
                ("standard-synced", 1) => new StandardSynced(Read(json.GetProperty("base"u8)), Items(json, "items").ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal)),
                ("standard-sync-proposed", 1) => new StandardSyncProposed(Read(json.GetProperty("to"u8))),
                ("standard-conflicts-decided", 1) => new StandardConflictsDecided([.. json.GetProperty("decisions"u8).EnumerateArray().Select(d => new ConflictDecision(
                    Text(d, "place"), Text(d, "choice") == "theirs" ? ConflictChoice.Theirs : ConflictChoice.Ours, Text(d, "reason")))]),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static string Edited(Utf8JsonWriter json, StandardEdited e)
    {
        json.WriteString("title"u8, e.Title);
        json.WriteString("basis"u8, e.Basis);
        Write(json, "put", e.Put);
        json.WriteStartArray("remove"u8);
        foreach (var id in e.Remove)
            json.WriteStringValue(id);
        json.WriteEndArray();
        return "standard-edited";
    }

    private static string Published(Utf8JsonWriter json, StandardPublished e)
    {
        json.WriteNumber("version"u8, e.Version);
        return "standard-published";
    }

    private static string SetAside(Utf8JsonWriter json, StandardItemSetAside e)
    {
        json.WriteString("item"u8, e.Item);
        json.WriteString("reason"u8, e.Reason);
        return "standard-item-set-aside";
    }

    private static string Synced(Utf8JsonWriter json, StandardSynced e)
    {
        json.WritePropertyName("base"u8);
        Write(json, e.Base);
        Write(json, "items", e.Items.Values);
        return "standard-synced";
    }

    private static string Proposed(Utf8JsonWriter json, StandardSyncProposed e)
    {
        json.WritePropertyName("to"u8);
        Write(json, e.To);
        return "standard-sync-proposed";
    }

    private static string Decided(Utf8JsonWriter json, StandardConflictsDecided e)
    {
        json.WriteStartArray("decisions"u8);
        foreach (var decision in e.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("place"u8, decision.Place);
            json.WriteString("choice"u8, decision.Choice == ConflictChoice.Theirs ? "theirs" : "ours");
            json.WriteString("reason"u8, decision.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return "standard-conflicts-decided";
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<StandardItem> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, item.Id);
            json.WriteString(StandardItem.TitleField, item.Title);
            if (!item.Levels.IsEmpty)
                json.WriteString(StandardItem.LevelsField, item[StandardItem.LevelsField]);
            if (item.Required)
                json.WriteBoolean("required"u8, true);
            json.WriteStartObject("fields"u8);
            foreach (var (field, value) in item.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
                json.WriteString(field, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static ImmutableArray<StandardItem> Items(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(i => new StandardItem(
        Text(i, "id"), Text(i, StandardItem.TitleField),
        i.GetProperty("fields"u8).EnumerateObject().ToImmutableSortedDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal), [],
        i.TryGetProperty("required"u8, out var required) && required.GetBoolean()).With(StandardItem.LevelsField, Text(i, StandardItem.LevelsField)))];

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
