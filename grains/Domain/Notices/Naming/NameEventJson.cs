using System.Buffers;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Notices.Naming;

/// <summary>The stable encoding of choices of names in the ledger.</summary>
public static class NameEventJson
{
    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(NameEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        var kind = happened switch
        {
            NameChosen e => WriteChosen(json, e),
            NameChoiceWithdrawn e => WriteWithdrawn(json, e),
            _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static NameEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            var name = json.GetProperty("name"u8).GetString()!;
            return (recorded.Kind, recorded.KindVersion) switch
            {
                ("name-chosen", 1) => new NameChosen(name, [.. json.GetProperty("units"u8).EnumerateArray().Select(u => UnitId.Parse(u.GetString()!))]),
                ("name-choice-withdrawn", 1) => new NameChoiceWithdrawn(name),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static string WriteChosen(Utf8JsonWriter json, NameChosen e)
    {
        json.WriteString("name"u8, e.Name);
        json.WriteStartArray("units"u8);
        foreach (var unit in e.Units)
            json.WriteStringValue(unit.Value);
        json.WriteEndArray();
        return "name-chosen";
    }

    private static string WriteWithdrawn(Utf8JsonWriter json, NameChoiceWithdrawn e)
    {
        json.WriteString("name"u8, e.Name);
        return "name-choice-withdrawn";
    }
}
