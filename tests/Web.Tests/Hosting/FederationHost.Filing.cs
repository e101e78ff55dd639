using System.Collections.Immutable;
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

    /// <summary>Filed, accepted, published in time, corrected, accepted again and published late.</summary>
    public static readonly UnitId Corrected = UnitId.Parse("500151.audit");

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
        await Review(Corrected, accept: true);
        await Publish(Corrected, 1);
        await Review(Returned, accept: false);
        clock.Set(At("2026-02-10"));
        await Submit(Corrected, 31, "漏计一件");
        await Review(Corrected, accept: true, version: 2);
        await Publish(Corrected, 2);
        await Review(UnitId.Parse("500151.finance"), accept: true);
        await Publish(UnitId.Parse("500151.finance"), 1);
        clock.Set(At("2026-04-02"));
        foreach (var unit in late)
            await Submit(unit, 17);
        await Settled();
    }

    private async Task Publish(UnitId unit, long version) => Taken(await Grain<IReportGrain>(GrainKeys.Report(unit, Period)).Publish(
        new PublishReport("", new Subject("wang", unit, [Role.Clerk]), version, "https://www.example.gov.cn/zwgk/report", Federation.Domain.Time.BeijingTime.DateOf(clock.GetUtcNow()))));

    private async Task Submit(UnitId unit, int seed, string correction = "")
    {
        var figures = SampleFigures.Of(seed);
        var texts = ImmutableSortedDictionary<string, string>.Empty.Add("s1", "本机关认真落实条例要求。\n公开工作有序推进。");
        var clerk = new Subject("wang", unit, [Role.Clerk]);
        var report = Grain<IReportGrain>(GrainKeys.Report(unit, Period));
        var handedIn = Taken(await report.Submit(new SubmitReport("", clerk, new ReportContent(figures, texts, []), correction.Length > 0 ? 1 : 0, correction)));
        Taken(await report.Approve(new ApproveReport("", new Subject("chen", unit, [Role.Approver]), handedIn.Version, handedIn.ContentHash)));
        filed[unit] = figures;
    }

    private static ReceiptView Taken(Reply<ReceiptView> reply)
    {
        Assert.False(reply.Refused, string.Join('\n', reply.Findings.Select(f => f.TextEn)));
        return reply.Value!;
    }

    private async Task Review(UnitId unit, bool accept, long version = 1)
    {
        var reviewer = new Subject("li", SampleTree.Tongliang, [Role.Reviewer]);
        var grain = Grain<IReportGrain>(GrainKeys.Report(unit, Period));
        var reply = accept
            ? await grain.Accept(new AcceptReport("", reviewer, version))
            : await grain.Return(new ReturnReport("", reviewer, 1, [new ReturnReason("t3.new.natural", "与台账不符")]));
        Taken(reply);
        if (!accept)
            filed.Remove(unit);
    }

    private async Task Settled()
    {
        using var enough = new CancellationTokenSource(patience);
        var nation = Grain<IRollUpGrain>(GrainKeys.RollUp(UnitId.Nation, Period));
        for (var view = await nation.Coverage(); view!.Whole.Counts.Filed != filed.Count || view.Whole.Counts.Returned != 1 || view.Whole.Counts.Published != 2 || view.Whole.Counts.Corrected != 1;)
        {
            if (enough.IsCancellationRequested)
                throw new TimeoutException($"Never came: {filed.Count} filings in the nation's total; it holds {view.Whole.Counts}");
            view = await nation.Watch(view.Version, enough.Token);
        }
    }
}
