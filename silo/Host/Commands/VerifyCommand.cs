using System.CommandLine;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Grains.Reports;
using Federation.Host.Composition;
using Federation.Host.Verification;
using Federation.Storage.Sqlite;
using Federation.Storage.Verification;
using Spectre.Console;

namespace Federation.Host.Commands;

/// <summary>verify: recomputes everything that can be recomputed: chains, tree, filings, sums, catalogs.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data("data");
        var command = new Command("verify", "自检:哈希链、单位树、报告、汇总、公开目录 / recompute chains, tree, filings, sums and catalogs") { data };
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
        var all = faults.Count + await Catalogs(settings, ledger, ct);
        AnsiConsole.MarkupLine(all == 0 ? "[green]全部一致 / all holds[/]" : string.Create(CultureInfo.InvariantCulture, $"[red]{all:N0} 处不符 / faults[/]"));
        return all == 0 ? 0 : 1;
    }

    private static async Task<long> Catalogs(HostSettings settings, SqliteLedger ledger, CancellationToken ct)
    {
        var (found, lists) = (new Differences(), LocalData.Holidays(settings));
        CatalogProofs? proofs = null;
        await AnsiConsole.Progress().StartAsync(async progress => proofs = await CatalogProof.Run(settings, ledger, lists, found, new Bars(progress), ct));
        var catalogs = proofs!.Catalogs;
        AnsiConsole.MarkupLineInterpolated($"公开目录 / catalogs: {catalogs.Catalogs:N0} 个目录,{catalogs.Events:N0} 个事件,{catalogs.Entries:N0} 条在目录,{catalogs.Places:N0} 个摘要节点 / catalogs, events, entries, places of digest trees");
        AnsiConsole.MarkupLineInterpolated($"正文附件 / contents: {proofs.Contents:N0} 份,{proofs.Bytes:N0} 字节;公开条目所指 {catalogs.Contents:N0} 份 / kept, bytes, named by public entries");
        AnsiConsole.MarkupLineInterpolated($"待公开条目 / drafts: {proofs.Drafts:N0} 条;标准目录 / standards: {proofs.Versions:N0} 版 / versions");
        AnsiConsole.MarkupLineInterpolated($"检索索引 / search index: {proofs.Search}");
        foreach (var note in found.Notes)
            AnsiConsole.MarkupLineInterpolated($"[yellow]说明 / note[/] {note}");
        foreach (var sentence in found.Sentences)
            AnsiConsole.MarkupLineInterpolated($"[red]✗[/] {sentence}");
        return found.Count;
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

    /// <summary>One bar for each thing that is proved.</summary>
    private sealed class Bars(ProgressContext progress) : IProgress<(string What, double Share)>
    {
        private readonly Dictionary<string, ProgressTask> bars = [];

        public void Report((string What, double Share) value)
        {
            if (!bars.TryGetValue(value.What, out var bar))
                bars[value.What] = bar = progress.AddTask(value.What, maxValue: 1);
            bar.Value = value.Share;
        }
    }
}
