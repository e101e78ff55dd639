using Federation.Domain.Findings;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>The sentences about a value that a field does not take.</summary>
internal static class ValueFindings
{
    private const int Shown = 60;

    /// <summary>A value of the wrong type or out of range.</summary>
    public static Finding Of(TextFault fault, FieldDescriptor field, string given, string where)
    {
        var type = TypeName(field);
        var shown = given.Length <= Shown ? given : given[..Shown] + "…";
        return fault == TextFault.OutOfRange
            ? RestRules.OutOfRange.At(where, $"{where} 的值 {shown} 超出 {type} 的范围", $"{where}: {shown} is out of the range of {type}")
            : RestRules.WrongType.At(where, $"{where} 应为 {type},收到的是 {shown}", $"{where}: expected {type}, got {shown}");
    }

    /// <summary>A name that the message does not have.</summary>
    public static Finding Unknown(string where, MessageDescriptor message) =>
        RestRules.UnknownField.At(where, $"{message.Name} 没有字段 {where}", $"{message.Name} has no field {where}");

    /// <summary>A value given a second time.</summary>
    public static Finding Twice(string where) =>
        RestRules.GivenTwice.At(where, $"{where} 给了两次", $"{where} is given twice");

    /// <summary>A second member of a group of which one may be given.</summary>
    public static Finding Rival(string where, string rival) =>
        RestRules.GivenTwice.At(where, $"{where} 与 {rival} 只能给一个", $"only one of {where} and {rival} may be given");

    private static string TypeName(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group when WellKnown.IsWrapper(field.MessageType) => TypeName(WellKnown.Inside(field.MessageType)),
        FieldType.Message or FieldType.Group => field.MessageType.Name,
        FieldType.Enum => field.EnumType.Name,
        var scalar => scalar.ToString().ToLowerInvariant(),
    };
}
