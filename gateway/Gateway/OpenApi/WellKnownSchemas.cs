using System.Text.Json.Nodes;
using Federation.Gateway.Transcoding;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.OpenApi;

/// <summary>The schemas of scalars, and of the messages that have a JSON form of their own.</summary>
internal static class WellKnownSchemas
{
    public static JsonObject Of(FieldType scalar) => scalar switch
    {
        FieldType.Bool => Typed("boolean"),
        FieldType.Double => Typed("number", "double"),
        FieldType.Float => Typed("number", "float"),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Typed("integer", "int32"),
        FieldType.UInt32 or FieldType.Fixed32 => Typed("integer", "uint32"),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Typed("string", "int64"),
        FieldType.UInt64 or FieldType.Fixed64 => Typed("string", "uint64"),
        FieldType.Bytes => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        _ => Typed("string"),
    };

    public static JsonObject Of(MessageDescriptor message)
    {
        if (!WellKnown.IsWrapper(message))
            return message.Name switch
            {
                "Timestamp" => Typed("string", "date-time"),
                "Duration" => new JsonObject { ["type"] = "string", ["pattern"] = @"^-?[0-9]+(\.[0-9]{1,9})?s$" },
                "FieldMask" => Typed("string"),
                "Struct" => Typed("object"),
                "ListValue" => new JsonObject { ["type"] = "array", ["items"] = new JsonObject() },
                "Any" => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["@type"] = Typed("string") } },
                _ => [], // Value: anything
            };
        var scalar = Of(WellKnown.Inside(message).FieldType);
        scalar["type"] = new JsonArray((string)scalar["type"]!, "null");
        return scalar;
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Typed(string type, string format) => new() { ["type"] = type, ["format"] = format };
}
