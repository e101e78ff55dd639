using System.Text.RegularExpressions;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.DataProtection;

namespace Federation.Journeys.Tests.Support;

/// <summary>One installation in a folder of its own: its process may be killed, stopped and started again; the data stays.</summary>
internal sealed partial class Installation : IDisposable
{
    public const string Period = "annual-2025";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journey-");
    private HostProcess? process;
    private GrpcChannel? channel;

    public Installation(Country country)
    {
        Country = country;
        File.WriteAllText(Path.Combine(folder.FullName, "units.csv"), country.Csv);
    }

    public Country Country { get; }

    public string Data => Path.Combine(folder.FullName, "data");

    public string LedgerFile => Path.Combine(Data, "federation.db");

    public Reports.ReportsClient Reports => new(channel!);

    public Supervision.SupervisionClient Supervision => new(channel!);

    public CallInvoker Calls => channel!.CreateCallInvoker();

    public Metadata Officer => As(Country.Nation, Role.Officer, Role.Reader);

    /// <summary>Starts the program on this installation's data and opens the period.</summary>
    public async Task Start()
    {
        process = await HostProcess.Start(
            "Ctrl+C", folder.FullName, "serve", "--data", Data, "--web-port", "0", "--grpc-port", "0", "--divisions", Path.Combine(folder.FullName, "units.csv"));
        channel = GrpcChannel.ForAddress(Announced().Match(process.Output).Groups[1].Value);
        await Reports.OpenPeriodAsync(new OpenPeriodRequest { Period = Period }, Officer);
    }

    public async Task Kill()
    {
        await process!.Kill();
        End();
    }

    /// <summary>Stops it in order and expects that it says so.</summary>
    public Task Terminate() => Terminate(_ => Task.CompletedTask);

    /// <inheritdoc cref="Terminate()"/>
    public async Task Terminate(Func<HostProcess, Task> meanwhile)
    {
        var exit = await process!.Terminate(meanwhile);
        Assert.True(exit == 0, $"exit code {exit} after SIGTERM:\n{process.Output}");
        End();
    }

    /// <summary>Runs <c>verify</c> on the data; the program must not be running.</summary>
    public Task<(int Exit, string Output)> Verify() => HostProcess.Run(folder.FullName, "verify", "--data", Data);

    /// <summary>Headers of somebody at a unit, sealed with the installation's keys as <c>token</c> does.</summary>
    public Metadata As(string unit, params Role[] roles)
    {
        var keys = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(Data, "keys")), b => b.SetApplicationName("federation"));
        var subject = new Subject(string.Join('-', roles).ToLowerInvariant(), UnitId.Parse(unit), [.. roles]);
        return new Metadata { { "authorization", "Bearer " + new SubjectTokens(keys).Issue(subject, TimeSpan.FromHours(1)) } };
    }

    public Metadata Clerk(string unit) => As(unit, Role.Clerk);

    /// <summary>The approver of a unit: another person than its clerk.</summary>
    public Metadata Approver(string unit) => As(unit, Role.Approver);

    public async Task<Report> Report(string unit, ReportScope scope = ReportScope.Own) =>
        await Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Period, Scope = scope }, Officer);

    public async Task<Total> Total(string unit) => await Reports.GetTotalAsync(new GetTotalRequest { Unit = unit, Period = Period }, Officer);

    /// <summary>Waits until so many filings count in a unit's total.</summary>
    public async Task Filed(string unit, long filings)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var watch = Reports.WatchCoverage(new GetCoverageRequest { Unit = unit, Period = Period }, Officer, cancellationToken: patience.Token);
        long last = -1;
        try
        {
            while (last != filings && await watch.ResponseStream.MoveNext(patience.Token))
                last = watch.ResponseStream.Current.Whole.Filed;
        }
        catch (RpcException) when (patience.IsCancellationRequested)
        {
            // said below
        }
        Assert.True(last == filings, $"never came: {filings} filings in the total of {unit}; it shows {last}. The host wrote:\n{process!.Output}");
    }

    /// <summary>Waits until the nation's total holds every filing of the ledger, and compares every total with brute force.</summary>
    public async Task<BruteForce> AssertTotals()
    {
        var expected = new BruteForce(Country);
        foreach (var unit in Country.Units)
        {
            if (await Report(unit) is { State: ReportState.Sealed or ReportState.Accepted or ReportState.Published } report)
                expected.Add(unit, report.Filed);
        }
        await Filed(Country.Nation, expected.Filed(Country.Nation));
        foreach (var unit in Country.Units.Append(Country.Nation))
            expected.AssertEquals(await Total(unit));
        return expected;
    }

    public void Dispose()
    {
        End();
        folder.Delete(recursive: true);
    }

    private void End()
    {
        channel?.Dispose();
        process?.Dispose();
        (channel, process) = (null, null);
    }

    [GeneratedRegex(@"gRPC\s+│\s+(http://[0-9.]+:[0-9]+)")]
    private static partial Regex Announced();
}
