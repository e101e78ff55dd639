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

    /// <summary>Everything found: errors when refused, at most warnings when not.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>True when at least one finding blocks.</summary>
    public bool Refused => Findings.Any(f => f.Blocks);

    /// <summary>A repeat or a request that changes nothing: fine, and nothing to record.</summary>
    public static Decision<TEvent> Nothing { get; } = new([], []);

    /// <summary>Record one event; the findings may hold warnings only.</summary>
    public static Decision<TEvent> Record(TEvent happened, ImmutableArray<Finding> warnings = default) =>
        new([happened], warnings.IsDefault ? [] : warnings);

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
