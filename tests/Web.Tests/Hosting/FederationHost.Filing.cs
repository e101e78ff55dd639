using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Web.Tests.Hosting;

public sealed partial class FederationHost
{
    /// <summary>What the sample leaves unfiled, for tests to file.</summary>
    public static readonly UnitId Unfiled = UnitId.Parse("500151003");

    /// <summary>Filed, returned and not filed again.</summary>
    public static readonly UnitId Returned = UnitId.Parse("500151.health");

    /// <summary>Files a unit's report and waits until the nation has it.</summary>
    public async Task File(UnitId unit, int seed)
    {
        await Submit(unit, seed);
        await Settled();
    }

    private async Task Fill()
    {
        var officer = new Subject("zhou", UnitId.Nation, [Role.Officer]);
        foreach (var period in (PeriodId[])[PeriodId.Annual(2024), Period])
            Assert.False((await Grain<IPeriodGrain>(GrainKeys.Period(period)).Open(new OpenPeriod("", officer, null))).Refused);

        UnitId[] left = [Unfiled, UnitId.Parse("500151104"), UnitId.Parse("500109.edu")], late = [UnitId.Parse("500151103"), UnitId.Parse("500109002")];
        var chongqing = SampleTree.Units.Select(u => u.Id).Where(id => id.Value.StartsWith("500", StringComparison.Ordinal)).Except(left).ToList();
        foreach (var (unit, seed) in chongqing.Except(late).Select((unit, seed) => (unit, seed)))
            await Submit(unit, seed + 1);
        for (var n = 1; n <= 5; n++)
            await Submit(UnitId.Parse($"51010400{n}"), n * 3);
        await Review(UnitId.Parse("500151.audit"), accept: true);
        await Review(Returned, accept: false);
        clock.Set(At("2026-04-02"));
        foreach (var unit in late)
            await Submit(unit, 17);
        await Settled();
    }

    private async Task Submit(UnitId unit, int seed)
    {
        var figures = SampleFigures.Of(seed);
        var clerk = new Subject("wang", unit, [Role.Clerk]);
        var report = Grain<IReportGrain>(GrainKeys.Report(unit, Period));
        var handedIn = Taken(await report.Submit(new SubmitReport("", clerk, ReportContent.Of(figures), 0)));
        Taken(await report.Approve(new ApproveReport("", new Subject("chen", unit, [Role.Approver]), handedIn.Version, handedIn.ContentHash)));
        filed[unit] = figures;
    }

    private static ReceiptView Taken(Reply<ReceiptView> reply)
    {
        Assert.False(reply.Refused, string.Join('\n', reply.Findings.Select(f => f.TextEn)));
        return reply.Value!;
    }

    private async Task Review(UnitId unit, bool accept)
    {
        var reviewer = new Subject("li", SampleTree.Tongliang, [Role.Reviewer]);
        var grain = Grain<IReportGrain>(GrainKeys.Report(unit, Period));
        var reply = accept
            ? await grain.Accept(new AcceptReport("", reviewer, 1))
            : await grain.Return(new ReturnReport("", reviewer, 1, [new ReturnReason("t3.new.natural", "与台账不符")]));
        Taken(reply);
        if (!accept)
            filed.Remove(unit);
    }

    private async Task Settled()
    {
        using var enough = new CancellationTokenSource(patience);
        var nation = Grain<IRollUpGrain>(GrainKeys.RollUp(UnitId.Nation, Period));
        for (var view = await nation.Coverage(); view!.Whole.Counts.Filed != filed.Count || view.Whole.Counts.Returned != 1;)
        {
            if (enough.IsCancellationRequested)
                throw new TimeoutException($"Never came: {filed.Count} filings in the nation's total; it holds {view.Whole.Counts}");
            view = await nation.Watch(view.Version, enough.Token);
        }
    }
}
