using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Requests and refusals that are larger than anybody means.</summary>
public sealed class LargeFilingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const int TrailersOfManyClients = 8192;

    private static readonly IReadOnlyList<string> ToFill = [.. Domain.Reports.Form2021.Form.Cells.Where(c => !c.Derived).Select(c => c.Id)];

    private static SubmitReportRequest BlankSheet
    {
        get
        {
            var request = Filing(TownA, 0);
            request.Figures = new Figures { Unlisted = Figures.Types.Unlisted.Missing };
            return request;
        }
    }

    [Fact]
    public async Task Submit_OfABlankSheet_OverRest_NamesEveryCellThatIsMissing()
    {
        var refused = await Refused.Filing(host, Door.Rest, host.Clerk(TownA), BlankSheet);
        Assert.Equal(ToFill.Select(cell => ("AR-011", cell)), refused.Findings.Select(f => (f.Code, f.Where)));
    }

    [Fact]
    public async Task Submit_OfABlankSheet_OverGrpc_NamesTheFirstCells_AndHowManyMore_InTrailersThatEveryClientTakes()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.SubmitReportAsync(BlankSheet, host.Clerk(TownA)));
        var refused = Refused.Of(refusal);
        Assert.Equal("INVALID_ARGUMENT", refused.Status);
        var named = refused.Findings.SkipLast(1).Select(f => f.Where).ToList();
        Assert.InRange(named.Count, 5, ToFill.Count);
        Assert.Equal(ToFill.Take(named.Count), named);
        Assert.StartsWith($"{ToFill.Count - named.Count} more findings", refused.Findings[^1].TextEn, StringComparison.Ordinal);
        Assert.InRange(refusal.Trailers.Sum(OnTheWire) + (Uri.EscapeDataString(refusal.Status.Detail).Length + 64), 1, TrailersOfManyClients);
    }

    [Fact]
    public async Task Check_OfABlankSheet_NamesEveryCellThatIsMissing()
    {
        var found = await host.Reports.CheckReportAsync(new CheckReportRequest { Unit = TownA, Period = Annual, Figures = BlankSheet.Figures }, host.Clerk(TownA));
        Assert.Equal(ToFill, found.Findings.Select(f => f.Where));
    }

    [Theory]
    [InlineData(Door.Grpc)]
    [InlineData(Door.Rest)]
    public async Task Submit_OfTenMegabytes_IsRefusedAsTooLarge_AndRecordsNothing(Door door)
    {
        var before = await host.Events();
        var request = Filing(TownA, 3);
        request.RequestId = new string('x', 10 * 1024 * 1024);
        Assert.Equal("RESOURCE_EXHAUSTED", (await Refused.Filing(host, door, host.Clerk(TownA), request)).Status);
        Assert.Equal(before, await host.Events());
        await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownA, Period = Annual }, host.Clerk(TownA)); // and the connection lives on
    }

    // HTTP/2 counts 32 bytes for each field beside its name and value; bytes travel in base64.
    private static int OnTheWire(Metadata.Entry entry) => 32 + entry.Key.Length + (entry.IsBinary ? (entry.ValueBytes.Length + 2) / 3 * 4 : entry.Value.Length);
}
