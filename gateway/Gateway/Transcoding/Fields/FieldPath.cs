using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>The way from a message down to one of its fields: <c>figures.form</c>.</summary>
/// <param name="Fields">From the outermost; all but the last are single messages.</param>
internal sealed record FieldPath(ImmutableArray<FieldDescriptor> Fields)
{
    /// <summary>The field that the path ends at.</summary>
    public FieldDescriptor Last => Fields[^1];

    /// <summary>Resolves a path.</summary>
    /// <param name="message">Where it starts.</param>
    /// <param name="text">Proto names or JSON names, joined by full stops.</param>
    /// <returns>Null when there is no such field, or when a step leads through something other than a single message.</returns>
    public static FieldPath? TryResolve(MessageDescriptor message, string text)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDescriptor>();
        foreach (var name in text.Split('.'))
        {
            if (fields.Count > 0)
            {
                var step = fields[^1];
                if (step.FieldType != FieldType.Message || step.IsRepeated || WellKnown.Is(step.MessageType))
                    return null;
                message = step.MessageType;
            }

            if (!FieldNames.Of(message).TryGetValue(name, out var field))
                return null;
            fields.Add(field);
        }

        return new FieldPath(fields.ToImmutable());
    }

    /// <summary>The message that holds the last field; messages on the way are made where they are missing.</summary>
    public IMessage Holder(IMessage root)
    {
        foreach (var field in Fields[..^1])
        {
            if (field.Accessor.GetValue(root) is not IMessage next)
            {
                next = field.MessageType.Parser.ParseFrom(ByteString.Empty);
                field.Accessor.SetValue(root, next);
            }

            root = next;
        }

        return root;
    }

    /// <summary>Proto names joined by full stops.</summary>
    public override string ToString() => string.Join('.', Fields.Select(f => f.Name));
}
