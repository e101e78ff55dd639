using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Federation.Domain.Catalogs;

/// <summary>How the small parts of a catalog's head are kept in its row: settings and removals that wait.</summary>
public static class CatalogHeadJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes settings, holds and serials.</summary>
    public static byte[] Write(CatalogHead head)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes, Readable);
        json.WriteStartObject();
        json.WritePropertyName("settings"u8);
        CatalogEventJson.Write(json, head.Settings);
        json.WriteStartArray("holds"u8);
        foreach (var hold in head.Holds)
        {
            json.WriteStartObject();
            json.WriteNumber("number"u8, hold.Number);
            json.WriteStartArray("entries"u8);
            foreach (var id in hold.Entries)
                json.WriteStringValue(id.Value);
            json.WriteEndArray();
            json.WriteString("reason"u8, hold.Reason);
            json.WriteString("origin"u8, hold.Origin);
            json.WriteString("by"u8, hold.By);
            json.WriteString("at"u8, hold.At.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("serials"u8);
        foreach (var (part, serial) in head.Serials)
            json.WriteNumber(part, serial);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads settings, holds and serials.</summary>
    public static (CatalogSettings Settings, ImmutableArray<Hold> Holds, ImmutableSortedDictionary<string, int> Serials) Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        return (CatalogEventJson.ReadSettings(json.GetProperty("settings"u8)), [.. json.GetProperty("holds"u8).EnumerateArray().Select(Hold)],
            json.TryGetProperty("serials"u8, out var serials)
                ? serials.EnumerateObject().ToImmutableSortedDictionary(s => s.Name, s => s.Value.GetInt32(), StringComparer.Ordinal)
                : ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));
    }

    private static Hold Hold(JsonElement json) => new(
        json.GetProperty("number"u8).GetInt32(), [.. json.GetProperty("entries"u8).EnumerateArray().Select(e => EntryId.Parse(e.GetString()!))],
        json.GetProperty("reason"u8).GetString()!, json.GetProperty("origin"u8).GetString()!, json.GetProperty("by"u8).GetString()!,
        DateTimeOffset.Parse(json.GetProperty("at"u8).GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}
