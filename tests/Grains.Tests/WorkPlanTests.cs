using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;

namespace Federation.Grains.Tests;

/// <summary>A plan from issue to receipts, through the outbox.</summary>
public sealed class WorkPlanTests
{
    private static readonly PlanId Province = PlanId.Of(SmallNation.Province, 2026, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly PlanDraft Draft = new(
        "2026年政务公开工作要点", "甲政办发〔2026〕1号", null, "国办发〔2026〕1号",
        [Point("一", "once 2026-12-31"), Point("二", "count >=2 quarterly", "every monthly")], [new OfTier(Tier.County, UnitKind.Territory), new OfTier(Tier.Township, null)], CascadeMode.Straight, 5);

    [Fact]
    public async Task Issue_ReachesEveryReceiver_AndReceiptsComeBack()
    {
        await using var nation = await SmallNation.Start();
        var plan = await Issued(nation, Province, Draft);
        await Until(plan, v => v.Counts.Reached == 4, "four units are reached");

        var book = Book(nation, SmallNation.TownA);
        var duties = await plan.DutiesOf(SmallNation.TownA);
        Assert.Equal(["一", "二", "二~2"], duties.Select(d => d.Id.Clause));
        Assert.False((await book.Open(new OpenDuties("", Clerk(SmallNation.TownA), Province.ToString()))).Refused);
        Assert.False((await book.Accept(new AcceptDuties("", Clerk(SmallNation.TownA), [.. duties.Select(d => d.Id)]))).Refused);
        Assert.False((await Book(nation, SmallNation.TownB).RaiseObjection(new ObjectToDuty("", Clerk(SmallNation.TownB), duties[0].Id, "不属本乡职责"))).Refused);
        var view = await Until(plan, v => v.Counts is { Accepted: 1, Objected: 1 }, "one accepts, one objects");

        Assert.Equal(new PlanCounts(4, 4, 1, 1, 1, 0), view.Counts);
        Assert.Empty(await nation.Ledger.ReadOutbox(0, 100, CancellationToken.None));
        var rows = await nation.Ledger.Assignments(Province, "一", null, -1, int.MaxValue, 100, CancellationToken.None);
        Assert.Equal(
            ["110100001 Delivered", "110101 Delivered", "110101001 Accepted", "110101002 Objected"],
            rows.OrderBy(r => r.Unit).Select(r => $"{r.Unit} {r.State}"));
    }

    [Fact]
    public async Task Issue_ToAUnitThatIsCutOff_IsVisible_AndArrivesOnReturn()
    {
        CutOff? away = null;
        await using var nation = await SmallNation.Start(seen: ledger => away = new CutOff(ledger, GrainKeys.Duties(SmallNation.County, 2026)));
        var plan = await Issued(nation, Province, Draft);
        await Until(plan, v => v.Counts.Reached == 3, "three units are reached");

        var missing = Assert.Single(await nation.Ledger.Assignments(Province, "一", AssignmentState.Assigned, -1, int.MaxValue, 100, CancellationToken.None));
        Assert.Equal((SmallNation.County, (DateTimeOffset?)null), (missing.Unit, missing.DeliveredAt)); // not reached since it was sent
        Assert.NotEmpty(await nation.Ledger.ReadOutbox(0, 100, CancellationToken.None));

        away!.Away = false;
        await Until(plan, v => v.Counts.Reached == 4, "the county has come back");
        Assert.Equal(3, (await plan.DutiesOf(SmallNation.County)).Length);
    }

    [Fact]
    public async Task Silence_AfterTheLastDay_IsRecordedOnce()
    {
        await using var nation = await SmallNation.Start();
        var plan = await Issued(nation, Province, Draft);
        await Until(plan, v => v.Counts.Reached == 4, "four units are reached");
        Assert.Equal(0, await plan.Escalate());

        nation.Clock.Forward(TimeSpan.FromDays(8)); // 20 January 2026 is a Tuesday: the 27th is the last day
        Assert.Equal(4, await plan.Escalate());
        Assert.Equal(0, await plan.Escalate());
        Assert.Equal(4, (await plan.Get())!.Counts.Escalated);

        // the province's plan went straight to the townships: the county between them finds their silence until they answer
        ImmutableArray<UnitId> below = [SmallNation.TownA, SmallNation.TownB];
        Assert.Equal(["110101001 一", "110101001 二", "110101002 一", "110101002 二"], (await nation.Ledger.Silent(below, CancellationToken.None)).Select(a => $"{a.Unit} {a.Clause}"));
        var duties = await plan.DutiesOf(SmallNation.TownA);
        Assert.False((await Book(nation, SmallNation.TownA).Accept(new AcceptDuties("", Clerk(SmallNation.TownA), [.. duties.Select(d => d.Id)]))).Refused);
        await Until(plan, v => v.Counts.Accepted == 1, "one accepts after all");
        Assert.All(await nation.Ledger.Silent(below, CancellationToken.None), a => Assert.Equal(SmallNation.TownB, a.Unit));
    }

    [Fact]
    public async Task Cascade_Weakening_IsRefused_AndALineageLeadsUp()
    {
        await using var nation = await SmallNation.Start();
        await Until(await Issued(nation, Province, Draft), v => v.Counts.Reached == 4, "four units are reached");
        var county = PlanId.Of(SmallNation.County, 2026, 7);
        var draft = Cascading.Draft(Province, Draft, new HashSet<string> { "一", "二" }, [new OfTier(Tier.Township, null)], CascadeMode.Straight, 0);

        var late = draft with { Points = [draft.Points[0] with { Measures = [new OnceBy(new DateOnly(2027, 1, 1))] }, draft.Points[1]] };
        Assert.Equal(["WP-302"], (await TryIssue(nation, county, late)).Findings.Where(f => f.Blocks).Select(f => f.Code));

        var plan = await Issued(nation, county, draft);
        await Until(plan, v => v.Counts.Reached == 2, "both townships are reached");
        var duty = (await plan.DutiesOf(SmallNation.TownA))[0];
        Assert.Equal([$"{Province}#一", $"{county}#一"], duty.Trail.Select(t => t.Clause.ToString()));
        var clauses = await nation.Ledger.Clauses(county, CancellationToken.None);
        Assert.Equal([$"{county}#一", $"{Province}#一"], PlanLineage.Up(clauses[0], await nation.Ledger.Lineage([clauses[0].Root], CancellationToken.None)).Select(c => c.Id));
    }

    [Fact]
    public async Task Amend_AndWithdraw_ReachTheBooks()
    {
        await using var nation = await SmallNation.Start();
        var plan = await Issued(nation, Province, Draft);
        await Until(plan, v => v.Counts.Reached == 4, "four units are reached");
        var by = Officer(SmallNation.Province);
        Assert.False((await plan.SaveDraft(new SavePlanDraft("", by, Draft with { Points = [Draft.Points[0], Point("三", "once 2026-06-30")] }))).Refused);
        Assert.Equal(["WP-205"], (await plan.Amend(new AmendPlan("", by, ""))).Findings.Where(f => f.Blocks).Select(f => f.Code));
        var amended = await plan.Amend(new AmendPlan("amend-1", by, "调整任务"));
        Assert.Equal(["三 Added", "二 Removed"], amended.Value!.History[^1].Differences.Select(d => $"{d.Clause} {d.Change}"));
        Assert.Equal(amended.Value.Version, (await plan.Amend(new AmendPlan("amend-1", by, "调整任务"))).Value!.Version); // a repeat
        await Until(plan, v => v.Counts.Reached == 4, "all have the new version");
        Assert.Equal(2, (await Book(nation, SmallNation.TownA).Receipts(Province.ToString()))!.PlanVersion);

        Assert.False((await plan.Withdraw(new WithdrawPlan("", by, "文件废止"))).Refused);
        await Until(async () => (await Book(nation, SmallNation.TownA).Receipts(Province.ToString()))!.Lines.IsEmpty, "the book lets go");
    }

    [Fact] // a town that ended since the day of the tree: no superior of today stands above it, and its book says so
    public async Task Refusal_OfABook_IsNoDelivery_AndComesBackWithItsFindings()
    {
        var ended = SmallNation.Csv.Replace("\n", ",,\n", StringComparison.Ordinal).Replace("parent,kind,,", "parent,kind,from,to", StringComparison.Ordinal)
            .Replace("戊乡,township,110101,,,", "戊乡,township,110101,,,2026-01-10", StringComparison.Ordinal) + ",,";
        await using var nation = await SmallNation.Start(csv: ended);
        var plan = nation.Grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(Province));
        Assert.False((await plan.SaveDraft(new SavePlanDraft("", Officer(SmallNation.Province), Draft))).Refused);
        Assert.False((await plan.Issue(new IssuePlan("", Officer(SmallNation.Province), new DateOnly(2026, 1, 5)))).Refused);

        var view = await Until(plan, v => v.Counts.Reached == 3 && v.Counts.Refused == 1, "three take it and one refuses");
        Assert.Equal(4, view.Counts.Receivers);
        var row = Assert.Single(await nation.Ledger.Assignments(Province, "一", AssignmentState.Refused, -1, int.MaxValue, 100, CancellationToken.None));
        Assert.Equal(SmallNation.TownB, row.Unit);
        Assert.StartsWith("OB-005 ", row.Objection, StringComparison.Ordinal);
        Assert.Empty(await nation.Ledger.ReadOutbox(0, 100, CancellationToken.None)); // settled: it is not sent for ever
    }

    [Fact]
    public async Task Amend_TheNumberAlone_ReachesTheBooks_AndAsksNobodyAgain()
    {
        await using var nation = await SmallNation.Start();
        var plan = await Issued(nation, Province, Draft);
        var duties = await plan.DutiesOf(SmallNation.TownA);
        await Until(plan, v => v.Counts.Reached == 4, "four units are reached");
        Assert.False((await Book(nation, SmallNation.TownA).Accept(new AcceptDuties("", Clerk(SmallNation.TownA), [.. duties.Select(d => d.Id)]))).Refused);
        await Until(plan, v => v.Counts.Accepted == 1, "one accepts");

        var by = Officer(SmallNation.Province);
        Assert.False((await plan.SaveDraft(new SavePlanDraft("", by, Draft with { DocumentNumber = "甲政办发〔2026〕2号" }))).Refused);
        Assert.False((await plan.Amend(new AmendPlan("", by, "文号更正"))).Refused);
        await Until(async () => (await Book(nation, SmallNation.TownA).Receipts(Province.ToString()))!.PlanVersion == 2, "the book has the new version");

        var book = (await Book(nation, SmallNation.TownA).Get(Clerk(SmallNation.TownA))).Value!;
        Assert.All(book.Duties, d => Assert.Contains("甲政办发〔2026〕2号", d.Duty.Basis, StringComparison.Ordinal));
        Assert.All((await Book(nation, SmallNation.TownA).Receipts(Province.ToString()))!.Lines, l => Assert.NotNull(l.AcceptedAt));
        Assert.Equal((4, 1), ((await plan.Get())!.Counts.Reached, (await plan.Get())!.Counts.Accepted));
    }

    private static WorkPoint Point(string clause, params string[] measures) => new(clause, $"标题{clause}", $"内容{clause}", [.. measures.Select(MeasureText.Parse)], [], 30);

    private static Subject Officer(UnitId unit) => new("officer", unit, [Role.Officer]);

    private static Subject Clerk(UnitId unit) => new("clerk", unit, [Role.Clerk]);

    private static IObligationBookGrain Book(SmallNation nation, UnitId unit) => nation.Grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(unit, 2026));

    private static async Task<Reply<PlanView>> TryIssue(SmallNation nation, PlanId id, PlanDraft draft)
    {
        var plan = nation.Grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(id));
        Assert.False((await plan.SaveDraft(new SavePlanDraft("", Officer(id.Issuer), draft))).Refused);
        return await plan.Issue(new IssuePlan("", Officer(id.Issuer)));
    }

    private static async Task<IWorkPlanGrain> Issued(SmallNation nation, PlanId id, PlanDraft draft)
    {
        var issued = await TryIssue(nation, id, draft);
        Assert.False(issued.Refused, string.Join("; ", issued.Findings.Select(f => f.Code + " " + f.TextEn)));
        return nation.Grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(id));
    }

    private static async Task<PlanView> Until(IWorkPlanGrain plan, Func<PlanView, bool> holds, string what)
    {
        PlanView? view = null;
        await Until(async () => holds(view = (await plan.Get())!), what);
        return view!;
    }

    private static async Task Until(Func<Task<bool>> holds, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, $"it never came that {what}");
            await Task.Delay(20);
        }
    }
}
