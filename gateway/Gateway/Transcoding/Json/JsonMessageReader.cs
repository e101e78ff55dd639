using System.Collections;
using System.Text.Json;
using Federation.Domain.Findings;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>
/// Reads one JSON body into a message by its descriptor and gathers everything that is wrong with it, each with its place. The parser
/// of Google.Protobuf stops at the first fault, cannot say where it is, and lets the last of two equal names win.
/// </summary>
/// <param name="json">The whole body.</param>
/// <param name="wellKnown">Reads the types that have a JSON form of their own.</param>
/// <param name="findings">Receives what is wrong.</param>
internal sealed partial class JsonMessageReader(ReadOnlyMemory<byte> json, JsonParser wellKnown, List<Finding> findings)
{
    /// <summary>Reads the body as a message, or as one field of it.</summary>
    /// <exception cref="RequestRefusedException">It is not JSON.</exception>
    public void ReadInto(IMessage message, FieldDescriptor? only)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            if (only is not null)
                ReadField(ref reader, message, only, only.JsonName);
            else if (reader.TokenType == JsonTokenType.StartObject)
                ReadFields(ref reader, message, "");
            else
                Refuse(ref reader, message.Descriptor);
            reader.Read(); // throws at anything that follows
        }
        catch (JsonException e)
        {
            throw RequestBody.NotJson(e);
        }
    }

    private void ReadFields(ref Utf8JsonReader reader, IMessage message, string path)
    {
        var seen = new HashSet<FieldDescriptor>();
        var known = FieldNames.Of(message.Descriptor);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            reader.Read();
            var place = path.Length == 0 ? name : $"{path}.{name}";
            if (!known.TryGetValue(name, out var field))
                findings.Add(ValueFindings.Unknown(place, message.Descriptor));
            else if (!seen.Add(field))
                findings.Add(ValueFindings.Twice(place));
            else if (reader.TokenType == JsonTokenType.Null && !WellKnown.TakesNull(field))
                continue; // null means absent
            else if (field.RealContainingOneof?.Accessor.GetCaseFieldDescriptor(message) is { } rival)
                findings.Add(ValueFindings.Rival(place, rival.JsonName));
            else
            {
                ReadField(ref reader, message, field, place);
                continue;
            }

            reader.Skip();
        }
    }

    private void ReadField(ref Utf8JsonReader reader, IMessage message, FieldDescriptor field, string path)
    {
        if (field.IsMap)
            ReadMap(ref reader, (IDictionary)field.Accessor.GetValue(message), field, path);
        else if (field.IsRepeated)
            ReadList(ref reader, (IList)field.Accessor.GetValue(message), field, path);
        else if (TryReadValue(ref reader, field, path, out var value))
            field.Accessor.SetValue(message, value);
    }

    private void ReadList(ref Utf8JsonReader reader, IList list, FieldDescriptor field, string path)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref reader, field, path);
            return;
        }

        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (TryReadValue(ref reader, field, $"{path}[{i}]", out var value))
                list.Add(value);
        }
    }

    private void ReadMap(ref Utf8JsonReader reader, IDictionary map, FieldDescriptor field, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref reader, field, path);
            return;
        }

        var keyField = field.MessageType.FindFieldByNumber(1);
        var valueField = field.MessageType.FindFieldByNumber(2);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            var place = $"{path}[{name}]";
            reader.Read();
            var fault = ScalarText.TryParse(keyField, name, out var key);
            if (fault != TextFault.None)
                findings.Add(ValueFindings.Of(fault, keyField, name, place));
            else if (map.Contains(key!))
                findings.Add(ValueFindings.Twice(place));
            else if (TryReadValue(ref reader, valueField, place, out var value))
            {
                map.Add(key!, value);
                continue;
            }
            else
                continue;
            reader.Skip();
        }
    }
}
