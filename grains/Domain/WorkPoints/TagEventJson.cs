using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>The stable encoding of tags put on and taken off. Members are never renamed.</summary>
public static class TagEventJson
{
    private const string Put = "tag-put";
    private const string Taken = "tag-taken";

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(TagEvent happened) => happened switch
    {
        TagPut e => Encode(Put, e.Tag, e.Units, e.From, e.Reason),
        TagTaken e => Encode(Taken, e.Tag, e.Units, e.From, e.Reason),
        _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
    };

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static TagEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            var (tag, reason) = (DutyJson.Text(json, "tag"), DutyJson.Text(json, "reason"));
            ImmutableArray<UnitId> units = [.. json.GetProperty("units"u8).EnumerateArray().Select(u => UnitId.Parse(u.GetString()!))];
            var from = DutyJson.Day(json, "from");
            return (recorded.Kind, recorded.KindVersion) switch
            {
                (Put, 1) => new TagPut(tag, units, from, reason),
                (Taken, 1) => new TagTaken(tag, units, from, reason),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static NewEvent Encode(string kind, string tag, ImmutableArray<UnitId> units, DateOnly from, string reason) => new(kind, 1, JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["tag"] = tag,
            ["units"] = new JsonArray([.. units.Select(u => JsonValue.Create(u.Value))]),
            ["from"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["reason"] = reason,
        },
        DutyJson.Readable));
}
