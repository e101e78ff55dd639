using System.Text.Json;
using System.Text.Unicode;
using Federation.Documents.Import;

namespace Federation.Documents.Json;

/// <summary>Tells the kinds of JSON files apart and reads them.</summary>
internal static class JsonImport
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private const int LongestShown = 60;

    public static ImportBatch Read(ReadOnlyMemory<byte> bytes, ImportSettings settings)
    {
        if (!Utf8.IsValid(bytes.Span))
            throw new UnreadableFileException(ImportRules.Damaged, "文件不是 UTF-8 编码,或已损坏", "the file is not UTF-8, or damaged");
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var json = document.RootElement;
            if (json.TryGetProperty("schema"u8, out var schema))
            {
                if (schema.ValueKind == JsonValueKind.String && schema.ValueEquals(ReportJsonFile.Schema))
                    return new ImportBatch([ReportJsonReader.Read(json, settings)], []);
                return Bad(settings, "schema", $"schema 写作 {Shown(schema)},应为“{ReportJsonFile.Schema}”", $"schema is {Shown(schema)}, not {ReportJsonFile.Schema}");
            }
            if (json.TryGetProperty("table2"u8, out _) || json.TryGetProperty("table3"u8, out _))
                return new ImportBatch([PublishedReportJson.Read(json, settings)], []);
            return Bad(settings, "", "没有 schema,也没有 table2、table3:不是年度报告", "neither schema nor table2 and table3: no report");
        }
        catch (InvalidOperationException)
        {
            // an escape of half a character is found only when the text is asked for
            throw new UnreadableFileException(ImportRules.Damaged, "JSON 中有不完整的字符", "the JSON holds half a character");
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException(ImportRules.Damaged, $"JSON 在第 {(e.LineNumber ?? 0) + 1} 行不能读取", $"the JSON cannot be read at line {(e.LineNumber ?? 0) + 1}");
        }
    }

    /// <summary>What stands there, at most so much of it as a sentence bears.</summary>
    public static string Shown(JsonElement json)
    {
        var text = string.Join(' ', json.GetRawText().Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length > LongestShown ? text[..LongestShown] + "…" : text;
    }

    private static ImportBatch Bad(ImportSettings settings, string address, string zh, string en) =>
        new([], [new ImportFinding(ImportRules.BadShape.At("", zh, en), settings.File, "", address)]);
}
