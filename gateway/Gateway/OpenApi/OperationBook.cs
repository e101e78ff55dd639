using System.Text.Json.Nodes;
using Federation.Gateway.Transcoding;

namespace Federation.Gateway.OpenApi;

/// <summary>All operations, by path and method.</summary>
internal sealed class OperationBook(SchemaBook schemas, ProtoComments comments)
{
    private readonly SortedDictionary<string, SortedDictionary<string, JsonObject>> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = [];
    private readonly ParameterList _parameters = new(schemas, comments);

    public void Add(RestBinding binding)
    {
        var path = OpenApiPath.Of(binding.Template);
        if (!_paths.TryGetValue(path.Text, out var operations))
            operations = _paths[path.Text] = new(StringComparer.Ordinal);
        operations.Add(binding.HttpMethod.ToLowerInvariant(), Operation(binding, path));
    }

    public JsonObject ToJson() => new(_paths.Select(p => KeyValuePair.Create(
        p.Key, (JsonNode?)new JsonObject(p.Value.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))))));

    private JsonObject Operation(RestBinding binding, OpenApiPath path)
    {
        var operation = new JsonObject
        {
            ["operationId"] = Id(binding),
            ["tags"] = new JsonArray(binding.Method.Service.Name),
            ["x-grpc-method"] = binding.Method.FullName,
        };
        if (binding.Method.IsServerStreaming)
            operation["x-streaming"] = "server";
        comments.Describe(operation, binding.Method.FullName);
        if (_parameters.Of(binding, path) is { Count: > 0 } parameters)
            operation["parameters"] = parameters;
        if (binding.HasBody)
            operation["requestBody"] = RequestBody(binding);
        operation["responses"] = new JsonObject
        {
            ["200"] = Response(binding),
            ["default"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" },
        };
        return operation;
    }

    private string Id(RestBinding binding)
    {
        var name = $"{binding.Method.Service.Name}_{binding.Method.Name}";
        var id = name;
        for (var i = 2; !_ids.Add(id); i++)
            id = name + i;
        return id;
    }

    private JsonObject RequestBody(RestBinding binding)
    {
        var schema = binding.BodyField is { } field ? schemas.Of(field) : schemas.Reference(binding.Method.InputType);
        var body = new JsonObject { ["required"] = true, ["content"] = Content("application/json", schema) };
        if (binding.WholeBody && binding.Path.Fields.Any())
            body["description"] = "What stands in the path may be left out here; when given, it must agree.";
        return body;
    }

    private JsonObject Response(RestBinding binding)
    {
        JsonObject Schema() => binding.ResponseField is { } field ? schemas.Of(field) : schemas.Reference(binding.Method.OutputType);
        if (!binding.Method.IsServerStreaming)
            return new JsonObject { ["description"] = "OK", ["content"] = Content("application/json", Schema()) };
        var content = Content(StreamAnswer.Lines, Schema());
        content[StreamAnswer.Events] = new JsonObject { ["schema"] = Schema() };
        return new JsonObject
        {
            ["description"] = "A stream; the schema is that of each message: one JSON document a line, or the data of one event. "
                + "A problem after the first message is the last line, {\"problem\": …}, or an event named problem.",
            ["content"] = content,
        };
    }

    private static JsonObject Content(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };
}
