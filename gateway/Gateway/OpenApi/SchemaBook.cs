using System.Text.Json.Nodes;
using Federation.Gateway.Transcoding;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.OpenApi;

/// <summary>The schemas of all messages and enums that are referred to, by full name.</summary>
internal sealed class SchemaBook
{
    private readonly SortedDictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);
    private readonly ProtoComments _comments;

    public SchemaBook(ProtoComments comments)
    {
        _comments = comments;
        _schemas[ProblemSchema.Name] = ProblemSchema.Schema(this);
    }

    /// <summary>A reference to a component.</summary>
    public static JsonObject Pointer(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    /// <summary>A reference to a message; its schema is written on first use.</summary>
    public JsonObject Reference(MessageDescriptor message)
    {
        if (WellKnown.Is(message))
            return WellKnownSchemas.Of(message);
        if (!_schemas.ContainsKey(message.FullName))
        {
            var schema = _schemas[message.FullName] = []; // stands before its fields are visited, since they may lead back
            Fill(schema, message);
        }

        return Pointer(message.FullName);
    }

    /// <summary>The schema of what a field holds.</summary>
    public JsonObject Of(FieldDescriptor field)
    {
        if (field.IsMap)
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = One(field.MessageType.FindFieldByNumber(2)) };
        return field.IsRepeated ? new JsonObject { ["type"] = "array", ["items"] = One(field) } : One(field);
    }

    public JsonObject ToJson() => new(_schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));

    private JsonObject One(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => Reference(field.MessageType),
        FieldType.Enum => Reference(field.EnumType),
        _ => WellKnownSchemas.Of(field.FieldType),
    };

    private JsonObject Reference(EnumDescriptor type)
    {
        if (!_schemas.ContainsKey(type.FullName))
        {
            var names = new JsonArray([.. type.Values.Select(v => (JsonNode?)v.Name)]);
            var schema = _comments.Describe(new JsonObject { ["type"] = "string", ["enum"] = names }, type.FullName);
            var meanings = type.Values.Select(v => (v.Name, Text: _comments.Of(v.FullName))).Where(v => v.Text.Length > 0).ToArray();
            if (meanings.Length > 0)
                schema["description"] = string.Join('\n', [.. Existing(schema), .. meanings.Select(v => $"- {v.Name}: {v.Text}")]);
            _schemas[type.FullName] = schema;
        }

        return Pointer(type.FullName);
    }

    private static IEnumerable<string> Existing(JsonObject schema) =>
        schema["description"] is { } text ? [(string)text!, ""] : [];

    private void Fill(JsonObject schema, MessageDescriptor message)
    {
        schema["type"] = "object";
        _comments.Describe(schema, message.FullName);
        var properties = new JsonObject();
        foreach (var field in message.Fields.InFieldNumberOrder())
            properties[field.JsonName] = _comments.Describe(Of(field), field.FullName);
        schema["properties"] = properties;
        schema["additionalProperties"] = false;
    }
}
