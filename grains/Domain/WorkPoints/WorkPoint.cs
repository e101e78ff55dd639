using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>A body that a work point names.</summary>
/// <param name="Part">Its part.</param>
/// <param name="Name">As written, for example 市政府法制办.</param>
/// <param name="Unit">The unit meant; null while nobody has said which.</param>
public sealed record NamedBody(DutyRole Part, string Name, UnitId? Unit);

/// <summary>Where a work point stands in the notice it was read from.</summary>
/// <param name="Start">First character in the original text, from 0.</param>
/// <param name="Length">Characters; more than 0.</param>
public sealed record SourceSpan(int Start, int Length);

/// <summary>要点: one clause of a work plan, as its bodies are bound by it.</summary>
/// <param name="Clause">Its place in the notice, for example <c>一/(一)/1</c>; unique in the plan, without <c>#</c> and blanks.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">As the notice has it.</param>
/// <param name="Measures">What is asked, at least one.</param>
/// <param name="Bodies">Who leads, supports and answers for it, as named.</param>
/// <param name="Minutes">Estimated minutes that it costs each receiver a time; 0: nobody has estimated.</param>
public sealed record WorkPoint(
    string Clause, string Title, string Text, ImmutableArray<Measure> Measures, ImmutableArray<NamedBody> Bodies, int Minutes)
{
    /// <summary>The clause of a plan above that this one carries on (任务分解); null: it begins here.</summary>
    public DutyId? Source { get; init; }

    /// <summary>Who is bound by this clause alone; empty: whoever the plan's receivers are.</summary>
    public ImmutableArray<ReceiverChoice> Receivers { get; init; } = [];

    /// <summary>Where it stands in the notice; null when it was written here.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>Numbers that each receiver is asked for; those with a source are filled in by the system.</summary>
    public ImmutableArray<AskedNumber> Asks { get; init; } = [];

    /// <summary>Equal in everything that binds its receivers.</summary>
    public bool BindsAlike(WorkPoint other) =>
        Clause == other.Clause && Title == other.Title && Text == other.Text && Source == other.Source && Minutes == other.Minutes
        && Measures.SequenceEqual(other.Measures) && Bodies.SequenceEqual(other.Bodies) && Asks.SequenceEqual(other.Asks);
}
