using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Time;

/// <summary>The stable encoding of calendar events in the ledger.</summary>
public static class CalendarEventJson
{
    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(CalendarEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        var kind = Members(json, happened);
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static CalendarEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return (recorded.Kind, recorded.KindVersion) switch
            {
                ("holiday-notice-taken", 1) => new NoticeTaken(Notice(json)),
                ("holiday-lists-loaded", 1) => new ListsLoaded(json.GetProperty("fingerprint"u8).GetString()!),
                ("open-dates-recounted", 1) => new DatesRecounted(json.GetProperty("through"u8).GetInt32(), json.GetProperty("woken"u8).GetInt32()),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static string Members(Utf8JsonWriter json, CalendarEvent happened)
    {
        switch (happened)
        {
            case NoticeTaken { Notice: var notice }:
                json.WriteString("top"u8, notice.Top.Value);
                if (notice.Year is { } year)
                    json.WriteNumber("year"u8, year);
                json.WriteString("knownFrom"u8, Text(notice.KnownFrom));
                json.WriteString("number"u8, notice.Number);
                json.WriteStartArray("days"u8);
                foreach (var day in notice.Days)
                {
                    json.WriteStartObject();
                    json.WriteString("day"u8, Text(day.Day));
                    json.WriteString("as"u8, day.As.ToString());
                    json.WriteString("name"u8, day.Name);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                return "holiday-notice-taken";
            case ListsLoaded e:
                json.WriteString("fingerprint"u8, e.Fingerprint);
                return "holiday-lists-loaded";
            case DatesRecounted e:
                json.WriteNumber("through"u8, e.Through);
                json.WriteNumber("woken"u8, e.Woken);
                return "open-dates-recounted";
            default:
                throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened));
        }
    }

    private static HolidayNotice Notice(JsonElement json) => new(
        UnitId.Parse(json.GetProperty("top"u8).GetString()!),
        json.TryGetProperty("year"u8, out var year) ? year.GetInt32() : null,
        Day(json.GetProperty("knownFrom"u8)),
        json.GetProperty("number"u8).GetString()!,
        [.. json.GetProperty("days"u8).EnumerateArray().Select(d => new ListedDay(
            Day(d.GetProperty("day"u8)), Enum.Parse<ListedAs>(d.GetProperty("as"u8).GetString()!), d.GetProperty("name"u8).GetString()!))]);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(JsonElement json) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
