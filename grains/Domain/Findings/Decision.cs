using System.Collections.Immutable;

namespace Federation.Domain.Findings;

/// <summary>What a rule set answers to a request: events to record, nothing to do, or a refusal with all its findings.</summary>
/// <typeparam name="TEvent">Family of events of the aggregate that decides.</typeparam>
public sealed record Decision<TEvent>
{
    private Decision(ImmutableArray<TEvent> events, ImmutableArray<Finding> findings)
    {
        Events = events;
        Findings = findings;
    }

    /// <summary>Events to record, in order; empty when refused or when nothing changes.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>Everything found. An act that records something may carry findings that would block another act, as a draft does.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>True when nothing is recorded because a finding blocks.</summary>
    public bool Refused => Events.IsEmpty && Findings.Any(f => f.Blocks);

    /// <summary>A repeat or a request that changes nothing: fine, and nothing to record.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], []);

    /// <summary>Record one event, and show what was found beside it.</summary>
    public static Decision<TEvent> Record(TEvent happened, ImmutableArray<Finding> findings = default) =>
        new([happened], findings.IsDefault ? [] : findings);

    /// <summary>Refuse with all findings.</summary>
    /// <exception cref="ArgumentException">None of them blocks.</exception>
    public static Decision<TEvent> Refuse(params IEnumerable<Finding> findings)
    {
        ImmutableArray<Finding> all = [.. findings];
        if (!all.Any(f => f.Blocks))
            throw new ArgumentException("a refusal needs a finding that blocks", nameof(findings));
        return new([], all);
    }
}
