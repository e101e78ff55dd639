using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>审核: what the unit above does with a filing.</summary>
public sealed class ReviewTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task AcceptReport_ByTheUnitAbove_EndsIt_AndAChangeNeedsItsReason()
    {
        await host.File(TownA, 3);
        var accept = new AcceptReportRequest { Unit = TownA, Period = Annual, Version = 1, RequestId = "accept-a" };
        var receipt = await host.Reports.AcceptReportAsync(accept, host.Reviewer(County));
        Assert.Equal((ReportState.Accepted, receipt), (receipt.State, await host.Reports.AcceptReportAsync(accept, host.Reviewer(County))));
        Assert.Equal("AR-116", (await Refused.Filing(host, Door.Rest, host.Clerk(TownA), Filing(TownA, 4, version: 1))).Codes.Single());
    }

    [Theory]
    [InlineData(TownB)] // itself
    [InlineData(TownC)] // beside
    [InlineData(City)] // two above
    [InlineData(OtherCounty)]
    public async Task AcceptReport_ByAnyOther_IsDenied(string unit)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(
            async () => await host.Reports.AcceptReportAsync(new AcceptReportRequest { Unit = TownB, Period = Annual, Version = 1 }, host.Reviewer(unit)));
        Assert.Equal(("PERMISSION_DENIED", "AU-001"), (Refused.Of(refusal).Status, Refused.Of(refusal).Codes.Single()));
    }

    [Fact]
    public async Task ReturnReport_WithReasonsAtCells_ShowsThem_TakesTheFigureOut_UntilItIsFiledAgain()
    {
        await host.File(OtherTown, 7);
        await host.Filed(OtherCounty, 1);
        var (status, _) = await host.Send(
            "POST", $"/v1/units/{OtherTown}/reports/{Annual}:return", host.Reviewer(OtherCounty),
            """{"version":"1","reasons":[{"cell":"t3.new.natural","text":"与台账不符"},{"text":"缺第六部分"}]}""");
        Assert.Equal(200, status);
        var report = await host.Reports.GetReportAsync(new GetReportRequest { Unit = OtherTown, Period = Annual }, host.Clerk(OtherTown));
        Assert.Equal(ReportState.Returned, report.State);
        Assert.Equal([("t3.new.natural", "与台账不符"), ("", "缺第六部分")], report.ReturnReasons.Select(r => (r.Cell, r.Text)));
        Assert.Equal(1, (await host.Filed(OtherCounty, 0)).Whole.Returned);

        await host.File(OtherTown, 8, version: 1);
        Assert.Equal(8, (await host.Filed(OtherCounty, 1)).Whole.Headlines[0].Value);
    }

    [Theory]
    [InlineData("", "INVALID_ARGUMENT", "AR-107")]
    [InlineData("""{"cell":"t9.none.such","text":"x"}""", "INVALID_ARGUMENT", "AR-012")]
    [InlineData("""{"text":" "}""", "INVALID_ARGUMENT", "AR-107")]
    public async Task ReturnReport_WithoutAProperReason_IsRefused(string reason, string status, string code)
    {
        if ((await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownC, Period = Annual }, host.Officer)).Version == 0)
            await host.File(TownC, 2);
        var before = await host.Events();
        var (http, problem) = await host.Send("POST", $"/v1/units/{TownC}/reports/{Annual}:return", host.Reviewer(County), $$"""{"version":"1","reasons":[{{reason}}]}""");
        Assert.Equal((status, code), (Refused.Of(http, problem).Status, Refused.Of(http, problem).Codes.Single()));
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task ReturnReport_HoldsForTheVersionFiled_AndOnlyOnce()
    {
        await host.File(Audit, 2);
        Assert.Equal(StatusCode.Aborted, (await Assert.ThrowsAsync<RpcException>(() => Return(2))).StatusCode); // a version that nobody filed
        await Return(1);
        Assert.Equal(StatusCode.FailedPrecondition, (await Assert.ThrowsAsync<RpcException>(() => Return(1))).StatusCode); // returned already
    }

    private async Task Return(long version) => await host.Reports.ReturnReportAsync(
        new ReturnReportRequest { Unit = Audit, Period = Annual, Version = version, Reasons = { new ReturnReason { Text = "重报" } } }, host.Reviewer(County));
}
