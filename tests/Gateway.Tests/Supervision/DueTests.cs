using Federation.Gateway.Tests.Services;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Supervision;

/// <summary>催报、例外、时限、名单.</summary>
public sealed class DueTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task ListDue_NamesWhoHasNotFiled_WithDaysLeftAndBasis_DirectlyBelowOrEverywhere()
    {
        await host.File(TownA, 1);
        var below = (await host.Supervision.ListDueAsync(new ListDueRequest { Unit = County, Period = Annual }, host.Reviewer(County))).Units;
        Assert.Equal([(Audit, "2026-01-31", 11), (TownB, "2026-03-31", 70), (TownC, "2026-03-31", 70)], below.Select(u => (u.Unit, u.Due, u.DaysLeft)));
        Assert.All(below, u => Assert.Equal((ReportState.NotFiled, 0, ""), (u.State, u.Urged, u.ExceptionUntil)));
        Assert.All(below, u => Assert.NotEmpty(u.Basis));
        var units = new List<string>();
        var page = new ListDueResponse();
        do
        {
            page = await host.Supervision.ListDueAsync(new ListDueRequest { Unit = Nation, Period = Annual, Subtree = true, PageSize = 2, PageToken = page.NextPageToken }, host.Officer);
            units.AddRange(page.Units.Select(u => u.Unit));
        }
        while (page.NextPageToken.Length > 0);
        Assert.Equal([Province, City, County, Audit, TownB, TownC, OtherCounty, OtherTown, LoneProvince], units);
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/due/{Annual}", host.Reviewer(County));
        Assert.Equal((200, 3), (status, body!["units"]!.AsArray().Count));
    }

    [Fact]
    public async Task UrgeReports_RecordsWhatWasSaid_OnceForOneRequest_AndSaysWhyNot()
    {
        await host.File(TownA, 1);
        var request = new UrgeReportsRequest { Unit = County, Period = Annual, Text = "请于周五前报送", RequestId = "urge-1", Units = { TownA, TownB } };
        var acts = await All(host.Supervision.UrgeReports(request, host.Reviewer(County)));
        Assert.Equal([(TownA, false, "AR-121"), (TownB, true, "")], acts.Select(a => (a.Unit, a.Done, a.Blockers.FirstOrDefault()?.Code ?? "")));
        var before = await host.Events();
        await All(host.Supervision.UrgeReports(request, host.Reviewer(County)));
        Assert.Equal(before, await host.Events());
        var report = await Report(TownB);
        Assert.Equal((1, "请于周五前报送"), (report.Urged, report.UrgedText));
        Assert.Equal("reviewer@" + County, report.History.Single(a => a.Act == "urged").By);
        var denied = await All(host.Supervision.UrgeReports(new UrgeReportsRequest { Unit = County, Period = Annual }, host.As(County, Domain.Authority.Role.Reader)));
        Assert.All(denied, a => Assert.Equal((false, "AU-001"), (a.Done, Assert.Single(a.Blockers).Code)));
        var wrong = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => All(host.Supervision.UrgeReports(
            new UrgeReportsRequest { Unit = County, Period = Annual, Units = { TownB, OtherTown, "999999", County } }, host.Reviewer(County)))));
        Assert.Equal(["AR-102", "AR-102", "AR-102"], wrong.Codes); // beside, nowhere, and itself: all told
    }

    [Fact]
    public async Task GrantException_LetsALateUnitFileAgain_AndNamesItsApprover()
    {
        host.Clock.Start = new DateTimeOffset(2026, 7, 10, 9, 0, 0, TimeSpan.FromHours(8));
        var locked = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => host.File(TownA, 1)));
        Assert.Equal(["AR-120"], locked.Codes);
        var wrong = new GrantExceptionRequest { Unit = TownA, Period = Annual, Until = "下周", Reason = " " };
        Assert.Equal(["GW-101", "AR-119"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.GrantExceptionAsync(wrong, host.Reviewer(County)))).Codes);
        var grant = new GrantExceptionRequest { Unit = TownA, Period = Annual, Until = "2026-07-20", Reason = "受灾" };
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.GrantExceptionAsync(grant, host.Clerk(TownA)))).StatusCode);
        await host.Supervision.GrantExceptionAsync(grant, host.Reviewer(County));
        Assert.False((await host.File(TownA, 1)).Late);
        var report = await Report(TownA);
        Assert.Equal(("2026-07-20", "受灾", "reviewer@" + County), (report.ExceptionUntil, report.ExceptionReason, report.ExceptionApprover));
    }

    [Fact]
    public async Task SetEarlierDue_MovesASubtree_AndExplainsItself()
    {
        var officer = host.As("officer", City, Domain.Authority.Role.Officer);
        var set = new SetEarlierDueRequest { Period = Annual, Unit = City, Kind = UnitKind.Territory, Tier = Tier.Township, Due = "2026-02-28", Notice = "乙市办〔2026〕3号", RequestId = "due-1" };
        var dates = await host.Supervision.SetEarlierDueAsync(set, officer);
        Assert.Equal((City, "2026-02-28", "乙市办〔2026〕3号", "officer@" + City), dates.Layers.Where(l => l.Notice == set.Notice).Select(l => (l.Unit, l.Due, l.Notice, l.By)).Single());
        var explained = await host.Supervision.ExplainDueAsync(new ExplainDueRequest { Unit = TownA, Period = Annual }, host.As(OtherTown));
        Assert.Equal(("2026-02-28", "乙市办〔2026〕3号"), (explained.Due, explained.Basis));
        Assert.Equal([("2026-03-31", ""), ("2026-02-28", City)], explained.Steps.Select(s => (s.Day, s.SetBy)));
        Assert.Equal("2026-02-28", (await Report(TownA)).Due);
        Assert.Equal("2026-03-31", (await Report(County)).Due);
        var (status, body) = await host.Send("GET", $"/v1/units/{TownA}/due/{Annual}:explain", host.As(OtherTown));
        Assert.Equal((200, "2026-02-28"), (status, (string)body!["due"]!));

        var wrong = new SetEarlierDueRequest { Period = Annual, Unit = City, Due = "2026-2-3", Locks = "x", Notice = " " };
        Assert.Equal(["GW-101", "GW-101", "DL-004"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.SetEarlierDueAsync(wrong, officer))).Codes);
        var later = new SetEarlierDueRequest { Period = Annual, Unit = City, Due = "2026-04-30", Notice = "通知" };
        Assert.Contains("DL-001", Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.SetEarlierDueAsync(later, officer))).Codes);
        set.Unit = LoneProvince;
        Assert.Equal(["AU-001"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.SetEarlierDueAsync(set, officer))).Codes);
    }

    [Fact]
    public async Task AmendRoster_ExcusesAUnit_FromExpectedAndMissing_AndTakesItBack()
    {
        var officer = host.As("officer", County, Domain.Authority.Role.Officer);
        var amend = new AmendRosterRequest { Period = Annual, Unit = TownC, Excused = true, Reason = "整体搬迁", RequestId = "amend-1" };
        var dates = await host.Supervision.AmendRosterAsync(amend, officer);
        Assert.Equal((9L, TownC, true, "整体搬迁"), (dates.Expected, dates.Amendments[0].Unit, dates.Amendments[0].Excused, dates.Amendments[0].Reason));
        Assert.Equal(dates, await host.Supervision.AmendRosterAsync(amend, officer));
        Assert.DoesNotContain(TownC, (await host.Supervision.ListDueAsync(new ListDueRequest { Unit = County, Period = Annual }, host.Reviewer(County))).Units.Select(u => u.Unit));
        var no = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.ExplainDueAsync(new ExplainDueRequest { Unit = TownC, Period = Annual }, officer)));
        Assert.Equal("AR-102", Assert.Single(no.Codes));
        Assert.Equal(["DL-007"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.AmendRosterAsync(new AmendRosterRequest { Period = Annual, Unit = TownB, Excused = true }, officer))).Codes);
        Assert.Equal(["AU-001"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.AmendRosterAsync(amend, host.Reviewer(County)))).Codes);
        amend = new AmendRosterRequest { Period = Annual, Unit = TownC, Reason = "恢复办公" };
        Assert.Equal(10, (await host.Supervision.AmendRosterAsync(amend, officer)).Expected);
        var (status, body) = await host.Send("GET", $"/v1/periods/{Annual}/dates", host.As(TownA));
        Assert.Equal((200, 2, "2026-01-31", "2026-03-31"), (status, body!["amendments"]!.AsArray().Count, (string)body["agenciesDue"]!, (string)body["governmentsDue"]!));
        Assert.Equal("AR-101", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Supervision.GetPeriodDatesAsync(new GetPeriodDatesRequest { Period = "annual-2021" }, officer))).Codes));
    }

    private async Task<Report> Report(string unit) => await host.Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Annual }, host.Officer);

    internal static async Task<List<ActOnUnit>> All(AsyncServerStreamingCall<ActOnUnit> call)
    {
        using var stream = call;
        var acts = new List<ActOnUnit>();
        while (await call.ResponseStream.MoveNext(default))
            acts.Add(call.ResponseStream.Current);
        return acts;
    }
}
