using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>The stable encoding of a plan's content.</summary>
public static class PlanJson
{
    /// <summary>Writes a draft.</summary>
    public static void Write(Utf8JsonWriter json, PlanDraft draft)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, draft.Title);
        json.WriteString("document"u8, draft.DocumentNumber);
        Write(json, "date", draft.Date);
        json.WriteString("basis"u8, draft.Basis);
        json.WriteString("mode"u8, draft.Mode == CascadeMode.Straight ? "straight" : "step-by-step");
        json.WriteNumber("acceptWithin"u8, draft.AcceptWithin);
        if ((draft.LateAfter, draft.SoonWithin) != (EscalationRules.Default.LateAfter, EscalationRules.Default.SoonWithin))
        {
            json.WriteNumber("lateAfter"u8, draft.LateAfter);
            json.WriteNumber("soonWithin"u8, draft.SoonWithin);
        }
        Write(json, "receivers", draft.Receivers);
        json.WriteStartArray("points"u8);
        foreach (var point in draft.Points)
            Write(json, point);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a draft.</summary>
    /// <exception cref="FormatException">Not as written above.</exception>
    public static PlanDraft ReadDraft(JsonElement json) => new(
        Text(json, "title"), Text(json, "document"), Day(json, "date"), Text(json, "basis"),
        [.. json.GetProperty("points"u8).EnumerateArray().Select(Point)],
        Receivers(json),
        Text(json, "mode") switch
        {
            "straight" => CascadeMode.Straight,
            "step-by-step" => CascadeMode.StepByStep,
            var other => throw new FormatException($"'{other}' is no mode"),
        },
        json.GetProperty("acceptWithin"u8).GetInt32())
    {
        LateAfter = json.TryGetProperty("lateAfter"u8, out var late) ? late.GetInt32() : EscalationRules.Default.LateAfter,
        SoonWithin = json.TryGetProperty("soonWithin"u8, out var soon) ? soon.GetInt32() : EscalationRules.Default.SoonWithin,
    };

    internal static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    internal static DateOnly? Day(JsonElement json, string name) =>
        json.TryGetProperty(name, out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    internal static void Write(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } known)
            json.WriteString(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void Write(Utf8JsonWriter json, WorkPoint point)
    {
        json.WriteStartObject();
        json.WriteString("clause"u8, point.Clause);
        json.WriteString("title"u8, point.Title);
        json.WriteString("text"u8, point.Text);
        json.WriteStartArray("measures"u8);
        foreach (var measure in point.Measures)
            json.WriteStringValue(MeasureText.Write(measure));
        json.WriteEndArray();
        json.WriteStartArray("bodies"u8);
        foreach (var body in point.Bodies)
        {
            json.WriteStartObject();
            json.WriteString("part"u8, body.Part.ToString());
            json.WriteString("name"u8, body.Name);
            if (body.Unit is { } unit)
                json.WriteString("unit"u8, unit.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("minutes"u8, point.Minutes);
        if (point.Source is { } source)
            json.WriteString("source"u8, source.ToString());
        if (!point.Receivers.IsEmpty)
            Write(json, "receivers", point.Receivers);
        if (!point.Asks.IsEmpty)
        {
            json.WriteStartArray("asks"u8);
            foreach (var ask in point.Asks)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, ask.Name);
                json.WriteString("source"u8, ask.Source);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (point.Span is { } span)
        {
            json.WriteNumber("start"u8, span.Start);
            json.WriteNumber("length"u8, span.Length);
        }
        json.WriteEndObject();
    }

    private static WorkPoint Point(JsonElement json) => new(
        Text(json, "clause"), Text(json, "title"), Text(json, "text"),
        [.. json.GetProperty("measures"u8).EnumerateArray().Select(m => MeasureText.Parse(m.GetString()!))],
        [.. json.GetProperty("bodies"u8).EnumerateArray().Select(b => new NamedBody(
            Enum.Parse<DutyRole>(Text(b, "part")), Text(b, "name"), b.TryGetProperty("unit"u8, out var unit) ? UnitId.Parse(unit.GetString()!) : null))],
        json.GetProperty("minutes"u8).GetInt32())
    {
        Source = json.TryGetProperty("source"u8, out var source) ? DutyId.Parse(source.GetString()!) : null,
        Receivers = json.TryGetProperty("receivers"u8, out _) ? Receivers(json) : [],
        Asks = json.TryGetProperty("asks"u8, out var asks) ? [.. asks.EnumerateArray().Select(a => new AskedNumber(Text(a, "name"), Text(a, "source")))] : [],
        Span = json.TryGetProperty("start"u8, out var start) ? new SourceSpan(start.GetInt32(), json.GetProperty("length"u8).GetInt32()) : null,
    };

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<ReceiverChoice> choices)
    {
        json.WriteStartArray(name);
        foreach (var choice in choices)
            json.WriteStringValue(ReceiverText.Write(choice));
        json.WriteEndArray();
    }

    private static ImmutableArray<ReceiverChoice> Receivers(JsonElement json) =>
        [.. json.GetProperty("receivers"u8).EnumerateArray().Select(c => ReceiverText.Parse(c.GetString()!))];
}
