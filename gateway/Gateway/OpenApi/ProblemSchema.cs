using System.Text.Json.Nodes;
using Federation.V1;

namespace Federation.Gateway.OpenApi;

/// <summary>How errors look.</summary>
internal static class ProblemSchema
{
    /// <summary>Name of the component.</summary>
    public const string Name = "Problem";

    /// <summary>The schema of application/problem+json.</summary>
    public static JsonObject Schema(SchemaBook schemas) => new()
    {
        ["type"] = "object",
        ["description"] = "RFC 9457.",
        ["required"] = new JsonArray("type", "title", "status", "detail", "code", "findings"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer", ["format"] = "int32" },
            ["detail"] = new JsonObject { ["type"] = "string" },
            ["code"] = new JsonObject { ["type"] = "string", ["description"] = "Name of the gRPC code, for example FAILED_PRECONDITION." },
            ["findings"] = new JsonObject { ["type"] = "array", ["items"] = schemas.Reference(Finding.Descriptor) },
        },
    };

    /// <summary>The response that every operation shares.</summary>
    public static JsonObject Response() => new()
    {
        ["description"] = "Refused or failed.",
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = SchemaBook.Pointer(Name) } },
    };
}
