using Federation.Domain.WorkPoints;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class PlanConformance(TestStore store) : StoreConformance(store)
{
    private static readonly PlanId Province = PlanId.Parse("500000/2026/1");
    private static readonly PlanId County = PlanId.Parse("500151/2026/1");

    private IPlanReads Plans => (IPlanReads)Ledger;

    [Fact]
    public async Task Plans_AreReadById_ByIssuer_AndNewestYearFirst()
    {
        var older = PlanId.Parse("500000/2025/9");
        await Record(Changing(new PlanChanged(Row(Province), []), new PlanChanged(Row(County), []), new PlanChanged(Row(older), [])));

        Assert.Equal(Row(Province), await Plans.Plan(Province, None));
        Assert.Null(await Plans.Plan(PlanId.Parse("500000/2026/2"), None));
        Assert.Equal([Province, older], (await Plans.Plans(Id("500000"), null, 10, None)).Select(p => p.Plan));
        Assert.Equal([Province, County], (await Plans.Plans(null, 2026, 10, None)).Select(p => p.Plan));
        Assert.Single(await Plans.Plans(null, null, 1, None));
    }

    [Fact]
    public async Task Clauses_OfANewVersion_ReplaceTheOldOnes_AndLineageIsFoundByRoot()
    {
        await Record(Changing(new PlanChanged(Row(Province), [Clause(Province, "一", 0), Clause(Province, "二", 1)])));
        await Record(Changing(new PlanChanged(Row(Province) with { Version = 2 }, [Clause(Province, "二", 0), Clause(Province, "三", 1)])));
        await Record(Changing(new PlanChanged(Row(County), [Clause(County, "甲", 0) with { Source = $"{Province}#二", Root = $"{Province}#二" }])));

        Assert.Equal(["二", "三"], (await Plans.Clauses(Province, None)).Select(c => c.Clause));
        Assert.Equal([$"{Province}#二", $"{County}#甲"], (await Plans.Lineage([$"{Province}#二"], None)).Select(c => c.Id));
    }

    [Fact]
    public async Task Assignments_AreCountedByRange_ReplacedOneByOne_AndAllAtOnce()
    {
        await Record(Changing(new AssignmentsChanged(Province, true, [Assigned(1, "500100"), Assigned(2, "500151"), Assigned(5, "500152")])));
        var reached = Assigned(2, "500151") with { State = AssignmentState.Accepted, DeliveredAt = At, OpenedAt = At.AddHours(1), AnsweredAt = At.AddHours(2), Light = "open", Due = new DateOnly(2026, 12, 31) };
        await Record(Changing(new AssignmentsChanged(Province, false, [reached])));

        Assert.Equal([(AssignmentState.Assigned, "", 1L), (AssignmentState.Accepted, "open", 1L)], (await Plans.Count(Province, 1, 4, None)).Select(c => (c.State, c.Light, c.Count)));
        Assert.Equal(reached, Assert.Single(await Plans.Assignments(Province, "一", AssignmentState.Accepted, -1, 9, 10, None)));
        Assert.Equal([1, 2], (await Plans.Assignments(Province, null, null, 0, 9, 2, None)).Select(a => a.Ord));
        Assert.Equal(5, Assert.Single(await Plans.Assignments(Province, null, null, 2, 9, 10, None)).Ord);

        await Record(Changing(new AssignmentsChanged(Province, true, [Assigned(3, "500151")])));
        Assert.Equal(3, Assert.Single(await Plans.Assignments(Province, null, null, -1, 9, 10, None)).Ord);
    }

    [Fact]
    public async Task Burden_IsSummedByUnitAndMonth_OfTheYear_WithoutWhatIsWithdrawn()
    {
        ClauseMonthRow[] months = [new("一", new(2026, 3, 1), 30), new("一", new(2026, 12, 1), 60), new("一", new(2027, 1, 1), 5), new("二", new(2026, 3, 1), 7)];
        await Record(Changing(new PlanChanged(Row(Province), []) { Months = [.. months] }));
        await Record(Changing(new AssignmentsChanged(
            Province, true, [Assigned(1, "500100"), Assigned(2, "500151"), Assigned(2, "500151") with { Clause = "二" }, Assigned(3, "500152") with { State = AssignmentState.Withdrawn }, Assigned(9, "500153")])));

        Assert.Equal(
            [("500100", 3, 30L), ("500100", 12, 60L), ("500151", 3, 37L), ("500151", 12, 60L)],
            (await Plans.Burden(Province, 2026, 1, 8, None)).Select(r => (r.Unit!.Value, r.Month.Month, r.Minutes)));
        Assert.Equal([(3, 67L), (12, 120L)], (await Plans.BurdenSum(Province, 2026, 0, 8, None)).Select(r => (r.Month.Month, r.Minutes)));
        Assert.Equal([new PlanBurdenRow(Province, null, new(2027, 1, 1), 5)], (await Plans.BurdenSum(Province, 2027, 9, 9, None)).AsEnumerable());
        await Record(Changing(new PlanChanged(Row(Province), []) { Months = [months[0]] }));
        Assert.Equal([new PlanBurdenRow(Province, Id("500100"), new(2026, 3, 1), 30)], (await Plans.Burden(Province, 2026, 1, 1, None)).AsEnumerable());
    }

    [Fact]
    public async Task Silent_AreThoseToldOf_UntilTheyAnswer()
    {
        var told = new DateOnly(2026, 3, 10);
        await Record(Changing(new AssignmentsChanged(Province, true, [Assigned(1, "500100"), Assigned(2, "500151") with { EscalatedOn = told }, Assigned(5, "500152") with { EscalatedOn = told, State = AssignmentState.Opened }])));
        await Record(Changing(new AssignmentsChanged(County, true, [Assigned(2, "500151") with { Plan = County, EscalatedOn = told }])));

        Assert.Equal([(Id("500152"), Province), (Id("500151"), Province), (Id("500151"), County)], (await Plans.Silent([Id("500152"), Id("500151"), Id("500100")], None)).Select(a => (a.Unit, a.Plan)));
        await Record(Changing(new AssignmentsChanged(Province, false, [Assigned(2, "500151") with { EscalatedOn = told, State = AssignmentState.Accepted }])));
        Assert.Equal([County], (await Plans.Silent([Id("500151")], None)).Select(a => a.Plan));
    }

    [Fact]
    public async Task Count_OfAnyRange_IsWhatIsCountedRowByRow()
    {
        const int units = 1100; // several blocks, and edges on either side of them
        AssignmentRow Of(int ord) => Assigned(ord, $"{500_000_000 + ord}");
        await Record(Changing(new AssignmentsChanged(Province, true, [.. Enumerable.Range(1, units).Select(Of)])));
        await Record(Changing(new AssignmentsChanged(Province, false, [.. Enumerable.Range(200, 500).Select(o => Of(o) with { State = AssignmentState.Delivered, Light = "open" })])));
        await Record(Changing(new AssignmentsChanged(Province, false, [.. Enumerable.Range(250, 30).Select(o => Of(o) with { State = AssignmentState.Refused, Objection = "OB-006" }), Of(300) with { EscalatedOn = new DateOnly(2026, 3, 10) }])));
        await Record(Changing(new AssignmentsChanged(County, true, [Of(5) with { Plan = County }])));

        var rows = await Plans.Assignments(Province, null, null, -1, int.MaxValue, int.MaxValue, None);
        foreach (var (first, last) in new[] { (0, int.MaxValue), (0, 255), (1, 256), (255, 257), (256, 511), (256, 512), (200, 210), (300, 900), (512, 511), (0, 0), (1024, 5000) })
        {
            var expected = rows.Where(r => first <= r.Ord && r.Ord <= last).GroupBy(r => (r.State, r.Light, r.EscalatedOn is not null)).Select(g => (g.Key.State, g.Key.Light, g.Key.Item3, g.LongCount()));
            var counted = (await Plans.Count(Province, first, last, None)).Select(c => (c.State, c.Light, c.Escalated, c.Count));
            Assert.Equal(expected.Order(), counted.Order());
        }
    }

    private static PlanRow Row(PlanId plan) => new(plan, plan.Issuer, plan.Year, "要点", "渝府办发〔2026〕1号", 1, At.ToUniversalTime(), new DateOnly(2026, 3, 1), 3, false);

    private static ClauseRow Clause(PlanId plan, string clause, int ord) => new(plan, clause, ord, "标题", "once\nevery monthly", "", $"{plan}#{clause}", 30);

    private static AssignmentRow Assigned(int ord, string unit) =>
        new(Province, ord, Id(unit), "一", 1, AssignmentState.Assigned, At.ToUniversalTime(), null, null, null, null, "", "", null);
}
