using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>The stable encoding of report events in the ledger. Kinds and members are never renamed; a new layout is a new kind version.</summary>
public static class ReportEventJson
{
    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(ReportEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        var kind = happened switch
        {
            ReportDraftSaved e => WriteDraft(json, e),
            ReportSubmitted e => WriteSubmitted(json, e),
            ReportAccepted e => WriteAccepted(json, e),
            ReportReturned e => WriteReturned(json, e),
            _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static ReportEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            return Read(recorded, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static ReportEvent Read(RecordedEvent recorded, JsonElement json) =>
        (recorded.Kind, recorded.KindVersion) switch
        {
            ("report-draft-saved", 1) => new ReportDraftSaved(FigureJson.Read(json.GetProperty("figures"u8))),
            ("report-submitted", 1) => new ReportSubmitted(
                json.GetProperty("version"u8).GetInt64(),
                FigureJson.Read(json.GetProperty("figures"u8)),
                ImmutableArray.Create(Convert.FromHexString(json.GetProperty("contentHash"u8).GetString()!)),
                json.GetProperty("late"u8).GetBoolean()),
            ("report-accepted", 1) => new ReportAccepted(json.GetProperty("version"u8).GetInt64()),
            ("report-returned", 1) => new ReportReturned(
                json.GetProperty("version"u8).GetInt64(),
                [.. json.GetProperty("reasons"u8).EnumerateArray().Select(r => new ReturnReason(r.GetProperty("cell"u8).GetString()!, r.GetProperty("text"u8).GetString()!))]),
            _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
        };

    private static string WriteDraft(Utf8JsonWriter json, ReportDraftSaved e)
    {
        json.WritePropertyName("figures"u8);
        FigureJson.Write(json, e.Figures);
        return "report-draft-saved";
    }

    private static string WriteSubmitted(Utf8JsonWriter json, ReportSubmitted e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WriteString("contentHash"u8, Convert.ToHexStringLower(e.ContentHash.AsSpan()));
        json.WriteBoolean("late"u8, e.Late);
        json.WritePropertyName("figures"u8);
        FigureJson.Write(json, e.Figures);
        return "report-submitted";
    }

    private static string WriteAccepted(Utf8JsonWriter json, ReportAccepted e)
    {
        json.WriteNumber("version"u8, e.Version);
        return "report-accepted";
    }

    private static string WriteReturned(Utf8JsonWriter json, ReportReturned e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WriteStartArray("reasons"u8);
        foreach (var reason in e.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("cell"u8, reason.Cell);
            json.WriteString("text"u8, reason.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return "report-returned";
    }
}
