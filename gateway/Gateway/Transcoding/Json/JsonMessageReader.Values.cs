using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

internal sealed partial class JsonMessageReader
{
    /// <summary>Reads one value and stands on its last token afterwards, whether it was fit or not.</summary>
    private bool TryReadValue(ref Utf8JsonReader reader, FieldDescriptor field, string path, out object? value)
    {
        if (field.FieldType is not (FieldType.Message or FieldType.Group))
            return TryReadScalar(ref reader, field, field, path, out value);
        if (WellKnown.IsWrapper(field.MessageType))
            return TryReadScalar(ref reader, WellKnown.Inside(field.MessageType), field, path, out value);
        if (WellKnown.Is(field.MessageType))
            return TryReadWellKnown(ref reader, field, path, out value);
        value = null;
        if (reader.TokenType != JsonTokenType.StartObject)
            return Refuse(ref reader, field, path);
        var message = field.MessageType.Parser.ParseFrom(ByteString.Empty);
        ReadFields(ref reader, message, path);
        value = message;
        return true;
    }

    private bool TryReadScalar(ref Utf8JsonReader reader, FieldDescriptor scalar, FieldDescriptor field, string path, out object? value)
    {
        value = reader.TokenType == JsonTokenType.Null && WellKnown.TakesNull(scalar) ? 0 : null; // NullValue has one number
        if (value is not null)
            return true;
        if (!Fits(reader.TokenType, scalar.FieldType))
            return Refuse(ref reader, field, path);
        var text = reader.TokenType == JsonTokenType.String ? Text(ref reader) : Encoding.UTF8.GetString(reader.ValueSpan);
        var fault = ScalarText.TryParse(scalar, text, out value);
        if (fault == TextFault.None)
            return true;
        findings.Add(ValueFindings.Of(fault, scalar, text, path));
        return false;
    }

    private static bool Fits(JsonTokenType token, FieldType type) => type switch
    {
        FieldType.Bool => token is JsonTokenType.True or JsonTokenType.False,
        FieldType.String or FieldType.Bytes => token == JsonTokenType.String,
        _ => token is JsonTokenType.Number or JsonTokenType.String,
    };

    private bool TryReadWellKnown(ref Utf8JsonReader reader, FieldDescriptor field, string path, out object? value)
    {
        var start = checked((int)reader.TokenStartIndex);
        reader.Skip();
        var text = Encoding.UTF8.GetString(json.Span[start..checked((int)reader.BytesConsumed)]);
        value = WellKnown.TryParse(wellKnown, field.MessageType, text);
        if (value is not null)
            return true;
        findings.Add(ValueFindings.Of(TextFault.WrongType, field, text, path));
        return false;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e) // an escape that is half a character
        {
            throw new JsonException(e.Message, null, null, reader.TokenStartIndex, e);
        }
    }

    private bool Refuse(ref Utf8JsonReader reader, FieldDescriptor field, string path)
    {
        var given = Given(reader.TokenType);
        findings.Add(field.IsRepeated && reader.TokenType is not (JsonTokenType.Null or JsonTokenType.StartObject or JsonTokenType.StartArray)
            ? RestRules.WrongType.At(path, $"{path} 应为{(field.IsMap ? "对象" : "数组")},收到的是{given.Chinese}", $"{path}: expected {(field.IsMap ? "an object" : "an array")}, got {given.English}")
            : ValueFindings.Of(TextFault.WrongType, field, given.English, path));
        reader.Skip();
        return false;
    }

    private void Refuse(ref Utf8JsonReader reader, MessageDescriptor message)
    {
        var given = Given(reader.TokenType);
        findings.Add(RestRules.WrongType.At("", $"正文应为 JSON 对象 ({message.Name}),收到的是{given.Chinese}", $"the body must be a JSON object ({message.Name}), got {given.English}"));
        reader.Skip();
    }

    private static (string Chinese, string English) Given(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => ("对象", "an object"),
        JsonTokenType.StartArray => ("数组", "an array"),
        JsonTokenType.String => ("字符串", "a string"),
        JsonTokenType.Number => ("数值", "a number"),
        JsonTokenType.Null => ("空值", "null"),
        _ => ("真假值", "a boolean"),
    };
}
