using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.Reports;

namespace Federation.Domain.WorkPoints;

/// <summary>Everything that can be said about a draft before it is issued, all at once.</summary>
public static class WorkPlanCheck
{
    private const int LongestAcceptance = 60;

    /// <summary>Checks the content of a draft.</summary>
    /// <param name="draft">The plan.</param>
    /// <param name="context">Day of issue, duties that clauses may carry on, numbers not to be asked for again.</param>
    /// <param name="inForce">What it amends: a last day that a clause has already may lie in the past; null: nothing yet.</param>
    public static ImmutableArray<Finding> Of(PlanDraft draft, IssueContext context, PlanDraft? inForce = null)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (string.IsNullOrWhiteSpace(draft.Title))
            findings.Add(WorkPlanRules.NoTitle.At("title"));
        if (string.IsNullOrWhiteSpace(draft.Basis))
            findings.Add(WorkPlanRules.NoBasis.At("basis"));
        if (draft.AcceptWithin is < 0 or > LongestAcceptance)
            findings.Add(WorkPlanRules.BadNumber.At("accept_within"));
        if (draft.LateAfter is < 0 or > LongestAcceptance)
            findings.Add(WorkPlanRules.BadNumber.At("late_after"));
        if (draft.SoonWithin is < 0 or > LongestAcceptance)
            findings.Add(WorkPlanRules.BadNumber.At("soon_within"));
        if (draft.Points.IsEmpty)
            findings.Add(WorkPlanRules.NoPoint.At("points"));
        var seen = new HashSet<string>();
        for (var i = 0; i < draft.Points.Length; i++)
            Check(draft.Points[i], string.Create(CultureInfo.InvariantCulture, $"points[{i}]"), seen, context, inForce, findings);
        NotCarriedOn(draft, context.Held, findings);
        return findings.ToImmutable();
    }

    /// <summary>What a draft may hold that no plan may: nothing else keeps an officer from saving.</summary>
    public static ImmutableArray<Finding> Unwritable(PlanDraft draft) =>
        [.. draft.Points.Select((p, i) => (p, i)).Where(x => !IsClause(x.p.Clause)).Select(x => WorkPlanRules.ClauseTwice.At($"points[{x.i}].clause"))];

    private static void Check(WorkPoint point, string where, HashSet<string> seen, IssueContext context, PlanDraft? inForce, ImmutableArray<Finding>.Builder findings)
    {
        if (!IsClause(point.Clause) || !seen.Add(point.Clause))
            findings.Add(WorkPlanRules.ClauseTwice.At($"{where}.clause", $"条号“{point.Clause}”重复或写法不对", $"clause '{point.Clause}' stands twice or is not well written"));
        if (string.IsNullOrWhiteSpace(point.Text))
            findings.Add(WorkPlanRules.NoText.At($"{where}.text"));
        if (point.Measures.IsEmpty)
            findings.Add(WorkPlanRules.NoMeasure.At($"{where}.measures"));
        if (point.Minutes < 0)
            findings.Add(WorkPlanRules.BadNumber.At($"{where}.minutes"));
        var held = context.Numbers ?? new HeldReports(Form2021.Form, PeriodId.Annual(context.Today.Year - 1));
        findings.AddRange(Burden.Check(point.Minutes, point.Asks, held.Form, held.Newest, $"{where}.minutes"));
        var before = inForce?.Points.FirstOrDefault(p => p.Clause == point.Clause)?.Measures ?? [];
        foreach (var once in point.Measures.OfType<OnceBy>().Where(o => o.Due < context.Today && !before.Contains(o)))
            findings.Add(WorkPlanRules.DuePast.At($"{where}.measures", $"期限 {once.Due:yyyy-MM-dd} 早于发布之日 {context.Today:yyyy-MM-dd}", $"due {once.Due:yyyy-MM-dd} lies before the day of issue {context.Today:yyyy-MM-dd}"));
        foreach (var body in point.Bodies.Where(b => b.Unit is null))
            findings.Add(WorkPlanRules.Unresolved.At($"{where}.bodies", $"“{body.Name}”尚未对应到单位", $"'{body.Name}' is not resolved to a unit"));
        if (point.Source is { } source)
            CheckSource(point, source, where, context.Held, findings);
    }

    private static void CheckSource(WorkPoint point, DutyId source, string where, ImmutableArray<Duty> held, ImmutableArray<Finding>.Builder findings)
    {
        ImmutableArray<Measure> above = [.. held.Where(d => PlanDuties.ClauseOf(d.Id) == source).Select(d => d.Measure)];
        if (above.IsEmpty)
        {
            findings.Add(WorkPlanRules.SourceNotHeld.At($"{where}.source", $"本单位没有上级条目 {source}", $"this unit holds no duty {source}"));
            return;
        }
        foreach (var missing in Refinement.Missing(point.Measures, above))
        {
            if (Refinement.IsOnlyLater(point.Measures, missing))
            {
                var due = ((OnceBy)missing).Due;
                findings.Add(WorkPlanRules.DueLater.At($"{where}.measures", $"上级要求 {due:yyyy-MM-dd} 前完成,本条时限更晚或未写", $"above it is due on {due:yyyy-MM-dd}, here later or without a date"));
            }
            else
            {
                findings.Add(WorkPlanRules.Weaker.At($"{where}.measures", $"没有一项要求达到上级的“{missing}”", $"no measure here is as strong as '{missing}' above"));
            }
        }
    }

    // Whoever breaks down one clause of a plan above is asked about its others; a plan of its own is asked nothing.
    private static void NotCarriedOn(PlanDraft draft, ImmutableArray<Duty> held, ImmutableArray<Finding>.Builder findings)
    {
        var carried = draft.Points.Select(p => p.Source).OfType<DutyId>().ToHashSet();
        var plans = carried.Select(c => c.Plan).ToHashSet();
        foreach (var left in held.Where(d => plans.Contains(d.Id.Plan)).Select(d => PlanDuties.ClauseOf(d.Id)).Distinct().Where(c => !carried.Contains(c)))
            findings.Add(WorkPlanRules.NotCarriedOn.At("points", $"上级条目 {left} 没有承接", $"clause {left} from above is not carried on"));
    }

    private static bool IsClause(string clause) => clause.Length is > 0 and <= 96 && !clause.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '#' or '~');
}
