using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>The stable encoding of the events of a period. Version 1 of an opening had neither title nor dates nor layers.</summary>
public static class PeriodEventJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(PeriodEvent happened) => happened switch
    {
        PeriodOpened e => Encode("period-opened", 2, new JsonObject
        {
            ["period"] = e.Period.ToString(),
            ["form"] = e.Form,
            ["asOf"] = Day(e.AsOf),
            ["expected"] = e.Expected,
            ["rosterHash"] = Hex(e.RosterHash),
            ["title"] = e.Title,
            ["dates"] = e.Dates is { } d ? new JsonObject { ["agencies"] = Day(d.Agencies), ["governments"] = Day(d.Governments), ["locks"] = Day(d.Locks), ["basis"] = d.Basis } : null,
            ["layers"] = new JsonArray([.. e.Layers.Select(Layer)]),
        }),
        PeriodDueLayered e => Encode("period-due-layered", 1, new JsonObject { ["layer"] = Layer(e.Layer), ["rosterHash"] = Hex(e.RosterHash) }),
        RosterAmended e => Encode("roster-amended", 1, new JsonObject
        {
            ["unit"] = e.Unit.Value,
            ["excused"] = e.Excused,
            ["reason"] = e.Reason,
            ["expected"] = e.Expected,
            ["rosterHash"] = Hex(e.RosterHash),
        }),
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static PeriodEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return (recorded.Kind, recorded.KindVersion) switch
            {
                ("period-opened", 1) => Opening(json),
                ("period-opened", 2) => Opening(json) with { Title = Text(json, "title"), Dates = Dates(json.GetProperty("dates"u8)), Layers = [.. json.GetProperty("layers"u8).EnumerateArray().Select(Layer)] },
                ("period-due-layered", 1) => new PeriodDueLayered(Layer(json.GetProperty("layer"u8)), Hash(json)),
                ("roster-amended", 1) => new RosterAmended(
                    UnitId.Parse(Text(json, "unit")), json.GetProperty("excused"u8).GetBoolean(), Text(json, "reason"), json.GetProperty("expected"u8).GetInt32(), Hash(json)),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static NewEvent Encode(string kind, int version, JsonObject json) => new(kind, version, JsonSerializer.SerializeToUtf8Bytes(json, Readable));

    private static PeriodOpened Opening(JsonElement json) =>
        new(PeriodId.Parse(Text(json, "period")), Text(json, "form"), Day(json, "asOf"), json.GetProperty("expected"u8).GetInt32(), Hash(json));

    private static BaseDates? Dates(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : new BaseDates(Day(json, "agencies"), Day(json, "governments"), Day(json, "locks"), Text(json, "basis"));

    private static JsonObject Layer(DeadlineLayer layer) => new()
    {
        ["top"] = layer.Top.Value,
        ["kind"] = layer.Kind?.ToString().ToLowerInvariant(),
        ["tier"] = layer.Tier?.ToString().ToLowerInvariant(),
        ["due"] = Day(layer.Due),
        ["locks"] = layer.Locks is { } locks ? Day(locks) : null,
        ["notice"] = layer.Notice,
    };

    private static DeadlineLayer Layer(JsonElement json) => new(
        UnitId.Parse(Text(json, "top")), Name<UnitKind>(json, "kind"), Name<Tier>(json, "tier"), Day(json, "due"),
        json.GetProperty("locks"u8).ValueKind == JsonValueKind.Null ? null : Day(json, "locks"), Text(json, "notice"));

    private static T? Name<T>(JsonElement json, string name)
        where T : struct, Enum
    {
        if (json.GetProperty(name).GetString() is not { } text)
            return null;
        return DivisionCsv.ReadName<T>(text, out var value) ? value : throw new FormatException($"'{text}' is no {name}");
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    private static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<byte> Hash(JsonElement json) => ImmutableArray.Create(Convert.FromHexString(Text(json, "rosterHash")));

    private static string Hex(ImmutableArray<byte> hash) => Convert.ToHexStringLower(hash.AsSpan());
}
