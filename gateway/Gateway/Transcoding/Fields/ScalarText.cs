using System.Buffers;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>Why a text is no value of a field.</summary>
internal enum TextFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Of another type or form.</summary>
    WrongType,

    /// <summary>A number, and too large or too small.</summary>
    OutOfRange,
}

/// <summary>Turns text into the value of a scalar field, as the proto3 JSON mapping spells it.</summary>
internal static class ScalarText
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<char> RealCharacters = SearchValues.Create("+-.0123456789eE");

    /// <summary>Reads a value.</summary>
    /// <param name="field">A scalar or enum field; whether it is repeated does not matter.</param>
    /// <param name="text">Decoded text: of a query, of a path, of a JSON string or number.</param>
    /// <param name="value">What the field's accessor takes; an enum comes as its number.</param>
    public static TextFault TryParse(FieldDescriptor field, string text, out object? value)
    {
        switch (field.FieldType)
        {
            case FieldType.String:
                value = text;
                return TextFault.None;
            case FieldType.Bool:
                value = text switch { "true" => true, "false" => false, _ => null };
                return Or(value);
            case FieldType.Bytes:
                return TryBytes(text, out value);
            case FieldType.Enum:
                return TryEnum(field.EnumType, text, out value);
            case FieldType.Double or FieldType.Float:
                return TryReal(text, field.FieldType == FieldType.Float, out value);
            case FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32:
                return TryWhole(text, int.MinValue, int.MaxValue, d => (int)d, out value);
            case FieldType.UInt32 or FieldType.Fixed32:
                return TryWhole(text, uint.MinValue, uint.MaxValue, d => (uint)d, out value);
            case FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64:
                return TryWhole(text, long.MinValue, long.MaxValue, d => (long)d, out value);
            case FieldType.UInt64 or FieldType.Fixed64:
                return TryWhole(text, ulong.MinValue, ulong.MaxValue, d => (ulong)d, out value);
            default:
                throw new ArgumentException($"{field.FullName} is not a scalar", nameof(field));
        }
    }

    private static TextFault Or(object? value) => value is null ? TextFault.WrongType : TextFault.None;

    // 1.0 and 1e3 are whole numbers too
    private static TextFault TryWhole(string text, decimal least, decimal most, Func<decimal, object> convert, out object? value)
    {
        value = null;
        if (!decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out var number))
            return double.TryParse(text, Number, CultureInfo.InvariantCulture, out var huge) && !double.IsNaN(huge) ? TextFault.OutOfRange : TextFault.WrongType;
        if (number != decimal.Truncate(number))
            return TextFault.WrongType;
        if (number < least || number > most)
            return TextFault.OutOfRange;
        value = convert(number);
        return TextFault.None;
    }

    private static TextFault TryReal(string text, bool single, out object? value)
    {
        value = null;
        double? special = text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        };
        var number = special ?? 0;
        if (special is null && (text.AsSpan().ContainsAnyExcept(RealCharacters) || !double.TryParse(text, Number, CultureInfo.InvariantCulture, out number)))
            return TextFault.WrongType;
        if (special is null && !double.IsFinite(single ? (float)number : number))
            return TextFault.OutOfRange;
        value = single ? (object)(float)number : number;
        return TextFault.None;
    }

    private static TextFault TryEnum(EnumDescriptor type, string text, out object? value)
    {
        if (type.FindValueByName(text) is not { } named)
            return TryWhole(text, int.MinValue, int.MaxValue, d => (int)d, out value);
        value = named.Number;
        return TextFault.None;
    }

    // both alphabets, with or without padding
    private static TextFault TryBytes(string text, out object? value)
    {
        value = null;
        var plain = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var padded = plain.PadRight((plain.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, bytes, out var count))
            return TextFault.WrongType;
        value = ByteString.CopyFrom(bytes, 0, count);
        return TextFault.None;
    }
}
