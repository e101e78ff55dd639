using Federation.V1;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Totals, where they come from, and who is missing: five of ten have filed 1, 2, 4, 8 and 16 applications.</summary>
public sealed class TotalsTests(GatewayHost host) : IClassFixture<GatewayHost>, IAsyncLifetime
{
    private static readonly (string Unit, long Applications)[] Filings = [(TownA, 1), (TownB, 2), (Audit, 4), (County, 8), (City, 16)];

    public async Task InitializeAsync()
    {
        foreach (var (unit, applications) in Filings)
        {
            if ((await host.Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Annual }, host.Officer)).Version == 0)
                await host.File(unit, applications);
        }
        await host.Filed(Nation, Filings.Length);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Nation, 31, 5, 10)]
    [InlineData(City, 31, 5, 8)]
    [InlineData(County, 15, 4, 5)]
    [InlineData(TownA, 1, 1, 1)] // a unit with nothing below is its own total
    [InlineData(OtherCounty, 0, 0, 2)]
    public async Task GetTotal_AddsTheOwnFilingAgenciesAndTerritoriesBelow(string unit, long applications, long filed, long expected)
    {
        var total = await host.Reports.GetTotalAsync(new GetTotalRequest { Unit = unit, Period = Annual }, host.Officer);
        Assert.Equal((applications, filed, expected, expected - filed), (Cell(total.Figures), total.Coverage.Filed, total.Coverage.Expected, total.Coverage.Missing));
        var (status, body) = await host.Send("GET", $"/v1/units/{unit}/totals/{Annual}", host.Officer);
        Assert.Equal((200, applications.ToString()), (status, (string?)body!["figures"]!["counts"]!["t3.granted.total"] ?? "0"));
    }

    [Fact]
    public async Task ExplainCell_OneLevelDown_NamesEachPart_AndTheyAddUp()
    {
        var explained = await Explain(new ExplainCellRequest { Unit = County });
        Assert.Equal([(County, 8L, true), (Audit, 4L, true), (TownA, 1L, true), (TownB, 2L, true)], explained.Parts.Select(p => (p.Unit, p.Value, p.Own)));
        Assert.All(explained.Parts, p => Assert.Equal((64, 64, "approver@" + p.Unit), (p.ContentHash.Length, p.ChainHash.Length, p.Signer)));
        Assert.Equal([(County, 15L, false)], (await Explain(new ExplainCellRequest { Unit = City })).Parts.Where(p => !p.Own).Select(p => (p.Unit, p.Value, p.Own)));
        Assert.Equal(explained.Value, explained.Parts.Sum(p => p.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(500)]
    public async Task ExplainCell_ByFilings_PageByPage_NamesEveryFilingOnce(int size)
    {
        List<CellPart> parts = [];
        var page = new ExplainCellResponse();
        do
        {
            page = await Explain(new ExplainCellRequest { Unit = Nation, Filings = true, PageSize = size, PageToken = page.NextPageToken });
            Assert.True(page.Parts.Count <= size);
            parts.AddRange(page.Parts);
        }
        while (page.NextPageToken.Length > 0);
        Assert.Equal([City, County, Audit, TownA, TownB], parts.Select(p => p.Unit));
        Assert.Equal((31, 31), (page.Value, parts.Sum(p => p.Value)));
    }

    [Fact]
    public async Task ExplainCell_ThatTheFormLacks_IsRefused()
    {
        var (status, problem) = await host.Send("GET", $"/v1/units/{County}/totals/{Annual}/cells/t9.none.such", host.Officer);
        Assert.Equal(("INVALID_ARGUMENT", "AR-012"), (Refused.Of(status, problem).Status, Refused.Of(status, problem).Codes.Single()));
    }

    [Fact]
    public async Task GetCoverage_AnswersTheWhole_AndEachChildInTreeOrder()
    {
        var coverage = await host.Reports.GetCoverageAsync(new GetCoverageRequest { Unit = County, Period = Annual }, host.As(Province, Domain.Authority.Role.Reader));
        Assert.Equal((5L, 4L, 0L), (coverage.Whole.Expected, coverage.Whole.Filed, coverage.Whole.Late));
        Assert.Equal([(Audit, 1L, 1L), (TownA, 1L, 1L), (TownB, 1L, 1L), (TownC, 1L, 0L)], coverage.Children.Select(c => (c.Unit, c.Expected, c.Filed)));
        Assert.Equal(("received", 15L), (coverage.Whole.Headlines[0].Id, coverage.Whole.Headlines[0].Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(200)]
    public async Task ListMissing_PageByPage_NamesEveryUnitThatHasNotFiled(int size)
    {
        List<MissingUnit> missing = [];
        var page = new ListMissingResponse();
        do
        {
            page = await host.Reports.ListMissingAsync(new ListMissingRequest { Unit = Nation, Period = Annual, PageSize = size, PageToken = page.NextPageToken }, host.Officer);
            Assert.True(page.Units.Count <= size);
            missing.AddRange(page.Units);
        }
        while (page.NextPageToken.Length > 0);
        Assert.Equal([Province, TownC, OtherCounty, OtherTown, LoneProvince], missing.Select(m => m.Unit));
        Assert.Equal(["甲省", "乙市", "丙县", "己镇"], missing[1].Path);
        Assert.All(missing, m => Assert.Equal(("2026-03-31", false), (m.Due, m.Returned)));
    }

    private async Task<ExplainCellResponse> Explain(ExplainCellRequest request)
    {
        (request.Period, request.Cell) = (Annual, "t3.new.total");
        return await host.Reports.ExplainCellAsync(request, host.Officer);
    }

    private static long Cell(Figures figures) => figures.Counts.TryGetValue("t3.granted.total", out var value) ? value : 0;
}
