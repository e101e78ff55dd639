using Federation.Domain.Findings;

namespace Federation.Gateway.Transcoding;

/// <summary>GW-0: what a request over REST must look like before a service is asked. <see cref="GatewayRules"/> goes on from there.</summary>
public static class RestRules
{
    private const string Json = "RFC 8259";
    private const string Mapping = "proto3 JSON 映射";
    private const string Http = "RFC 9110";

    /// <summary>GW-001</summary>
    public static Rule BadJson { get; } = new("GW-001", Severity.Error, "正文不是完整、合法的 JSON", "the body is not complete, well-formed JSON", Json);

    /// <summary>GW-002</summary>
    public static Rule UnknownField { get; } = new("GW-002", Severity.Error, "没有这个字段", "there is no such field", Mapping);

    /// <summary>GW-003</summary>
    public static Rule WrongType { get; } = new("GW-003", Severity.Error, "值的类型或格式不对", "the value is of the wrong type or form", Mapping);

    /// <summary>GW-004</summary>
    public static Rule OutOfRange { get; } = new("GW-004", Severity.Error, "数值超出范围", "the number is out of range", Mapping);

    /// <summary>GW-005</summary>
    public static Rule GivenTwice { get; } = new("GW-005", Severity.Error, "同一个值给了两次", "one value is given twice", Mapping);

    /// <summary>GW-006</summary>
    public static Rule DiffersFromPath { get; } = new("GW-006", Severity.Error, "正文与路径说的不一致", "the body contradicts the path", Mapping);

    /// <summary>GW-007</summary>
    public static Rule TooLarge { get; } = new("GW-007", Severity.Error, "正文太大", "the body is too large", Http);

    /// <summary>GW-008</summary>
    public static Rule WrongContentType { get; } = new(
        "GW-008", Severity.Error, "正文必须是 UTF-8 编码的 application/json", "the body must be application/json in UTF-8", Http);

    /// <summary>GW-009</summary>
    public static Rule NoSuchPath { get; } = new("GW-009", Severity.Error, "没有这个路径", "there is no such path", Http);

    /// <summary>GW-010</summary>
    public static Rule WrongMethod { get; } = new("GW-010", Severity.Error, "该路径不支持这个方法", "the path does not take this method", Http);

    /// <summary>GW-011</summary>
    public static Rule UnexpectedBody { get; } = new("GW-011", Severity.Error, "该请求不带正文", "this request takes no body", Http);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        BadJson, UnknownField, WrongType, OutOfRange, GivenTwice, DiffersFromPath, TooLarge, WrongContentType, NoSuchPath, WrongMethod, UnexpectedBody,
    ];
}
