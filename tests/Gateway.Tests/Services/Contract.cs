using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Every method of federation.v1, and how to call one without knowing it.</summary>
internal static class Contract
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
        [V1.Divisions.Descriptor, V1.Reports.Descriptor, V1.Supervision.Descriptor, V1.Delegations.Descriptor, V1.Exchange.Descriptor, V1.Calendar.Descriptor, V1.Notices.Descriptor, V1.WorkPlans.Descriptor, V1.Obligations.Descriptor, V1.Catalogs.Descriptor, V1.Search.Descriptor, V1.Bundles.Descriptor, V1.Standards.Descriptor, V1.Entries.Descriptor];

    /// <summary>An entry of a catalog, and its text.</summary>
    public const string Entry = "e1", Text = "正文";

    public static IReadOnlyList<MethodDescriptor> Methods { get; } = [.. Services.SelectMany(s => s.Methods)];

    public static string PathOf(MethodDescriptor method) => $"/{method.Service.FullName}/{method.Name}";

    /// <summary>Calls a method and reads its replies; of a stream at most so many.</summary>
    public static async Task<IReadOnlyList<IMessage>> Call(CallInvoker calls, MethodDescriptor descriptor, IMessage request, Metadata headers, int most = 1)
    {
        var method = new Method<byte[], byte[]>(descriptor.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary, descriptor.Service.FullName, descriptor.Name, Raw, Raw);
        var (options, bytes) = (new CallOptions(headers), request.ToByteArray());
        if (!descriptor.IsServerStreaming)
        {
            using var unary = calls.AsyncUnaryCall(method, null, options, bytes);
            return [descriptor.OutputType.Parser.ParseFrom(await unary)];
        }
        var read = new List<IMessage>();
        using var stream = calls.AsyncServerStreamingCall(method, null, options, bytes);
        while (read.Count < most && await stream.ResponseStream.MoveNext(default))
            read.Add(descriptor.OutputType.Parser.ParseFrom(stream.ResponseStream.Current));
        return read;
    }

    /// <summary>A request that names an existing unit, period, form, cell and query, so that nothing but a missing right stands in the way.</summary>
    public static IMessage Plausible(MessageDescriptor type, string unit = TownA)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InFieldNumberOrder().Where(f => f is { FieldType: FieldType.String, IsRepeated: false }))
        {
            field.Accessor.SetValue(message, field.Name switch
            {
                "unit" => unit,
                "period" => Annual,
                "form" => "annual-2021",
                "cell" => "t3.new.total",
                "query" => "丁镇",
                "duty" => $"{Nation}/2026/1#一",
                "entry" when type.File == V1.CatalogsReflection.Descriptor => Entry,
                "entry" => "a-1",
                "hash" when type.File == V1.CatalogsReflection.Descriptor => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text))),
                _ => "",
            });
        }
        foreach (var field in type.Fields.InFieldNumberOrder().Where(f => f is { FieldType: FieldType.Int32, IsRepeated: false, Name: "year" or "number" }))
            field.Accessor.SetValue(message, field.Name == "year" ? 2026 : 1);
        return message;
    }

    /// <summary>The plausible request, and one for every further value of each switch and choice in it.</summary>
    public static IEnumerable<IMessage> Variants(MessageDescriptor type, string unit)
    {
        yield return Plausible(type, unit);
        foreach (var field in type.Fields.InFieldNumberOrder().Where(f => !f.IsRepeated && !f.IsMap))
        {
            foreach (var value in field.FieldType switch
            {
                FieldType.Bool => [true],
                FieldType.Enum => field.EnumType.Values.Skip(1).Select(v => (object)v.Number),
                FieldType.Int32 when field.Name == "missing_size" => [100],
                _ => (IEnumerable<object>)[],
            })
            {
                var message = Plausible(type, unit);
                field.Accessor.SetValue(message, value is int number && field.FieldType == FieldType.Enum ? System.Enum.ToObject(field.EnumType.ClrType, number) : value);
                yield return message;
            }
        }
    }
}
