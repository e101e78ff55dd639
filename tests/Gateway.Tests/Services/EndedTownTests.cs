using Federation.V1;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>A town that is on the list and has ended before its report was due: every door lets its superior of then through.</summary>
public sealed class EndedTownTests : IAsyncLifetime
{
    private readonly Host host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Report_OfATownThatEndedSince_IsReviewed_ByTheSuperiorOfThen()
    {
        await host.Accepted(TownB, County, Filing(TownB, 3));

        var seen = await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownB, Period = Annual }, host.Reviewer(County));

        Assert.Equal(ReportState.Accepted, seen.State);
        Assert.Equal("AU-001", Assert.Single(Refused.Of(await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () =>
            await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownB, Period = Annual }, host.Reviewer(OtherCounty)))).Codes));
    }

    private sealed class Host : GatewayHost
    {
        protected override string Units => base.Units.Replace("110101002,戊乡,township,110101,territory,,", "110101002,戊乡,township,110101,territory,,2026-01-10", StringComparison.Ordinal);
    }
}
