using Federation.Domain.Authority;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>A city's plan over gRPC: down to its counties, broken down by one of them, with coverage, assignments, lineage and duties.</summary>
public sealed class CityPlan : GatewayHost, IAsyncLifetime
{
    public const string CityPlanId = $"{City}/2026/1", CountyPlanId = $"{County}/2026/1", First = "一/(一)", Second = "一/(二)";

    public V1.WorkPlans.WorkPlansClient Plans => new(Calls);

    public V1.Obligations.ObligationsClient Duties => new(Calls);

    public Metadata OfficerOf(string unit) => As("officer", unit, Role.Officer);

    public static PlanContent Content(params string[] measuresOfSecond) => new()
    {
        Title = "乙市2026年政务公开工作要点",
        DocumentNumber = "乙政办发〔2026〕3号",
        Basis = "省2026年工作要点",
        Receivers = { "direct" },
        Mode = CascadeMode.StepByStep,
        AcceptWithin = 5,
        Points =
        {
            new WorkPoint { Clause = First, Title = "公布清单", Text = "6月底前公布权力清单。", Measures = { "once 2026-06-30" }, Minutes = 30 },
            new WorkPoint { Clause = Second, Title = "解读政策", Text = "每季度不少于2次。", Measures = { measuresOfSecond.Length > 0 ? measuresOfSecond : ["count >=2 quarterly"] }, Minutes = 10 },
        },
    };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Plans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = City, Year = 2026, Number = 1, Content = Content() }, OfficerOf(City));
        await Plans.IssuePlanAsync(new IssuePlanRequest { Unit = City, Year = 2026, Number = 1 }, OfficerOf(City));
        await Counted(City, c => c.Reached == 2);
        await Duties.AcceptDutiesAsync(new AcceptDutiesRequest { Unit = County, Year = 2026, Duties = { $"{CityPlanId}#{First}", $"{CityPlanId}#{Second}" } }, Clerk(County));
        await Counted(City, c => c.Accepted == 1);
        await Plans.CascadePlanAsync(new CascadePlanRequest { Unit = County, Year = 2026, Number = 1, From = CityPlanId, EarlierByDays = 10, Mode = CascadeMode.StepByStep }, OfficerOf(County));
        await Plans.IssuePlanAsync(new IssuePlanRequest { Unit = County, Year = 2026, Number = 1 }, OfficerOf(County));
        await Counted(County, c => c.Reached == 4);
    }

    /// <summary>Waits until the receipts of a unit's plan have come in.</summary>
    public async Task Counted(string unit, Predicate<PlanCounts> until)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Plan plan;
        while (!until((plan = await Plans.GetPlanAsync(new GetPlanRequest { Unit = unit, Year = 2026, Number = 1 }, OfficerOf(unit))).Counts))
        {
            Assert.False(enough.IsCancellationRequested, $"the plan of {unit} stands at {plan.Counts}");
            await Task.Delay(20);
        }
    }
}

/// <summary>Who has taken a plan up, as callers read it.</summary>
public sealed class WorkPlanTests(CityPlan host) : IClassFixture<CityPlan>
{
    [Fact]
    public async Task Coverage_ShowsHolesAndWhatIsCarriedOn_TheSameOverRest()
    {
        var found = await host.Plans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = City, Year = 2026, Number = 1 }, host.OfficerOf(City));
        Assert.Equal([County, OtherCounty], found.Units.Select(u => u.Unit));
        var (taken, hole) = (found.Units[0].Cells[0], found.Units[1].Cells[0]);
        Assert.Equal((1L, 1L, 1L, false), (taken.Assigned, taken.Accepted, taken.CarriedOn, taken.Hole));
        Assert.Equal((1L, 0L, true), (hole.Assigned, hole.Accepted, hole.Hole));
        Assert.Equal((2, 0), (found.Holes, found.Untaken.Count));
        Assert.Equal(["count >=2 quarterly"], found.Clauses[1].Measures);
        var (status, body) = await host.Send("GET", $"/v1/units/{City}/plans/2026/1/coverage", host.OfficerOf(City));
        Assert.Equal((200, 2), (status, (int)body!["holes"]!));
    }

    [Fact]
    public async Task Coverage_BelowACounty_IsOfItsOwnPartAlone()
    {
        var found = await host.Plans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = County, Year = 2026, Number = 1 }, host.OfficerOf(County));
        Assert.Equal([Audit, TownA, TownB, TownC], found.Units.Select(u => u.Unit));
        Assert.Equal(8, found.Holes);
        var foreign = await Assert.ThrowsAsync<RpcException>(async () => await host.Plans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = County, Year = 2026, Number = 1 }, host.OfficerOf(OtherCounty)));
        Assert.Equal(StatusCode.PermissionDenied, foreign.StatusCode);
        var nowhere = await Assert.ThrowsAsync<RpcException>(async () => await host.Plans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = County, Year = 2026, Number = 9 }, host.OfficerOf(County)));
        Assert.Equal("GW-113", Refused.Of(nowhere).Codes.Single());
    }

    [Fact]
    public async Task Assignments_AreFilteredAndPaged_EveryUnitOnOnePage()
    {
        var request = new ListAssignmentsRequest { Unit = County, Year = 2026, Number = 1, PageSize = 3 };
        var seen = new List<string>();
        do
        {
            var page = await host.Plans.ListAssignmentsAsync(request, host.OfficerOf(County));
            Assert.All(page.Assignments.GroupBy(a => a.Unit), g => Assert.Equal(2, g.Count()));
            seen.AddRange(page.Assignments.Select(a => a.Unit));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal([Audit, Audit, TownA, TownA, TownB, TownB, TownC, TownC], seen);
        var one = await host.Plans.ListAssignmentsAsync(new ListAssignmentsRequest { Unit = City, Year = 2026, Number = 1, Clause = CityPlan.First, State = "accepted" }, host.OfficerOf(City));
        Assert.Equal((County, "丙县"), (one.Assignments.Single().Unit, one.Assignments.Single().Name));
        var odd = await Assert.ThrowsAsync<RpcException>(async () => await host.Plans.ListAssignmentsAsync(new ListAssignmentsRequest { Unit = City, Year = 2026, Number = 1, State = "lost" }, host.OfficerOf(City)));
        Assert.Equal("GW-108", Refused.Of(odd).Codes.Single());
    }

    [Fact]
    public async Task Lineage_GoesFromTheCountysClauseUp_AndFromTheCitysDown()
    {
        var up = await host.Plans.GetClauseLineageAsync(new GetClauseLineageRequest { Clause = $"{CityPlan.CountyPlanId}#{CityPlan.First}" }, host.Clerk(TownA));
        Assert.Equal([$"{CityPlan.CountyPlanId}#{CityPlan.First}", $"{CityPlan.CityPlanId}#{CityPlan.First}"], up.Up.Select(s => s.Clause));
        Assert.Equal("once 2026-06-20", up.Up[0].Measures.Single());
        var down = await host.Plans.GetClauseLineageAsync(new GetClauseLineageRequest { Clause = $"{CityPlan.CityPlanId}#{CityPlan.First}" }, host.Clerk(TownA));
        Assert.Equal(($"{CityPlan.CountyPlanId}#{CityPlan.First}", 1), (down.Down.Single().Clause, down.Down.Single().Depth));
        var bad = await Assert.ThrowsAsync<RpcException>(async () => await host.Plans.GetClauseLineageAsync(new GetClauseLineageRequest { Clause = "第一条" }, host.Clerk(TownA)));
        Assert.Equal("GW-111", Refused.Of(bad).Codes.Single());
    }

    [Fact]
    public async Task Draft_WithMuchWrong_IsRefusedWithAllOfIt()
    {
        var content = CityPlan.Content("now and then");
        content.Receivers.Add("friends");
        content.Points[0].Source = "above";
        content.Date = "1.4.2026";
        var bad = await Assert.ThrowsAsync<RpcException>(async () => await host.Plans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = City, Year = 2026, Number = 2, Content = content }, host.OfficerOf(City)));
        Assert.Equal("GW-101 GW-109 GW-110 GW-111", string.Join(' ', Refused.Of(bad).Codes.Order()));
    }

    [Fact]
    public async Task Preview_CountsExactly_AndDraftsAreNotForOthers()
    {
        await host.Plans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = City, Year = 2026, Number = 3, Content = CityPlan.Content() }, host.OfficerOf(City));
        var preview = await host.Plans.PreviewPlanAsync(new PreviewPlanRequest { Unit = City, Year = 2026, Number = 3, Limit = 1 }, host.OfficerOf(City));
        Assert.Equal((2, 1, "直接下级"), (preview.Count, preview.Receivers.Count, preview.Receivers[0].Why));
        var hidden = await Assert.ThrowsAsync<RpcException>(async () => await host.Plans.GetPlanAsync(new GetPlanRequest { Unit = City, Year = 2026, Number = 3 }, host.Clerk(County)));
        Assert.Equal("GW-113", Refused.Of(hidden).Codes.Single());
        Assert.DoesNotContain((await host.Plans.ListPlansAsync(new ListPlansRequest { Unit = City }, host.Clerk(County))).Plans, p => p.Plan == $"{City}/2026/3");
    }
}
