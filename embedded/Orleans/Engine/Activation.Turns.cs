namespace Federation.Embedded.Engine;

// The runner of turns and the task scheduler that grain code sees.
internal sealed partial class Activation
{
    private static readonly Func<object?, Call?> RunTurnsOf = static self => ((Activation)self!).RunTurns();

    public override int MaximumConcurrencyLevel => 1;

    void IThreadPoolWorkItem.Execute()
    {
        var answered = RunScheduledTurns();

        // outside of the activation, so that the caller may go on right here instead of through the queue of the pool
        answered?.Reply();
    }

    /// <summary>Runs turns until none is ready or others must have the thread. Returns a call whose answer is still to be given.</summary>
    internal Call? RunScheduledTurns()
    {
        // a task of this scheduler, so that everything inside sees TaskScheduler.Current as the activation
        var turns = new Turns(RunTurnsOf, this);
        turns.RunSynchronously(this);
        return turns.GetAwaiter().GetResult();
    }

    public void QueueAction(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Queue(action);
    }

    void Orleans.Runtime.IWorkItemScheduler.QueueTask(Task task) => task.Start(this);

    protected override void QueueTask(Task task) => Queue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && (task is Turns || ReferenceEquals(Current, this)) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (this)
            return [.. new[] { _ready }.Concat(_moreReady ?? []).OfType<Task>()];
    }

    private void Queue(object turn)
    {
        bool schedule;
        lock (this)
        {
            if (_crashed)
                return; // code that waits in a crashed activation never goes on
            PushReady(turn);
            schedule = NeedsScheduling();
        }

        if (schedule)
            _engine.Turns.Schedule(this, yielding: false);
    }

    private Call? RunTurns()
    {
        var outside = ExecutionContext.Capture();
        var quantum = _engine.Turns.Quantum;
        Call? ended = null;
        for (var ran = 0; ; ran++)
        {
            object? turn;
            var yield = false;
            lock (this)
            {
                if (ended is not null)
                    Finish(ended);
                if (_state == ActivationState.Created)
                {
                    _state = ActivationState.Activating;
                    PushReady((Action)BeginActivation);
                }

                yield = ran >= quantum && _ready is not null;
                turn = yield ? null : TakeReady();
                if (turn is null && !yield)
                    _scheduled = false;
            }

            if (yield)
                _engine.Turns.Schedule(this, yielding: true);
            if (turn is null)
                return ended;
            ended?.Reply();
            ended = null;

            switch (turn)
            {
                case Call call:
                    if (call.Context is not null)
                        Orleans.Runtime.RequestContext.Values = call.Context;
                    if (call.Activity is not null)
                        System.Diagnostics.Activity.Current = call.Activity;
                    if (call.Run(this))
                        ended = call;
                    break;
                case Task task:
                    TryExecuteTask(task);
                    break;
                case Action action:
                    RunAction(action);
                    break;
            }

            // what a turn set in its own flow must not leak into the next
            if (!ReferenceEquals(ExecutionContext.Capture(), outside) && outside is not null)
                ExecutionContext.Restore(outside);
        }
    }

    private void RunAction(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) // a queued action has no one to give its failure to
        {
            _engine.Log.TurnFailed(failure, GrainId);
        }
    }

    /// <summary>The task that a run of turns happens in.</summary>
    private sealed class Turns(Func<object?, Call?> run, Activation self) : Task<Call?>(run, self);
}
