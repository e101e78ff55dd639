using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Reports;

/// <summary>Everything beside the filing itself that its rules look at.</summary>
/// <param name="Tier">Tier of the body.</param>
/// <param name="Period">Period of the report.</param>
/// <param name="Today">Beijing date: dispositions may have ended.</param>
/// <param name="LastYear">Sealed figures of the same unit, or of those it was merged from, one period before; null when there are none.</param>
/// <param name="Register">Counts of the applications ledger; null when it has not counted.</param>
/// <param name="Parts">For a whole report: what it must add up to; null for an own report.</param>
public sealed record CheckContext(Tier Tier, PeriodId Period, DateOnly Today, Figures? LastYear, RegisterCounted? Register, TerritoryParts? Parts)
{
    /// <summary>Name of the unit, so that a sentence of which it is the subject is understood; null when not known.</summary>
    public string? UnitName { get; init; }

    /// <summary>Local limits on the prose; null: none.</summary>
    public ProseLimits? Limits { get; init; }

    /// <summary>True while the report is being written: blanks left in the prose are no fault yet.</summary>
    public bool Drafting { get; init; }
}

/// <summary>
/// Every rule that a filing can break. Runs to the end and reports everything; which rules there are depends on the form, so an old year is
/// judged today as it was judged then.
/// </summary>
public static class ReportCheck
{
    /// <summary>Checks a filing.</summary>
    /// <returns>Findings in the form's order, then those on prose; those disposed of are marked.</returns>
    public static ImmutableArray<Finding> Check(ReportContent content, CheckContext context)
    {
        var figures = content.Figures;
        List<Finding> findings = [.. FigureCheck.Check(figures, context.Tier, context.Period)];
        if (context.LastYear is not null)
            findings.AddRange(ContinuityCheck.Check(figures, context.LastYear));
        if (context.Register is not null)
            findings.AddRange(RegisterCheck.Check(figures, context.Register));
        if (context.Parts is not null)
            findings.AddRange(Reconciliation.Check(figures, context.Parts));
        var ordered = findings.Count > 1 ? findings.OrderBy(f => figures.Form.Find(f.Where)?.Index ?? int.MaxValue) : findings.AsEnumerable();
        var prose = content.Texts.IsEmpty || context.Period.Kind != PeriodKind.Annual // quarters and special collections ask for none
            ? []
            : ProseCheck.Check(content, new ProseContext(context.Period.Year, context.LastYear, context.UnitName, context.Limits, context.Drafting));
        return Dispositions.Apply([.. ordered, .. prose], content.Dispositions, context.Today);
    }
}
