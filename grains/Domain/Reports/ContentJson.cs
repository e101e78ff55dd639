using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>
/// What a filing says as canonical JSON, the form in which it is kept and hashed: <see cref="FigureJson"/> under <c>figures</c>, prose under
/// <c>texts</c>, dispositions under <c>dispositions</c>; the last two only when there are any.
/// </summary>
public static class ContentJson
{
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the members of a content into an object that is open.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ReportContent content)
    {
        json.WritePropertyName("figures"u8);
        FigureJson.Write(json, content.Figures);
        if (content.Texts.Count > 0)
        {
            json.WriteStartObject("texts"u8);
            foreach (var (section, text) in content.Texts)
                json.WriteString(section, text);
            json.WriteEndObject();
        }
        if (content.Dispositions.IsEmpty)
            return;
        json.WriteStartArray("dispositions"u8);
        foreach (var d in content.Dispositions)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, d.Rule);
            json.WriteString("where"u8, d.Where);
            json.WriteString("reason"u8, d.Reason);
            json.WriteString("evidence"u8, d.Evidence);
            if (d.Until is { } until)
                json.WriteString("until"u8, until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("by"u8, d.By);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteMembers"/> wrote into an object.</summary>
    /// <exception cref="FormatException">Written by a newer version, or damaged.</exception>
    public static ReportContent Read(JsonElement json)
    {
        var figures = FigureJson.Read(json.GetProperty("figures"u8));
        var texts = json.TryGetProperty("texts"u8, out var given) ? given.EnumerateObject().Select(t => KeyValuePair.Create(t.Name, Text(t.Value))) : [];
        var dispositions = json.TryGetProperty("dispositions"u8, out var listed) ? listed.EnumerateArray().Select(ReadDisposition) : [];
        try
        {
            return new ReportContent(figures, texts, dispositions);
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>
    /// 内容摘要: SHA-256 over unit, period, scope (when not own) and content; the same content has the same hash everywhere. A filing of
    /// figures alone has the hash that <see cref="FigureJson.ContentHash"/> gives.
    /// </summary>
    public static ImmutableArray<byte> Hash(UnitId unit, PeriodId period, ReportScope scope, ReportContent content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("unit"u8, unit.Value);
            json.WriteString("period"u8, period.ToString());
            if (scope == ReportScope.Whole)
                json.WriteString("scope"u8, "whole"u8);
            WriteMembers(json, content);
            json.WriteEndObject();
        }
        return ImmutableArray.Create(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>A string that must be there.</summary>
    /// <exception cref="FormatException">It is null.</exception>
    internal static string Text(JsonElement json) => json.GetString() ?? throw new FormatException("a text is null");

    private static Disposition ReadDisposition(JsonElement d) => new(
        Text(d.GetProperty("rule"u8)),
        Text(d.GetProperty("where"u8)),
        Text(d.GetProperty("reason"u8)),
        Text(d.GetProperty("evidence"u8)),
        d.TryGetProperty("until"u8, out var until) ? DateOnly.ParseExact(Text(until), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Text(d.GetProperty("by"u8)));
}
