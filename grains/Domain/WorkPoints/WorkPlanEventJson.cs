using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>The stable encoding of the events of a work plan. Receivers stand grouped by the clauses that bind them, so that a nation fits into one event.</summary>
public static class WorkPlanEventJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(WorkPlanEvent happened)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes, Readable);
        json.WriteStartObject();
        var kind = happened switch
        {
            PlanDraftSaved e => Draft(json, e),
            PlanIssued e => Issued(json, e),
            PlanReceiptsTaken e => Receipts(json, e),
            PlanSilenceEscalated e => Silence(json, e),
            PlanWithdrawn e => Withdrawn(json, e),
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
        json.WriteEndObject();
        json.Flush();
        return new NewEvent(kind, 1, bytes.WrittenMemory);
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static WorkPlanEvent Read(RecordedEvent recorded)
    {
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return (recorded.Kind, recorded.KindVersion) switch
            {
                ("plan-draft-saved", 1) => new PlanDraftSaved(PlanJson.ReadDraft(json.GetProperty("draft"u8))),
                ("plan-issued", 1) => ReadIssued(json),
                ("plan-receipts-taken", 1) => new PlanReceiptsTaken([.. json.GetProperty("receipts"u8).EnumerateArray().Select(ReceiptJson.Read)]),
                ("plan-silence-escalated", 1) => new PlanSilenceEscalated(PlanJson.Day(json, "day")!.Value, Units(json.GetProperty("units"u8))),
                ("plan-withdrawn", 1) => new PlanWithdrawn(PlanJson.Text(json, "reason")),
                _ => throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static string Draft(Utf8JsonWriter json, PlanDraftSaved e)
    {
        json.WritePropertyName("draft"u8);
        PlanJson.Write(json, e.Draft);
        return "plan-draft-saved";
    }

    private static string Issued(Utf8JsonWriter json, PlanIssued e)
    {
        json.WriteNumber("version"u8, e.Version);
        json.WritePropertyName("content"u8);
        PlanJson.Write(json, e.Content);
        PlanJson.Write(json, "asOf", e.AsOf);
        json.WriteString("reason"u8, e.Reason);
        json.WriteStartObject("trails"u8);
        foreach (var (clause, trail) in e.Trails.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(clause);
            foreach (var step in trail)
            {
                json.WriteStartObject();
                json.WriteString("issuer"u8, step.Issuer.Value);
                json.WriteString("clause"u8, step.Clause.ToString());
                json.WriteString("title"u8, step.Title);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteStartArray("receivers"u8);
        foreach (var group in e.Receivers.GroupBy(r => (r.Why, Clauses: string.Join('\n', r.Clauses))))
        {
            json.WriteStartObject();
            json.WriteString("why"u8, group.Key.Why);
            json.WriteStartArray("clauses"u8);
            foreach (var clause in group.First().Clauses)
                json.WriteStringValue(clause);
            json.WriteEndArray();
            json.WriteStartArray("units"u8);
            foreach (var receiver in group)
                json.WriteStringValue(receiver.Unit.Value);
            json.WriteEndArray();
            json.WriteStartArray("ords"u8);
            foreach (var receiver in group)
                json.WriteNumberValue(receiver.Ord);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return "plan-issued";
    }

    private static PlanIssued ReadIssued(JsonElement json)
    {
        var receivers = new List<Receiver>();
        foreach (var group in json.GetProperty("receivers"u8).EnumerateArray())
        {
            ImmutableArray<string> clauses = [.. group.GetProperty("clauses"u8).EnumerateArray().Select(c => c.GetString()!)];
            var why = PlanJson.Text(group, "why");
            receivers.AddRange(Units(group.GetProperty("units"u8)).Zip(group.GetProperty("ords"u8).EnumerateArray(), (unit, ord) => new Receiver(unit, ord.GetInt32(), clauses, why)));
        }
        receivers.Sort((a, b) => a.Ord.CompareTo(b.Ord));
        return new PlanIssued(
            json.GetProperty("version"u8).GetInt32(),
            PlanJson.ReadDraft(json.GetProperty("content"u8)),
            PlanJson.Day(json, "asOf")!.Value,
            [.. receivers],
            json.GetProperty("trails"u8).EnumerateObject().ToImmutableDictionary(
                t => t.Name,
                t => t.Value.EnumerateArray().Select(s => new TrailStep(UnitId.Parse(PlanJson.Text(s, "issuer")), DutyId.Parse(PlanJson.Text(s, "clause")), PlanJson.Text(s, "title"))).ToImmutableArray()),
            PlanJson.Text(json, "reason"));
    }

    private static string Receipts(Utf8JsonWriter json, PlanReceiptsTaken e)
    {
        json.WriteStartArray("receipts"u8);
        foreach (var receipt in e.Receipts)
            ReceiptJson.Write(json, receipt);
        json.WriteEndArray();
        return "plan-receipts-taken";
    }

    private static string Silence(Utf8JsonWriter json, PlanSilenceEscalated e)
    {
        PlanJson.Write(json, "day", e.Day);
        json.WriteStartArray("units"u8);
        foreach (var unit in e.Units)
            json.WriteStringValue(unit.Value);
        json.WriteEndArray();
        return "plan-silence-escalated";
    }

    private static string Withdrawn(Utf8JsonWriter json, PlanWithdrawn e)
    {
        json.WriteString("reason"u8, e.Reason);
        return "plan-withdrawn";
    }

    private static ImmutableArray<UnitId> Units(JsonElement units) => [.. units.EnumerateArray().Select(u => UnitId.Parse(u.GetString()!))];
}
