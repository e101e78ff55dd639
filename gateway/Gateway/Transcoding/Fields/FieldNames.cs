using System.Collections.Concurrent;
using System.Collections.Frozen;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>The fields of a message by every name a client may use: the JSON name, and the name in the proto.</summary>
internal static class FieldNames
{
    private static readonly ConcurrentDictionary<MessageDescriptor, FrozenDictionary<string, FieldDescriptor>> Known = new();

    /// <summary>The names of one message.</summary>
    public static FrozenDictionary<string, FieldDescriptor> Of(MessageDescriptor message) => Known.GetOrAdd(message, Collect);

    private static FrozenDictionary<string, FieldDescriptor> Collect(MessageDescriptor message)
    {
        var names = message.Fields.InDeclarationOrder().ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var field in message.Fields.InDeclarationOrder())
            names[field.JsonName] = field;
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
