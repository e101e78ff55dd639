using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The framing of messages: one flag, four bytes of length, the message.</summary>
internal static class Frames
{
    public const int HeaderLength = 5;

    public static void WriteHeader(Span<byte> header, bool compressed, int length)
    {
        header[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
    }

    /// <summary>Takes one message off the front of the buffer.</summary>
    /// <param name="buffer">What has arrived; starts after the message when one was taken.</param>
    /// <param name="encoding">The codec that the peer announced.</param>
    /// <param name="codecs">The codecs known here.</param>
    /// <param name="limit">Longest message accepted. A longer one is refused by its header, before it is buffered.</param>
    /// <param name="message">The message, unpacked.</param>
    /// <param name="needed">Bytes the buffer must hold before the next try is worth while.</param>
    /// <returns>False when more bytes are needed.</returns>
    public static bool TryTake(
        ref ReadOnlySequence<byte> buffer,
        string? encoding,
        Codecs codecs,
        int limit,
        out ReadOnlySequence<byte> message,
        out int needed)
    {
        message = default;
        needed = HeaderLength;
        if (buffer.Length < HeaderLength)
            return false;
        var (compressed, length) = ReadHeader(buffer, limit);
        needed = checked(HeaderLength + length);
        if (buffer.Length < needed)
            return false;
        message = buffer.Slice(HeaderLength, length);
        buffer = buffer.Slice(needed);
        if (compressed)
            message = Unpack(message, encoding, codecs, limit);
        return true;
    }

    public static RpcException TooLarge(string which, int limit) =>
        new(new Status(StatusCode.ResourceExhausted, $"{which} message exceeds the maximum configured message size of {limit} bytes."));

    private static (bool Compressed, int Length) ReadHeader(in ReadOnlySequence<byte> buffer, int limit)
    {
        Span<byte> copy = stackalloc byte[HeaderLength];
        var header = (ReadOnlySpan<byte>)copy;
        if (buffer.FirstSpan.Length >= HeaderLength)
            header = buffer.FirstSpan;
        else
            buffer.Slice(0, HeaderLength).CopyTo(copy);
        if (header[0] > 1)
            throw new RpcException(new Status(StatusCode.Internal, "Unexpected compressed flag value in message header."));
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        return length > limit || length > int.MaxValue - HeaderLength ? throw TooLarge("Received", limit) : (header[0] == 1, (int)length);
    }

    private static ReadOnlySequence<byte> Unpack(ReadOnlySequence<byte> message, string? encoding, Codecs codecs, int limit)
    {
        if (Codecs.IsIdentity(encoding))
        {
            throw new RpcException(new Status(
                StatusCode.Internal,
                "Request sent 'identity' grpc-encoding value with compressed message."));
        }

        var provider = codecs.Find(encoding!) ?? throw new RpcException(new Status(
            StatusCode.Unimplemented,
            $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {codecs.AcceptEncoding}"));
        return Codecs.Decompress(message, provider, limit);
    }
}
