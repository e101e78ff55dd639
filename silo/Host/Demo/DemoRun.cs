using System.Diagnostics;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.V1;
using Federation.Web.Reports.Annual;
using Grpc.Core;
using Grpc.Net.Client;
using Spectre.Console;

namespace Federation.Host.Demo;

/// <summary>The demonstration: the whole nation files, rolls up and is checked, through the public interface alone.</summary>
public sealed class DemoRun(WebApplication app, DemoClock clock, int seed, Uri server)
{
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(60);
    private const int ProvinceShown = 10; // 浙江省 when the whole nation is there
    private static readonly PeriodId Period = PeriodId.Annual(2025);
    private static readonly DateTimeOffset AfterDue = new(2026, 4, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly SubjectTokens tokens = app.Services.GetRequiredService<SubjectTokens>();
    private readonly DivisionTree tree = app.Services.GetRequiredService<IDivisions>().AsOf(ReportPeriods.LastDayOf(Period));

    /// <summary>When the demonstration begins: a working day of the reporting season, before every due date.</summary>
    public static DateTimeOffset Season { get; } = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Runs it and prints what it finds.</summary>
    /// <returns>True when the totals agree with brute force cell by cell and every filing is in the ledger.</returns>
    public async Task<bool> Run(CancellationToken ct)
    {
        using var channel = GrpcChannel.ForAddress(server);
        var reports = new Reports.ReportsClient(channel);
        var officer = Headers(new Subject("admin", UnitId.Nation, [Role.Officer, Role.Reader]));
        var opened = await reports.OpenPeriodAsync(new OpenPeriodRequest { Period = Period.ToString(), RequestId = "demo-open" }, officer, cancellationToken: ct);
        AnsiConsole.MarkupLineInterpolated($"[bold]{Period.Year} 年度报告[/]:报告期已开启,应报 [bold]{opened.Expected:N0}[/] 个单位 [grey]/ period opened, list of who must file frozen[/]");

        var filings = MakeFilings();
        await FileAll(filings, ct);
        var nation = await Settle(reports, officer, filings.Count, ct);
        AnsiConsole.Write(ProvinceTable.Of(nation));
        await WriteReport(UnitId.Parse(nation.Children[Math.Min(ProvinceShown, nation.Children.Count - 1)].Unit), ct);
        return await new DemoCheck(app, reports, officer, tree, Period).Run(filings, ct);
    }

    private List<SentFiling> MakeFilings()
    {
        var generator = new FilingGenerator(seed);
        var draw = new Random(seed);
        return [.. Enumerable.Range(1, tree.Count - 1).Select(order => tree[order])
            .Select(unit => new SentFiling(unit.Id, generator.Make(unit.Id, unit.Tier), draw.Next(1000) < 14))
            .OrderBy(f => f.Late).ThenBy(_ => draw.Next())];
    }

    private async Task FileAll(List<SentFiling> filings, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var surge = new Surge(server, tokens, Period);
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("报送 / filing", maxValue: filings.Count);
                await surge.Send([.. filings.Where(f => !f.Late)], () => bar.Increment(1), ct);
                clock.SetTo(AfterDue);
                await surge.Send([.. filings.Where(f => f.Late)], () => bar.Increment(1), ct);
            });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{filings.Count:N0}[/] 份报告经 gRPC 报送、校验、落盘,用时 [bold]{seconds:N1} s[/](每秒 {filings.Count / seconds:N0} 份)[grey]/ filed over gRPC, checked, on disk[/]");
    }

    private static async Task<CoverageResponse> Settle(Reports.ReportsClient reports, Metadata officer, int filed, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(SettleWithin);
        using var watch = reports.WatchCoverage(new GetCoverageRequest { Unit = UnitId.Nation.Value, Period = Period.ToString() }, officer, cancellationToken: deadline.Token);
        while (await watch.ResponseStream.MoveNext(deadline.Token))
        {
            if (watch.ResponseStream.Current.Whole.Filed != filed)
                continue;
            AnsiConsole.MarkupLineInterpolated($"全国汇总在最后一份报告之后 [bold]{Stopwatch.GetElapsedTime(started).TotalMilliseconds:N0} ms[/] 到齐 [grey]/ the national total was complete so long after the last filing[/]");
            return watch.ResponseStream.Current;
        }
        throw new TimeoutException("the national total did not become complete");
    }

    private async Task WriteReport(UnitId province, CancellationToken ct)
    {
        var model = await app.Services.GetRequiredService<AnnualReports>().Find(province, Period, ct) ?? throw new InvalidOperationException($"{province} is not on the list");
        var file = Path.Combine("out", $"{province}-{Period}.html");
        Directory.CreateDirectory("out");
        await File.WriteAllTextAsync(file, await AnnualReportHtml.RenderAsync(app.Services, model), ct);
        AnsiConsole.MarkupLineInterpolated($"{model.FullName} {Period.Year} 年度报告已写到 [bold]{file}[/] [grey]/ one province's report, official tables[/]");
    }

    private Metadata Headers(Subject subject) => new() { { "authorization", "Bearer " + tokens.Issue(subject, TimeSpan.FromHours(1)) } };
}
