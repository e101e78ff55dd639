using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>The stable encoding of sources and their readings. Members are never renamed.</summary>
public static class SourceJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(SourceEvent happened) => happened switch
    {
        SourceSet e => new NewEvent("source-set", 1, Write(e.Settings)),
        SourceRan e => new NewEvent("source-ran", 1, Write(e.Run)),
        SourceRemoved e => new NewEvent("source-removed", 1, Bytes(new JsonObject { ["name"] = e.Name, ["reason"] = e.Reason })),
        SourcePaused e => new NewEvent("source-paused", 1, Bytes(new JsonObject { ["name"] = e.Name, ["reason"] = e.Reason })),
        SourceResumed e => new NewEvent("source-resumed", 1, Bytes(new JsonObject { ["name"] = e.Name })),
        _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
    };

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">A kind that this version does not know, or a damaged payload.</exception>
    public static SourceEvent Read(string kind, int version, ReadOnlyMemory<byte> payload) => (kind, version) switch
    {
        ("source-set", 1) => new SourceSet(ReadSettings(payload)),
        ("source-ran", 1) => new SourceRan(ReadRun(payload)),
        ("source-removed", 1) => Guarded(payload, json => new SourceRemoved(Text(json, "name"), Text(json, "reason"))),
        ("source-paused", 1) => Guarded(payload, json => new SourcePaused(Text(json, "name"), Text(json, "reason"))),
        ("source-resumed", 1) => Guarded(payload, json => new SourceResumed(Text(json, "name"))),
        _ => throw new FormatException($"unknown event {kind} version {version}"),
    };

    /// <summary>Settings as bytes.</summary>
    public static byte[] Write(SourceSettings settings) => Bytes(new JsonObject
    {
        ["name"] = settings.Name, ["kind"] = settings.Kind.ToString(), ["url"] = settings.Url, ["everyMinutes"] = settings.EveryMinutes, ["timeoutSeconds"] = settings.TimeoutSeconds,
        ["mostBytes"] = settings.MostBytes, ["mostRecords"] = settings.MostRecords, ["records"] = settings.Records, ["total"] = settings.Total, ["generated"] = settings.Generated,
        ["contact"] = settings.Contact, ["fields"] = new JsonObject(settings.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
    });

    /// <summary>Settings from bytes.</summary>
    /// <exception cref="FormatException">Damaged.</exception>
    public static SourceSettings ReadSettings(ReadOnlyMemory<byte> bytes) => Guarded(bytes, json => new SourceSettings(
        Text(json, "name"), Enum.Parse<SourceKind>(Text(json, "kind")), Text(json, "url"), Number(json, "everyMinutes"), Number(json, "timeoutSeconds"), Number(json, "mostBytes"),
        Number(json, "mostRecords"), Text(json, "records"), Text(json, "total"), Text(json, "generated"), Text(json, "contact"),
        json.GetProperty("fields"u8).EnumerateObject().ToImmutableSortedDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal)));

    /// <summary>A reading as bytes.</summary>
    public static byte[] Write(SourceRun run) => Bytes(new JsonObject
    {
        ["name"] = run.Name, ["at"] = Moment(run.At), ["unmodified"] = run.Unmodified, ["listed"] = run.Listed, ["recorded"] = run.Recorded, ["unchanged"] = run.Unchanged,
        ["removed"] = run.Removed, ["held"] = run.Held, ["refused"] = run.Refused,
        ["memory"] = new JsonObject { ["etag"] = run.Memory.ETag, ["generated"] = run.Memory.Generated is { } g ? Moment(g) : "", ["listed"] = run.Memory.Listed },
        ["findings"] = new JsonArray([.. run.Findings.Select(Finding)]),
        ["problems"] = new JsonArray([.. run.Problems.Select(p => new JsonObject { ["record"] = p.Record, ["id"] = p.Id, ["field"] = p.Field, ["mender"] = p.Mender, ["finding"] = Finding(p.Finding) })]),
        ["problemCount"] = run.ProblemCount,
    });

    /// <summary>A reading from bytes.</summary>
    /// <exception cref="FormatException">Damaged.</exception>
    public static SourceRun ReadRun(ReadOnlyMemory<byte> bytes) => Guarded(bytes, json =>
    {
        var memory = json.GetProperty("memory"u8);
        return new SourceRun(
            Text(json, "name"), Moment(Text(json, "at")), json.GetProperty("unmodified"u8).GetBoolean(), Number(json, "listed"), Number(json, "recorded"), Number(json, "unchanged"),
            Number(json, "removed"), Number(json, "held"), Number(json, "refused"),
            new SourceMemory(Text(memory, "etag"), Text(memory, "generated") is { Length: > 0 } made ? Moment(made) : null, Number(memory, "listed")),
            [.. json.GetProperty("findings"u8).EnumerateArray().Select(Finding)],
            [.. json.GetProperty("problems"u8).EnumerateArray().Select(p => new RecordProblem(Number(p, "record"), Text(p, "id"), Text(p, "field"), Text(p, "mender"), Finding(p.GetProperty("finding"u8))))],
            Number(json, "problemCount"));
    });

    private static JsonObject Finding(Finding finding) => new()
    {
        ["code"] = finding.Code, ["severity"] = finding.Severity.ToString(), ["where"] = finding.Where, ["text"] = finding.Text, ["textEn"] = finding.TextEn, ["basis"] = finding.Basis,
    };

    private static Finding Finding(JsonElement json) =>
        new(Text(json, "code"), Enum.Parse<Severity>(Text(json, "severity")), Text(json, "where"), Text(json, "text"), Text(json, "textEn"), Text(json, "basis"));

    private static T Guarded<T>(ReadOnlyMemory<byte> bytes, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"damaged: {e.Message}", e);
        }
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Readable);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static string Moment(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
