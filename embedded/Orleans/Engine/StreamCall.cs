using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>A call whose answer is a sequence. Opening it sends nothing; every enumeration asks the grain anew, page by page.</summary>
internal abstract class StreamCall<T>(MethodShape shape) : Call<Nothing>(shape)
{
    public abstract IAsyncEnumerable<T> InvokeInner(object grain);

    public IAsyncEnumerable<T> Open(GrainReference reference)
    {
        Reference = reference;
        return new GrainStream<T>(this, pageSize: 100);
    }

    internal sealed override Task<Nothing> Start(object grain) => throw new NotSupportedException("A stream is read page by page.");
}

/// <summary>What the caller of a streaming method holds.</summary>
internal sealed class GrainStream<T>(StreamCall<T> call, int pageSize) : IAsyncEnumerable<T>
{
    public GrainStream<T> WithPageSize(int size) => new(call, size);

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new GrainStreamReader<T>(call, pageSize, cancellationToken);
}

/// <summary>The caller's side of one enumeration: asks for the next page when the last is used up.</summary>
internal sealed class GrainStreamReader<T> : IAsyncEnumerator<T>
{
    private readonly GrainStreamSource<T> _source;
    private readonly GrainReference _reference;
    private readonly MethodShape _shape;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _cancellationToken;
    private List<T> _page = [];
    private int _taken;
    private bool _ended;

    public GrainStreamReader(StreamCall<T> call, int pageSize, CancellationToken cancellationToken)
    {
        _reference = call.Reference;
        _shape = call.Shape;
        _cancellationToken = cancellationToken;
        _source = new GrainStreamSource<T>(call, pageSize);
        _registration = cancellationToken.UnsafeRegister(static source => ((GrainStreamSource<T>)source!).Cancel(), _source);
    }

    public T Current => _page[_taken - 1];

    public async ValueTask<bool> MoveNextAsync()
    {
        if (_taken < _page.Count)
        {
            _taken++;
            return true;
        }

        if (_ended)
            return false;
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var page = await new NextPage<T>(_shape, _source).Send(_reference).WaitAsync(_cancellationToken);
            _ended = page.IsLast;
            _page = page.Items;
        }
        catch
        {
            _ended = true;
            throw;
        }

        _taken = Math.Min(1, _page.Count);
        return _page.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        _registration.Unregister();
        if (_source.IsOpen)
            await new CloseStream<T>(_shape, _source).Send(_reference);
    }
}
