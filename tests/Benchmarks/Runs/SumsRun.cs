using Federation.Benchmarks.Load;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Host.Demo;
using Federation.V1;

namespace Federation.Benchmarks.Runs;

/// <summary>核对: the totals of the nation and of every province, every cell, against sums made the plain way from what was sent.</summary>
internal sealed class SumsRun(Board board, Installation installation)
{
    public async Task Run(PeriodId period, SentFiling[] filings, CancellationToken ct)
    {
        var (tree, form) = (installation.Tree, Form2021.Form);
        var expected = new BruteForce(tree, form, filings);
        List<string> faults = [];
        foreach (var unit in tree.ChildrenOf(0).Select(o => tree[o].Id).Prepend(UnitId.Nation))
        {
            var total = await installation.Client.GetTotalAsync(new GetTotalRequest { Unit = unit.Value, Period = period.ToString() }, installation.Officer, cancellationToken: ct);
            faults.AddRange(expected.Differences(unit, form, cell => Served(total.Figures, cell), total.Coverage.Filed, total.Coverage.Late));
        }
        board.Check($"totals of {period} against brute force, nation and provinces, {form.Cells.Length} cells", faults);
    }

    private static long Served(V1.Figures figures, Domain.Reports.FormCell cell)
    {
        if (cell.Kind == CellKind.Count)
            return figures.Counts.TryGetValue(cell.Id, out var count) ? count : 0;
        return figures.Amounts.TryGetValue(cell.Id, out var amount) && FigureReader.TryReadAmount(amount, out var fen) ? fen : 0;
    }
}
