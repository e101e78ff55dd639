using Federation.Embedded.Engine;

namespace Federation.Embedded.Simulation;

/// <summary>One turn at a time from the queue; messages and replies are events that may be late, lost or doubled.</summary>
internal sealed class SimulationScheduler(SimulationQueue queue, SimulationOptions options) : TurnScheduler
{
    public SimulationOptions Options { get; set; } = options;

    public GrainEngine? Engine { get; private set; }

    public override int Quantum => 1;

    public override bool Intercepts => true;

    public override bool KeepsTimeouts => true;

    public override void Attach(GrainEngine engine) => Engine = engine;

    public override void Schedule(Activation activation, bool yielding) =>
        queue.Add(TimeSpan.Zero, $"turn {activation.GrainId}", () => activation.RunScheduledTurns()?.Reply());

    public override void Deliver(GrainEngine engine, Call call)
    {
        if (call.HasTimeout)
            call.Timeout = queue.Add(engine.TimeoutOf(call), $"timeout {call}", () => engine.TimeOut(call));
        if (Options.IsCut?.Invoke(call.Source?.GrainId, call.Reference.GrainId) == true || queue.Chance(Options.Loss))
        {
            queue.Note($"lost {call}");
            return;
        }

        var doubled = queue.Chance(Options.Duplication) ? call.Duplicate() : null;
        queue.Add(Late(), $"message {call}", () => engine.Dispatch(call));
        if (doubled is not null)
            queue.Add(Late(), $"message again {call}", () => engine.Dispatch(doubled));
    }

    public override void Reply(Call call)
    {
        if (call.IsLocal || call.IsDuplicate)
            call.DeliverReply();
        else if (Options.IsCut?.Invoke(call.Reference.GrainId, call.Source?.GrainId ?? default) == true || queue.Chance(Options.ReplyLoss))
            queue.Note($"lost reply {call}");
        else
            queue.Add(Late(), $"reply {call}", call.DeliverReply);
    }

    private TimeSpan Late() => queue.Chance(Options.Delay) ? queue.DrawTime(Options.LongestDelay) : TimeSpan.Zero;
}
