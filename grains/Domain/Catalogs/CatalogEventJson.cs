using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs;

/// <summary>The stable encoding of the events of a catalog.</summary>
public static class CatalogEventJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(CatalogEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes, Readable);
        json.WriteStartObject();
        var kind = happened switch
        {
            EntryPut e => Put(json, e),
            EntryRemoved e => Removed(json, e),
            RemovalsHeld e => Held(json, e),
            RemovalsDecided e => Decided(json, e),
            IndexNumberGiven e => Given(json, e),
            CatalogSettingsChanged e => Changed(json, e),
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static CatalogEvent Read(string kind, int version, ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var json = document.RootElement;
            return (kind, version) switch
            {
                ("entry-put", 1) => new EntryPut(
                    EntryJson.Read(json.GetProperty("entry"u8)), json.GetProperty("revision"u8).GetInt64(), Text(json, "origin"), Text(json, "author"), Text(json, "sourceVersion"),
                    Text(json, "approvedBy"), json.GetProperty("previous"u8).GetInt64()),
                ("entry-removed", 1) => new EntryRemoved(
                    EntryId.Parse(Text(json, "entry")), json.GetProperty("revision"u8).GetInt64(), Text(json, "reason"), Text(json, "origin"), Text(json, "author"),
                    json.GetProperty("previous"u8).GetInt64()),
                ("removals-held", 1) => new RemovalsHeld(json.GetProperty("hold"u8).GetInt32(), Ids(json), Text(json, "reason"), Text(json, "origin")),
                ("removals-decided", 1) => new RemovalsDecided(json.GetProperty("hold"u8).GetInt32(), json.GetProperty("confirmed"u8).GetBoolean(), Text(json, "reason")),
                ("index-number-given", 1) => new IndexNumberGiven(EntryId.Parse(Text(json, "entry")), Text(json, "number"), Text(json, "part"), json.GetProperty("serial"u8).GetInt32()),
                ("catalog-settings-changed", 1) => new CatalogSettingsChanged(ReadSettings(json.GetProperty("settings"u8))),
                _ => throw new FormatException($"unknown event {kind} version {version}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"event {kind} version {version} is damaged: {e.Message}", e);
        }
    }

    /// <summary>Writes settings as an object.</summary>
    public static void Write(Utf8JsonWriter json, CatalogSettings settings)
    {
        json.WriteStartObject();
        json.WriteNumber("guardShare"u8, settings.GuardShare);
        json.WriteNumber("guardCount"u8, settings.GuardCount);
        json.WriteStartArray("reviewSteps"u8);
        foreach (var step in settings.ReviewSteps)
            json.WriteStringValue(step);
        json.WriteEndArray();
        json.WriteString("indexPattern"u8, settings.IndexPattern);
        if (settings.ComparesWithPeers)
            json.WriteBoolean("comparesWithPeers"u8, true);
        json.WriteEndObject();
    }

    /// <summary>Reads settings.</summary>
    public static CatalogSettings ReadSettings(JsonElement json) => new(
        json.GetProperty("guardShare"u8).GetInt32(), json.GetProperty("guardCount"u8).GetInt32(),
        [.. json.GetProperty("reviewSteps"u8).EnumerateArray().Select(s => s.GetString()!)], Text(json, "indexPattern"), json.TryGetProperty("comparesWithPeers"u8, out var compares) && compares.GetBoolean());

    private static string Put(Utf8JsonWriter json, EntryPut e)
    {
        json.WritePropertyName("entry"u8);
        EntryJson.Write(json, e.Entry);
        json.WriteNumber("revision"u8, e.Revision);
        json.WriteNumber("previous"u8, e.Previous);
        json.WriteString("origin"u8, e.Origin);
        WriteText(json, "author", e.Author);
        WriteText(json, "sourceVersion", e.SourceVersion);
        WriteText(json, "approvedBy", e.ApprovedBy);
        return "entry-put";
    }

    private static string Removed(Utf8JsonWriter json, EntryRemoved e)
    {
        json.WriteString("entry"u8, e.Id.Value);
        json.WriteNumber("revision"u8, e.Revision);
        json.WriteNumber("previous"u8, e.Previous);
        json.WriteString("reason"u8, e.Reason);
        json.WriteString("origin"u8, e.Origin);
        WriteText(json, "author", e.Author);
        return "entry-removed";
    }

    private static string Held(Utf8JsonWriter json, RemovalsHeld e)
    {
        json.WriteNumber("hold"u8, e.Hold);
        json.WriteStartArray("entries"u8);
        foreach (var id in e.Entries)
            json.WriteStringValue(id.Value);
        json.WriteEndArray();
        json.WriteString("reason"u8, e.Reason);
        json.WriteString("origin"u8, e.Origin);
        return "removals-held";
    }

    private static string Decided(Utf8JsonWriter json, RemovalsDecided e)
    {
        json.WriteNumber("hold"u8, e.Hold);
        json.WriteBoolean("confirmed"u8, e.Confirmed);
        json.WriteString("reason"u8, e.Reason);
        return "removals-decided";
    }

    private static string Given(Utf8JsonWriter json, IndexNumberGiven e)
    {
        json.WriteString("entry"u8, e.Id.Value);
        json.WriteString("number"u8, e.Number);
        json.WriteString("part"u8, e.Part);
        json.WriteNumber("serial"u8, e.Serial);
        return "index-number-given";
    }

    private static string Changed(Utf8JsonWriter json, CatalogSettingsChanged e)
    {
        json.WritePropertyName("settings"u8);
        Write(json, e.Settings);
        return "catalog-settings-changed";
    }

    private static ImmutableArray<EntryId> Ids(JsonElement json) => [.. json.GetProperty("entries"u8).EnumerateArray().Select(e => EntryId.Parse(e.GetString()!))];

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
            json.WriteString(name, text);
    }
}
