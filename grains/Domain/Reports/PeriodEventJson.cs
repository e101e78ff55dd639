using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>The stable encoding of the events of a period.</summary>
public static class PeriodEventJson
{
    /// <summary>Encodes an opening.</summary>
    public static NewEvent Write(PeriodOpened opened)
    {
        var json = new JsonObject
        {
            ["period"] = opened.Period.ToString(),
            ["form"] = opened.Form,
            ["asOf"] = opened.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["expected"] = opened.Expected,
            ["rosterHash"] = Convert.ToHexStringLower(opened.RosterHash.AsSpan()),
        };
        return new NewEvent("period-opened", 1, JsonSerializer.SerializeToUtf8Bytes(json));
    }

    /// <summary>Reads an opening.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or a damaged payload.</exception>
    public static PeriodOpened Read(RecordedEvent recorded)
    {
        if ((recorded.Kind, recorded.KindVersion) != ("period-opened", 1))
            throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}");
        try
        {
            using var document = JsonDocument.Parse(recorded.Payload);
            var json = document.RootElement;
            return new PeriodOpened(
                PeriodId.Parse(json.GetProperty("period"u8).GetString()!),
                json.GetProperty("form"u8).GetString() ?? throw new FormatException("the opening names no form"),
                DateOnly.ParseExact(json.GetProperty("asOf"u8).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                json.GetProperty("expected"u8).GetInt32(),
                ImmutableArray.Create(Convert.FromHexString(json.GetProperty("rosterHash"u8).GetString()!)));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position} is damaged: {e.Message}", e);
        }
    }
}
