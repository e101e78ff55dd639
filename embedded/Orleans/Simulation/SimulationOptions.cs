using Orleans.Runtime;

namespace Federation.Embedded.Simulation;

/// <summary>What may happen to messages. All chances from 0 to 1; all zero is a perfect network with every order possible.</summary>
public sealed record SimulationOptions
{
    /// <summary>Chance that a message or a reply takes longer than no time.</summary>
    public double Delay { get; init; }

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Chance that a message never arrives.</summary>
    public double Loss { get; init; }

    /// <summary>Chance that a reply never arrives, although the grain has done its work.</summary>
    public double ReplyLoss { get; init; }

    /// <summary>Chance that a message arrives twice. The engine never does this; networks between installations do.</summary>
    public double Duplication { get; init; }

    /// <summary>True for a way that is cut: from (null from outside) and to.</summary>
    public Func<GrainId?, GrainId, bool>? IsCut { get; init; }

    /// <summary>Where virtual time starts.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long in real time to wait for code that left its scheduler, when nothing else is left to happen.</summary>
    public TimeSpan OutsidePatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Keeps every event as text, to compare two runs line by line.</summary>
    public bool KeepTrace { get; init; }
}
