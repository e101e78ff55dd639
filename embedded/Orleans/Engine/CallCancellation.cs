namespace Federation.Embedded.Engine;

/// <summary>Carries a caller's cancellation to the token that the grain sees. Made only for calls whose token can be cancelled.</summary>
internal sealed class CallCancellation
{
    private readonly CancellationTokenSource _inGrain = new();
    private readonly Call _call;
    private readonly CancellationToken _caller;
    private CancellationTokenRegistration _registration;

    public CallCancellation(Call call, CancellationToken caller)
    {
        _call = call;
        _caller = caller;
    }

    public CancellationToken InGrain => _inGrain.Token;

    public void Watch()
    {
        _registration = _caller.UnsafeRegister(static state => ((CallCancellation)state!).OnCallerCancelled(), this);
        if (_call.IsSettled)
            Unregister();
    }

    public void Unregister() => _registration.Unregister();

    /// <summary>Cancels the grain's token as a turn of the grain, where its callbacks belong.</summary>
    public bool Signal()
    {
        if (_call.Target is { } target)
            target.QueueAction(_inGrain.Cancel);
        else
            _inGrain.Cancel();
        return true;
    }

    private void OnCallerCancelled()
    {
        var wait = _call.Reference.Engine.Messaging.WaitForCancellationAcknowledgement && _call.Place == CallPlace.Running;
        Signal();
        if (!wait)
            _call.TryFail(new OperationCanceledException(_caller));
    }
}
