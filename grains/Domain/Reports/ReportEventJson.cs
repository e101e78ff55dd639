using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>The stable encoding of report events in the ledger. Kinds and members are never renamed; a new layout is a new kind version.</summary>
public static class ReportEventJson
{
    private static readonly JsonWriterOptions Relaxed = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(ReportEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes, Relaxed);
        json.WriteStartObject();
        var (kind, version) = happened switch
        {
            ReportDraftSaved e => WriteContent(json, e.Content, "report-draft-saved", 1),
            ReportSubmitted e => WriteSubmitted(json, e),
            ReportSentBack e => WriteReasons(json, e.Version, e.Reasons, "report-sent-back"),
            ReportSealed e => WriteSealed(json, e),
            ReportFiled e => WriteFiled(json, e),
            ReportAccepted e => WriteVersion(json, e.Version, "report-accepted"),
            ReportReturned e => WriteReasons(json, e.Version, e.Reasons, "report-returned"),
            ReportPublished e => WritePublished(json, e),
            ExceptionGranted e => WriteException(json, e),
            ReportUrged e => WriteUrged(json, e),
            RegisterCounted e => WriteCounted(json, e),
            _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, version, bytes.WrittenMemory);
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
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static ReportEvent Read(RecordedEvent recorded, JsonElement json) =>
        (recorded.Kind, recorded.KindVersion) switch
        {
            ("report-draft-saved", 1) => new ReportDraftSaved(ContentJson.Read(json)),
            ("report-submitted", 1) => new ReportFiled(Version(json), ContentJson.Read(json), Hash(json), json.GetProperty("late"u8).GetBoolean()),
            ("report-submitted", 2) => new ReportSubmitted(Version(json), ContentJson.Read(json), Hash(json), Optional(json, "correction")),
            ("report-sent-back", 1) => new ReportSentBack(Version(json), Reasons(json)),
            ("report-sealed", 1) => new ReportSealed(Version(json), Hash(json), json.GetProperty("late"u8).GetBoolean()),
            ("report-accepted", 1) => new ReportAccepted(Version(json)),
            ("report-returned", 1) => new ReportReturned(Version(json), Reasons(json)),
            ("report-published", 1) => new ReportPublished(Version(json), Text(json, "where"), Day(json, "on")),
            ("report-exception-granted", 1) => new ExceptionGranted(Day(json, "until"), Text(json, "reason")),
            ("report-urged", 1) => new ReportUrged(Text(json, "text")),
            ("report-register-counted", 1) => new RegisterCounted(
                Text(json, "system"),
                json.GetProperty("cells"u8).EnumerateObject().ToImmutableSortedDictionary(c => c.Name, c => c.Value.GetInt64(), StringComparer.Ordinal)),
            _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
        };

    private static long Version(JsonElement json) => json.GetProperty("version"u8).GetInt64();

    private static ImmutableArray<byte> Hash(JsonElement json) => ImmutableArray.Create(Convert.FromHexString(Text(json, "contentHash")));

    private static string Optional(JsonElement json, string name) => json.TryGetProperty(name, out _) ? Text(json, name) : "";

    private static string Text(JsonElement json, string name) => ContentJson.Text(json.GetProperty(name));

    private static DateOnly Day(JsonElement json, string name) => DateOnly.ParseExact(Text(json, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<ReturnReason> Reasons(JsonElement json) =>
        [.. json.GetProperty("reasons"u8).EnumerateArray().Select(r => new ReturnReason(Text(r, "cell"), Text(r, "text")))];

    private static (string, int) WriteContent(Utf8JsonWriter json, ReportContent content, string kind, int version)
    {
        ContentJson.WriteMembers(json, content);
        return (kind, version);
    }

    private static (string, int) WriteSubmitted(Utf8JsonWriter json, ReportSubmitted e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WriteString("contentHash"u8, Convert.ToHexStringLower(e.ContentHash.AsSpan()));
        if (e.Correction.Length > 0)
            json.WriteString("correction"u8, e.Correction);
        return WriteContent(json, e.Content, "report-submitted", 2);
    }

    private static (string, int) WriteFiled(Utf8JsonWriter json, ReportFiled e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WriteString("contentHash"u8, Convert.ToHexStringLower(e.ContentHash.AsSpan()));
        json.WriteBoolean("late"u8, e.Late);
        return WriteContent(json, e.Content, "report-submitted", 1);
    }

    private static (string, int) WriteSealed(Utf8JsonWriter json, ReportSealed e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WriteString("contentHash"u8, Convert.ToHexStringLower(e.ContentHash.AsSpan()));
        json.WriteBoolean("late"u8, e.Late);
        return ("report-sealed", 1);
    }

    private static (string, int) WriteVersion(Utf8JsonWriter json, long version, string kind)
    {
        json.WriteNumber("version"u8, version);
        return (kind, 1);
    }

    private static (string, int) WriteReasons(Utf8JsonWriter json, long version, ImmutableArray<ReturnReason> reasons, string kind)
    {
        json.WriteNumber("version"u8, version);
        json.WriteStartArray("reasons"u8);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("cell"u8, reason.Cell);
            json.WriteString("text"u8, reason.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return (kind, 1);
    }

    private static (string, int) WritePublished(Utf8JsonWriter json, ReportPublished e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WriteString("where"u8, e.Where);
        json.WriteString("on"u8, e.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return ("report-published", 1);
    }

    private static (string, int) WriteException(Utf8JsonWriter json, ExceptionGranted e)
    {
        json.WriteString("until"u8, e.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("reason"u8, e.Reason);
        return ("report-exception-granted", 1);
    }

    private static (string, int) WriteUrged(Utf8JsonWriter json, ReportUrged e)
    {
        json.WriteString("text"u8, e.Text);
        return ("report-urged", 1);
    }

    private static (string, int) WriteCounted(Utf8JsonWriter json, RegisterCounted e)
    {
        json.WriteString("system"u8, e.System);
        json.WriteStartObject("cells"u8);
        foreach (var (cell, count) in e.Cells)
            json.WriteNumber(cell, count);
        json.WriteEndObject();
        return ("report-register-counted", 1);
    }
}
