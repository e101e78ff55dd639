using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Federation.Domain.Ledger;

namespace Federation.Domain.Time;

/// <summary>The stable encoding of the events of legal clocks in the ledger.</summary>
public static class ClockEventJson
{
    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(ClockEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        if (happened.Due is { } due)
            Day(json, "due", due);
        var kind = Members(json, happened);
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static ClockEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return Event(recorded, json) with { Due = json.TryGetProperty("due"u8, out _) ? Day(json, "due") : null };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static string Members(Utf8JsonWriter json, ClockEvent happened)
    {
        switch (happened)
        {
            case ApplicationReceived e:
                return On(json, e.On, "application-received");
            case CorrectionAsked e:
                Day(json, "until", e.Until);
                return On(json, e.On, "correction-asked");
            case CorrectionReceived e:
                return On(json, e.On, "correction-received");
            case ApplicationGivenUp e:
                return On(json, e.On, "application-given-up");
            case OpinionAsked e:
                json.WriteNumber("number"u8, e.Number);
                json.WriteString("of"u8, e.Of.ToString());
                return On(json, e.On, "opinion-asked");
            case OpinionReceived e:
                json.WriteNumber("number"u8, e.Number);
                return On(json, e.On, "opinion-received");
            case OpinionLapsed e:
                json.WriteNumber("number"u8, e.Number);
                return On(json, e.On, "opinion-lapsed");
            case ReplyExtended e:
                json.WriteNumber("days"u8, e.Days);
                json.WriteString("approver"u8, e.Approver);
                return On(json, e.On, "reply-extended");
            case ReplyGiven e:
                return On(json, e.On, "reply-given");
            case ReplyReminded e:
                return On(json, e.On, "reply-reminded");
            case ReplyOverdue e:
                return On(json, e.On, "reply-overdue");
            case ReplyMoved e:
                if (e.From is { } from)
                    Day(json, "from", from);
                json.WriteString("notice"u8, e.Notice);
                return On(json, e.On, "reply-moved");
            default:
                throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened));
        }
    }

    private static ClockEvent Event(RecordedEvent recorded, JsonElement json) => (recorded.Kind, recorded.KindVersion) switch
    {
        ("application-received", 1) => new ApplicationReceived(Day(json, "on")),
        ("correction-asked", 1) => new CorrectionAsked(Day(json, "on"), Day(json, "until")),
        ("correction-received", 1) => new CorrectionReceived(Day(json, "on")),
        ("application-given-up", 1) => new ApplicationGivenUp(Day(json, "on")),
        ("opinion-asked", 1) => new OpinionAsked(Number(json), Enum.Parse<OpinionOf>(json.GetProperty("of"u8).GetString()!), Day(json, "on")),
        ("opinion-received", 1) => new OpinionReceived(Number(json), Day(json, "on")),
        ("opinion-lapsed", 1) => new OpinionLapsed(Number(json), Day(json, "on")),
        ("reply-extended", 1) => new ReplyExtended(Day(json, "on"), json.GetProperty("days"u8).GetInt32(), json.GetProperty("approver"u8).GetString()!),
        ("reply-given", 1) => new ReplyGiven(Day(json, "on")),
        ("reply-reminded", 1) => new ReplyReminded(Day(json, "on")),
        ("reply-overdue", 1) => new ReplyOverdue(Day(json, "on")),
        ("reply-moved", 1) => new ReplyMoved(Day(json, "on"), json.TryGetProperty("from"u8, out _) ? Day(json, "from") : null, json.GetProperty("notice"u8).GetString()!),
        _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
    };

    private static string On(Utf8JsonWriter json, DateOnly on, string kind)
    {
        Day(json, "on", on);
        return kind;
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly day) => json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(json.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(JsonElement json) => json.GetProperty("number"u8).GetInt32();
}
