using System.CommandLine;
using System.Diagnostics;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Host.Composition;
using Spectre.Console;

namespace Federation.Host.Commands;

/// <summary>serve: runs one installation until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data("data");
        var command = new Command("serve", "启动服务(单进程,SQLite)/ serve from one process on SQLite") { data, SharedOptions.WebPort, SharedOptions.GrpcPort, SharedOptions.Divisions, SharedOptions.Departments };
        command.SetAction((parsed, ct) => Run(parsed.Settings(data), ct));
        return command;
    }

    private static async Task<int> Run(HostSettings settings, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var first = !File.Exists(settings.LedgerFile);
        if (!Launch.PortsAreFree(settings) || await Launch.TryStart(settings, TimeProvider.System, ct) is not { } app)
            return 1;
        await using (app)
        {
            Announce(app, settings, first, Stopwatch.GetElapsedTime(started));
            await app.WaitForShutdownAsync(ct);
        }
        AnsiConsole.WriteLine("已停止 / stopped");
        return 0;
    }

    private static void Announce(WebApplication app, HostSettings settings, bool first, TimeSpan took)
    {
        var units = app.Services.GetRequiredService<IDivisions>().Today.Count - 1;
        var memory = Environment.WorkingSet / (1024 * 1024);
        var (web, grpc) = FederationHost.AddressesOf(app);
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false };
        table.AddColumns("", "");
        table.AddRow("网页 / pages", $"{web}");
        table.AddRow("REST", $"{web}openapi/v1.json");
        table.AddRow("gRPC", $"{grpc}".TrimEnd('/'));
        table.AddRow("数据 / data", settings.DataDirectory);
        table.AddRow("单位 / units", $"{units:N0}");
        table.AddRow("启动 / started", $"{took.TotalSeconds:N1} s, {memory:N0} MB");
        AnsiConsole.Write(table);
        if (first)
        {
            AnsiConsole.WriteLine("管理员令牌(仅显示一次,30 天有效)/ administrator's token, shown once, valid 30 days:");
            Console.WriteLine(FirstStart.AdministratorToken(app.Services.GetRequiredService<SubjectTokens>()));
        }
        AnsiConsole.WriteLine("按 Ctrl+C 停止 / Ctrl+C stops");
    }
}
