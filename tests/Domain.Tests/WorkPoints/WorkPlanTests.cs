using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;

namespace Federation.Domain.Tests.WorkPoints;

public sealed class WorkPlanTests
{
    [Fact]
    public void SaveDraft_WithFaults_IsKeptAndEveryFaultIsTold()
    {
        var draft = Plans.Usual with { Title = " ", AcceptWithin = 99, Points = [Plans.Point("一"), Plans.Point("一", "once 2026-03-01") with { Text = "", Minutes = -1 }] };
        var decision = WorkPlan.Blank.SaveDraft(draft, -1, Plans.Context());

        Assert.IsType<PlanDraftSaved>(Assert.Single(decision.Events));
        Assert.Equal(["WP-001", "WP-010", "WP-004", "WP-003", "WP-005", "WP-010", "OB-103", "WP-006"], decision.Findings.Where(f => f.Blocks).Select(f => f.Code));
    }

    [Theory] // of whom somebody edits at the same time, one learns it
    [InlineData(0, "PlanDraftSaved")]
    [InlineData(1, "WP-204")]
    [InlineData(-1, "PlanDraftSaved")]
    public void SaveDraft_OnARevision_IsTakenOnTheNewestAlone(long revision, string outcome) =>
        Assert.Equal(outcome, Plans.Outcome(WorkPlan.Blank.SaveDraft(Plans.Usual, revision, Plans.Context())));

    [Fact]
    public void Issue_DueBeforeToday_IsRefused_OnTheDayItselfNot()
    {
        var kept = Plans.Blank.Then(p => p.SaveDraft(Plans.Draft(Plans.Point("一", "once 2026-03-02")), -1, Plans.Context()));
        Assert.Equal("PlanIssued", Plans.Outcome(kept.Plan.Issue(Plans.Context(today: new DateOnly(2026, 3, 2)))));
        Assert.Equal("WP-006", Plans.Outcome(kept.Plan.Issue(Plans.Context(today: new DateOnly(2026, 3, 3)))));
    }

    [Theory]
    [InlineData("once 2026-03-20", "PlanIssued")] // as it was: the plan can still be amended after its first last day
    [InlineData("once 2026-03-19", "WP-006")]
    [InlineData("once 2026-03-21", "WP-006")]
    [InlineData("once 2026-04-01", "PlanIssued")] // the day itself
    public void Amend_AfterALastDay_KeepsThatDay_ButSetsNoOtherInThePast(string measure, string outcome)
    {
        var issued = Plans.Blank.Then(p => p.SaveDraft(Plans.Draft(Plans.Point("一", "once 2026-03-20")), -1, Plans.Context())).Then(p => p.Issue(Plans.Context()));
        var amended = issued.Then(p => p.SaveDraft(Plans.Draft(Plans.Point("一", measure), Plans.Point("二", "once 2026-12-31")), -1, Plans.Context(today: new DateOnly(2026, 4, 1))));
        Assert.Equal(outcome, Plans.Outcome(amended.Plan.Amend("增加一条", Plans.Context(today: new DateOnly(2026, 4, 1)))));
    }

    [Fact]
    public void Issue_Twice_IsRefused() => Assert.Equal("WP-202", Plans.Outcome(Plans.Issued().Plan.Issue(Plans.Context())));

    [Fact]
    public void Issue_WithoutADraft_IsRefused() => Assert.Equal("WP-206", Plans.Outcome(WorkPlan.Blank.Issue(Plans.Context())));

    [Fact]
    public void Take_OlderOrTheSameAgain_OrOfAStranger_ChangesNothing()
    {
        var plan = Plans.Issued();
        var taken = plan.Then(p => p.Take([plan.Receipt(Plans.Tongliang, 5)]));
        var same = plan.Receipt(Plans.Tongliang, 5);
        Assert.Equal("nothing", Plans.Outcome(taken.Plan.Take([same])));
        Assert.Equal("PlanReceiptsTaken", Plans.Outcome(taken.Plan.Take([same with { Lines = [.. same.Lines.Select(l => l with { Light = "late" })] }]))); // a light changed by itself
        Assert.Equal("nothing", Plans.Outcome(taken.Plan.Take([plan.Receipt(Plans.Tongliang, 4, accepted: false)])));
        Assert.Equal("nothing", Plans.Outcome(taken.Plan.Take([plan.Receipt(Plans.Tongliang, 9) with { Unit = UnitId.Parse("320831") }])));
        Assert.Equal("PlanReceiptsTaken", Plans.Outcome(taken.Plan.Take([plan.Receipt(Plans.Tongliang, 6, accepted: false, objection: "人手不足")])));
    }

    [Theory] // five working days after 2 March 2026, a Monday: 9 March is the last
    [InlineData("2026-03-09", "nothing")]
    [InlineData("2026-03-10", "PlanSilenceEscalated")]
    public void Escalate_AfterTheLastDay_TellsOfTheSilentAlone(string today, string outcome)
    {
        var plan = Plans.Issued();
        var answered = plan.Then(p => p.Take([plan.Receipt(Plans.Tongliang, 1, accepted: false, objection: "不属本区职责"), plan.Receipt(Plans.Beibei, 1, accepted: false)]));
        var decision = answered.Plan.Escalate(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Weekdays);

        Assert.Equal(outcome, Plans.Outcome(decision));
        if (decision.Events.FirstOrDefault() is PlanSilenceEscalated silence)
        {
            Assert.Equal(Plans.Beibei, Assert.Single(silence.Units));
            Assert.Equal("nothing", Plans.Outcome(answered.Then(_ => decision).Plan.Escalate(new DateOnly(2026, 6, 1), Weekdays))); // once
        }
    }

    [Fact]
    public void Amend_OneClause_KeepsReceiptsOfWhoIsBoundAsBefore_AndLetsGoOfTheRest()
    {
        var first = Plans.Draft(Plans.Point("一", "once 2026-12-31"), Plans.Point("二", "once") with { Receivers = [new Listed([Plans.Beibei])] });
        var plan = Plans.Issued(first);
        plan = plan.Then(p => p.Take([plan.Receipt(Plans.Tongliang, 1), plan.Receipt(Plans.Beibei, 1)]));
        var changed = first with { Points = [first.Points[0], Plans.Point("二", "once 2026-06-30") with { Receivers = [new Listed([Plans.Beibei])] }] };
        var amended = plan.Then(p => p.SaveDraft(changed, -1, Plans.Context())).Then(p => p.Amend("统一期限", Plans.Context()));

        Assert.Equal(2, amended.Plan.Version);
        Assert.True(amended.Plan.Standings[Plans.Tongliang].IsReached); // bound as before: work goes on, nobody is asked again
        Assert.False(amended.Plan.Standings[Plans.Beibei].IsReached); // bound otherwise: to be delivered
        Assert.NotNull(amended.Plan.Standings[Plans.Beibei].Receipt); // what it had said is kept

        var narrowed = amended.Then(p => p.SaveDraft(changed with { Points = [changed.Points[1]] }, -1, Plans.Context())).Then(p => p.Amend("删去第一条", Plans.Context()));
        Assert.Empty(narrowed.Plan.Standings[Plans.Tongliang].Receiver.Clauses);
        Assert.Equal(3, narrowed.Plan.Standings[Plans.Tongliang].Version); // it must be told
        Assert.Equal([(ClauseChange.Same, "二"), (ClauseChange.Removed, "一")], PlanDifference.Of(changed, narrowed.Plan.Issued!.Content).Select(d => (d.Change, d.Clause)));
    }

    [Fact]
    public void Amend_TheNumberAlone_AsksNobodyAgain()
    {
        var plan = Plans.Issued();
        plan = plan.Then(p => p.Take([plan.Receipt(Plans.Tongliang, 1), plan.Receipt(Plans.Beibei, 1)]));
        var amended = plan.Then(p => p.SaveDraft(Plans.Usual with { DocumentNumber = "渝府办发〔2026〕13号" }, -1, Plans.Context())).Then(p => p.Amend("文号更正", Plans.Context()));

        Assert.Equal((2, 2), (amended.Plan.Version, amended.Plan.Tally.Accepted));
        Assert.False(PlanDifference.IsCalledAlike(plan.Plan.Issued!, amended.Plan.Issued!)); // so everybody is told
        Assert.True(PlanDifference.IsCalledAlike(amended.Plan.Issued!, amended.Plan.Issued! with { Version = 3 }));
    }

    [Fact]
    public void Amend_WithoutReason_OrWithoutAChange_IsRefusedWithBoth()
    {
        var plan = Plans.Issued().Then(p => p.SaveDraft(Plans.Usual, -1, Plans.Context()));
        Assert.Equal("WP-205 WP-207", Plans.Outcome(plan.Plan.Amend(" ", Plans.Context())));
    }

    [Fact]
    public void Withdraw_BindsNobodyAnyMore_AndNothingFollows()
    {
        var plan = Plans.Issued().Then(p => p.Withdraw("上级文件废止"));
        Assert.Equal("nothing", Plans.Outcome(plan.Plan.Withdraw("再次")));
        Assert.Equal("WP-203", Plans.Outcome(plan.Plan.SaveDraft(Plans.Usual, -1, Plans.Context())));
        Assert.Equal("nothing", Plans.Outcome(plan.Plan.Escalate(new DateOnly(2026, 12, 1), Weekdays)));
        Assert.All(PlanRowsOf.All(Plans.Id, plan.Plan).Rows, r => Assert.Equal(AssignmentState.Withdrawn, r.State));
    }

    [Theory]
    [InlineData("once 2026-11-30", "")]
    [InlineData("once 2026-12-31", "")]
    [InlineData("once 2027-01-01", "WP-302")]
    [InlineData("once", "WP-302")]
    [InlineData("every monthly", "WP-303")]
    public void Issue_CarryingAClauseOn_IsHeldToIt(string measure, string codes)
    {
        var county = PlanId.Of(Plans.Tongliang, 2026, 1);
        var source = DutyId.Of(Plans.Id.ToString(), "一/(一)");
        Duty[] held = [.. Plans.Usual.Points.SelectMany(p => PlanDuties.Of(Plans.Id, Plans.Usual, p, Plans.Tongliang, PlanDuties.TrailOf(Plans.Id, Plans.Usual, p, [])))];
        var draft = Plans.Draft(Plans.Point("1", measure) with { Source = source }) with { Receivers = [new OfTier(Tier.Township, null)] };
        var context = Plans.Context(county, null, held);
        var decision = Plans.Blank.Then(p => p.SaveDraft(draft, -1, context)).Plan.Issue(context);

        Assert.Equal(codes.Length > 0 ? codes : "PlanIssued", Plans.Outcome(decision));
        Assert.Contains(decision.Findings, f => f.Code == "WP-304"); // the second clause from above has no one
        if (decision.Events.FirstOrDefault() is PlanIssued issued)
            Assert.Equal([$"{source}", $"{county}#1"], issued.Trails["1"].Select(t => t.Clause.ToString()));
    }

    [Fact]
    public void Issue_CarryingOnWhatTheUnitDoesNotHold_IsRefused()
    {
        var draft = Plans.Draft(Plans.Point("1", "once") with { Source = DutyId.Of(Plans.Id.ToString(), "九") });
        Assert.Equal("WP-301", Plans.Outcome(Plans.Blank.Then(p => p.SaveDraft(draft, -1, Plans.Context())).Plan.Issue(Plans.Context())));
    }

    private static DateOnly Weekdays(UnitId unit, DateOnly from, int days)
    {
        while (days > 0)
        {
            from = from.AddDays(1);
            days -= from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }
        return from;
    }
}
