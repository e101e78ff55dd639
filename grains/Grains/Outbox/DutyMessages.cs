using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Contracts.Obligations;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using static Federation.Grains.Outbox.MessageJson;

namespace Federation.Grains.Outbox;

/// <summary>The two messages between a plan and the books of its receivers, as they stand in the outbox: duties go down, receipts come up.</summary>
internal static class DutyMessages
{
    /// <summary>交办: duties for one unit.</summary>
    public const string Issued = "duties-issued";

    /// <summary>回执: how a plan stands in one book. State-based: the newest says all.</summary>
    public const string Receipts = "duty-receipts";

    /// <summary>Writes duties. The id of the message is not in it: it is its place in the outbox.</summary>
    public static byte[] Write(ReceiveDuties m) => Bytes(Json(m));

    private static JsonObject Json(ReceiveDuties m)
    {
        var json = Body(m);
        if (m.Rules is { } r)
            json["rules"] = DutyJson.Write(new EscalationRules(r.UnacceptedAfter, r.LateAfter, r.SoonWithin, r.Basis));
        return json;
    }

    private static JsonObject Body(ReceiveDuties m) => new()
    {
        ["issuer"] = m.Issuer.Value,
        ["plan"] = m.Plan,
        ["version"] = m.PlanVersion,
        ["title"] = m.Title,
        ["issuedAt"] = Moment(m.IssuedAt),
        ["duties"] = new JsonArray([.. m.Duties.Select(DutyJson.Write)]),
        ["reason"] = m.Reason,
    };

    /// <summary>Reads duties.</summary>
    /// <exception cref="FormatException">Not written by <see cref="Write(ReceiveDuties)"/>.</exception>
    public static ReceiveDuties ReadIssued(string messageId, ImmutableArray<byte> payload) => Reading(payload, json => new ReceiveDuties(
        messageId, UnitId.Parse(Text(json, "issuer")), Text(json, "plan"), json.GetProperty("version"u8).GetInt32(), Text(json, "title"), Moment(json, "issuedAt")!.Value,
        [.. json.GetProperty("duties"u8).EnumerateArray().Select(DutyJson.Read)], Text(json, "reason"))
    {
        Rules = json.TryGetProperty("rules"u8, out var rules) && DutyJson.ReadRules(rules) is var r ? new EscalationRulesView(r.UnacceptedAfter, r.LateAfter, r.SoonWithin, r.Basis) : null,
    });

    /// <summary>Writes receipts.</summary>
    public static byte[] Write(DutyReceipts m) => Bytes(new JsonObject
    {
        ["unit"] = m.Unit.Value,
        ["plan"] = m.Plan,
        ["version"] = m.PlanVersion,
        ["revision"] = m.Revision,
        ["delivered"] = Moment(m.DeliveredAt),
        ["opened"] = Moment(m.OpenedAt),
        ["lines"] = new JsonArray([.. m.Lines.Select(l => new JsonObject
        {
            ["duty"] = l.Duty.ToString(),
            ["accepted"] = Moment(l.AcceptedAt),
            ["objection"] = l.Objection,
            ["objected"] = Moment(l.ObjectedAt),
            ["light"] = l.Light,
            ["due"] = l.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["closed"] = Moment(l.ClosedAt),
        })]),
    });

    /// <summary>Reads receipts.</summary>
    /// <exception cref="FormatException">Not written by <see cref="Write(DutyReceipts)"/>.</exception>
    public static DutyReceipts ReadReceipts(ImmutableArray<byte> payload) => Reading(payload, json => new DutyReceipts(
        UnitId.Parse(Text(json, "unit")), Text(json, "plan"), json.GetProperty("version"u8).GetInt32(), json.GetProperty("revision"u8).GetInt64(),
        Moment(json, "delivered")!.Value, Moment(json, "opened"),
        [.. json.GetProperty("lines"u8).EnumerateArray().Select(l => new DutyReceiptLine(
            DutyId.Parse(Text(l, "duty")), Moment(l, "accepted"), Text(l, "objection"), Moment(l, "objected"), Text(l, "light"),
            l.GetProperty("due"u8).GetString() is { } due ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, Moment(l, "closed")))]));

    private static string? Moment(DateTimeOffset? at) => at?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(JsonElement json, string name) =>
        json.GetProperty(name).GetString() is { } at ? DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture) : null;
}
