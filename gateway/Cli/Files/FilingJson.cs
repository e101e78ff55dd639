using System.Globalization;
using System.Text;
using System.Text.Json;
using Federation.V1;
using Google.Protobuf.Reflection;

namespace Federation.Cli.Files;

/// <summary>
/// Turns what people write into strict proto3 JSON: leaves out remarks and cells not filled in, takes an amount written as a number, and
/// refuses with its place whatever no field can take, a cell written twice among it, which a parser would settle in silence.
/// </summary>
internal sealed class FilingJson(byte[] utf8, Words words)
{
    public string Clean()
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using var buffer = new MemoryStream();
        using (var to = new Utf8JsonWriter(buffer))
        {
            try
            {
                reader.Read();
                Message(ref reader, SubmitReportRequest.Descriptor, to);
                reader.Read(); // nothing may follow
            }
            catch (JsonException e)
            {
                var (line, column) = Place((int)OffsetOf(e));
                throw new FilingJsonException(line, column, Reason(e));
            }
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void Message(ref Utf8JsonReader from, MessageDescriptor type, Utf8JsonWriter to) =>
        Members(ref from, to, (name, at) =>
            type.Fields.InFieldNumberOrder().FirstOrDefault(f => f.JsonName == name || f.Name == name) is { } field
                ? (field, field.Name)
                : throw Fault(at, words[$"没有字段 {name}", $"there is no field {name}"]));

    private void Members(ref Utf8JsonReader from, Utf8JsonWriter to, Func<string, long, (FieldDescriptor Field, string Key)> fieldOf)
    {
        Demand(ref from, JsonTokenType.StartObject, words["这里应是 { }", "an object { } belongs here"]);
        var seen = new HashSet<string>();
        to.WriteStartObject();
        while (from.Read() && from.TokenType == JsonTokenType.PropertyName)
        {
            var (name, at) = (from.GetString()!, from.TokenStartIndex);
            if (name.StartsWith(FilingFile.Comment, StringComparison.Ordinal))
            {
                from.Skip();
                continue;
            }
            var (field, key) = fieldOf(name, at);
            if (!seen.Add(key))
                throw Fault(at, words[$"{name} 写了两次", $"{name} is given twice"]);
            from.Read();
            if (from.TokenType == JsonTokenType.Null)
                continue;
            to.WritePropertyName(name);
            Value(ref from, field, to);
        }
        to.WriteEndObject();
    }

    private void Value(ref Utf8JsonReader from, FieldDescriptor field, Utf8JsonWriter to)
    {
        if (field.IsMap)
        {
            var value = field.MessageType.FindFieldByName("value");
            Members(ref from, to, (cell, _) => (value, cell));
        }
        else if (field.IsRepeated)
        {
            Demand(ref from, JsonTokenType.StartArray, words["这里应是 [ ]", "a list [ ] belongs here"]);
            to.WriteStartArray();
            while (from.Read() && from.TokenType != JsonTokenType.EndArray)
                One(ref from, field, to);
            to.WriteEndArray();
        }
        else
        {
            One(ref from, field, to);
        }
    }

    private void One(ref Utf8JsonReader from, FieldDescriptor field, Utf8JsonWriter to)
    {
        if (field.FieldType == FieldType.Message)
            Message(ref from, field.MessageType, to);
        else
            Scalar(ref from, field, to);
    }

    private void Scalar(ref Utf8JsonReader from, FieldDescriptor field, Utf8JsonWriter to)
    {
        var isText = from.TokenType == JsonTokenType.String;
        var written = isText ? from.GetString()! : from.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(from.ValueSpan) : null;
        switch (field.FieldType)
        {
            case FieldType.Int64 when written is not null && decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue:
                to.WriteNumberValue((long)number);
                break;
            case FieldType.Int64:
                throw Fault(from.TokenStartIndex, words["这里应是整数", "a whole number belongs here"]);
            case FieldType.Enum when isText && field.EnumType.FindValueByName(written!) is not null:
            case FieldType.String when written is not null:
                to.WriteStringValue(written);
                break;
            case FieldType.Enum:
                var names = string.Join(", ", field.EnumType.Values.Select(v => v.Name));
                throw Fault(from.TokenStartIndex, words[$"这里应是 {names} 之一", $"one of {names} belongs here"]);
            default:
                throw Fault(from.TokenStartIndex, words["这里应是文字", "text belongs here"]);
        }
    }

    private void Demand(ref Utf8JsonReader from, JsonTokenType type, string otherwise)
    {
        if (from.TokenType != type)
            throw Fault(from.TokenStartIndex, otherwise);
    }

    private FilingJsonException Fault(long offset, string message)
    {
        var (line, column) = Place((int)offset);
        return new FilingJsonException(line, column, message);
    }

    private (long Line, long Column) Place(int offset)
    {
        var before = utf8.AsSpan(0, offset);
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    private long OffsetOf(JsonException e)
    {
        var start = 0;
        for (var line = 0L; line < (e.LineNumber ?? 0); line++)
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        return Math.Min(start + (e.BytePositionInLine ?? 0), utf8.Length);
    }

    // The reader ends its sentence with its own count of the place, from 0 and in bytes; ours stands before it.
    private string Reason(JsonException e) => utf8.AsSpan((int)OffsetOf(e)).Trim(" \t\r\n"u8).IsEmpty
        ? words["JSON 到此中断,文件不完整", "the JSON ends here, the file is not complete"]
        : words["JSON 语法错误:", "malformed JSON: "] + e.Message.Split(" LineNumber:", 2)[0];
}
