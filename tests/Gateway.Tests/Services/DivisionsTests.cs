using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

public sealed class DivisionsTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private Metadata Anyone => host.As(OtherTown);

    [Fact]
    public async Task GetUnit_AnswersPlaceAndReportingStatus()
    {
        await host.File(TownB, 2);
        var unit = await host.Divisions.GetUnitAsync(new GetUnitRequest { Unit = TownB }, Anyone);
        Assert.Equal((TownB, "戊乡", Tier.Township, UnitKind.Territory, County, 0), (unit.Unit_, unit.Name, unit.Tier, unit.Kind, unit.Parent, unit.Children));
        Assert.Equal(["甲省", "乙市", "丙县", "戊乡"], unit.Path);
        var status = Assert.Single(unit.Reporting);
        Assert.Equal((Annual, ReportState.Sealed, false, "2026-03-31"), (status.Period, status.State, status.Late, status.Due));
    }

    [Fact]
    public async Task GetUnit_OverRest_AnswersTheSame()
    {
        var (status, unit) = await host.Send("GET", $"/v1/units/{Audit}", Anyone);
        Assert.Equal((200, "丙县审计局", "AGENCY", "2026-01-31"), (status, (string)unit!["name"]!, (string)unit["kind"]!, (string)unit["reporting"]![0]!["due"]!));
    }

    [Theory]
    [InlineData(Ended, "", StatusCode.NotFound)]
    [InlineData(Ended, "2023-12-31", StatusCode.OK)]
    [InlineData(Ended, "2024-01-01", StatusCode.NotFound)] // the day from which it is no more
    [InlineData(TownA, "2023-12-31", StatusCode.OK)]
    [InlineData(TownA, "31.12.2023", StatusCode.InvalidArgument)]
    [InlineData("999999", "", StatusCode.NotFound)]
    [InlineData("", "", StatusCode.InvalidArgument)]
    public async Task GetUnit_AsOfADay_AnswersTheTreeOfThatDay(string unit, string asOf, StatusCode expected) =>
        Assert.Equal(expected, await StatusOf(async () => await host.Divisions.GetUnitAsync(new GetUnitRequest { Unit = unit, AsOf = asOf }, Anyone)));

    [Fact]
    public async Task ListChildren_AnswersTerritoriesThenAgencies_OfTheDay()
    {
        async Task<string[]> Children(string unit, string asOf = "") =>
            [.. (await host.Divisions.ListChildrenAsync(new ListChildrenRequest { Unit = unit, AsOf = asOf }, Anyone)).Units.Select(u => u.Unit_)];
        Assert.Equal([TownA, TownB, TownC, Audit], await Children(County));
        Assert.Equal([County, OtherCounty], await Children(City));
        Assert.Equal([County, OtherCounty, Ended], await Children(City, "2023-06-01"));
        Assert.Empty(await Children(TownA));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task ListSubtree_PageByPage_AnswersEveryUnitOnce(int size)
    {
        List<string> units = [];
        var page = new ListUnitsResponse();
        do
        {
            page = await host.Divisions.ListSubtreeAsync(new ListSubtreeRequest { Unit = City, PageSize = size, PageToken = page.NextPageToken }, Anyone);
            Assert.InRange(page.Units.Count, 1, size);
            units.AddRange(page.Units.Select(u => u.Unit_));
        }
        while (page.NextPageToken.Length > 0);
        Assert.Equal([City, County, Audit, TownA, TownB, TownC, OtherCounty, OtherTown], units);
    }

    [Fact]
    public async Task ListSubtree_WithATokenOfNobody_IsRefused() => Assert.Equal(
        StatusCode.InvalidArgument,
        await StatusOf(async () => await host.Divisions.ListSubtreeAsync(new ListSubtreeRequest { Unit = City, PageToken = "-7" }, Anyone)));

    [Theory]
    [InlineData("丙县", "", 20, new[] { County, Audit })]
    [InlineData("1101", City, 2, new[] { City, County })]
    [InlineData("辛街道", County, 20, new string[0])]
    [InlineData("县", "", 1, new[] { County })]
    public async Task SearchUnits_AnswersNearestFirst_WithinTheSubtree(string query, string within, int limit, string[] expected)
    {
        var found = await host.Divisions.SearchUnitsAsync(new SearchUnitsRequest { Query = query, Within = within, Limit = limit }, Anyone);
        Assert.Equal(expected, found.Units.Select(u => u.Unit_));
        var (status, body) = await host.Send("GET", $"/v1/units:search?query={Uri.EscapeDataString(query)}&within={within}&limit={limit}", Anyone);
        Assert.Equal((200, expected.Length), (status, body!["units"]!.AsArray().Count));
    }

    [Fact]
    public async Task SearchUnits_ForNothing_IsRefused() => Assert.Equal(
        StatusCode.InvalidArgument, await StatusOf(async () => await host.Divisions.SearchUnitsAsync(new SearchUnitsRequest { Query = "  " }, Anyone)));

    private static async Task<StatusCode> StatusOf(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
