using FsCheck.Fluent;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;

namespace Federation.Domain.Tests.WorkPoints;

/// <summary>Counts kept with every act are those counted one by one; and what a refusal does.</summary>
public sealed class StandingTallyTests
{
    private static readonly Receipt Refusal = new(Plans.Beibei, 1, 0, Plans.Blank.At, null, []) { Refused = [new RefusalReason("OB-005", "issuer", "不是上级", "not above")] };

    [Fact]
    public void Tally_AfterAnyActs_IsWhatIsCountedOneByOne() => Property.Holds(Gen.Choose(0, 9_999).ListOf(), picks =>
    {
        var plan = Plans.Issued();
        foreach (var (pick, i) in picks.Select((p, i) => (p, i)))
        {
            var unit = pick % 2 == 0 ? Plans.Tongliang : Plans.Beibei;
            plan = (pick % 7) switch
            {
                0 => plan.Then(p => p.Take([Refusal with { Unit = unit, Version = p.Version }])),
                1 => plan.Then(p => p.Take([plan.Receipt(unit, i + 1, accepted: false, objection: "人手不足")])),
                2 => plan.Then(p => p.Escalate(Plans.Today.AddDays(i * 10), (_, day, days) => day.AddDays(days))),
                3 => plan.Then(p => p.SaveDraft(Plans.Usual with { Points = [Plans.Point("一/(一)", $"once 2026-12-{1 + (i % 28):00}")], Receivers = pick % 3 == 0 ? [new Listed([unit])] : Plans.Usual.Receivers }, -1, Plans.Context()))
                    .Then(p => p.Amend("修订", Plans.Context()) is { Refused: false } amended ? amended : Decision<WorkPlanEvent>.Nothing),
                4 => plan.Then(p => p.Take([plan.Receipt(unit, i + 1) with { OpenedAt = null }])),
                _ => plan.Then(p => p.Take([plan.Receipt(unit, i + 1)])),
            };
            Assert.Equal(StandingTally.Of(plan.Plan.Standings.Values), plan.Plan.Tally);
        }
    });

    [Fact]
    public void Refusal_IsNoDelivery_AndIsShownWithItsReasons()
    {
        var plan = Plans.Issued().Then(p => p.Take([Refusal]));
        Assert.Equal((2, 0, 1), (plan.Plan.Tally.Receivers, plan.Plan.Tally.Reached, plan.Plan.Tally.Refused));
        var row = PlanRowsOf.Of(Plans.Id, plan.Plan, [Plans.Beibei]).Rows[0];
        Assert.Equal((AssignmentState.Refused, "OB-005 不是上级", (DateTimeOffset?)null), (row.State, row.Objection, row.DeliveredAt));
        Assert.DoesNotContain(Plans.Beibei, ((PlanSilenceEscalated)plan.Plan.Escalate(new DateOnly(2026, 6, 1), (_, day, days) => day.AddDays(days)).Events[0]).Units); // it has answered
        Assert.Equal("nothing", Plans.Outcome(plan.Plan.Take([Refusal])));
    }

    [Fact]
    public void Refusal_OfAVersionTakenSince_ChangesNothing_AndTakingItEndsTheRefusal()
    {
        var refused = Plans.Issued().Then(p => p.Take([Refusal]));
        var taken = refused.Then(p => p.Take([refused.Receipt(Plans.Beibei, 1)]));
        Assert.Equal((1, 0), (taken.Plan.Tally.Reached, taken.Plan.Tally.Refused));
        Assert.Equal("nothing", Plans.Outcome(taken.Plan.Take([Refusal])));
    }
}
