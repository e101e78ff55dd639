using Federation.Gateway.Tests.Services;
using Federation.V1;
using Grpc.Core;
using Act = Federation.V1.ReviewSubtreeRequest.Types.Act;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Supervision;

/// <summary>批量审核: many at once, looked at before.</summary>
public sealed class SubtreeReviewTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        await host.File(TownA, 3);
        await host.File(TownB, 4);
        await host.Reports.SubmitReportAsync(Filing(TownC, 5), host.Clerk(TownC)); // waits for its approver
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task APreview_NamesEveryBlocker_AndDoesNothing()
    {
        var before = await host.Events();
        var acts = await Review(new ReviewSubtreeRequest { Act = Act.Accept, Units = { TownA, TownB, TownC, Audit }, Preview = true });
        Assert.Equal([(TownA, ""), (TownB, ""), (TownC, "AR-106"), (Audit, "AR-106")], acts.Select(a => (a.Unit, a.Blockers.SingleOrDefault()?.Code ?? "")));
        Assert.All(acts, a => Assert.False(a.Done));
        Assert.Equal((1L, 64, 3L), (acts[0].Version, acts[0].ContentHash.Length, acts[0].Headlines[0].Value));
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task AllOrNothing_WithABlocker_DoesNothing_WithoutIt_EveryUnitThatNothingBlocks()
    {
        var before = await host.Events();
        var request = new ReviewSubtreeRequest { Act = Act.Accept, Units = { TownA, TownB, TownC }, AllOrNothing = true, RequestId = "r-1" };
        Assert.All(await Review(request), a => Assert.False(a.Done));
        Assert.Equal(before, await host.Events());
        request.AllOrNothing = false;
        Assert.Equal([(TownA, true), (TownB, true), (TownC, false)], (await Review(request)).Select(a => (a.Unit, a.Done)));
        Assert.Equal(before + 2, await host.Events());
        await Review(request);
        Assert.Equal(before + 2, await host.Events()); // again: nothing
        Assert.Equal(ReportState.Accepted, (await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownA, Period = Annual }, host.Officer)).State);
    }

    [Fact]
    public async Task Return_TakesEveryUnreviewedFilingDirectlyBelow_WithItsReasons()
    {
        var acts = await Review(new ReviewSubtreeRequest { Act = Act.Return, Reasons = { new ReturnReason { Cell = "t3.new.natural", Text = "与台账不符" } } });
        Assert.Equal([(TownA, true, ReportState.Returned), (TownB, true, ReportState.Returned)], acts.Select(a => (a.Unit, a.Done, a.State)));
        Assert.Equal(2, (await host.Filed(County, 0)).Whole.Returned);
    }

    [Fact]
    public async Task Approve_ByTheOfficeAbove_SealsWhatWaits_ForUnitsDirectlyBelowOnly()
    {
        var collector = host.As("collector", County, Domain.Authority.Role.Collector);
        var acts = await Review(new ReviewSubtreeRequest { Act = Act.Approve }, collector);
        Assert.Equal([(Audit, false, "AR-113"), (TownC, true, "")], acts.Select(a => (a.Unit, a.Done, a.Blockers.SingleOrDefault()?.Code ?? "")));
        Assert.Equal(5, (await host.Filed(County, 3)).Whole.Headlines[0].Value - 3 - 4);
        var far = await DueTests.All(host.Supervision.ReviewSubtree(
            new ReviewSubtreeRequest { Unit = City, Period = Annual, Act = Act.Approve, Subtree = true, Preview = true }, host.As("c", City, Domain.Authority.Role.Collector)));
        Assert.Contains("AU-001", far.Single(a => a.Unit == OtherTown).Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task WhatIsWrongWithTheRequest_IsToldAtOnce_BeforeAnythingIsDone()
    {
        var before = await host.Events();
        var wrong = new ReviewSubtreeRequest { Act = Act.Return, Reasons = { new ReturnReason { Cell = "t9.no.such", Text = "" } } };
        Assert.Equal(["AR-107", "AR-012"], Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Review(wrong))).Codes);
        Assert.Equal(["GW-107"], Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Review(new ReviewSubtreeRequest()))).Codes);
        Assert.Equal(["AU-001"], Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Review(new ReviewSubtreeRequest { Act = Act.Accept }, host.Reviewer(OtherCounty)))).Codes);
        Assert.Equal(before, await host.Events());
    }

    private Task<List<ActOnUnit>> Review(ReviewSubtreeRequest request, Metadata? by = null)
    {
        (request.Unit, request.Period) = (County, Annual);
        return DueTests.All(host.Supervision.ReviewSubtree(request, by ?? host.Reviewer(County)));
    }
}
