using Federation.Gateway.Tests.Services;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Supervision;

/// <summary>更正与回溯: what was corrected, and what the total was.</summary>
public sealed class PastTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task ListCorrections_ShowsEveryCellBeforeAndAfter_NewestFirst_WithinTheTerritory()
    {
        await Correct(TownA, County, 3, 5, "漏计两件");
        await Correct(OtherTown, OtherCounty, 1, 2, "漏计");
        await host.File(TownB, 9);
        var listed = (await host.Supervision.ListCorrectionsAsync(new ListCorrectionsRequest { Unit = County, Period = Annual }, host.Reviewer(County))).Corrections;
        var correction = Assert.Single(listed);
        Assert.Equal((TownA, 2L, 1L, "漏计两件", "approver@" + TownA), (correction.Unit, correction.Version, correction.Corrects, correction.Reason, correction.By));
        Assert.Contains(("t3.new.natural", "3", "5"), correction.Cells.Select(c => (c.Cell, c.Before, c.After)));
        Assert.All(correction.Cells, c => Assert.NotEqual(c.Before, c.After));
        Assert.Equal(["甲省", "乙市", "丙县", "丁镇"], correction.Path);
        var all = (await host.Supervision.ListCorrectionsAsync(new ListCorrectionsRequest { Unit = Nation, Period = Annual }, host.Officer)).Corrections;
        Assert.Equal([OtherTown, TownA], all.Select(c => c.Unit));
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/corrections/{Annual}?since=2026-01-21", host.Reviewer(County));
        Assert.Equal((200, 0), (status, body!["corrections"]?.AsArray().Count ?? 0)); // made on the 20th
        Assert.Equal("GW-101", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Supervision.ListCorrectionsAsync(new ListCorrectionsRequest { Unit = County, Period = Annual, Since = "昨天" }, host.Reviewer(County)))).Codes));
    }

    [Fact]
    public async Task GetTotalAsOf_AnswersWhatCountedThen_AndPagesTheParts()
    {
        await Correct(TownA, County, 3, 5, "漏计");
        host.Clock.Start = host.Clock.Start.AddDays(10);
        await host.File(TownB, 7);
        var last = await host.File(TownC, 8);
        async Task<TotalAsOf> AsOf(string day, string cell = "", int size = 0, string token = "") => await host.Supervision.GetTotalAsOfAsync(
            new GetTotalAsOfRequest { Unit = County, Period = Annual, AsOf = day, Cell = cell, PageSize = size, PageToken = token }, host.Reviewer(County));
        Assert.Equal((0L, 0L), ((await AsOf("2026-01-19")).Filed, Sum(await AsOf("2026-01-19"))));
        Assert.Equal((1L, 5L), ((await AsOf("2026-01-20")).Filed, Sum(await AsOf("2026-01-20"))));
        var now = await AsOf("");
        Assert.Equal((3L, 20L, 5L), (now.Filed, Sum(now), now.Expected));
        Assert.Equal(20, (await host.Filed(County, 3)).Whole.Headlines[0].Value);
        Assert.True(now.Position >= last.Position);
        var first = await AsOf("", "t3.new.natural", 2);
        var second = await AsOf("", "t3.new.natural", 2, first.NextPageToken);
        Assert.Equal([(TownA, 5L, 2L), (TownB, 7L, 1L), (TownC, 8L, 1L)], first.Parts.Concat(second.Parts).Select(p => (p.Unit, p.Value, p.Version)));
        Assert.Equal(("", last.ContentHash), (second.NextPageToken, second.Parts[0].ContentHash));
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/totals/{Annual}:asOf?asOf=2026-01-20", host.Reviewer(County));
        Assert.Equal((200, "1"), (status, (string)body!["filed"]!));
        Assert.Equal("AR-012", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => AsOf("", "t9.no.such"))).Codes));
        Assert.Equal("GW-101", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => AsOf("2026-13-01"))).Codes));
    }

    [Theory] // the last day of the calendar has no day after it, the first none before
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task GetTotalAsOf_AtTheEndsOfTheCalendar_IsAnswered(string asOf)
    {
        await host.File(TownA, 3);

        var total = await host.Supervision.GetTotalAsOfAsync(new GetTotalAsOfRequest { Unit = County, Period = Annual, AsOf = asOf }, host.Reviewer(County));

        Assert.Equal(asOf[0] == '9' ? 1 : 0, total.Filed);
    }

    private async Task Correct(string unit, string above, long before, long after, string reason)
    {
        await host.Accepted(unit, above, Filing(unit, before));
        var changed = Filing(unit, after, version: 1);
        changed.Correction = reason;
        await host.File(changed);
    }

    private static long Sum(TotalAsOf total) => total.Figures.Counts.TryGetValue("t3.new.total", out var value) ? value : 0;
}
