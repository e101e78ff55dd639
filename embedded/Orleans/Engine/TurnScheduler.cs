namespace Federation.Embedded.Engine;

/// <summary>Where turns run and how messages travel: the thread pool, at once. The simulation puts its own in this place.</summary>
internal class TurnScheduler
{
    /// <summary>Turns an activation may run before others get the thread.</summary>
    public virtual int Quantum => 128;

    /// <summary>True when messages and replies go through <see cref="Deliver"/> and <see cref="Reply"/>.</summary>
    public virtual bool Intercepts => false;

    public virtual void Schedule(Activation activation, bool yielding) => ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: !yielding);

    public virtual void Deliver(GrainEngine engine, Call call) => engine.Dispatch(call);

    public virtual void Reply(Call call) => call.DeliverReply();
}
