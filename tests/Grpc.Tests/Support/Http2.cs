using System.Buffers.Binary;
using System.Text;

namespace Federation.Grpc.Tests.Support;

/// <summary>The few frames of HTTP/2 that one request on stream 1 takes.</summary>
public static class Http2
{
    /// <summary>Preface, settings, and the headers of a gRPC call.</summary>
    public static byte[] Open(string path)
    {
        (string Name, string Value)[] fields =
        [
            (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"),
            ("content-type", "application/grpc"), ("te", "trailers"),
        ];
        byte[] block = [.. fields.SelectMany(field => (byte[])[0, .. Text(field.Name), .. Text(field.Value)])]; // literals, not indexed
        return [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(4, 0, 0, []), .. Frame(1, 0x4, 1, block)];
    }

    public static byte[] Data(byte[] body, bool end) => Frame(0, (byte)(end ? 1 : 0), 1, body);

    public static async Task ReadUntilAsync(this Stream stream, byte[] sought)
    {
        var seen = new List<byte>();
        var buffer = new byte[4096];
        while (seen.ToArray().AsSpan().IndexOf(sought) < 0)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                throw new EndOfStreamException();
            seen.AddRange(buffer.AsSpan(0, read));
        }
    }

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        return frame;
    }
}
