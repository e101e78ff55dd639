using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Obligations;

/// <summary>考核办法 of one superior for one year: every version that was set, each with its day, so that the units below can read beforehand by what they will be judged.</summary>
/// <param name="Versions">Oldest first.</param>
public sealed record AppraisalBook(ImmutableArray<FormulaVersion> Versions)
{
    /// <summary>None was set.</summary>
    public static AppraisalBook Blank { get; } = new([]);

    /// <summary>The one in force; null: none was set.</summary>
    public FormulaVersion? InForce => Versions.IsEmpty ? null : Versions[^1];

    /// <summary>Sets the formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="reason">Why it is changed; may be empty the first time.</param>
    /// <param name="year">Year appraised.</param>
    /// <param name="today">Beijing date.</param>
    /// <returns>One event, with OB-204 when the year had begun; nothing when it is in force already; refusal with OB-201 to OB-203, OB-205 and OB-004.</returns>
    public Decision<AppraisalEvent> Set(AppraisalFormula formula, string reason, int year, DateOnly today)
    {
        List<Finding> findings = [.. formula.Check()];
        if (string.IsNullOrWhiteSpace(formula.Name) || string.IsNullOrWhiteSpace(formula.Basis))
            findings.Add(ObligationRules.NoFormulaBasis.At("basis"));
        if (InForce is { } before && before.Formula.SameAs(formula))
            return Decision<AppraisalEvent>.Nothing;
        if (InForce is not null && string.IsNullOrWhiteSpace(reason))
            findings.Add(ObligationRules.NoReason.At("reason"));
        if (findings.Count > 0)
            return Decision<AppraisalEvent>.Refuse(findings);
        return today.Year >= year
            ? Decision<AppraisalEvent>.Record(new FormulaSet(formula, reason.Trim()), [ObligationRules.FormulaLate.At("year", $"{year} 年已经开始,{today:yyyy-MM-dd} 才公布", $"{year} has begun; it is announced on {today:yyyy-MM-dd}")])
            : Decision<AppraisalEvent>.Record(new FormulaSet(formula, reason.Trim()));
    }

    /// <summary>The book after an event.</summary>
    public AppraisalBook Apply(AppraisalEvent happened, DateTimeOffset at, string by) => happened switch
    {
        FormulaSet e => new(Versions.Add(new FormulaVersion(Versions.Length + 1, e.Formula, e.Reason, at, by))),
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };
}

/// <summary>A formula as it was set.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When: from then on the units appraised can read it.</param>
/// <param name="By">Who.</param>
public sealed record FormulaVersion(int Version, AppraisalFormula Formula, string Reason, DateTimeOffset At, string By);

/// <summary>What can happen to the formulas of a superior.</summary>
public abstract record AppraisalEvent;

/// <summary>考核办法公布</summary>
public sealed record FormulaSet(AppraisalFormula Formula, string Reason) : AppraisalEvent;
