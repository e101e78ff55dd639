using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Obligations;

/// <summary>公开义务: what one clause of a plan asks of a unit that received it.</summary>
/// <param name="Id">Plan and clause.</param>
/// <param name="Title">Short name for lists.</param>
/// <param name="Text">The clause as issued to this unit.</param>
/// <param name="Measure">How it is told whether it is done.</param>
/// <param name="Role">What this unit is in it.</param>
/// <param name="Basis">Notice (and its number), law, or clause it rests on.</param>
/// <param name="Trail">Where it came from: the first clause first, then each re-issue down to the issuer's.</param>
/// <param name="Issuer">Who issued it to this unit.</param>
/// <param name="Lead">牵头单位, in the order of the clause.</param>
/// <param name="MinutesEach">Estimate of the minutes one fulfilment takes a unit.</param>
public sealed record Duty(
    DutyId Id,
    string Title,
    string Text,
    Measure Measure,
    DutyRole Role,
    string Basis,
    ImmutableArray<TrailStep> Trail,
    UnitId Issuer,
    ImmutableArray<UnitId> Lead,
    int MinutesEach)
{
    /// <summary>First day on which it binds; null: the day it was received.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>Last day on which it binds; null: the last day of the plan's year.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Numbers that the unit is asked to give.</summary>
    public ImmutableArray<AskedNumber> Asks { get; init; } = [];

    /// <summary>True when what is due is the unit's own plan for carrying the notice out (实施方案); evidence is that plan.</summary>
    public bool IsLocalPlan { get; init; }

    /// <summary>True when the same is asked by both, collections included.</summary>
    public bool SameAs(Duty other) =>
        this with { Trail = [], Lead = [], Asks = [] } == other with { Trail = [], Lead = [], Asks = [] }
        && Trail.SequenceEqual(other.Trail) && Lead.SequenceEqual(other.Lead) && Asks.SequenceEqual(other.Asks);
}

/// <summary>What a unit is in a duty.</summary>
public enum DutyRole
{
    /// <summary>牵头</summary>
    Lead,

    /// <summary>配合</summary>
    Supporting,

    /// <summary>责任、落实</summary>
    Responsible,
}

/// <summary>One step of the way a duty came down.</summary>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Clause">Its plan and clause there.</param>
/// <param name="Title">Title or number of that notice.</param>
public sealed record TrailStep(UnitId Issuer, DutyId Clause, string Title);

/// <summary>A number that a unit is asked to give.</summary>
/// <param name="Name">What it is called in the request.</param>
/// <param name="Source">Where the system holds it, for example <c>report:annual-2025/t3.new.total</c> or <c>register:applications</c>; empty: nowhere.</param>
public sealed record AskedNumber(string Name, string Source);
