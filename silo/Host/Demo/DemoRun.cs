using System.Diagnostics;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Host.Demo.Scenes;
using Federation.V1;
using Federation.Web.Reports.Annual;
using Grpc.Core;
using Grpc.Net.Client;
using Spectre.Console;

namespace Federation.Host.Demo;

/// <summary>The demonstration: the whole nation files, rolls up and is checked, through the public interface alone; and what else happens to a report is told in scenes.</summary>
public sealed class DemoRun(WebApplication app, DemoClock clock, int seed, Uri server)
{
    private const int ProvinceShown = 10; // 浙江省 when the whole nation is there
    private static readonly PeriodId Period = PeriodId.Annual(2025);
    private static readonly DateTimeOffset Urging = new(2026, 3, 27, 9, 0, 0, TimeSpan.FromHours(8)); // governments have four days left
    private static readonly DateTimeOffset AfterDue = new(2026, 4, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly SubjectTokens tokens = app.Services.GetRequiredService<SubjectTokens>();
    private readonly DivisionTree tree = app.Services.GetRequiredService<IDivisions>().AsOf(ReportPeriods.LastDayOf(Period));

    /// <summary>When the demonstration begins: a working day of the reporting season, before every due date.</summary>
    public static DateTimeOffset Season { get; } = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Runs it and prints what it finds.</summary>
    /// <returns>True when the totals agree with brute force cell by cell, every filing is in the ledger, and every scene ended as the rules have it.</returns>
    public async Task<bool> Run(CancellationToken ct)
    {
        using var channel = GrpcChannel.ForAddress(server);
        var reports = new Reports.ReportsClient(channel);
        var officer = Headers(new Subject("admin", UnitId.Nation, [Role.Officer, Role.Reader]));
        await Open(reports, officer, ct);
        var cast = Cast.Choose(tree, ProvinceShown);
        var sent = new SentFilings(MakeFilings(cast));
        var stage = cast is null ? null : new Stage(channel, tokens, tree, Period, cast, sent);
        var plan = stage is null ? null : await IssuedPlan.Play(stage, IssuerOf(stage, ProvinceOf(cast!)), ct);
        var planned = plan is null || (plan.Holds & await IssuedPlan.Nation(stage!, ct));
        await FileAll("报送、签发 / filing", Ordered(sent, late: false).Where(f => cast?.Collected.Contains(f.Unit) != true), ct);

        if (stage is not null)
        {
            await CountyWorkbook.Play(stage, ct);
            await ReturnedFiling.Play(stage);
            clock.SetTo(Urging);
            await PublishedReports.Play(stage, ct);
            await LateFiling.Urge(stage, ct);
        }
        clock.SetTo(AfterDue);
        await FileAll("迟报 / late ones", Ordered(sent, late: true), ct);
        await Settle(reports, officer, sent.All.Count, ct);
        var holds = planned & (stage is null ? TooFew() : await Play(stage, ct) & await IssuedPlan.TellLate(stage, plan!, ct));
        var nation = await reports.GetCoverageAsync(new GetCoverageRequest { Unit = UnitId.Nation.Value, Period = Period.ToString() }, officer, cancellationToken: ct);
        Story.Heading("汇总与核对", "totals, and the check against brute force");
        AnsiConsole.Write(ProvinceTable.Of(nation));
        await WriteReport(UnitId.Parse(nation.Children[Math.Min(ProvinceShown, nation.Children.Count - 1)].Unit), ct);
        var agrees = await new DemoCheck(app, reports, officer, tree, Period).Run(sent.All, ct);
        AnsiConsole.MarkupLineInterpolated($"[grey]内存峰值 / peak of memory: {Memory.PeakMegabytes:N0} MB(客户端与服务端同进程 / client and server in one process)[/]");
        return agrees && holds;
    }

    private static async Task Open(Reports.ReportsClient reports, Metadata officer, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var opened = await AnsiConsole.Status().StartAsync("开启报告期、冻结应报名单 / opening the period", _ => reports.OpenPeriodAsync(
            new OpenPeriodRequest { Period = Period.ToString(), RequestId = "demo-open" }, officer, cancellationToken: ct).ResponseAsync);
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{Period.Year} 年度报告[/]:报告期已开启,应报 [bold]{opened.Expected:N0}[/] 个单位({Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s)[grey]/ period opened, list of who must file frozen[/]");
    }

    private async Task<bool> Play(Stage stage, CancellationToken ct)
    {
        await LateFiling.Tell(stage);
        await WholeTerritory.Publish(stage);
        var corrected = await CorrectedFiling.Play(stage, clock, ct);
        var reopened = await WholeTerritory.TellReopened(stage);
        return await SignedReceipt.Play(stage, ct) & corrected & reopened;
    }

    // the notice is of Beijing; in a country without it, the cast's province takes it for its own
    private static UnitId IssuerOf(Stage stage, UnitId other) =>
        stage.TerritoriesBelow(NoticeOfProvince.Issuer).Any(d => stage.TerritoriesBelow(d).Count > 1) ? NoticeOfProvince.Issuer : other;

    private UnitId ProvinceOf(Cast cast)
    {
        tree.TryFind(cast.County, out var order);
        while (tree.ParentOf(order) > 0)
            order = tree.ParentOf(order);
        return tree[order].Id;
    }

    private static bool TooFew()
    {
        AnsiConsole.MarkupLine("[grey]单位太少,不演示退回、催报、更正等;可用 --units 400 以上 / too few units for the scenes; take --units 400 or more[/]");
        return true;
    }

    private IEnumerable<SentFiling> MakeFilings(Cast? cast)
    {
        var generator = new FilingGenerator(seed);
        var draw = new Random(seed);
        return Enumerable.Range(1, tree.Count - 1).Select(order => tree[order]).Select(unit =>
        {
            var late = draw.Next(1000) < 14; // drawn for every unit, so that one unit's part does not move the others'
            return new SentFiling(unit.Id, generator.Make(unit.Id, unit.Tier), unit.Id == cast?.Late || (late && cast?.FilesInTime(unit.Id) != true));
        });
    }

    private List<SentFiling> Ordered(SentFilings sent, bool late)
    {
        var draw = new Random(seed);
        return [.. sent.All.Where(f => f.Late == late).OrderBy(f => f.Unit.Value, StringComparer.Ordinal).Select(f => (Filing: f, At: draw.Next())).OrderBy(f => f.At).Select(f => f.Filing)];
    }

    private async Task FileAll(string what, IEnumerable<SentFiling> filings, CancellationToken ct)
    {
        List<SentFiling> all = [.. filings];
        var started = Stopwatch.GetTimestamp();
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(what, maxValue: all.Count);
                await new Surge(server, tokens, Period).Send(all, () => bar.Increment(1), ct);
            });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{all.Count:N0}[/] 份报告经 gRPC 报送、校验、由另一人签发、落盘,用时 [bold]{seconds:N1} s[/](每秒 {all.Count / seconds:N0} 份)[grey]/ handed in over gRPC, checked, sealed by another person, on disk[/]");
    }

    private static async Task Settle(Reports.ReportsClient reports, Metadata officer, int filed, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await NationWatch.Until(reports, officer, Period, whole => whole.Filed == filed, ct);
        AnsiConsole.MarkupLineInterpolated($"全国汇总在最后一份报告之后 [bold]{Stopwatch.GetElapsedTime(started).TotalMilliseconds:N0} ms[/] 到齐 [grey]/ the national total was complete so long after the last filing[/]");
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
