using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Periods, drafts, checks and filings.</summary>
public sealed class FilingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task OpenPeriod_ASecondTime_AnswersTheSame_AndRecordsNothing()
    {
        var before = await host.Events();
        var first = (await host.Reports.ListPeriodsAsync(new ListPeriodsRequest(), host.As(TownA))).Periods.Single();
        Assert.Equal(first, await host.Reports.OpenPeriodAsync(new OpenPeriodRequest { Period = Annual, RequestId = "again" }, host.Officer));
        Assert.Equal((Annual, "annual-2021", "2025-12-31", 10L), (first.Period_, first.Form, first.AsOf, first.Expected));
        Assert.Equal(before, await host.Events());
    }

    [Theory]
    [InlineData("annual-2026", "", "AR-109")] // the year has not ended
    [InlineData("annual-2018", "", "AR-109")] // no form
    [InlineData("annual-2024", "2026-12-31", "AR-109")] // a tree that is still to come
    [InlineData("annual-24", "", "AR-111")]
    [InlineData("annual-2024", "2024-02-30", "GW-101")]
    public async Task OpenPeriod_ThatCannotBe_IsRefused_AndRecordsNothing(string period, string asOf, string code)
    {
        var before = await host.Events();
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.OpenPeriodAsync(new OpenPeriodRequest { Period = period, AsOf = asOf }, host.Officer));
        Assert.Equal([code], Refused.Of(refusal).Codes);
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task CheckReport_NamesEveryFinding_AndNeverRecords()
    {
        var before = await host.Events();
        var (sound, broken) = (Applications(3), Applications(3));
        (broken.Counts["t3.new.natural"], broken.Counts["t9.none.such"]) = (5, 1);
        async Task<CheckReportResponse> Check(Figures figures) =>
            await host.Reports.CheckReportAsync(new CheckReportRequest { Unit = TownA, Period = Annual, Figures = figures }, host.Clerk(TownA));
        Assert.Equal(new CheckReportResponse(), await Check(sound));
        var found = await Check(broken);
        Assert.True(found.WouldBeRefused);
        Assert.Equal(["AR-012", "AR-001"], found.Findings.Select(f => f.Code));
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task SaveDraft_WithFaults_IsKept_ShowsThem_AndIsNotOverwrittenByAnother()
    {
        var figures = Applications(3);
        figures.Counts["t3.new.natural"] = 4;
        var draft = new SaveDraftRequest { Unit = OtherTown, Period = Annual, Figures = figures };
        var kept = await host.Reports.SaveDraftAsync(draft, host.Clerk(OtherTown));
        Assert.Equal((ReportState.NotFiled, 1L, "AR-001"), (kept.State, kept.Revision, Assert.Single(kept.Findings).Code));

        draft.Figures = Applications(9);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.SaveDraftAsync(draft, host.Clerk(OtherTown)));
        Assert.Equal(StatusCode.Aborted, refusal.StatusCode);
        var report = await host.Reports.GetReportAsync(new GetReportRequest { Unit = OtherTown, Period = Annual }, host.Clerk(OtherTown));
        Assert.Equal((4L, "AR-001", null), (report.Draft.Counts["t3.new.natural"], Assert.Single(report.Findings).Code, report.Filed));
    }

    [Fact]
    public async Task SaveDraft_OverRest_KeepsIt()
    {
        var (status, receipt) = await host.Send("PUT", $"/v1/units/{LoneProvince}/reports/{Annual}/draft", host.Clerk(LoneProvince), """{"figures":{"counts":{"t3.new.natural":"2"},"unlisted":"NIL"}}""");
        Assert.Equal((200, "1"), (status, (string)receipt!["revision"]!));
    }

    [Fact]
    public async Task SubmitReport_WithOneRequestId_HasOneEffect_ThroughBothDoors()
    {
        var filing = Filing(County, 5, requestId: "county-1");
        var first = await host.Reports.SubmitReportAsync(filing, host.Clerk(County));
        var again = await host.Reports.SubmitReportAsync(filing, host.Clerk(County));
        var (status, receipt) = await host.Send(
            "POST", $"/v1/units/{County}/reports/{Annual}:submit", host.Clerk(County),
            """{"requestId":"county-1","figures":{"counts":{"t3.new.natural":"5","t3.granted.natural":"5"},"unlisted":"NIL"}}""");
        Assert.Equal(first, again);
        Assert.Equal((200, first.ChainHash, "1"), (status, (string)receipt!["chainHash"]!, (string)receipt["version"]!));
    }

    [Fact]
    public async Task SubmitReport_DoubledAtTheSameMoment_HasOneEffect_AndOneAnswer()
    {
        var before = await host.Events();
        var filing = Filing(TownB, 6, requestId: "town-b-1");
        var receipts = await Task.WhenAll(Enumerable.Range(0, 24).Select(async _ => await host.Reports.SubmitReportAsync(filing, host.Clerk(TownB))));
        Assert.Single(receipts.Distinct());
        Assert.Equal(before + 1, await host.Events());
    }

    [Fact]
    public async Task SubmitReport_WithTheRequestIdOfAnotherFiling_IsRefused()
    {
        await host.Reports.SubmitReportAsync(Filing(City, 1, requestId: "city-1"), host.Clerk(City));
        var refused = await Refused.Filing(host, Door.Grpc, host.Clerk(City), Filing(City, 2, version: 1, requestId: "city-1"));
        Assert.Equal(["AR-110"], refused.Codes);
    }

    [Fact]
    public async Task GetReport_AfterTwoFilings_ShowsFiguresWithSums_AndItsHistory()
    {
        var first = await host.File(Audit, 1);
        var second = await host.File(Audit, 2, version: 1);
        var report = await host.Reports.GetReportAsync(new GetReportRequest { Unit = Audit, Period = Annual }, host.As(County, Domain.Authority.Role.Reader));
        Assert.Equal((2L, ReportState.Sealed, 2L, second.ContentHash, second.ChainHash), (report.Version, report.State, report.Filed.Counts["t3.handled_total.total"], report.ContentHash, report.ChainHash));
        Assert.Equal([("submitted", 1L), ("sealed", 1L), ("submitted", 2L), ("sealed", 2L)], report.History.Select(a => (a.Act, a.Version)));
        Assert.Equal([first.ChainHash, second.ChainHash], report.History.Where(a => a.Act == "sealed").Select(a => a.ChainHash));
        Assert.All(report.History, a => Assert.Equal((a.Act == "sealed" ? "approver@" : "tester@") + Audit, a.By));
    }

    [Theory]
    [InlineData(Door.Grpc)]
    [InlineData(Door.Rest)]
    public async Task SubmitReport_WithAnUnreadableCell_NamesTheOtherFindingsToo_AndNoPlaceTwice(Door door)
    {
        var filing = Filing(TownC, 3, version: 4);
        filing.Figures.Amounts["t2.fees.amount"] = "12,5";
        filing.Figures.Counts["t3.new.natural"] = 9;
        var refused = await Refused.Filing(host, door, host.Clerk(TownC), filing);
        Assert.Equal(["AR-001", "AR-014", "AR-104"], refused.Codes.Order());
        Assert.Equal(refused.Findings.Count, refused.Findings.Select(f => f.Where).Distinct().Count());
        var check = await host.Reports.CheckReportAsync(new CheckReportRequest { Unit = TownC, Period = Annual, Figures = filing.Figures }, host.Clerk(TownC));
        Assert.Equal(["AR-001", "AR-014"], check.Findings.Select(f => f.Code).Order());
    }

    [Fact]
    public async Task GetForm_AnswersEveryCell_AnUnknownOneIsNotFound()
    {
        var form = await host.Reports.GetFormAsync(new GetFormRequest { Form = "annual-2021" }, host.As(TownA));
        Assert.Equal(200, form.Tables.Sum(t => t.Cells.Count));
        var (status, problem) = await host.Send("GET", "/v1/forms/annual-1999", host.As(TownA));
        Assert.Equal(("NOT_FOUND", "AR-112"), (Refused.Of(status, problem).Status, Refused.Of(status, problem).Codes.Single()));
    }
}
