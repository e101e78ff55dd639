using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Federation.Domain.Ledger;

namespace Federation.Domain.Authority;

/// <summary>The stable encoding of delegation events in the ledger.</summary>
public static class DelegationEventJson
{
    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(DelegationEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        var kind = happened switch
        {
            DelegationGranted e => WriteGranted(json, e.Delegation),
            DelegationEnded e => WriteEnded(json, e),
            _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static DelegationEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return (recorded.Kind, recorded.KindVersion) switch
            {
                ("delegation-granted", 1) => new DelegationGranted(new Delegation(
                    json.GetProperty("number"u8).GetInt32(), json.GetProperty("from"u8).GetString()!, json.GetProperty("to"u8).GetString()!,
                    [.. json.GetProperty("roles"u8).EnumerateArray().Select(r => Enum.Parse<Role>(r.GetString()!))],
                    Day(json, "firstDay"), Day(json, "lastDay"), json.GetProperty("reason"u8).GetString()!)),
                ("delegation-ended", 1) => new DelegationEnded(json.GetProperty("number"u8).GetInt32(), Day(json, "lastDay")),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static string WriteGranted(Utf8JsonWriter json, Delegation d)
    {
        json.WriteNumber("number"u8, d.Number);
        json.WriteString("from"u8, d.From);
        json.WriteString("to"u8, d.To);
        json.WriteStartArray("roles"u8);
        foreach (var role in d.Roles)
            json.WriteStringValue(role.ToString());
        json.WriteEndArray();
        WriteDay(json, "firstDay", d.FirstDay);
        WriteDay(json, "lastDay", d.LastDay);
        json.WriteString("reason"u8, d.Reason);
        return "delegation-granted";
    }

    private static string WriteEnded(Utf8JsonWriter json, DelegationEnded e)
    {
        json.WriteNumber("number"u8, e.Number);
        WriteDay(json, "lastDay", e.LastDay);
        return "delegation-ended";
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly day) => json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(json.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
