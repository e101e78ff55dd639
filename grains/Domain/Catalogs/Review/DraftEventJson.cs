using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs.Review;

/// <summary>The stable encoding of the events of a draft.</summary>
public static class DraftEventJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(DraftEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes, Readable);
        json.WriteStartObject();
        var kind = Members(json, happened);
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static DraftEvent Read(string kind, int version, ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return version == 1 ? Read(kind, document.RootElement) : throw new FormatException($"unknown event {kind} version {version}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"event {kind} version {version} is damaged: {e.Message}", e);
        }
    }

    private static string Members(Utf8JsonWriter json, DraftEvent happened)
    {
        switch (happened)
        {
            case DraftSaved e:
                json.WriteNumber("round"u8, e.Round);
                json.WriteNumber("base"u8, e.BaseRevision);
                Entry(json, e.Content);
                return "draft-saved";
            case DraftHandedIn e:
                Texts(json, "steps", e.Steps);
                return "draft-handed-in";
            case StepPassed e:
                Members(json, ("step", e.Step), ("note", e.Note));
                return "step-passed";
            case DraftReturned e:
                Members(json, ("step", e.Step), ("reason", e.Reason));
                Texts(json, "fields", e.Fields);
                return "draft-returned";
            case EntryWithheld e:
                Members(json, ("reason", e.Reason), ("basis", e.Basis), ("reviewOn", EntryFields.Text(e.ReviewOn)));
                return "entry-withheld";
            case LookFellDue e:
                Members(json, ("on", EntryFields.Text(e.On)));
                return "look-fell-due";
            case EntryPublished e:
                json.WriteNumber("round"u8, e.Round);
                json.WriteNumber("revision"u8, e.Revision);
                json.WriteNumber("seq"u8, e.Seq);
                Members(json, ("indexNumber", e.IndexNumber), ("publishedOn", EntryFields.Text(e.PublishedOn)));
                return "entry-published";
            case EntryClashed e:
                json.WriteNumber("round"u8, e.Round);
                json.WriteNumber("revision"u8, e.Revision);
                return "entry-clashed";
            case EntryNotTaken e:
                json.WriteNumber("round"u8, e.Round);
                Members(json, ("reason", e.Reason));
                Texts(json, "fields", e.Fields);
                return "entry-not-taken";
            case WithdrawalAsked e:
                Members(json, ("reason", e.Reason));
                json.WriteNumber("revision"u8, e.Revision);
                Entry(json, e.Entry);
                return "withdrawal-asked";
            case WithdrawalAgreed e:
                Members(json, ("note", e.Note));
                return "withdrawal-agreed";
            case WithdrawalRefused e:
                Members(json, ("reason", e.Reason));
                return "withdrawal-refused";
            case EntryWithdrawn e:
                json.WriteNumber("revision"u8, e.Revision);
                return "entry-withdrawn";
            case LimitPassed e:
                Members(json, ("lastDay", EntryFields.Text(e.LastDay)));
                return "limit-passed";
            case ValidityProposed { Proposal: var p }:
                json.WriteNumber("number"u8, p.Number);
                Members(json, ("catalog", p.Catalog.Value), ("from", p.From.Value), ("title", p.Title), ("state", p.State.Word()), ("since", p.Since is { } since ? EntryFields.Text(since) : ""));
                return "validity-proposed";
            case ValidityDecided e:
                json.WriteNumber("number"u8, e.Number);
                json.WriteBoolean("accepted"u8, e.Accepted);
                Members(json, ("reason", e.Reason));
                json.WriteNumber("base"u8, e.BaseRevision);
                if (e.Content is { } content)
                    Entry(json, content);
                return "validity-decided";
            default:
                throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened));
        }
    }

    private static DraftEvent Read(string kind, JsonElement json) => kind switch
    {
        "draft-saved" => new DraftSaved(Entry(json), json.GetProperty("round"u8).GetInt32(), json.GetProperty("base"u8).GetInt64()),
        "draft-handed-in" => new DraftHandedIn(Texts(json, "steps")),
        "step-passed" => new StepPassed(Text(json, "step"), Text(json, "note")),
        "draft-returned" => new DraftReturned(Text(json, "step"), Text(json, "reason"), Texts(json, "fields")),
        "entry-withheld" => new EntryWithheld(Text(json, "reason"), Text(json, "basis"), Day(json, "reviewOn")),
        "look-fell-due" => new LookFellDue(Day(json, "on")),
        "entry-published" => new EntryPublished(
            json.GetProperty("round"u8).GetInt32(), json.GetProperty("revision"u8).GetInt64(), json.GetProperty("seq"u8).GetInt64(), Text(json, "indexNumber"), Day(json, "publishedOn")),
        "entry-clashed" => new EntryClashed(json.GetProperty("round"u8).GetInt32(), json.GetProperty("revision"u8).GetInt64()),
        "entry-not-taken" => new EntryNotTaken(json.GetProperty("round"u8).GetInt32(), Text(json, "reason"), Texts(json, "fields")),
        "withdrawal-asked" => new WithdrawalAsked(Text(json, "reason"), json.GetProperty("revision"u8).GetInt64(), Entry(json)),
        "withdrawal-agreed" => new WithdrawalAgreed(Text(json, "note")),
        "withdrawal-refused" => new WithdrawalRefused(Text(json, "reason")),
        "entry-withdrawn" => new EntryWithdrawn(json.GetProperty("revision"u8).GetInt64()),
        "limit-passed" => new LimitPassed(Day(json, "lastDay")),
        "validity-proposed" => new ValidityProposed(new ValidityProposal(
            json.GetProperty("number"u8).GetInt32(), UnitId.Parse(Text(json, "catalog")), EntryId.Parse(Text(json, "from")), Text(json, "title"),
            CatalogWords.StateOf(Text(json, "state")) ?? throw new FormatException("no validity"), EntryFields.Day(Text(json, "since")))),
        "validity-decided" => new ValidityDecided(
            json.GetProperty("number"u8).GetInt32(), json.GetProperty("accepted"u8).GetBoolean(), Text(json, "reason"), json.TryGetProperty("entry"u8, out _) ? Entry(json) : null,
            json.GetProperty("base"u8).GetInt64()),
        _ => throw new FormatException($"unknown event {kind}"),
    };

    private static void Entry(Utf8JsonWriter json, CatalogEntry entry)
    {
        json.WritePropertyName("entry"u8);
        EntryJson.Write(json, entry);
    }

    private static CatalogEntry Entry(JsonElement json) => EntryJson.Read(json.GetProperty("entry"u8));

    private static void Members(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Text)> members)
    {
        foreach (var (name, text) in members)
        {
            if (text.Length > 0)
                json.WriteString(name, text);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static ImmutableArray<string> Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static DateOnly Day(JsonElement json, string name) => EntryFields.Day(Text(json, name)) ?? throw new FormatException($"{name} is no day");
}
