using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Contracts.Obligations;

/// <summary>考核: points of a unit, each explained.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="On">Beijing date.</param>
/// <param name="Formula">Its title.</param>
/// <param name="Basis">What sets it.</param>
/// <param name="Weight">Weight in the whole appraisal.</param>
/// <param name="Points">Out of 100.</param>
/// <param name="Weighted">Points that they add to the whole.</param>
/// <param name="Scores">Item by item.</param>
/// <param name="Late">What is late.</param>
[GenerateSerializer, Immutable, Alias("federation.appraisal-view")]
public sealed record AppraisalView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] string Formula,
    [property: Id(3)] string Basis,
    [property: Id(4)] decimal Weight,
    [property: Id(5)] decimal Points,
    [property: Id(6)] decimal Weighted,
    [property: Id(7)] ImmutableArray<AppraisalScoreView> Scores,
    [property: Id(8)] ImmutableArray<DigestLineView> Late)
{
    /// <summary>The formula: who set it, when, and every weight and deduction.</summary>
    [Id(9)]
    public FormulaView? By { get; init; }
}

/// <summary>One item.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cap">Points of a unit without fault.</param>
/// <param name="Off">Points off for each case; 0 for shares.</param>
/// <param name="Points">Points given.</param>
/// <param name="Cases">Every case that counted.</param>
[GenerateSerializer, Immutable, Alias("federation.appraisal-score-view")]
public sealed record AppraisalScoreView(
    [property: Id(0)] string Name, [property: Id(1)] decimal Cap, [property: Id(2)] decimal Off, [property: Id(3)] decimal Points, [property: Id(4)] ImmutableArray<AppraisalCaseView> Cases);

/// <summary>One case.</summary>
/// <param name="Duty">The duty; null for a report.</param>
/// <param name="Slot">Slot or report.</param>
/// <param name="Credit">1, 0.5 or 0; for cases, how many.</param>
/// <param name="Evidence">Evidence that counted.</param>
/// <param name="Text">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.appraisal-case-view")]
public sealed record AppraisalCaseView(
    [property: Id(0)] DutyId? Duty, [property: Id(1)] string Slot, [property: Id(2)] decimal Credit, [property: Id(3)] ImmutableArray<int> Evidence, [property: Id(4)] BecauseView Text);
