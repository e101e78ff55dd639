using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>全辖区报告: the county's report of its whole territory, from its parts to the correction below that re-opens it.</summary>
public sealed class WholeTerritoryTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        await host.File(County, 8);
        await host.File(Audit, 4);
        await host.Accepted(TownA, County, Filing(TownA, 1));
        await host.File(TownB, 2);
        await host.Filed(County, 4);
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task FromItsParts_ToPublication_AndReopenedByACorrectionBelow()
    {
        var begun = await host.Reports.BeginReportAsync(Whole(), host.Clerk(County));
        Assert.Equal(15, begun.Draft.Counts["t3.new.total"]);

        var wrong = Submit(begun.Draft, 16);
        var check = await host.Reports.CheckReportAsync(new CheckReportRequest { Unit = County, Period = Annual, Scope = ReportScope.Whole, Figures = wrong.Figures }, host.Clerk(County));
        Assert.True(check.WouldBeRefused);
        var named = check.Findings.Where(f => f.Where == "t3.new.natural" && f.Severity == Finding.Types.Severity.Error).ToList();
        Assert.Contains("16", Assert.Single(named).Text, StringComparison.Ordinal); // with the parts and their difference
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.SubmitReportAsync(wrong, host.Clerk(County)));
        Assert.Contains(named[0].Code, Refused.Of(refused).Codes);

        var filed = await host.File(Submit(begun.Draft, null));
        Assert.Equal((ReportState.Sealed, ReportScope.Whole, 15L), (filed.State, filed.Scope, (await Total()).Figures.Counts["t3.new.total"])); // it enters no total
        await host.Reports.AcceptReportAsync(new AcceptReportRequest { Unit = County, Period = Annual, Scope = ReportScope.Whole, Version = 1 }, host.Reviewer(City));
        var published = await host.Reports.PublishReportAsync(
            new PublishReportRequest { Unit = County, Period = Annual, Scope = ReportScope.Whole, Version = 1, Where = "www.example.gov.cn/2025" }, host.Clerk(County));
        Assert.Equal(ReportState.Published, published.State);
        Assert.Empty((await host.Reports.GetReportAsync(Whole(), host.Clerk(County))).Reopened);

        var correction = Filing(TownA, 3, version: 1);
        correction.Correction = "漏计两件";
        await host.File(correction);
        await host.Filed(County, 4, c => c.Whole.Headlines[0].Value == 17);
        var reopened = await host.Reports.GetReportAsync(Whole(), host.Clerk(County));
        Assert.Equal(ReportState.Published, reopened.State);
        Assert.Contains(("t3.new.natural", "15", "17"), reopened.Reopened.Select(d => (d.Cell, d.Before, d.After)));
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/reports/{Annual}?scope=WHOLE", host.Clerk(County));
        Assert.Equal((200, reopened.Reopened.Count), (status, body!["reopened"]!.AsArray().Count));
    }

    [Fact]
    public async Task Approve_AfterAPartHasMoved_IsRefused()
    {
        var begun = await host.Reports.BeginReportAsync(Whole(), host.Clerk(County));
        var handedIn = await host.Reports.SubmitReportAsync(Submit(begun.Draft, null), host.Clerk(County));
        await host.File(TownC, 5);
        await host.Filed(County, 5);
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => host.Seal(handedIn)));
        Assert.Contains(refused.Findings, f => f.Where == "t3.new.natural");
    }

    [Fact]
    public async Task GetTotalParts_TellsTheThreeParts_AndTheyAddUp()
    {
        var parts = await host.Reports.GetTotalPartsAsync(new GetTotalRequest { Unit = County, Period = Annual }, host.Reviewer(County));
        Assert.Equal((8L, 4L, 3L), (Cell(parts.Own), Cell(parts.Agencies), Cell(parts.Children)));
        Assert.Equal((5L, 4L), (parts.Expected, parts.Filed));
        Assert.Equal((await Total()).Figures.Counts["t3.new.total"], Cell(parts.Own) + Cell(parts.Agencies) + Cell(parts.Children));
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/totals/{Annual}/parts", host.Reviewer(County));
        Assert.Equal((200, "4"), (status, (string)body!["agencies"]!["counts"]!["t3.new.total"]!));
    }

    [Fact]
    public async Task AnAgency_HasNoWholeTerritory()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Reports.BeginReportAsync(new GetReportRequest { Unit = Audit, Period = Annual, Scope = ReportScope.Whole }, host.Clerk(Audit)));
        Assert.Equal("AR-123", Assert.Single(Refused.Of(refused).Codes));
    }

    [Fact]
    public async Task ExplainCell_NamesVersionsSignersHashes_HowManyAreIn_AndPageByPageWhoIsNot()
    {
        await host.Filed(Nation, 4); // the county's total is there; the nation's follows
        var missing = new List<string>();
        var page = new ExplainCellResponse();
        do
        {
            page = await host.Reports.ExplainCellAsync(
                new ExplainCellRequest { Unit = Nation, Period = Annual, Cell = "t3.new.total", Filings = true, MissingSize = 2, MissingToken = page.NextMissingToken }, host.Officer);
            missing.AddRange(page.Missing.Select(m => m.Unit));
        }
        while (page.NextMissingToken.Length > 0);
        Assert.Equal([Province, City, TownC, OtherCounty, OtherTown, LoneProvince], missing);
        Assert.Equal((10L, 4L, 15L), (page.Coverage.Expected, page.Coverage.Filed, page.Value));
        Assert.All(page.Parts, p => Assert.Equal((1L, 64, 64, "approver@" + p.Unit), (p.Version, p.ContentHash.Length, p.ChainHash.Length, p.Signer)));
        Assert.Empty((await host.Reports.ExplainCellAsync(new ExplainCellRequest { Unit = Nation, Period = Annual, Cell = "t3.new.total" }, host.Officer)).Missing);
    }

    private static GetReportRequest Whole() => new() { Unit = County, Period = Annual, Scope = ReportScope.Whole };

    private static SubmitReportRequest Submit(Figures figures, long? natural)
    {
        var request = new SubmitReportRequest { Unit = County, Period = Annual, Scope = ReportScope.Whole, Figures = figures.Clone() };
        if (natural is { } number)
        {
            (request.Figures.Counts["t3.new.natural"], request.Figures.Counts["t3.granted.natural"]) = (number, number);
            foreach (var sum in request.Figures.Counts.Keys.Where(k => Domain.Reports.Form2021.Form[k].Derived).ToList())
                request.Figures.Counts.Remove(sum);
        }
        return request;
    }

    private async Task<Total> Total() => await host.Reports.GetTotalAsync(new GetTotalRequest { Unit = County, Period = Annual }, host.Officer);

    private static long Cell(Figures figures) => figures.Counts["t3.new.total"];
}
