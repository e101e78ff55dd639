using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.Tests.Divisions;
using Federation.Domain.WorkPoints;

namespace Federation.Domain.Tests.WorkPoints;

/// <summary>Plans of 重庆 for tests, and a plan with what happened to it.</summary>
/// <param name="Plan">As it stands.</param>
/// <param name="At">When the next act is recorded.</param>
internal sealed record Plans(WorkPlan Plan, DateTimeOffset At)
{
    public static readonly UnitId Chongqing = UnitId.Parse("500000");
    public static readonly UnitId Tongliang = UnitId.Parse("500151");
    public static readonly UnitId Beibei = UnitId.Parse("500109");
    public static readonly PlanId Id = PlanId.Of(Chongqing, 2026, 12);
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static Plans Blank { get; } = new(WorkPlan.Blank, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public static WorkPoint Point(string clause, params string[] measures) =>
        new(clause, $"标题{clause}", $"内容{clause}", [.. measures.Select(MeasureText.Parse)], [], 30);

    public static PlanDraft Draft(params WorkPoint[] points) => new(
        "2026年政务公开工作要点", "渝府办发〔2026〕12号", new DateOnly(2026, 3, 1), "国办发〔2026〕1号", [.. points], [new OfTier(Tier.County, UnitKind.Territory)], CascadeMode.Straight, 5);

    public static PlanDraft Usual { get; } = Draft(Point("一/(一)", "once 2026-12-31"), Point("一/(二)", "count >=2 quarterly"));

    public static IssueContext Context(PlanId? id = null, DateOnly? today = null, params Duty[] held) => new(
        id ?? Id, today ?? Today, draft => ReceiverList.Of((id ?? Id).Issuer, draft, Units.SmallTree, UnitTags.None), today ?? Today, [.. held]);

    public Plans Then(Func<WorkPlan, Decision<WorkPlanEvent>> act, TimeSpan? later = null)
    {
        var decision = act(Plan);
        Assert.False(decision.Refused, string.Join("; ", decision.Findings.Select(f => f.Code + " " + f.TextEn)));
        var at = At + (later ?? TimeSpan.FromHours(1));
        return decision.Events.Aggregate(this, (plans, e) => new(plans.Plan.Apply(e, at), at));
    }

    public static Plans Issued(PlanDraft? draft = null) => Blank.Then(p => p.SaveDraft(draft ?? Usual, -1, Context())).Then(p => p.Issue(Context()));

    /// <summary>A receipt of a unit: every clause accepted, or none.</summary>
    public Receipt Receipt(UnitId unit, long revision, bool accepted = true, int? version = null, string objection = "") => new(
        unit, version ?? Plan.Version, revision, At, At,
        [.. Plan.Standings[unit].Receiver.Clauses.Select(c => new ReceiptLine(c, accepted ? At : null, objection.Length > 0 ? At.AddMinutes(1) : null, objection, "open", null, null))]);

    public static string Outcome(Decision<WorkPlanEvent> decision) =>
        decision.Refused ? string.Join(' ', decision.Findings.Where(f => f.Blocks).Select(f => f.Code).Distinct())
        : decision.Events.IsEmpty ? "nothing"
        : Assert.Single(decision.Events).GetType().Name;
}
