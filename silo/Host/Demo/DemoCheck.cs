using System.Diagnostics;
using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.V1;
using Grpc.Core;
using Spectre.Console;
using FormCell = Federation.Domain.Reports.FormCell;

namespace Federation.Host.Demo;

/// <summary>核对: compares what is served and kept with what was sent.</summary>
internal sealed class DemoCheck(WebApplication app, Reports.ReportsClient reports, Metadata officer, DivisionTree tree, PeriodId period)
{
    private const int AtOnce = 32;
    private const int ShowMost = 10;
    private readonly Domain.Reports.ReportForm form = Form2021.Form;

    /// <summary>Checks every total above a leaf, and every filing in the ledger.</summary>
    public async Task<bool> Run(IReadOnlyCollection<SentFiling> filings, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var expected = new BruteForce(tree, form, filings);
        List<string> differences = [];
        var totals = Enumerable.Range(0, tree.Count).Where(o => tree.LastOf(o) > o).Select(o => tree[o].Id).ToList();
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("核对 / checking", maxValue: totals.Count);
            await Parallel.ForEachAsync(totals, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (unit, token) =>
            {
                var total = await reports.GetTotalAsync(new GetTotalRequest { Unit = unit.Value, Period = period.ToString() }, officer, cancellationToken: token);
                var found = expected.Differences(unit, form, cell => Served(total.Figures, cell), total.Coverage.Filed, total.Coverage.Late).ToList();
                lock (differences)
                    differences.AddRange(found);
                bar.Increment(1);
            });
        });
        var inLedger = await CountInLedger(ct);
        if (inLedger != filings.Count)
            differences.Add($"ledger: {inLedger} filings, {filings.Count} sent");

        foreach (var difference in differences.Take(ShowMost))
            AnsiConsole.MarkupLineInterpolated($"[red]不符 / differs[/] {difference}");
        if (differences.Count == 0)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"[green]核对一致[/]:{totals.Count:N0} 个汇总 × {form.Cells.Length} 个单元格与逐份相加结果相同;账本中 {inLedger:N0} 份报告,一份不少({Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s)[grey]/ every total agrees with brute force, every filing is in the ledger[/]");
        }
        return differences.Count == 0;
    }

    private async Task<int> CountInLedger(CancellationToken ct)
    {
        var ledger = app.Services.GetRequiredService<ILedger>();
        var units = new HashSet<string>();
        long after = 0;
        while (await ledger.ReadAll(after, 5000, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Position;
            units.UnionWith(page.Where(e => e.Kind == "report-sealed" && GrainKeys.IsOwnReport(e.Stream)).Select(e => e.Stream));
        }
        return units.Count;
    }

    private static long Served(V1.Figures figures, FormCell cell)
    {
        if (cell.Kind == CellKind.Count)
            return figures.Counts.TryGetValue(cell.Id, out var count) ? count : 0;
        return figures.Amounts.TryGetValue(cell.Id, out var amount) && FigureReader.TryReadAmount(amount, out var fen) ? fen : 0;
    }
}
