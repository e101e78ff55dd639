using System.CommandLine;
using Federation.Gateway.Access;
using Federation.Host.Composition;
using Federation.Host.Demo;
using Spectre.Console;

namespace Federation.Host.Commands;

/// <summary>demo: in one command the whole nation files its annual reports, rolls up, is checked and shown.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data(Path.Combine("out", "demo"));
        var units = new Option<int?>("--units") { Description = "只用前若干个单位(慢机器)/ only so many units, for slow machines" };
        var seed = new Option<int>("--seed") { Description = "数据种子 / seed of the figures", DefaultValueFactory = _ => 2025 };
        var exit = new Option<bool>("--exit") { Description = "核对后退出,不再提供页面 / end after the check" };
        var command = new Command("demo", "演示:全国 44,690 个单位报送、汇总、核对 / the whole nation files, rolls up and is checked")
        {
            data, units, seed, exit, SharedOptions.WebPort, SharedOptions.GrpcPort, SharedOptions.Divisions, SharedOptions.Departments,
        };
        command.SetAction((parsed, ct) => Run(parsed.Settings(data, parsed.GetValue(units)), parsed.GetValue(seed), parsed.GetValue(exit), ct));
        return command;
    }

    private static async Task<int> Run(HostSettings settings, int seed, bool exit, CancellationToken ct)
    {
        if (!Launch.PortsAreFree(settings))
            return 1; // perhaps another demonstration runs on the same data
        if (!ClearOwnData(settings.DataDirectory))
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{settings.DataDirectory} 里有不是演示产生的文件,未作改动 / holds files that no demonstration made; nothing was touched[/]");
            return 2;
        }
        var clock = new DemoClock(DemoRun.Season);
        if (await AnsiConsole.Status().StartAsync("载入单位、启动服务 / loading units, starting", _ => Launch.TryStart(settings, clock, ct)) is not { } app)
            return 1;
        await using var closing = app;
        try
        {
            var agrees = await new DemoRun(app, clock, seed, FederationHost.AddressesOf(app).Grpc).Run(ct);
            if (!exit)
                await KeepServing(app, ct);
            return agrees ? 0 : 1;
        }
        finally
        {
            await app.StopAsync(CancellationToken.None); // drains: totals still in memory are written down
        }
    }

    private static async Task KeepServing(WebApplication app, CancellationToken ct)
    {
        var (web, grpc) = FederationHost.AddressesOf(app);
        AnsiConsole.MarkupLineInterpolated($"页面 / page: [link]{web}[/]   gRPC: {grpc}");
        AnsiConsole.WriteLine("令牌 / token:");
        Console.WriteLine(FirstStart.AdministratorToken(app.Services.GetRequiredService<SubjectTokens>()));
        AnsiConsole.WriteLine("按 Ctrl+C 停止 / Ctrl+C stops");
        await app.WaitForShutdownAsync(ct);
    }

    // A demonstration begins fresh, and removes only what one has made before.
    private static bool ClearOwnData(string directory)
    {
        var mark = Path.Combine(directory, "demo.mark");
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            if (!File.Exists(mark))
                return false;
            Directory.Delete(directory, recursive: true);
        }
        Directory.CreateDirectory(directory);
        File.WriteAllText(mark, "made by the demonstration; removed by the next one\n");
        return true;
    }
}
