using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>The compressions one side knows, and how messages pass through them.</summary>
internal sealed class Codecs
{
    public static readonly Codecs Default =
        new([new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)]);

    private readonly ICompressionProvider[] _providers;

    public Codecs(IEnumerable<ICompressionProvider> providers)
    {
        _providers = [.. providers];
        AcceptEncoding = string.Join(',', [Protocol.Identity, .. _providers.Select(provider => provider.EncodingName)]);
    }

    /// <summary>The text of <c>grpc-accept-encoding</c>.</summary>
    public string AcceptEncoding { get; }

    public static Codecs Of(IList<ICompressionProvider>? providers) => providers is null or [] ? Default : new Codecs(providers);

    public static bool IsIdentity(string? encoding) => string.IsNullOrEmpty(encoding) || encoding == Protocol.Identity;

    public ICompressionProvider? Find(string encoding) =>
        Array.Find(_providers, provider => string.Equals(provider.EncodingName, encoding, StringComparison.Ordinal));

    public static ReadOnlyMemory<byte> Compress(ReadOnlySpan<byte> message, ICompressionProvider provider, CompressionLevel? level)
    {
        var compressed = new MemoryStream();
        using (var stream = provider.CreateCompressionStream(compressed, level))
            stream.Write(message);
        return compressed.GetBuffer().AsMemory(0, checked((int)compressed.Length));
    }

    /// <summary>Unpacks a message, but never more of it than the limit: a small bomb must not fill the memory.</summary>
    public static ReadOnlySequence<byte> Decompress(ReadOnlySequence<byte> message, ICompressionProvider provider, int limit)
    {
        var unpacked = new ArrayBufferWriter<byte>(Math.Max(256, (int)Math.Min(limit, message.Length * 4)));
        try
        {
            using var stream = provider.CreateDecompressionStream(new MemoryStream(message.ToArray()));
            for (int read; (read = stream.Read(unpacked.GetSpan(4096))) > 0;)
            {
                unpacked.Advance(read);
                if (unpacked.WrittenCount > limit)
                    throw Frames.TooLarge("Received", limit);
            }
        }
        catch (InvalidDataException e)
        {
            throw new RpcException(new Status(StatusCode.Internal, "Compressed message is damaged.", e));
        }

        return new ReadOnlySequence<byte>(unpacked.WrittenMemory);
    }
}
