using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>A record as its origin wrote it.</summary>
/// <param name="Number">How manieth, from 1.</param>
/// <param name="Value">Text of a place; null when the record has no such place.</param>
public sealed record SourceRecord(int Number, Func<string, string?> Value);

/// <summary>Reads lists in the form in which their origins keep them.</summary>
public static class RecordReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="settings">Its form, and where in it things are.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="charset">Encoding that the origin declares; empty: none.</param>
    /// <returns>The records, and the number and moment that the document declares; null: none.</returns>
    /// <exception cref="DamagedTextException">Not text from end to end.</exception>
    /// <exception cref="FormatException">Not of the form.</exception>
    public static (ImmutableArray<SourceRecord> Records, string? Total, string? Generated) Read(SourceSettings settings, ReadOnlyMemory<byte> bytes, string charset = "")
    {
        var text = SourceText.Utf8(bytes, charset);
        if (settings.Kind == SourceKind.Csv)
            return (Csv(Encoding.UTF8.GetString(text.Span)), null, null);
        try
        {
            var document = JsonDocument.Parse(text).RootElement.Clone();
            var list = List(settings, document).EnumerateArray();
            return ([.. (settings.Kind == SourceKind.Dcat ? list.Where(IsDataset) : list).Select((item, i) => new SourceRecord(i + 1, place => Text(item, place)))], Text(document, settings.Total), Text(document, settings.Generated));
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static JsonElement List(SourceSettings settings, JsonElement document)
    {
        string[] places = settings switch
        {
            { Records.Length: > 0 } => [settings.Records],
            { Kind: SourceKind.Dcat } => ["dcat:dataset", "dataset", "@graph"],
            _ => [""],
        };
        foreach (var place in places)
        {
            if ((place.Length == 0 ? document : Find(document, place)) is { ValueKind: JsonValueKind.Array } list)
                return list;
        }
        throw new FormatException($"there is no list at '{string.Join("', '", places)}'");
    }

    // A graph holds catalog, publisher and datasets side by side; where nothing says what a node is, the list holds datasets alone.
    private static bool IsDataset(JsonElement node) => Find(node, "@type") is not { } type
        || (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(Plain) : [Plain(type)]).Any(t => t is "Dataset" or "dcat:Dataset" or "http://www.w3.org/ns/dcat#Dataset");

    private static string? Text(JsonElement item, string place) => place.Length > 0 && Find(item, place) is { } found ? Plain(found) : null;

    private static JsonElement? Find(JsonElement item, string place)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        if (item.TryGetProperty(place, out var whole))
            return whole;
        var dot = place.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && item.TryGetProperty(place[..dot], out var part) ? Find(part, place[(dot + 1)..]) : null;
    }

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Array => Language(value) is { } chosen ? Plain(chosen) : string.Join('、', value.EnumerateArray().Select(Plain)),
        JsonValueKind.Object => value.TryGetProperty("@value", out var inner) || value.TryGetProperty("@id", out inner) ? Plain(inner) : "",
        _ => value.GetRawText(),
    };

    // Of one text in several languages the Chinese one.
    private static JsonElement? Language(JsonElement array)
    {
        var tagged = array.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object && v.TryGetProperty("@language", out _)).ToList();
        return tagged.Count == 0 || tagged.Count < array.GetArrayLength() ? null
            : tagged.OrderByDescending(v => v.GetProperty("@language").GetString()!.StartsWith("zh", StringComparison.OrdinalIgnoreCase)).First();
    }

    private static ImmutableArray<SourceRecord> Csv(string text)
    {
        var lines = CsvText.Rows(text);
        if (lines.IsEmpty)
            throw new FormatException("there is no line of headings");
        var places = lines[0].Select((name, i) => (Name: name.Trim(), At: i)).GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.First().At);
        var records = ImmutableArray.CreateBuilder<SourceRecord>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length != lines[0].Length)
                throw new FormatException($"record {i} has {line.Length} fields of {lines[0].Length}"); // the usual look of a list that was cut off
            records.Add(new SourceRecord(i, place => places.TryGetValue(place, out var at) ? line[at].Trim() : null));
        }
        return records.ToImmutable();
    }
}
