using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>Writes messages in the proto3 JSON mapping: default values written, every character of every script as itself.</summary>
/// <param name="wellKnown">Writes the types that have a JSON form of their own.</param>
internal sealed class JsonMessageWriter(JsonFormatter wellKnown)
{
    /// <summary>For every writer that this class is given.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a message.</summary>
    public void Write(Utf8JsonWriter json, IMessage message)
    {
        if (WellKnown.Is(message.Descriptor))
        {
            json.WriteRawValue(wellKnown.Format(message), skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.HasPresence && !field.Accessor.HasValue(message))
                continue;
            json.WritePropertyName(field.JsonName);
            WriteField(json, message, field);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes what one field holds; null when it is absent.</summary>
    public void WriteField(Utf8JsonWriter json, IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        if (field.IsMap)
        {
            var valueField = field.MessageType.FindFieldByNumber(2);
            json.WriteStartObject();
            foreach (DictionaryEntry entry in (IDictionary)value)
            {
                json.WritePropertyName(entry.Key is bool flag ? (flag ? "true" : "false") : Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
                WriteValue(json, valueField, entry.Value);
            }

            json.WriteEndObject();
        }
        else if (field.IsRepeated)
        {
            json.WriteStartArray();
            foreach (var item in (IList)value)
                WriteValue(json, field, item);
            json.WriteEndArray();
        }
        else
            WriteValue(json, field, value);
    }

    private void WriteValue(Utf8JsonWriter json, FieldDescriptor field, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IMessage message:
                Write(json, message);
                break;
            case Enum:
                WriteEnum(json, field.EnumType, (int)value);
                break;
            case string text:
                WriteText(json, text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case ByteString bytes:
                json.WriteBase64StringValue(bytes.Span);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case uint number:
                json.WriteNumberValue(number);
                break;
            case long or ulong: // beyond what a double holds, so as text
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case float number:
                if (float.IsFinite(number))
                    json.WriteNumberValue(number);
                else
                    json.WriteStringValue(NotFinite(number));
                break;
            case double number:
                if (double.IsFinite(number))
                    json.WriteNumberValue(number);
                else
                    json.WriteStringValue(NotFinite(number));
                break;
            default:
                throw new InvalidOperationException($"{field.FullName} holds a {value.GetType()}");
        }
    }

    private static string NotFinite(double number) => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    private static void WriteEnum(Utf8JsonWriter json, EnumDescriptor type, int number)
    {
        if (type.FullName == "google.protobuf.NullValue")
            json.WriteNullValue();
        else if (type.FindValueByNumber(number) is { } named)
            json.WriteStringValue(named.Name);
        else
            json.WriteNumberValue(number); // newer than this build
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            json.WriteRawValue(Quote(text), skipInputValidation: true); // the encoder would escape rare characters of names
        else
            json.WriteStringValue(text);
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp)
                quoted.Append(Options.Encoder!.Encode(rune.ToString()));
            else
                quoted.Append(rune.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
