using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Ledger;

namespace Federation.Domain.Obligations;

/// <summary>The stable encoding of formulas and of their being set. Members are never renamed.</summary>
public static class AppraisalEventJson
{
    private static readonly string[] Counts = ["done-in-time", "accepted-in-time", "filed-in-time", "evidence-returned", "exceptions"];

    /// <summary>The word of what an item counts.</summary>
    public static string Word(AppraisalCount count) => Counts[(int)count];

    /// <summary>What a word counts; null when there is none such.</summary>
    public static AppraisalCount? CountOf(string word) => Array.IndexOf(Counts, word) is >= 0 and var at ? (AppraisalCount)at : null;

    /// <summary>Encodes an event.</summary>
    public static NewEvent Write(AppraisalEvent happened) => happened switch
    {
        FormulaSet e => new("appraisal-formula-set", 1, JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["name"] = e.Formula.Name,
                ["basis"] = e.Formula.Basis,
                ["weight"] = e.Formula.Weight,
                ["items"] = new JsonArray([.. e.Formula.Items.Select(i => new JsonObject { ["name"] = i.Name, ["count"] = Word(i.Count), ["points"] = i.Points, ["off"] = i.Off })]),
                ["reason"] = e.Reason,
            },
            DutyJson.Readable)),
        _ => throw new ArgumentException($"no encoding for {happened.GetType().Name}", nameof(happened)),
    };

    /// <summary>Reads an event as recorded.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static AppraisalEvent Read(RecordedEvent recorded)
    {
        if ((recorded.Kind, recorded.KindVersion) != ("appraisal-formula-set", 1))
            throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}");
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return new FormulaSet(
                new AppraisalFormula(DutyJson.Text(json, "name"), DutyJson.Text(json, "basis"), json.GetProperty("weight"u8).GetDecimal(), [.. json.GetProperty("items"u8).EnumerateArray().Select(Item)]),
                DutyJson.Text(json, "reason"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }

    private static AppraisalItem Item(JsonElement json) => new(
        DutyJson.Text(json, "name"), CountOf(DutyJson.Text(json, "count")) ?? throw new FormatException("an item counts nothing known"),
        json.GetProperty("points"u8).GetDecimal(), json.GetProperty("off"u8).GetDecimal());
}
