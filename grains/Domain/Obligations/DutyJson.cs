using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Divisions;

namespace Federation.Domain.Obligations;

/// <summary>The stable encoding of a duty, the same in the ledger and between units. Members are never renamed; new ones may be missing.</summary>
public static class DutyJson
{
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a duty.</summary>
    public static JsonObject Write(Duty duty)
    {
        var json = new JsonObject
        {
            ["id"] = duty.Id.ToString(),
            ["title"] = duty.Title,
            ["text"] = duty.Text,
            ["measure"] = MeasureText.Write(duty.Measure),
            ["role"] = Role(duty.Role),
            ["basis"] = duty.Basis,
            ["trail"] = new JsonArray([.. duty.Trail.Select(s => new JsonObject { ["issuer"] = s.Issuer.Value, ["clause"] = s.Clause.ToString(), ["title"] = s.Title })]),
            ["issuer"] = duty.Issuer.Value,
            ["lead"] = new JsonArray([.. duty.Lead.Select(u => JsonValue.Create(u.Value))]),
            ["minutes"] = duty.MinutesEach,
        };
        if (duty.Starts is { } starts)
            json["starts"] = Day(starts);
        if (duty.Ends is { } ends)
            json["ends"] = Day(ends);
        if (!duty.Asks.IsEmpty)
            json["asks"] = new JsonArray([.. duty.Asks.Select(a => new JsonObject { ["name"] = a.Name, ["source"] = a.Source })]);
        if (duty.IsLocalPlan)
            json["localPlan"] = true;
        return json;
    }

    /// <summary>Reads a duty.</summary>
    /// <exception cref="FormatException">A member is written as no version ever did.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static Duty Read(JsonElement json) => new(
        DutyId.Parse(Text(json, "id")),
        Text(json, "title"),
        Text(json, "text"),
        MeasureText.Parse(Text(json, "measure")),
        ReadRole(Text(json, "role")),
        Text(json, "basis"),
        [.. json.GetProperty("trail"u8).EnumerateArray().Select(s => new TrailStep(UnitId.Parse(Text(s, "issuer")), DutyId.Parse(Text(s, "clause")), Text(s, "title")))],
        UnitId.Parse(Text(json, "issuer")),
        [.. json.GetProperty("lead"u8).EnumerateArray().Select(u => UnitId.Parse(u.GetString()!))],
        json.GetProperty("minutes"u8).GetInt32())
    {
        Starts = OptionalDay(json, "starts"),
        Ends = OptionalDay(json, "ends"),
        Asks = json.TryGetProperty("asks"u8, out var asks) ? [.. asks.EnumerateArray().Select(a => new AskedNumber(Text(a, "name"), Text(a, "source")))] : [],
        IsLocalPlan = json.TryGetProperty("localPlan"u8, out var plan) && plan.GetBoolean(),
    };

    /// <summary>Writes rules of escalation.</summary>
    public static JsonObject Write(EscalationRules rules) =>
        new() { ["unacceptedAfter"] = rules.UnacceptedAfter, ["lateAfter"] = rules.LateAfter, ["soonWithin"] = rules.SoonWithin, ["basis"] = rules.Basis };

    /// <summary>Reads rules of escalation.</summary>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static EscalationRules ReadRules(JsonElement json) =>
        new(json.GetProperty("unacceptedAfter"u8).GetInt32(), json.GetProperty("lateAfter"u8).GetInt32(), json.GetProperty("soonWithin"u8).GetInt32(), Text(json, "basis"));

    /// <summary>A duty as one line of JSON.</summary>
    public static string Line(Duty duty) => Write(duty).ToJsonString(Readable);

    /// <summary>Reads what <see cref="Line"/> wrote.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static Duty Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"no duty: {e.Message}", e);
        }
    }

    internal static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? OptionalDay(JsonElement json, string name) => json.TryGetProperty(name, out _) ? Day(json, name) : null;

    private static string Role(DutyRole role) => role switch
    {
        DutyRole.Lead => "lead",
        DutyRole.Supporting => "support",
        DutyRole.Responsible => "responsible",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static DutyRole ReadRole(string word) => word switch
    {
        "lead" => DutyRole.Lead,
        "support" => DutyRole.Supporting,
        "responsible" => DutyRole.Responsible,
        _ => throw new FormatException($"'{word}' is no role"),
    };
}
