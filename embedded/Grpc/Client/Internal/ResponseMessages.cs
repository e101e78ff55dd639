using System.Buffers;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>Takes the messages out of the body of a response.</summary>
internal sealed class ResponseMessages(Stream body, string? encoding, Codecs codecs, int limit)
{
    private const int UsualLength = 4096;

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>The next message; none after the last. The buffer goes back to its pool with the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            if (TryTake(marshaller, out var message, out var needed))
                return message;
            MakeRoom(needed);
            var read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return End<T>();
            _end += read;
        }
    }

    private bool TryTake<T>(Marshaller<T> marshaller, out T? message, out int needed)
        where T : class
    {
        message = null;
        var arrived = new ReadOnlySequence<byte>(_buffer, _start, _end - _start);
        if (!Frames.TryTake(ref arrived, encoding, codecs, limit, out var payload, out needed))
            return false;
        try
        {
            message = MessageSource.Deserialize(payload, marshaller);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "Error deserializing the response.", e));
        }

        _start = _end - (int)arrived.Length;
        return true;
    }

    private void MakeRoom(int needed)
    {
        if (_buffer.Length - _start >= needed && _end < _buffer.Length)
            return;
        var target = needed <= _buffer.Length ? _buffer : ArrayPool<byte>.Shared.Rent(Math.Max(UsualLength, needed));
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        if (target != _buffer)
            Return(target);
        _end -= _start;
        _start = 0;
    }

    private T? End<T>()
        where T : class
    {
        var complete = _start == _end;
        Return([]);
        _start = _end = 0;
        return complete ? null : throw new RpcException(new Status(StatusCode.Internal, "Incomplete message."));
    }

    private void Return(byte[] next)
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = next;
    }
}
