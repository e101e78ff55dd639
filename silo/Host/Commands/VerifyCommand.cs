using System.CommandLine;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Grains.Reports;
using Federation.Host.Composition;
using Federation.Storage.Sqlite;
using Federation.Storage.Verification;
using Spectre.Console;

namespace Federation.Host.Commands;

/// <summary>verify: recomputes everything that can be recomputed: chains, tree, filings, sums.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data("data");
        var command = new Command("verify", "自检:哈希链、单位树、报告、汇总 / recompute chains, tree, filings and sums") { data };
        command.SetAction((parsed, ct) => Run(new HostSettings(parsed.GetRequiredValue(data).FullName, 0, 0, ""), ct));
        return command;
    }

    private static async Task<int> Run(HostSettings settings, CancellationToken ct)
    {
        if (!File.Exists(settings.LedgerFile))
        {
            AnsiConsole.MarkupLineInterpolated($"[red]没有账本 / no ledger:[/] {settings.LedgerFile}");
            return 2;
        }
        await using var ledger = SqliteLedger.Open(settings.LedgerFile, TimeProvider.System);
        var chains = await ChainVerifier.Verify(ledger, ledger, ct);
        List<string> faults = [.. chains.Faults.Select(f => $"{f.Stream} @{f.Position}: {f.Kind} {f.What}")];
        AnsiConsole.MarkupLineInterpolated($"哈希链 / chains: {chains.Events:N0} 个事件,{chains.Streams:N0} 条链 / events, chains");

        var rows = await ledger.Units(ct);
        var (_, broken) = DivisionRegister.Check(rows.Select((unit, index) => (index + 1, unit)));
        faults.AddRange(broken.Select(f => $"{f.Where}: {f.Code} {f.Text}"));
        AnsiConsole.MarkupLineInterpolated($"单位树 / tree: {rows.Length:N0} 行 / rows");

        var filings = await FilingCheck.Run(ledger, ledger, ct);
        faults.AddRange(filings.Faults);
        AnsiConsole.MarkupLineInterpolated($"报告 / reports: 本机关 {filings.Own:N0} 份,全辖区 {filings.Whole.Count:N0} 份 / own, whole territory");
        foreach (var period in await ledger.Periods(ct))
            faults.AddRange(await Sums(ledger, PeriodId.Parse(period.Period), filings, ct));
        foreach (var fault in faults.Take(50))
            AnsiConsole.MarkupLineInterpolated($"[red]✗[/] {fault}");
        AnsiConsole.MarkupLine(faults.Count == 0 ? "[green]全部一致 / all holds[/]" : $"[red]{faults.Count} 处不符 / faults[/]");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<IEnumerable<string>> Sums(SqliteLedger ledger, PeriodId period, FilingFindings filings, CancellationToken ct)
    {
        var roster = await new Rosters(ledger).Find(period, ct) ?? throw new InvalidOperationException($"period {period} is not open");
        var sums = await SumCheck.Run(ledger, roster, filings.Whole, ct);
        AnsiConsole.MarkupLineInterpolated($"汇总 / totals {period}: {sums.Totals:N0} 个汇总,{sums.Filings:N0} 份报告,{sums.Whole:N0} 份全辖区报告 / totals, filings, whole reports");
        foreach (var reopened in sums.Reopened)
            AnsiConsole.MarkupLineInterpolated($"[yellow]待更正 / re-opened[/] {reopened}");
        return await RosterCheck.Run(ledger, roster, ct) is { } fault ? sums.Faults.Append(fault) : sums.Faults;
    }
}
