using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Federation.Gateway.Transcoding;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.OpenApi;

/// <summary>The parameters of operations: those of the path, and every field that the query may fill.</summary>
internal sealed class ParameterList(SchemaBook schemas, ProtoComments comments)
{
    public JsonArray Of(RestBinding binding, OpenApiPath path)
    {
        var parameters = new JsonArray();
        foreach (var (name, variable, rest) in path.Parameters)
            parameters.Add(InPath(binding, name, variable, rest));
        if (!binding.WholeBody)
            AddQuery(parameters, binding, binding.Method.InputType, "", "", [binding.Method.InputType]);
        return parameters;
    }

    private JsonObject InPath(RestBinding binding, string name, PathVariable? variable, bool rest)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true };
        var field = variable is null ? null : FieldPath.TryResolve(binding.Method.InputType, variable.Field)!.Last;
        if (field is not null)
            comments.Describe(parameter, field.FullName);
        parameter["schema"] = field is null || variable!.Many ? new JsonObject { ["type"] = "string" } : schemas.Of(field);
        if (rest)
            parameter["x-many-segments"] = true;
        return parameter;
    }

    private void AddQuery(
        JsonArray parameters, RestBinding binding, MessageDescriptor message, string protoPrefix, string prefix, ImmutableArray<MessageDescriptor> chain)
    {
        foreach (var field in message.Fields.InFieldNumberOrder())
        {
            if (binding.IsTaken(protoPrefix + field.Name))
                continue;
            if (FieldText.Takes(field))
                parameters.Add(InQuery(field, prefix + field.JsonName));
            else if (!field.IsRepeated && !WellKnown.Is(field.MessageType) && !chain.Contains(field.MessageType))
                AddQuery(parameters, binding, field.MessageType, $"{protoPrefix}{field.Name}.", $"{prefix}{field.JsonName}.", chain.Add(field.MessageType));
        }
    }

    private JsonObject InQuery(FieldDescriptor field, string name)
    {
        var parameter = comments.Describe(new JsonObject { ["name"] = name, ["in"] = "query" }, field.FullName);
        parameter["schema"] = schemas.Of(field);
        return parameter;
    }
}
