using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.OpenApi;

/// <summary>
/// The comments of protos, by full name of what they stand above. Generated code carries none; they come from descriptor sets that are
/// embedded (as <c>*.protoset</c>) in the assembly of the generated code, and are empty where there is no such set.
/// </summary>
internal sealed class ProtoComments
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Collects the comments of files and of what they import.</summary>
    public static ProtoComments Of(IEnumerable<FileDescriptor> files)
    {
        var comments = new ProtoComments();
        var assemblies = files.SelectMany(f => f.Dependencies.Append(f)).SelectMany(f => f.MessageTypes).Select(m => m.ClrType.Assembly).Distinct();
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".protoset", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                foreach (var file in FileDescriptorSet.Parser.ParseFrom(stream).File)
                    comments.Add(file);
            }
        }

        return comments;
    }

    /// <summary>The comment above a message, field, service, method, enum or value; empty when there is none.</summary>
    public string Of(string fullName) => _texts.GetValueOrDefault(fullName, "");

    /// <summary>Puts the comment on an element of the document.</summary>
    public JsonObject Describe(JsonObject element, string fullName)
    {
        if (Of(fullName) is { Length: > 0 } text)
            element["description"] = text;
        return element;
    }

    private void Add(FileDescriptorProto file)
    {
        foreach (var location in file.SourceCodeInfo?.Location ?? [])
        {
            if (location.LeadingComments.Length > 0 && NameOf(file, [.. location.Path]) is { } name)
                _texts[name] = string.Join(' ', location.LeadingComments.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }

    // a path is pairs of field number and index, from the file down
    private static string? NameOf(FileDescriptorProto file, int[] path)
    {
        if (path is [FileDescriptorProto.ServiceFieldNumber, var s, ..])
            return path.Length switch
            {
                2 => $"{file.Package}.{file.Service[s].Name}",
                4 when path[2] == ServiceDescriptorProto.MethodFieldNumber => $"{file.Package}.{file.Service[s].Name}.{file.Service[s].Method[path[3]].Name}",
                _ => null,
            };
        if (path is [FileDescriptorProto.EnumTypeFieldNumber, var e, ..])
            return InEnum(file.EnumType[e], file.Package, path[2..]);
        return path is [FileDescriptorProto.MessageTypeFieldNumber, var m, ..] ? InMessage(file.MessageType[m], file.Package, path[2..]) : null;
    }

    private static string? InMessage(DescriptorProto message, string scope, int[] path)
    {
        var name = $"{scope}.{message.Name}";
        return path switch
        {
            [] => name,
            [DescriptorProto.FieldFieldNumber, var f] => $"{name}.{message.Field[f].Name}",
            [DescriptorProto.NestedTypeFieldNumber, var n, ..] => InMessage(message.NestedType[n], name, path[2..]),
            [DescriptorProto.EnumTypeFieldNumber, var e, ..] => InEnum(message.EnumType[e], name, path[2..]),
            _ => null,
        };
    }

    // the values of an enum are named beside it, as protobuf has it
    private static string? InEnum(EnumDescriptorProto type, string scope, int[] path) => path switch
    {
        [] => $"{scope}.{type.Name}",
        [EnumDescriptorProto.ValueFieldNumber, var v] => $"{scope}.{type.Value[v].Name}",
        _ => null,
    };
}
