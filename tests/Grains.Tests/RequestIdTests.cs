using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>A request id that comes again with another content is refused; answered as done, the second act would be lost without a word.</summary>
public sealed class RequestIdTests
{
    private const string Once = "once";

    [Fact]
    public Task Edit_OfOtherCells() => Differs(
        (report, first) => report.Edit(new EditReportDraft(Once, Clerk(TownA), [Cell("t3.new.natural", first ? 3 : 4)], [])));

    [Fact]
    public async Task Edit_OfTheSamePlacesAgain_IsOneAct()
    {
        await using var nation = await Start();
        var message = new EditReportDraft(Once, Clerk(TownA), [Cell("t3.new.natural", 3)], [new TextEditMessage("s1", "", " 一句话。\r\n")]);
        Assert.False((await nation.Report(TownA).Edit(message)).Refused);

        var again = await nation.Report(TownA).Edit(message);

        Assert.False(again.Refused);
        Assert.Equal(1, again.Value!.Revision);
    }

    [Fact]
    public Task Count_OfOtherCounts() => Differs(
        (report, first) => report.Count(new CountRegister(Once, Clerk(TownA), "台账", [new CellCount("t3.new.natural", first ? 3 : 4)])));

    [Fact]
    public Task Urge_WithOtherWords() => Differs((report, first) => report.Urge(new UrgeReport(Once, Reviewer(County), first ? "请报送" : "请立即报送")));

    [Fact]
    public Task Grant_WithAnotherReason() => Differs(
        (report, first) => report.Grant(new GrantException(Once, Reviewer(County), new DateOnly(2026, 2, 20), first ? "水灾" : "换届")));

    [Fact]
    public async Task Approve_OfOtherContent()
    {
        await using var nation = await Start();
        var pending = (await nation.Submit(TownA, 3)).Value!;
        Assert.False((await nation.Report(TownA).Approve(new ApproveReport(Once, Approver(TownA), pending.Version, pending.ContentHash))).Refused);

        var other = await nation.Report(TownA).Approve(new ApproveReport(Once, Approver(TownA), pending.Version, [.. new byte[32]]));

        Assert.Equal(["AR-110"], other.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Publish_AtAnotherPlace()
    {
        await using var nation = await Start();
        await nation.File(TownA, 3);
        await nation.Report(TownA).Accept(new AcceptReport("", Reviewer(County), 1));
        Assert.False((await nation.Report(TownA).Publish(new PublishReport(Once, Clerk(TownA), 1, "政府网站", null))).Refused);

        var other = await nation.Report(TownA).Publish(new PublishReport(Once, Clerk(TownA), 1, "公报", null));

        Assert.Equal(["AR-110"], other.Findings.Select(f => f.Code));
    }

    private static CellEditMessage Cell(string id, long now) => new(id, default, CellValue.Of(now));

    private static async Task Differs(Func<IReportGrain, bool, Task<Reply<ReceiptView>>> act)
    {
        await using var nation = await Start();
        Assert.False((await act(nation.Report(TownA), true)).Refused);
        Assert.False((await act(nation.Report(TownA), true)).Refused);

        var other = await act(nation.Report(TownA), false);

        Assert.Equal(["AR-110"], other.Findings.Select(f => f.Code));
    }
}
