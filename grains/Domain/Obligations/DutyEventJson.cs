using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Obligations;

/// <summary>The stable encoding of the events of a book of duties. Kinds and members are never renamed; a new layout is a new kind version.</summary>
public static class DutyEventJson
{
    private static readonly string[] Kinds = ["catalog", "report", "number", "register", "file"];

    private static WrittenArrival? writtenLast;

    /// <summary>The word of a kind of evidence.</summary>
    public static string Word(EvidenceKind kind) => Kinds[(int)kind];

    /// <summary>The kind of evidence of a word; null when there is none.</summary>
    public static EvidenceKind? KindOf(string word) => Array.IndexOf(Kinds, word) is >= 0 and var at ? (EvidenceKind)at : null;

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(DutyEvent happened) => happened switch
    {
        DutiesReceived e => Received(e),
        PlanOpened e => Encode("duties-plan-opened", new JsonObject { ["plan"] = e.Plan }),
        DutiesAccepted e => Encode("duties-accepted", new JsonObject { ["duties"] = new JsonArray([.. e.Duties.Select(d => JsonValue.Create(d.ToString()))]) }),
        DutyObjected e => Encode("duty-objected", new JsonObject { ["duty"] = e.Duty.ToString(), ["reason"] = e.Reason }),
        IntervalSet e => Encode("duty-interval-set", new JsonObject { ["duty"] = e.Duty.ToString(), ["cadence"] = MeasureText.Word(e.Cadence) }),
        DutyTriggered e => Encode("duty-triggered", new JsonObject { ["duty"] = e.Duty.ToString(), ["what"] = e.What, ["at"] = Moment(e.At) }),
        EvidenceGiven e => Encode("duty-evidence-given", Write(e.Duty, e.Item)),
        EvidenceAccepted e => Encode("duty-evidence-accepted", new JsonObject { ["duty"] = e.Duty.ToString(), ["number"] = e.Number }),
        EvidenceReturned e => Encode("duty-evidence-returned", new JsonObject { ["duty"] = e.Duty.ToString(), ["number"] = e.Number, ["reason"] = e.Reason }),
        DutyWaived e => Encode("duty-waived", new JsonObject
        {
            ["duty"] = e.Duty.ToString(),
            ["reason"] = e.Reason,
            ["from"] = DutyJson.Day(e.From),
            ["until"] = DutyJson.Day(e.Until),
        }),
        DutyDatesMoved e => Encode("duty-dates-moved", new JsonObject
        {
            ["notice"] = e.Notice,
            ["dates"] = new JsonArray([.. e.Dates.Select(d => new JsonObject { ["duty"] = d.Duty.ToString(), ["slot"] = d.Slot, ["was"] = DutyJson.Day(d.Was), ["now"] = DutyJson.Day(d.Now) })]),
        }),
        DutyClosed e => Encode("duty-closed", new JsonObject { ["duty"] = e.Duty.ToString() }),
        _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
    };

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static DutyEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            return Read(recorded, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static DutyEvent Read(RecordedEvent recorded, JsonElement json) => (recorded.Kind, recorded.KindVersion) switch
    {
        ("duties-received", 1) => new DutiesReceived(
            DutyJson.Text(json, "plan"), json.GetProperty("version"u8).GetInt32(), UnitId.Parse(DutyJson.Text(json, "issuer")), DutyJson.Text(json, "title"),
            Moment(json, "issuedAt"), [.. json.GetProperty("duties"u8).EnumerateArray().Select(DutyJson.Read)], DutyJson.Text(json, "reason"))
        {
            Rules = json.TryGetProperty("rules"u8, out var rules) ? DutyJson.ReadRules(rules) : null,
        },
        ("duties-plan-opened", 1) => new PlanOpened(DutyJson.Text(json, "plan")),
        ("duties-accepted", 1) => new DutiesAccepted([.. json.GetProperty("duties"u8).EnumerateArray().Select(d => DutyId.Parse(d.GetString()!))]),
        ("duty-objected", 1) => new DutyObjected(Duty(json), DutyJson.Text(json, "reason")),
        ("duty-interval-set", 1) => new IntervalSet(
            Duty(json), MeasureText.CadenceOf(DutyJson.Text(json, "cadence")) ?? throw new FormatException($"'{DutyJson.Text(json, "cadence")}' is no cadence")),
        ("duty-triggered", 1) => new DutyTriggered(Duty(json), DutyJson.Text(json, "what"), Moment(json, "at")),
        ("duty-evidence-given", 1) => new EvidenceGiven(Duty(json), ReadItem(json)),
        ("duty-evidence-accepted", 1) => new EvidenceAccepted(Duty(json), json.GetProperty("number"u8).GetInt32()),
        ("duty-evidence-returned", 1) => new EvidenceReturned(Duty(json), json.GetProperty("number"u8).GetInt32(), DutyJson.Text(json, "reason")),
        ("duty-waived", 1) => new DutyWaived(Duty(json), DutyJson.Text(json, "reason"), DutyJson.Day(json, "from"), DutyJson.Day(json, "until")),
        ("duty-dates-moved", 1) => new DutyDatesMoved(
            [.. json.GetProperty("dates"u8).EnumerateArray().Select(d => new MovedDate(Duty(d), DutyJson.Text(d, "slot"), DutyJson.Day(d, "was"), DutyJson.Day(d, "now")))],
            DutyJson.Text(json, "notice")),
        ("duty-closed", 1) => new DutyClosed(Duty(json)),
        _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
    };

    // Thousands of books take one and the same version one after the other: it is encoded once. Equal means the same list of duties, not one like it.
    private static NewEvent Received(DutiesReceived e)
    {
        if (Volatile.Read(ref writtenLast) is { } last && last.Event == e)
            return last.Written;
        var json = new JsonObject
        {
            ["plan"] = e.Plan,
            ["version"] = e.Version,
            ["issuer"] = e.Issuer.Value,
            ["title"] = e.Title,
            ["issuedAt"] = Moment(e.IssuedAt),
            ["duties"] = new JsonArray([.. e.Duties.Select(DutyJson.Write)]),
            ["reason"] = e.Reason,
        };
        if (e.Rules is { } rules)
            json["rules"] = DutyJson.Write(rules);
        var written = Encode("duties-received", json);
        Volatile.Write(ref writtenLast, new(e, written));
        return written;
    }

    private static JsonObject Write(DutyId duty, EvidenceItem item)
    {
        var json = new JsonObject
        {
            ["duty"] = duty.ToString(),
            ["kind"] = Word(item.Kind),
            ["reference"] = item.Reference,
            ["doneAt"] = Moment(item.DoneAt),
            ["note"] = item.Note,
        };
        if (item.For is { } day)
            json["for"] = DutyJson.Day(day);
        if (item.Occurrence is { } occurrence)
            json["occurrence"] = occurrence;
        if (item.Value is { } value)
            json["value"] = value;
        if (item.Check != EvidenceCheck.Unchecked)
            json["check"] = "verified";
        return json;
    }

    private static EvidenceItem ReadItem(JsonElement json) => new(
        KindOf(DutyJson.Text(json, "kind")) ?? throw new FormatException($"'{DutyJson.Text(json, "kind")}' is no kind of evidence"),
        DutyJson.Text(json, "reference"),
        Moment(json, "doneAt"),
        json.TryGetProperty("for"u8, out _) ? DutyJson.Day(json, "for") : null,
        json.TryGetProperty("occurrence"u8, out var occurrence) ? occurrence.GetInt32() : null,
        json.TryGetProperty("value"u8, out var value) ? value.GetDecimal() : null,
        DutyJson.Text(json, "note"))
    {
        Check = json.TryGetProperty("check"u8, out var check) && check.GetString() == "verified" ? EvidenceCheck.Verified : EvidenceCheck.Unchecked,
    };

    private static DutyId Duty(JsonElement json) => DutyId.Parse(DutyJson.Text(json, "duty"));

    private static NewEvent Encode(string kind, JsonObject json) => new(kind, 1, JsonSerializer.SerializeToUtf8Bytes(json, DutyJson.Readable));

    private static string Moment(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(JsonElement json, string name) =>
        DateTimeOffset.ParseExact(DutyJson.Text(json, name), "O", CultureInfo.InvariantCulture, DateTimeStyles.None);

    private sealed record WrittenArrival(DutiesReceived Event, NewEvent Written);
}
