using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;

namespace Federation.Web.Tests.Hosting;

public sealed partial class FederationHost
{
    /// <summary>The province's plan for 2026.</summary>
    public static readonly PlanId ProvincePlan = PlanId.Parse("500000/2026/1");

    /// <summary>The plan with which Tongliang carries two of its clauses on.</summary>
    public static readonly PlanId CountyPlan = PlanId.Parse("500151/2026/1");

    /// <summary>Officer of a unit.</summary>
    public static Subject OfficerOf(string unit) => new("zhou", UnitId.Parse(unit), [Role.Officer]);

    /// <summary>Clerk of a unit.</summary>
    public static Subject ClerkOf(string unit) => new("wang", UnitId.Parse(unit), [Role.Clerk]);

    /// <summary>
    /// The province's plan goes to units directly below it. Tongliang takes all of it on and carries two clauses on to everything directly below; its
    /// finance bureau does one duty; Beibei objects to a clause; the audit bureau is silent. Five weeks later what was due in April is late.
    /// </summary>
    public async Task MakePlans()
    {
        var plan = Grain<IWorkPlanGrain>(GrainKeys.Plan(ProvincePlan));
        Took(await plan.SaveDraft(new SavePlanDraft("", OfficerOf("500000"), ProvinceDraft)));
        Took(await plan.Issue(new IssuePlan("", OfficerOf("500000"))));
        await Counted(ProvincePlan, c => c.Reached == 3);
        foreach (var unit in (string[])["500109", "500151"])
            Took(await Book(unit).Open(new OpenDuties("", ClerkOf(unit), ProvincePlan.ToString())));
        Took(await Book("500151").Accept(new AcceptDuties("", ClerkOf("500151"), await Ids("500151"))));
        var edu = (await Ids("500109"))[0];
        Took(await Book("500109").RaiseObjection(new ObjectToDuty("", ClerkOf("500109"), edu, "本区无此项业务")));
        await Counted(ProvincePlan, c => c is { Accepted: 1, Objected: 1 });

        var county = Grain<IWorkPlanGrain>(GrainKeys.Plan(CountyPlan));
        var carried = Cascading.Draft(ProvincePlan, ProvinceDraft, new HashSet<string> { "一/(一)", "一/(二)" }, [], CascadeMode.StepByStep, 5);
        Took(await county.SaveDraft(new SavePlanDraft("", OfficerOf("500151"), carried with { AcceptWithin = 3 })));
        Took(await county.Issue(new IssuePlan("", OfficerOf("500151"))));
        await Counted(CountyPlan, c => c.Reached == 9);
        var finance = await Ids("500151.finance");
        Took(await Book("500151.finance").Accept(new AcceptDuties("", ClerkOf("500151.finance"), finance)));
        Took(await Book("500151.finance").Give(new GiveEvidence("", ClerkOf("500151.finance"), finance[0], "file", new string('7', 64))));
        Took(await Book("500151001").Accept(new AcceptDuties("", ClerkOf("500151001"), await Ids("500151001"))));
        await Counted(CountyPlan, c => c.Accepted == 2);

        clock.Set(At("2026-05-08"));
        foreach (var unit in (string[])["500000.audit", "500109", "500151", "500151.audit", "500151.finance", "500151.health", "500151001", "500151002", "500151003", "500151101", "500151103", "500151104"])
            await Book(unit).Wake();
        Assert.True(await plan.Escalate() > 0);
        Assert.True(await county.Escalate() > 0);
        await Counted(CountyPlan, c => c.Escalated > 0);
    }

    /// <summary>A unit's duties of 2026.</summary>
    public IObligationBookGrain Book(string unit) => Grain<IObligationBookGrain>(GrainKeys.Duties(UnitId.Parse(unit), 2026));

    /// <summary>Waits until the receipts of a plan have come in.</summary>
    public async Task Counted(PlanId plan, Predicate<PlanCounts> until)
    {
        using var enough = new CancellationTokenSource(patience);
        PlanCounts counts;
        while (!until(counts = (await Grain<IWorkPlanGrain>(GrainKeys.Plan(plan)).Get())!.Counts))
        {
            Assert.False(enough.IsCancellationRequested, $"{plan} stands at {counts}");
            await Task.Delay(20);
        }
    }

    private static PlanDraft ProvinceDraft { get; } = new(
        "重庆市2026年政务公开工作要点", "渝府办发〔2026〕12号", new DateOnly(2026, 4, 1), "《国务院办公厅关于印发2026年政务公开工作要点的通知》(国办发〔2026〕5号)",
        [
            new WorkPoint("一/(一)", "公布权力清单", "各区县人民政府于4月底前在政府网站公布权力清单和责任清单,并及时更新。", [new OnceBy(new DateOnly(2026, 4, 30))], [new NamedBody(DutyRole.Lead, "市审计局", UnitId.Parse("500000.audit"))], 60),
            new WorkPoint("一/(二)", "解读政策文件", "重要政策文件公开后3个工作日内发布解读材料;每季度不少于2次。", [new WithinOfEvent("文件公开", 3, LimitUnit.WorkingDays), new CountPerPeriod(2, Cadence.Quarterly)], [new NamedBody(DutyRole.Responsible, "各区县人民政府", null)], 30),
            new WorkPoint("二/1", "提高答复及时率", "依申请公开按时答复率不低于98%。", [new RatioBound(0.98m, BoundKind.AtLeast, Cadence.Yearly)], [], 15),
            new WorkPoint("二/2", "报送季度进展", "每季度结束后5个工作日内报送进展。", [new EveryPeriod(Cadence.Quarterly, 5)], [], 20),
        ],
        [new DirectlyBelow()], CascadeMode.StepByStep, 5);

    private async Task<ImmutableArray<DutyId>> Ids(string unit) => [.. (await Book(unit).Get(ClerkOf(unit))).Value!.Duties.Select(d => d.Duty.Id)];

    private static void Took<T>(Reply<T> reply)
        where T : class => Assert.False(reply.Refused, string.Join('\n', reply.Findings.Select(f => f.TextEn)));
}
