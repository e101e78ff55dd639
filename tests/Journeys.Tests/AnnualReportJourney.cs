using Federation.Domain.Authority;
using Federation.Journeys.Tests.Support;
using Federation.V1;
using Grpc.Core;

namespace Federation.Journeys.Tests;

/// <summary>A township's annual report rolls up to the province: journey two of docs, from a blank sheet to the published total.</summary>
public sealed class AnnualReportJourney
{
    private const string Period = Installation.Period, Province = "110000", City = "110100", County = "110101", Town = "110101001", Cell = "t3.new.natural";

    [Fact]
    public async Task TownshipReport_DraftedRefusedFiledReturnedAndFiledAgain_ReachesTheProvince_AndCanBeFollowedBackDown()
    {
        using var at = new Installation(new Country(provinces: 2, cities: 2, counties: 2, townships: 2));
        await at.Start();

        await DraftAndMend(at);
        var first = await Submit(at, Town, Country.FiguresOf(Town));
        await at.Filed(Province, 1);

        await Return(at, first.Version);
        await at.Filed(Province, 0);
        Assert.Equal(1, (await at.Total(Province)).Coverage.Returned);
        Assert.True((await Missing(at)).Single(m => m.Unit == Town).Returned);

        var corrected = Country.FiguresOf(Town);
        (corrected.Counts[Cell], corrected.Counts["t3.granted.natural"]) = (5, 4);
        var second = await Submit(at, Town, corrected, first.Version);
        foreach (var unit in at.Country.Units.Where(u => u != Town))
            await Submit(at, unit, Country.FiguresOf(unit));
        await at.AssertTotals();
        Assert.Empty(await Missing(at));

        await FollowDown(at, second);
        await Accept(at, second.Version);
        await at.AssertTotals();

        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
    }

    private static async Task DraftAndMend(Installation at)
    {
        var figures = Country.FiguresOf(Town);
        figures.Counts[Cell] += 2;
        var draft = await at.Reports.SaveDraftAsync(new SaveDraftRequest { Unit = Town, Period = Period, Figures = figures }, at.Clerk(Town));
        Assert.Equal(("AR-001", "t3.carried_out.natural"), (draft.Findings.Single().Code, draft.Findings.Single().Where));
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Submit(at, Town, figures));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal((ReportState.NotFiled, 0L), ((await at.Report(Town)).State, (await at.Report(Town)).Version));
    }

    private static async Task Return(Installation at, long version)
    {
        var request = new ReturnReportRequest { Unit = Town, Period = Period, Version = version, Reasons = { new ReturnReason { Cell = Cell, Text = "与台账不符" } } };
        await at.Reports.ReturnReportAsync(request, at.As(County, Role.Reviewer));
        var seen = await at.Reports.GetReportAsync(new GetReportRequest { Unit = Town, Period = Period }, at.Clerk(Town));
        Assert.Equal((ReportState.Returned, Cell, "与台账不符"), (seen.State, seen.ReturnReasons.Single().Cell, seen.ReturnReasons.Single().Text));
    }

    private static async Task Accept(Installation at, long version)
    {
        await at.Reports.AcceptReportAsync(new AcceptReportRequest { Unit = Town, Period = Period, Version = version }, at.As(County, Role.Reviewer));
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Submit(at, Town, Country.FiguresOf(Town), version));
        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode); // accepted: what changes now is a correction
        Assert.Equal(["submitted", "returned", "submitted", "accepted"], (await at.Report(Town)).History.Select(a => a.Act).Where(a => a != "draft-saved"));
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
                Assert.Equal((5L, 2L, filing.ContentHash, "clerk@" + Town), (part.Value, part.Version > 0 ? filing.Version : 0, part.ContentHash, part.Signer));
        }
    }

    private static async Task<Receipt> Submit(Installation at, string unit, Figures figures, long version = 0) => await at.Reports.SubmitReportAsync(
        new SubmitReportRequest { Unit = unit, Period = Period, Figures = figures, ExpectedVersion = version, RequestId = $"{unit}-{version}" }, at.Clerk(unit));

    private static async Task<IEnumerable<MissingUnit>> Missing(Installation at) =>
        (await at.Reports.ListMissingAsync(new ListMissingRequest { Unit = Country.Nation, Period = Period }, at.Officer)).Units;
}
