using System.Diagnostics.CodeAnalysis;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>
/// The deadline of one call. When it passes, the client is answered at once, whatever the service is doing; only a write under way
/// is waited for. Whoever closes the call first, deadline or handler, has the last word.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "EndAsync, which ends every call, disposes of both.")]
internal sealed class CallDeadline
{
    private readonly Lock _gate = new();
    private readonly HttpServerCallContext _call;
    private readonly CancellationTokenSource _source;
    private readonly Timer? _timer;
    private Task _answer = Task.CompletedTask;
    private Task _cancelling = Task.CompletedTask;
    private bool _writing;
    private bool _closed;

    public CallDeadline(HttpServerCallContext call, TimeSpan timeout)
    {
        _call = call;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        At = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        _source = CancellationTokenSource.CreateLinkedTokenSource(call.Http.RequestAborted);
        Token = _source.Token;
        // a deadline in the far future needs no clock
        if (timeout <= Timeouts.LongestTimer)
            _timer = new Timer(static state => ((CallDeadline)state!).Pass(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    public DateTime At { get; }

    public CancellationToken Token { get; }

    public bool Passed { get; private set; }

    public bool TryBeginWrite()
    {
        lock (_gate)
        {
            if (_closed)
                return false;
            _writing = true;
            return true;
        }
    }

    public void EndWrite()
    {
        lock (_gate)
        {
            _writing = false;
            if (Passed)
                Answer();
        }
    }

    /// <summary>The handler is done. Waits for the answer of a deadline that was faster.</summary>
    public async Task EndAsync()
    {
        bool mine;
        lock (_gate)
        {
            mine = !_closed;
            _closed = true;
        }

        if (mine)
            _call.WriteFinalStatus(Passed);
        if (_timer is not null)
            await _timer.DisposeAsync().ConfigureAwait(false);
        await _answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the client may have gone meanwhile
        await _cancelling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a callback of the service may have thrown
        _source.Dispose();
    }

    private void Pass()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            Passed = true;
            if (!_writing)
                Answer();
            _cancelling = _source.CancelAsync(); // after the answer, and never with the service's callbacks under the lock
        }
    }

    private void Answer()
    {
        if (_closed)
            return;
        _closed = true;
        _answer = _call.AnswerDeadlineAsync();
    }
}
