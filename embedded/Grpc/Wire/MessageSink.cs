using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Wire;

/// <summary>
/// Frames one message into a buffer writer. When its length is known and it is not compressed, it is serialized straight into it.
/// </summary>
internal sealed class MessageSink : SerializationContext
{
    // serializing never waits, so one object a thread is enough
    [ThreadStatic]
    private static MessageSink? _spare;

    private IBufferWriter<byte> _target = null!;
    private ArrayBufferWriter<byte>? _aside;
    private ICompressionProvider? _compression;
    private CompressionLevel? _level;
    private int? _limit;
    private int _length;
    private bool _direct;

    public static void Serialize<T>(
        T message,
        Marshaller<T> marshaller,
        IBufferWriter<byte> target,
        int? limit,
        ICompressionProvider? compression = null,
        CompressionLevel? level = null)
    {
        var sink = _spare ?? new MessageSink();
        _spare = null;
        (sink._target, sink._limit, sink._compression, sink._level) = (target, limit, compression, level);
        (sink._length, sink._direct, sink._aside) = (-1, false, null);
        try
        {
            marshaller.ContextualSerializer(message, sink);
        }
        finally
        {
            sink._target = null!;
            sink._aside = null;
            _spare = sink;
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckLength(payloadLength);
        _length = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_direct)
            return _target;
        if (_length < 0 || _compression is not null)
            return _aside ??= new ArrayBufferWriter<byte>(Math.Max(256, _length));
        WriteHeader(false, _length);
        _direct = true;
        return _target;
    }

    public override void Complete()
    {
        if (!_direct)
            Complete(_aside is null ? default : _aside.WrittenMemory);
    }

    public override void Complete(byte[] payload) => Complete(payload.AsMemory());

    private void Complete(ReadOnlyMemory<byte> payload)
    {
        CheckLength(payload.Length);
        // GZipStream writes nothing at all for empty input, and nothing is not a gzip member
        var compress = _compression is not null && payload.Length > 0;
        if (compress)
            payload = Codecs.Compress(payload.Span, _compression!, _level);
        WriteHeader(compress, payload.Length);
        _target.Write(payload.Span);
    }

    private void WriteHeader(bool compressed, int length)
    {
        Frames.WriteHeader(_target.GetSpan(Frames.HeaderLength), compressed, length);
        _target.Advance(Frames.HeaderLength);
    }

    private void CheckLength(int length)
    {
        if (length > _limit)
            throw Frames.TooLarge("Sending", _limit.Value);
    }
}
