using System.Globalization;
using System.Text.Json;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>The stable encoding of a receipt. What is not there yet is left out.</summary>
internal static class ReceiptJson
{
    public static void Write(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject();
        json.WriteString("unit"u8, receipt.Unit.Value);
        json.WriteNumber("version"u8, receipt.Version);
        json.WriteNumber("revision"u8, receipt.Revision);
        Moment(json, "delivered", receipt.DeliveredAt);
        Moment(json, "opened", receipt.OpenedAt);
        json.WriteStartArray("lines"u8);
        foreach (var line in receipt.Lines)
        {
            json.WriteStartObject();
            json.WriteString("clause"u8, line.Clause);
            Moment(json, "accepted", line.AcceptedAt);
            Moment(json, "objected", line.ObjectedAt);
            if (line.Objection.Length > 0)
                json.WriteString("objection"u8, line.Objection);
            json.WriteString("light"u8, line.Light);
            PlanJson.Write(json, "due", line.Due);
            Moment(json, "closed", line.ClosedAt);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (receipt.IsRefusal)
        {
            json.WriteStartArray("refused"u8);
            foreach (var reason in receipt.Refused)
            {
                json.WriteStartObject();
                json.WriteString("code"u8, reason.Code);
                json.WriteString("where"u8, reason.Where);
                json.WriteString("text"u8, reason.Text);
                json.WriteString("textEn"u8, reason.TextEn);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    public static Receipt Read(JsonElement json) => new(
        UnitId.Parse(PlanJson.Text(json, "unit")), json.GetProperty("version"u8).GetInt32(), json.GetProperty("revision"u8).GetInt64(),
        Moment(json, "delivered")!.Value, Moment(json, "opened"),
        [.. json.GetProperty("lines"u8).EnumerateArray().Select(l => new ReceiptLine(
            PlanJson.Text(l, "clause"), Moment(l, "accepted"), Moment(l, "objected"), l.TryGetProperty("objection"u8, out var objection) ? objection.GetString()! : "",
            PlanJson.Text(l, "light"), PlanJson.Day(l, "due"), Moment(l, "closed")))])
    {
        Refused = json.TryGetProperty("refused"u8, out var refused)
            ? [.. refused.EnumerateArray().Select(r => new RefusalReason(PlanJson.Text(r, "code"), PlanJson.Text(r, "where"), PlanJson.Text(r, "text"), PlanJson.Text(r, "textEn")))]
            : [],
    };

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } moment)
            json.WriteString(name, moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset? Moment(JsonElement json, string name) =>
        json.TryGetProperty(name, out var at) ? DateTimeOffset.ParseExact(at.GetString()!, "O", CultureInfo.InvariantCulture) : null;
}
