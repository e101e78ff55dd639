using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Grains.Obligations;

/// <summary>Formulas as they travel, and the one that holds for a unit.</summary>
internal static class FormulaViews
{
    /// <summary>The formula that a unit is appraised by: of the nearest superior that has set one for the year, else the one of the system.</summary>
    public static async Task<FormulaView> InForce(IGrainFactory grains, DivisionTree tree, UnitId unit, int year)
    {
        for (var above = tree.Find(unit)?.Parent; above is not null; above = tree.Find(above)?.Parent)
        {
            if (await grains.GetGrain<IAppraisalGrain>(GrainKeys.Appraisal(above, year)).Get() is { } set)
                return set;
        }
        return Of(year, AppraisalFormula.Default);
    }

    /// <summary>The formula as the rules know it.</summary>
    public static AppraisalFormula Formula(FormulaView view) => Formula(view.Name, view.Basis, view.Weight, view.Items);

    internal static AppraisalFormula Formula(string name, string basis, decimal weight, ImmutableArray<FormulaItemView> items) =>
        new(name.Trim(), basis.Trim(), weight, [.. items.Select(i => new AppraisalItem(i.Name.Trim(), AppraisalEventJson.CountOf(i.Count)!.Value, i.Points, i.Off))]);

    internal static FormulaView Of(UnitId issuer, int year, FormulaVersion v) => Of(year, v.Formula) with { Issuer = issuer, Version = v.Version, At = v.At, By = v.By, Reason = v.Reason };

    private static FormulaView Of(int year, AppraisalFormula formula) => new(
        null, year, 0, formula.Name, formula.Basis, formula.Weight, [.. formula.Items.Select(i => new FormulaItemView(i.Name, AppraisalEventJson.Word(i.Count), i.Points, i.Off))], null, "", "", []);
}
