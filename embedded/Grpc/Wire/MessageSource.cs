using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>One received message, as the marshaller sees it.</summary>
internal sealed class MessageSource : DeserializationContext
{
    // deserializing never waits, so one object a thread is enough
    [ThreadStatic]
    private static MessageSource? _spare;

    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => checked((int)_payload.Length);

    public static T Deserialize<T>(ReadOnlySequence<byte> payload, Marshaller<T> marshaller)
    {
        var source = _spare ?? new MessageSource();
        _spare = null; // a marshaller that reads messages inside messages gets another
        source._payload = payload;
        try
        {
            return marshaller.ContextualDeserializer(source);
        }
        finally
        {
            source._payload = default; // the bytes go back to their pipe: keep no hold on them
            _spare = source;
        }
    }

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;
}
