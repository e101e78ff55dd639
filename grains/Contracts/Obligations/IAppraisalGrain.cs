using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Orleans.Concurrency;

namespace Federation.Contracts.Obligations;

/// <summary>考核办法 of one superior and year. Key: appraisal/unit/year, for example appraisal/500000/2026.</summary>
[Alias("federation.appraisal-grain")]
public interface IAppraisalGrain : IGrainWithStringKey
{
    /// <summary>Sets the formula by which the units below are appraised.</summary>
    [Alias("set")]
    Task<Reply<FormulaView>> Set(SetAppraisalFormula message);

    /// <summary>The formula in force, with every version before; null when none was set.</summary>
    [Alias("get"), ReadOnly]
    Task<FormulaView?> Get();
}

/// <summary>公布考核办法</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the superior.</param>
/// <param name="Name">Title.</param>
/// <param name="Basis">The notice that sets it.</param>
/// <param name="Weight">Weight of disclosure work in the whole appraisal, 0.04 for 4%.</param>
/// <param name="Items">Its items.</param>
/// <param name="Reason">Why it is changed.</param>
[GenerateSerializer, Immutable, Alias("federation.set-appraisal-formula")]
public sealed record SetAppraisalFormula(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] string Name,
    [property: Id(3)] string Basis,
    [property: Id(4)] decimal Weight,
    [property: Id(5)] ImmutableArray<FormulaItemView> Items,
    [property: Id(6)] string Reason);

/// <summary>One item of a formula.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">done-in-time, accepted-in-time, filed-in-time, evidence-returned or exceptions.</param>
/// <param name="Points">Points of a unit without fault.</param>
/// <param name="Off">Points off for each case.</param>
[GenerateSerializer, Immutable, Alias("federation.formula-item-view")]
public sealed record FormulaItemView([property: Id(0)] string Name, [property: Id(1)] string Count, [property: Id(2)] decimal Points, [property: Id(3)] decimal Off);

/// <summary>A formula in force.</summary>
/// <param name="Issuer">Who set it; null: nobody has, it is the one of the system.</param>
/// <param name="Year">Year appraised.</param>
/// <param name="Version">From 1; 0 for the one of the system.</param>
/// <param name="Name">Title.</param>
/// <param name="Basis">The notice that sets it.</param>
/// <param name="Weight">Weight in the whole appraisal.</param>
/// <param name="Items">Its items.</param>
/// <param name="At">Since when the units appraised can read it; null for the one of the system.</param>
/// <param name="By">Who set it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">Versions before, oldest first.</param>
[GenerateSerializer, Immutable, Alias("federation.formula-view")]
public sealed record FormulaView(
    [property: Id(0)] UnitId? Issuer,
    [property: Id(1)] int Year,
    [property: Id(2)] int Version,
    [property: Id(3)] string Name,
    [property: Id(4)] string Basis,
    [property: Id(5)] decimal Weight,
    [property: Id(6)] ImmutableArray<FormulaItemView> Items,
    [property: Id(7)] DateTimeOffset? At,
    [property: Id(8)] string By,
    [property: Id(9)] string Reason,
    [property: Id(10)] ImmutableArray<FormulaView> Before);
