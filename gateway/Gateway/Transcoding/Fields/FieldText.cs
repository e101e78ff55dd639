using System.Collections;
using System.Text.Json;
using Federation.Domain.Findings;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>Fills one field of a request from text: a part of the path, or a value of the query.</summary>
internal static class FieldText
{
    /// <summary>True when the field can be filled from text: a scalar, an enum, a wrapper, or a message whose JSON form is a string.</summary>
    public static bool Takes(FieldDescriptor field) =>
        !field.IsMap && (field.FieldType is not (FieldType.Message or FieldType.Group) || WellKnown.IsWrapper(field.MessageType) || WellKnown.IsText(field.MessageType));

    /// <summary>Reads a value.</summary>
    /// <param name="field">One that <see cref="Takes"/> says yes to.</param>
    /// <param name="text">Decoded.</param>
    /// <param name="where">The place to name in a finding.</param>
    /// <param name="value">What the accessor takes.</param>
    /// <returns>What is wrong with the text, or null.</returns>
    public static Finding? Read(FieldDescriptor field, string text, string where, out object? value)
    {
        var fault = TextFault.None;
        if (field.FieldType != FieldType.Message)
            fault = ScalarText.TryParse(field, text, out value);
        else if (WellKnown.IsWrapper(field.MessageType))
            fault = ScalarText.TryParse(WellKnown.Inside(field.MessageType), text, out value);
        else
            value = WellKnown.TryParse(JsonParser.Default, field.MessageType, $"\"{JsonEncodedText.Encode(text)}\"");
        return fault != TextFault.None || value is null ? ValueFindings.Of(fault, field, text, where) : null;
    }

    /// <summary>Adds a value to a repeated field, or sets a single one.</summary>
    public static void Put(FieldDescriptor field, IMessage message, object value)
    {
        if (field.IsRepeated)
            ((IList)field.Accessor.GetValue(message)).Add(value);
        else
            field.Accessor.SetValue(message, value);
    }
}
