using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The options of one service, resolved once when it is mapped.</summary>
internal sealed class CallSettings
{
    public required int MaxReceive { get; init; }

    public required int? MaxSend { get; init; }

    public required bool DetailedErrors { get; init; }

    public required Codecs Codecs { get; init; }

    public required ICompressionProvider? ResponseCompression { get; init; }

    public required CompressionLevel? ResponseCompressionLevel { get; init; }

    public required InterceptorRegistration[] Interceptors { get; init; }

    public required ILogger Log { get; init; }

    public static CallSettings Of<TService>(IServiceProvider services)
        where TService : class
    {
        var all = services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        var one = services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value;
        var codecs = Codecs.Of(one.Providers is { Count: > 0 } ? one.Providers : all.Providers);
        var compression = one.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm;
        return new CallSettings
        {
            MaxReceive = (one.MaxReceiveMessageSizeSpecified ? one : all).MaxReceiveMessageSize ?? int.MaxValue,
            MaxSend = (one.MaxSendMessageSizeSpecified ? one : all).MaxSendMessageSize,
            DetailedErrors = one.EnableDetailedErrors ?? all.EnableDetailedErrors ?? false,
            Codecs = codecs,
            ResponseCompression = Codecs.IsIdentity(compression) ? null : Known(codecs, compression!),
            ResponseCompressionLevel = one.ResponseCompressionLevel ?? all.ResponseCompressionLevel,
            Interceptors = [.. all.Interceptors, .. one.Interceptors],
            Log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler"),
        };
    }

    private static ICompressionProvider Known(Codecs codecs, string encoding) =>
        codecs.Find(encoding) ?? throw new InvalidOperationException(
            $"The configured response compression algorithm '{encoding}' does not have a matching compression provider.");
}
