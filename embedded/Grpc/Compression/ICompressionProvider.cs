using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>One way to compress messages, known by the name in <c>grpc-encoding</c>.</summary>
public interface ICompressionProvider
{
    string EncodingName { get; }

    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    Stream CreateDecompressionStream(Stream stream);
}
