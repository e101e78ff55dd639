using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpServerCallContext
{
    private ICompressionProvider? _responseCompression;

    /// <summary>Codec that the client announced for its messages.</summary>
    public string? RequestEncoding { get; private set; }

    /// <summary>Prepares the response and starts the clock of the deadline.</summary>
    public void Begin()
    {
        Http.Response.ContentType = Protocol.ContentType;
        LiftBodyLimits(Http.Features);
        var headers = Http.Request.Headers;
        RequestEncoding = headers.GrpcEncoding;
        CheckRequestEncoding();
        if (Settings.ResponseCompression is { } compression && Accepts(headers.GrpcAcceptEncoding, compression.EncodingName))
            CompressResponse(compression);
        // a timeout that cannot be read is ignored, as elsewhere: the client keeps its own deadline anyway
        if (headers.GrpcTimeout is { Count: > 0 } text && Timeouts.TryParse(text, out var timeout) && timeout > TimeSpan.Zero)
            _deadline = new CallDeadline(this, timeout);
    }

    /// <summary>A stream may be silent for hours and has no total size; only its messages are limited.</summary>
    private static void LiftBodyLimits(IFeatureCollection features)
    {
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null; // otherwise one idle stream makes Kestrel reset the whole connection
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }

    private void CheckRequestEncoding()
    {
        if (Codecs.IsIdentity(RequestEncoding) || Settings.Codecs.Find(RequestEncoding!) is not null)
            return;
        Http.Response.Headers.GrpcAcceptEncoding = Settings.Codecs.AcceptEncoding;
        throw new RpcException(new Status(
            StatusCode.Unimplemented,
            $"Unsupported grpc-encoding value '{RequestEncoding}'. Supported encodings: {Settings.Codecs.AcceptEncoding}"));
    }

    private void CompressResponse(ICompressionProvider compression)
    {
        _responseCompression = compression;
        Http.Response.Headers.GrpcEncoding = compression.EncodingName;
    }

    private static bool Accepts(string? accepted, string encoding)
    {
        foreach (var part in accepted.AsSpan().Split(','))
        {
            if (accepted.AsSpan()[part].Trim().SequenceEqual(encoding))
                return true;
        }

        return false;
    }
}
