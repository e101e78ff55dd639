using System.Text.Json;
using System.Text.Unicode;
using Federation.Documents.Import;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs.Import;

/// <summary>Reads entries from JSON: one entry, an array, a document with <c>entries</c>, or one entry a line. The published structure is enforced.</summary>
internal static class EntryJsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static List<ImportedEntry> Read(byte[] bytes, FindingList findings)
    {
        var text = bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (!Utf8.IsValid(text.Span))
            throw new UnreadableFileException(ImportRules.Damaged, "文件不是 UTF-8 编码,或已损坏", "the file is not UTF-8, or damaged");
        return Whole(text) is { } whole ? One(whole, findings) : Lines(text, findings);
    }

    private static JsonDocument? Whole(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException)
        {
            return null; // one value a line, or damaged: the lines will tell
        }
    }

    private static List<ImportedEntry> One(JsonDocument document, FindingList findings)
    {
        using (document)
        {
            var json = document.RootElement;
            var entries = json.ValueKind == JsonValueKind.Array ? json
                : json.TryGetProperty("entries"u8, out var inside) && inside.ValueKind == JsonValueKind.Array ? inside : default;
            return entries.ValueKind == JsonValueKind.Array
                ? [.. entries.EnumerateArray().Select((e, i) => Entry(e, i + 1, FormattableString.Invariant($"entries[{i}]"), findings.File))]
                : [Entry(json, 1, "", findings.File)];
        }
    }

    private static List<ImportedEntry> Lines(ReadOnlyMemory<byte> text, FindingList findings)
    {
        var read = new List<ImportedEntry>();
        for (var line = 1; text.Length > 0; line++)
        {
            var end = text.Span.IndexOf((byte)'\n');
            var part = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (part.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            var place = FormattableString.Invariant($"line {line}");
            try
            {
                using var document = JsonDocument.Parse(part, Strict);
                if (!(line == 1 && document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("manifest"u8, out _)))
                    read.Add(Entry(document.RootElement, line, place, findings.File));
            }
            catch (JsonException e)
            {
                var finding = EntryImportRules.BadShape.At("", $"第 {line} 行不是 JSON", $"line {line} is no JSON: {e.Message}");
                read.Add(new ImportedEntry(findings.File, "", line, null, "", false, [new ImportFinding(finding, findings.File, "", place)]));
            }
        }
        return read;
    }

    private static ImportedEntry Entry(JsonElement json, int row, string place, string file)
    {
        var found = new FindingList(file);
        foreach (var (where, zh, en) in EntrySchema.Faults(json))
            found.Add(EntryImportRules.BadShape, "", place.Length == 0 ? where : $"{place}.{where}", zh, en, where);
        var title = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("title"u8, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
        var derived = json.ValueKind == JsonValueKind.Object && !json.TryGetProperty("id"u8, out _);
        CatalogEntry? entry = null;
        if (found.ToImmutable().IsEmpty)
            entry = derived ? EntrySchema.ReadWithout(json, EntryNames.Unnamed) : EntryJson.Read(json);
        return new ImportedEntry(file, "", row, entry, title, derived, found.ToImmutable()) { Places = EntryTable.Columns.ToDictionary(c => c.Id, c => place.Length == 0 ? c.Id : $"{place}.{c.Id}") };
    }
}
