using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Catalogs;

/// <summary>
/// federation-entry-1: the published structure of an entry in JSON. The document and the check are two readings of one thing; a test holds them together.
/// </summary>
public static partial class EntrySchema
{
    /// <summary>Name of this version.</summary>
    public const string Name = "federation-entry-1";

    private const string Hex = "^[0-9a-f]{64}$";
    private const string DayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private const string UnitPattern = "^[0-9]{6}([0-9]{3}([0-9]{3})?)?(\\.[a-z0-9-]{2,24})?$";
    private const string IdPattern = "^[\\p{L}0-9][\\p{L}0-9._:/-]{0,127}$";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Kinds => Enum.GetValues<EntryKind>().Select(k => k.Word());

    private static IEnumerable<string> Attributes => Enum.GetValues<DisclosureAttribute>().Select(a => a.Word()).Where(w => w.Length > 0);

    private static IEnumerable<string> States => Enum.GetValues<ValidityState>().Select(s => s.Word());

    private static IEnumerable<string> Relations => Enum.GetValues<LinkRelation>().Select(r => r.Word());

    /// <summary>The JSON Schema (draft 2020-12), with line ends.</summary>
    public static string Text { get; } = Document().ToJsonString(Readable) + "\n";

    /// <summary>Everything in which a value is not of the structure: place, and sentences.</summary>
    public static IEnumerable<(string Where, string Zh, string En)> Faults(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return [("", "条目须为对象", "an entry is an object")];
        return [.. Members(json, "", ["id", "kind", "title", "fields", "disclosure", "reason", "reasonBasis", "validity", "validitySince", "links", "body", "attachments"], ["kind", "title", "disclosure"]),
            .. String(json, "id", t => EntryId.TryParse(t, out _)), .. String(json, "kind", Kinds.Contains), .. String(json, "title", t => t.Length is > 0 and <= 500),
            .. Fields(json), .. String(json, "disclosure", Attributes.Contains), .. String(json, "reason", Any), .. String(json, "reasonBasis", Any), .. String(json, "validity", States.Contains),
            .. String(json, "validitySince", IsDay), .. Each(json, "links", Link), .. String(json, "body", t => HexDigits().IsMatch(t)), .. Each(json, "attachments", File)];
    }

    /// <summary>Reads an entry of the structure that has no id yet.</summary>
    internal static CatalogEntry ReadWithout(JsonElement json, EntryId id)
    {
        var named = JsonObject.Create(json)!;
        named["id"] = id.Value;
        using var document = JsonDocument.Parse(named.ToJsonString());
        return EntryJson.Read(document.RootElement);
    }

    private static IEnumerable<(string, string, string)> Fields(JsonElement json)
    {
        if (!json.TryGetProperty("fields"u8, out var fields))
            return [];
        return fields.ValueKind != JsonValueKind.Object
            ? [("fields", "fields 须为对象", "fields is an object")]
            : [.. Members(fields, "fields.", [.. EntryFields.All.Select(f => f.Id)], []),
                .. EntryFields.All.SelectMany(f => String(fields, f.Id, t => t.Length > 0 && t.Length <= f.Longest && (f.Type != FieldType.Day || IsDay(t)), "fields."))];
    }

    private static IEnumerable<(string, string, string)> Link(JsonElement link, string at) =>
        [.. Members(link, at, ["relation", "catalog", "entry"], ["relation", "entry"]), .. String(link, "relation", Relations.Contains, at), .. String(link, "catalog", t => UnitId.TryParse(t, out _), at),
            .. String(link, "entry", t => EntryId.TryParse(t, out _), at)];

    private static IEnumerable<(string, string, string)> File(JsonElement file, string at)
    {
        foreach (var fault in Members(file, at, ["name", "mediaType", "size", "hash"], ["name", "mediaType", "size", "hash"]))
            yield return fault;
        foreach (var fault in (IEnumerable<(string, string, string)>)[.. String(file, "name", NotEmpty, at), .. String(file, "mediaType", NotEmpty, at), .. String(file, "hash", t => HexDigits().IsMatch(t), at)])
            yield return fault;
        if (file.TryGetProperty("size"u8, out var size) && (size.ValueKind != JsonValueKind.Number || !size.TryGetInt64(out var bytes) || bytes < 0))
            yield return (at + "size", "size 须为不小于 0 的整数", "size is a whole number of at least 0");
    }

    private static IEnumerable<(string, string, string)> Each(JsonElement json, string name, Func<JsonElement, string, IEnumerable<(string, string, string)>> check)
    {
        if (!json.TryGetProperty(name, out var list))
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            return [(name, $"{name} 须为数组", $"{name} is an array")];
        return list.EnumerateArray().SelectMany((item, i) =>
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]");
            return item.ValueKind == JsonValueKind.Object ? check(item, at + ".") : [(at, $"{at} 须为对象", $"{at} is an object")];
        });
    }

    private static IEnumerable<(string, string, string)> Members(JsonElement json, string at, string[] known, string[] needed)
    {
        foreach (var member in json.EnumerateObject().Where(m => !known.Contains(m.Name)))
            yield return (at + member.Name, $"没有成员 {member.Name}", $"there is no member {member.Name}");
        foreach (var missing in needed.Where(n => !json.TryGetProperty(n, out _)))
            yield return (at + missing, $"缺少 {missing}", $"{missing} is missing");
    }

    private static IEnumerable<(string, string, string)> String(JsonElement json, string name, Func<string, bool> holds, string at = "")
    {
        if (json.TryGetProperty(name, out var value) && !(value.ValueKind == JsonValueKind.String && holds(value.GetString()!)))
            yield return (at + name, $"{name} 的值不符合结构", $"the value of {name} is not of the structure");
    }

    private static bool Any(string text) => true;

    private static bool NotEmpty(string text) => text.Length > 0;

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static JsonObject Document() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = "urn:federation:" + Name,
        ["title"] = "公开目录条目 / entry of a disclosure catalog",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Words(["kind", "title", "disclosure"]),
        ["properties"] = new JsonObject
        {
            ["id"] = Pattern(IdPattern, "条目编号;缺省时由索引号等标识得出 / entry id; made from what identifies the entry when absent"),
            ["kind"] = Choice(Kinds),
            ["title"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 500 },
            ["fields"] = new JsonObject
            {
                ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject(EntryFields.All.Select(f => KeyValuePair.Create(f.Id, (JsonNode?)Field(f)))),
            },
            ["disclosure"] = Choice(Attributes),
            ["reason"] = new JsonObject { ["type"] = "string" },
            ["reasonBasis"] = new JsonObject { ["type"] = "string" },
            ["validity"] = Choice(States),
            ["validitySince"] = Day(),
            ["links"] = List(["relation", "entry"], new JsonObject { ["relation"] = Choice(Relations), ["catalog"] = Pattern(UnitPattern), ["entry"] = Pattern(IdPattern) }),
            ["body"] = Pattern(Hex),
            ["attachments"] = List(["name", "mediaType", "size", "hash"], new JsonObject
            {
                ["name"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 }, ["mediaType"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 },
                ["size"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, ["hash"] = Pattern(Hex),
            }),
        },
    };

    private static JsonObject Field(EntryField field)
    {
        var schema = field.Type == FieldType.Day ? Day() : new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = field.Longest };
        schema["description"] = $"{field.Zh} / {field.En}";
        return schema;
    }

    private static JsonObject Day() => new() { ["type"] = "string", ["pattern"] = DayPattern, ["format"] = "date" };

    private static JsonObject Choice(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = Words(words) };

    private static JsonObject Pattern(string pattern, string? description = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    private static JsonObject List(string[] required, JsonObject properties) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["required"] = Words(required), ["properties"] = properties },
    };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(w => (JsonNode?)w)]);

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex HexDigits();
}
