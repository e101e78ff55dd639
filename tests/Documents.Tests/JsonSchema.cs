using System.Text.Json;
using System.Text.RegularExpressions;

namespace Federation.Documents.Tests;

/// <summary>As much of JSON Schema as docs/schemas uses; a keyword it does not know fails the test.</summary>
internal static class JsonSchema
{
    private static readonly string[] Remarks = ["$schema", "$id", "title", "description"];

    public static List<string> Check(JsonElement schema, JsonElement value, string at = "$")
    {
        var faults = new List<string>();
        foreach (var keyword in schema.EnumerateObject().Where(k => !Remarks.Contains(k.Name)))
            faults.AddRange(Check(schema, keyword.Name, keyword.Value, value, at));
        return faults;
    }

    private static IEnumerable<string> Check(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string at) => keyword switch
    {
        "type" => (rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(t => Is(t.GetString()!, value)) : Is(rule.GetString()!, value)) ? [] : [$"{at}: {rule} expected"],
        "const" => JsonElement.DeepEquals(rule, value) ? [] : [$"{at}: {rule} expected"],
        "enum" => rule.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)) ? [] : [$"{at}: one of {rule} expected"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!) ? [] : [$"{at}: pattern {rule}"],
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32() ? [] : [$"{at}: at least {rule} characters"],
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= rule.GetInt32() ? [] : [$"{at}: at most {rule} characters"],
        "format" => rule.GetString() != "date" || value.ValueKind != JsonValueKind.String || DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _) ? [] : [$"{at}: no {rule}"],
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal() ? [] : [$"{at}: at least {rule}"],
        "required" => value.ValueKind != JsonValueKind.Object ? [] : rule.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{at}: {r} is missing"),
        "properties" => Members(value).Where(m => rule.TryGetProperty(m.Name, out _)).SelectMany(m => Check(rule.GetProperty(m.Name), m.Value, $"{at}.{m.Name}")),
        "patternProperties" => Members(value).SelectMany(m => rule.EnumerateObject().Where(p => Regex.IsMatch(m.Name, p.Name)).SelectMany(p => Check(p.Value, m.Value, $"{at}.{m.Name}"))),
        "additionalProperties" when rule.ValueKind == JsonValueKind.False => Members(value).Where(m => !Known(schema, m.Name)).Select(m => $"{at}: {m.Name} is not known"),
        "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((v, i) => Check(rule, v, $"{at}[{i}]")),
        "anyOf" => rule.EnumerateArray().Any(r => Check(r, value, at).Count == 0) ? [] : [$"{at}: {value.GetRawText()} is none of the kinds allowed"],
        _ => throw new NotSupportedException($"schema keyword {keyword}"),
    };

    private static bool Is(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };

    private static bool Known(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var p) && p.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(r => Regex.IsMatch(name, r.Name)));

    private static JsonElement.ObjectEnumerator Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default;
}
