using Federation.Domain.Reports;
using Federation.Storage.Verification;

namespace Federation.Simulation.Tests;

/// <summary>What must hold after every season, found by brute force from the events alone.</summary>
internal sealed class Truth(SimulatedProvince province)
{
    /// <summary>Everything that does not hold.</summary>
    public async Task<List<string>> Faults(IReadOnlyCollection<Contracts.Reports.ReceiptView> acknowledged)
    {
        List<string> faults = [];
        var reports = await Replay(faults, acknowledged);
        foreach (var unit in province.Units)
        {
            var expected = Sum(reports, unit.Id.Value);
            var served = await province.RollUp(unit.Id).Get();
            if (served!.Coverage.Counts != expected.Counts || !served.Tally.Equals(Tally.Of(expected.Cells)))
                faults.Add($"{unit.Id}: {served.Coverage.Counts} served, {expected.Counts} by brute force");
        }
        var chains = await ChainVerifier.Verify(province.Ledger, province.Ledger, CancellationToken.None);
        faults.AddRange(chains.Faults.Select(f => f.What));
        return faults;
    }

    private async Task<Dictionary<string, Report>> Replay(List<string> faults, IReadOnlyCollection<Contracts.Reports.ReceiptView> acknowledged)
    {
        var reports = new Dictionary<string, Report>();
        var hashes = new HashSet<string>();
        foreach (var e in (await province.Ledger.ReadAll(0, int.MaxValue, CancellationToken.None)).Where(e => e.Stream.StartsWith("report/", StringComparison.Ordinal)))
        {
            var unit = e.Stream.Split('/')[1];
            reports[unit] = reports.GetValueOrDefault(unit, Report.Blank).Apply(ReportEventJson.Read(e), e.At, e.Actor, [.. e.Hash.Span]);
            if (!hashes.Add($"{e.Stream} {e.Key}"))
                faults.Add($"{e.Stream}: request {e.Key} had two effects");
        }
        foreach (var receipt in acknowledged)
        {
            if (reports.GetValueOrDefault(receipt.Unit.Value) is not { } report || report.Version < receipt.Version)
                faults.Add($"{receipt.Unit}: acknowledged version {receipt.Version} is gone");
        }
        return reports;
    }

    private static (long[] Cells, FilingCounts Counts) Sum(Dictionary<string, Report> reports, string top)
    {
        var cells = new long[Form2021.Form.Cells.Length];
        var counts = default(FilingCounts);
        foreach (var report in reports.Where(r => IsWithin(r.Key, top) && r.Value.LastVersion > 0).Select(r => r.Value)) // what was never sealed counts nowhere
        {
            if (report.Filed is not { } filed)
            {
                counts += new FilingCounts(0, 0, 1, 0);
                continue;
            }
            counts += new FilingCounts(1, filed.Late ? 1 : 0, 0, filed.State == ReportState.Accepted ? 1 : 0, 0, filed.Correction.Length > 0 ? 1 : 0);
            foreach (var cell in Form2021.Form.Cells)
                cells[cell.Index] += filed.Content.Figures[cell.Index].Value;
        }
        return (cells, counts);
    }

    // codes of this province are nested: 330000 over 330100 over 330101 over 330101001
    private static bool IsWithin(string unit, string top) => unit.StartsWith(top.Length > 6 ? top : top.TrimEnd('0'), StringComparison.Ordinal);
}
