using System.Globalization;
using Federation.Domain.Authority;
using Federation.Journeys.Tests.Support;
using Federation.V1;
using Grpc.Core;

namespace Federation.Journeys.Tests;

/// <summary>A township's annual report rolls up to the province, from a blank sheet to the published total and its correction; and the county's whole report with it.</summary>
public sealed class AnnualReportJourney
{
    private const string Period = Installation.Period, Province = "110000", City = "110100", County = "110101", Town = "110101001", Cell = "t3.new.natural", Granted = "t3.granted.natural";

    [Fact]
    public async Task TownshipReport_ThroughItsWholeLife_ReachesTheProvince_AndItsCorrectionReopensTheReportOfTheCounty()
    {
        using var at = new Installation(new Country(provinces: 2, cities: 2, counties: 2, townships: 2));
        await at.Start();

        await DraftAndMend(at);
        await HandInAndSendBack(at);
        var first = await File(at, Town, Country.FiguresOf(Town));
        await at.Filed(Province, 1);
        await Return(at, first.Version);
        await at.Filed(Province, 0);
        Assert.Equal(1, (await at.Total(Province)).Coverage.Returned);
        Assert.True((await Missing(at)).Single(m => m.Unit == Town).Returned);

        var second = await File(at, Town, Figures(received: 5), first.Version);
        foreach (var unit in at.Country.Units.Where(u => u != Town))
            await File(at, unit, Country.FiguresOf(unit));
        await at.AssertTotals();
        Assert.Empty(await Missing(at));
        await FollowDown(at, second);

        await AcceptAndPublish(at, second.Version);
        await at.AssertTotals();
        await PublishWhole(at);
        await Correct(at, second.Version);

        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
    }

    private static async Task DraftAndMend(Installation at)
    {
        var figures = Country.FiguresOf(Town);
        figures.Counts[Cell] += 2;
        var draft = await at.Reports.SaveDraftAsync(new SaveDraftRequest { Unit = Town, Period = Period, Figures = figures }, at.Clerk(Town));
        var blocking = draft.Findings.Single(f => f.Severity == Finding.Types.Severity.Error);
        Assert.Equal(("AR-001", "t3.carried_out.natural"), (blocking.Code, blocking.Where));
        var refusal = await Assert.ThrowsAsync<RpcException>(() => HandIn(at, Town, figures));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal((ReportState.NotFiled, 0L), ((await at.Report(Town)).State, (await at.Report(Town)).Version));
    }

    // Handed in is not filed: it counts nowhere until another person of the unit seals it, and that person may send it back.
    private static async Task HandInAndSendBack(Installation at)
    {
        var both = at.As(Town, Role.Clerk, Role.Approver);
        var request = new SubmitReportRequest { Unit = Town, Period = Period, Figures = Country.FiguresOf(Town) };
        var waiting = await at.Reports.SubmitReportAsync(request, both);
        Assert.Equal(ReportState.Submitted, (await at.Report(Town)).State);
        Assert.Equal(0, (await at.Total(Province)).Coverage.Filed);
        await Assert.ThrowsAsync<RpcException>(() => Seal(at, waiting, both)); // the author
        Assert.Equal(ReportState.Submitted, (await at.Report(Town)).State);

        await at.Reports.SendBackReportAsync(
            new ReturnReportRequest { Unit = Town, Period = Period, Version = waiting.Version, Reasons = { new ReturnReason { Cell = Cell, Text = "请再核对" } } }, at.Approver(Town));
        var seen = await at.Report(Town);
        Assert.Equal((ReportState.NotFiled, true, "请再核对"), (seen.State, seen.Rejection.Internal, seen.Rejection.Reasons.Single().Text));
        Assert.Null(seen.Pending);
    }

    private static async Task Return(Installation at, long version)
    {
        var request = new ReturnReportRequest { Unit = Town, Period = Period, Version = version, Reasons = { new ReturnReason { Cell = Cell, Text = "与台账不符" } } };
        await at.Reports.ReturnReportAsync(request, at.As(County, Role.Reviewer));
        var seen = await at.Reports.GetReportAsync(new GetReportRequest { Unit = Town, Period = Period }, at.Clerk(Town));
        Assert.Equal((ReportState.Returned, Cell, "与台账不符"), (seen.State, seen.ReturnReasons.Single().Cell, seen.ReturnReasons.Single().Text));
    }

    private static async Task AcceptAndPublish(Installation at, long version)
    {
        await at.Reports.AcceptReportAsync(new AcceptReportRequest { Unit = Town, Period = Period, Version = version }, at.As(County, Role.Reviewer));
        await at.Reports.PublishReportAsync(new PublishReportRequest { Unit = Town, Period = Period, Version = version, Where = "政府网站" }, at.Clerk(Town));
        await Assert.ThrowsAsync<RpcException>(() => HandIn(at, Town, Figures(received: 6), version)); // what changes now is a correction and needs its reason
        Assert.Equal(
            ["submitted", "sent-back", "submitted", "sealed", "returned", "submitted", "sealed", "accepted", "published"],
            (await at.Report(Town)).History.Select(a => a.Act).Where(a => a != "draft-saved"));
    }

    private static async Task PublishWhole(Installation at)
    {
        var receipt = await WholeReport.File(at, County);
        await at.Reports.AcceptReportAsync(new AcceptReportRequest { Unit = County, Period = Period, Scope = ReportScope.Whole, Version = receipt.Version }, at.As(City, Role.Reviewer));
        await at.Reports.PublishReportAsync(
            new PublishReportRequest { Unit = County, Period = Period, Scope = ReportScope.Whole, Version = receipt.Version, Where = "政府网站" }, at.Clerk(County));
        var published = await at.Report(County, ReportScope.Whole);
        Assert.Equal(ReportState.Published, published.State);
        Assert.Empty(published.Reopened);
        await at.AssertTotals(); // a whole report enters no total
    }

    // The correction reaches every total, says before and after, and re-opens the published report of the county until that is corrected too.
    private static async Task Correct(Installation at, long version)
    {
        var before = await at.Total(Province);
        await File(at, Town, Figures(received: 9), version, "台账漏记 4 件");
        await at.AssertTotals();
        var correction = Assert.Single((await at.Supervision.ListCorrectionsAsync(new ListCorrectionsRequest { Unit = Province, Period = Period }, at.Officer)).Corrections);
        Assert.Equal((Town, version, "台账漏记 4 件"), (correction.Unit, correction.Corrects, correction.Reason));
        var cell = correction.Cells.Single(c => c.Cell == Cell);
        Assert.Equal(("5", "9"), (cell.Before, cell.After));
        var then = before.Newest.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture);
        foreach (var unit in new[] { County, City, Province })
        {
            var past = await at.Supervision.GetTotalAsOfAsync(new GetTotalAsOfRequest { Unit = unit, Period = Period, AsOf = then }, at.Officer);
            Assert.Equal((unit, past.Figures.Counts[Cell] + 4), (unit, (await at.Total(unit)).Figures.Counts[Cell]));
        }

        var reopened = (await at.Report(County, ReportScope.Whole)).Reopened.Single(c => c.Cell == Cell);
        var whole = (await at.Report(County, ReportScope.Whole)).Filed.Counts[Cell];
        Assert.Equal((Text(whole), Text(whole + 4)), (reopened.Before, reopened.After));
        await WholeReport.File(at, County, after: 1, "随乡镇更正");
        Assert.Empty((await at.Report(County, ReportScope.Whole)).Reopened);
    }

    // Every cell of the province's total can be opened down to the filing it came from.
    private static async Task FollowDown(Installation at, Receipt filing)
    {
        foreach (var (unit, below) in ((string, string)[])[(Province, City), (City, County), (County, Town)])
        {
            var cell = await at.Reports.ExplainCellAsync(new ExplainCellRequest { Unit = unit, Period = Period, Cell = Cell }, at.As(Province, Role.Reader));
            Assert.Equal(cell.Value, cell.Parts.Sum(p => p.Value));
            var part = cell.Parts.Single(p => p.Unit == below);
            Assert.Equal(below == Town, part.Own);
            if (part.Own)
                Assert.Equal((5L, 2L, filing.ContentHash, "approver@" + Town), (part.Value, filing.Version, part.ContentHash, part.Signer));
        }
    }

    private static Figures Figures(long received)
    {
        var figures = Country.FiguresOf(Town);
        (figures.Counts[Cell], figures.Counts[Granted]) = (received, received - 1);
        return figures;
    }

    private static async Task<Receipt> File(Installation at, string unit, Figures figures, long version = 0, string correction = "") =>
        await Seal(at, await HandIn(at, unit, figures, version, correction), at.Approver(unit));

    private static async Task<Receipt> HandIn(Installation at, string unit, Figures figures, long version = 0, string correction = "") => await at.Reports.SubmitReportAsync(
        new SubmitReportRequest { Unit = unit, Period = Period, Figures = figures, ExpectedVersion = version, Correction = correction, RequestId = $"{unit}-{version}-{correction}" }, at.Clerk(unit));

    private static async Task<Receipt> Seal(Installation at, Receipt waiting, Metadata approver) => await at.Reports.ApproveReportAsync(
        new ApproveReportRequest { Unit = waiting.Unit, Period = Period, Version = waiting.Version, ContentHash = waiting.ContentHash }, approver);

    private static async Task<IEnumerable<MissingUnit>> Missing(Installation at) =>
        (await at.Reports.ListMissingAsync(new ListMissingRequest { Unit = Country.Nation, Period = Period }, at.Officer)).Units;

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
