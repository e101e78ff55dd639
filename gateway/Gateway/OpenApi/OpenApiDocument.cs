using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Gateway.Transcoding;

namespace Federation.Gateway.OpenApi;

/// <summary>The whole document: OpenAPI 3.1, the same bytes for the same descriptors.</summary>
internal static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Writes the document in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(RestEndpoints rest, OpenApiOptions options)
    {
        var comments = ProtoComments.Of(rest.Methods.Select(m => m.File));
        var schemas = new SchemaBook(comments);
        var operations = new OperationBook(schemas, comments);
        foreach (var binding in rest.Bindings)
            operations.Add(binding);
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = options.Title, ["version"] = options.Version },
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = Tags(rest, comments),
            ["paths"] = operations.ToJson(),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["responses"] = new JsonObject { ["Problem"] = ProblemSchema.Response() },
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, Format);
    }

    private static JsonArray Tags(RestEndpoints rest, ProtoComments comments) =>
    [
        .. rest.Methods.Select(m => m.Service).Distinct().OrderBy(s => s.FullName, StringComparer.Ordinal)
            .Select(s => comments.Describe(new JsonObject { ["name"] = s.Name }, s.FullName)),
    ];
}
