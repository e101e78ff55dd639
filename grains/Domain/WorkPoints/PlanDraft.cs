using System.Collections.Immutable;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>How a plan goes down.</summary>
public enum CascadeMode
{
    /// <summary>直达: straight to every unit chosen, whatever its tier.</summary>
    Straight,

    /// <summary>逐级: to units directly below; each breaks it down in a plan of its own.</summary>
    StepByStep,
}

/// <summary>工作要点 as an officer edits it and as it is issued: a notice with its clauses and who is bound.</summary>
/// <param name="Title">Title of the notice.</param>
/// <param name="DocumentNumber">文号, for example 浙政办发〔2026〕12号; empty when it has none.</param>
/// <param name="Date">成文日期; null while not known.</param>
/// <param name="Basis">What it rests on: the notices that it cites.</param>
/// <param name="Points">Its clauses, in order.</param>
/// <param name="Receivers">Who is bound, unless a clause says otherwise.</param>
/// <param name="Mode">How it goes down.</param>
/// <param name="AcceptWithin">Working days within which a receiver accepts or objects; after that its silence is told to the unit above it. 0: never.</param>
public sealed record PlanDraft(
    string Title,
    string DocumentNumber,
    DateOnly? Date,
    string Basis,
    ImmutableArray<WorkPoint> Points,
    ImmutableArray<ReceiverChoice> Receivers,
    CascadeMode Mode,
    int AcceptWithin)
{
    private ImmutableArray<string> clauses;

    /// <summary>督办规则: working days after a last day from which a late duty stands with the issuer; the receivers see it beforehand.</summary>
    public int LateAfter { get; init; } = EscalationRules.Default.LateAfter;

    /// <summary>Working days before a last day at which a receiver is reminded.</summary>
    public int SoonWithin { get; init; } = EscalationRules.Default.SoonWithin;

    /// <summary>Places of all clauses, in order.</summary>
    public ImmutableArray<string> Clauses => clauses.IsDefault || clauses.Length != Points.Length ? clauses = [.. Points.Select(p => p.Clause)] : clauses;

    /// <summary>The clause at a place; null when there is none.</summary>
    public WorkPoint? Find(string clause) => Points.FirstOrDefault(p => p.Clause == clause);

    /// <summary>Equal in content.</summary>
    public bool SameAs(PlanDraft other) =>
        Title == other.Title && DocumentNumber == other.DocumentNumber && Date == other.Date && Basis == other.Basis && Mode == other.Mode && AcceptWithin == other.AcceptWithin
        && LateAfter == other.LateAfter && SoonWithin == other.SoonWithin
        && Receivers.SequenceEqual(other.Receivers) && Points.Length == other.Points.Length
        && Points.Zip(other.Points).All(p => p.First.BindsAlike(p.Second) && p.First.Receivers.SequenceEqual(p.Second.Receivers));
}
