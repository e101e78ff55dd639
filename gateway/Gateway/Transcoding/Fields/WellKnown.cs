using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Transcoding;

/// <summary>The messages of google.protobuf that have a JSON form of their own.</summary>
internal static class WellKnown
{
    private static readonly HashSet<string> Wrappers =
    [
        DoubleValue.Descriptor.FullName, FloatValue.Descriptor.FullName, Int64Value.Descriptor.FullName, UInt64Value.Descriptor.FullName,
        Int32Value.Descriptor.FullName, UInt32Value.Descriptor.FullName, BoolValue.Descriptor.FullName, StringValue.Descriptor.FullName,
        BytesValue.Descriptor.FullName,
    ];

    private static readonly HashSet<string> Texts = [Timestamp.Descriptor.FullName, Duration.Descriptor.FullName, FieldMask.Descriptor.FullName];

    private static readonly HashSet<string> Free =
        [Struct.Descriptor.FullName, Value.Descriptor.FullName, ListValue.Descriptor.FullName, Any.Descriptor.FullName];

    /// <summary>True when the message is not written as an object of its fields.</summary>
    public static bool Is(MessageDescriptor message) => IsWrapper(message) || IsText(message) || Free.Contains(message.FullName);

    /// <summary>True for a scalar that may be absent; accessors give and take the scalar itself.</summary>
    public static bool IsWrapper(MessageDescriptor message) => Wrappers.Contains(message.FullName);

    /// <summary>True when the JSON form is a string.</summary>
    public static bool IsText(MessageDescriptor message) => Texts.Contains(message.FullName);

    /// <summary>The scalar inside a wrapper.</summary>
    public static FieldDescriptor Inside(MessageDescriptor wrapper) => wrapper.FindFieldByNumber(1);

    /// <summary>True when a JSON null is a value of the field and not its absence.</summary>
    public static bool TakesNull(FieldDescriptor field) =>
        (field.FieldType == FieldType.Message && field.MessageType.FullName == Value.Descriptor.FullName)
        || (field.FieldType == FieldType.Enum && field.EnumType.FullName == "google.protobuf.NullValue");

    /// <summary>Reads the JSON form.</summary>
    /// <returns>Null when it is none.</returns>
    public static IMessage? TryParse(JsonParser parser, MessageDescriptor message, string json)
    {
        try
        {
            return parser.Parse(json, message);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException)
        {
            return null;
        }
    }
}
