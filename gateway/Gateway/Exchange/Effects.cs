using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Documents.Exchange;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Gateway.Exchange;

/// <summary>What reports would add to the totals above them, up to the province.</summary>
internal sealed class Effects(IGrainFactory grains, IRosters rosters, Func<UnitId, bool> mayRead)
{
    private readonly List<(UnitId Unit, PeriodId Period, ReportForm Form, Tally Before, bool Counted, Tally After)> changes = [];

    /// <summary>A report that replaces what counts of its unit.</summary>
    public void Add(ReportView now, PeriodId period, ReportContent content)
    {
        if (FigureCheck.CanSum(content.Figures))
            changes.Add((now.Unit, period, content.Figures.Form, now.Filed is null ? Tally.Empty : Tally.Of(now.Filed.Content.Figures), now.Filed is not null, Tally.Of(content.Figures.WithSums())));
    }

    /// <summary>Reads the totals as they stand and what they become, from the nearest up.</summary>
    public async Task<ImmutableArray<TotalEffect>> Read(CancellationToken ct)
    {
        var effects = ImmutableArray.CreateBuilder<TotalEffect>();
        foreach (var period in changes.GroupBy(c => c.Period))
        {
            var roster = (await rosters.Find(period.Key, ct))!;
            var sums = new Dictionary<int, (long[] Delta, long Filed)>();
            foreach (var change in period)
            {
                for (var row = roster.Find(change.Unit); row is not null && row.Tier != Tier.Nation; row = row.Parent < 0 ? null : roster.Rows[row.Parent])
                {
                    var (delta, filed) = sums.GetValueOrDefault(row.Ord, (new long[roster.Form.Cells.Length], 0));
                    change.After.AddTo(delta);
                    change.Before.TakeFrom(delta);
                    sums[row.Ord] = (delta, filed + (change.Counted ? 0 : 1));
                }
            }
            foreach (var (ord, (delta, filed)) in sums.Where(s => roster.Rows[s.Key] is var r && r.Last > r.Ord).OrderByDescending(s => roster.Rows[s.Key].Tier).ThenBy(s => s.Key))
                effects.Add(await Effect(roster, roster.Rows[ord], delta, filed));
        }
        return effects.ToImmutable();
    }

    private async Task<TotalEffect> Effect(Roster roster, RosterRow row, long[] delta, long filed)
    {
        if (!mayRead(row.Unit)) // a total tells of every unit in it
            return new TotalEffect(row.Unit, row.Name, roster.Form, 0, filed, [.. Changed(roster, delta).Select(c => new CellDifference(c.Id, 0, delta[c.Index]))], ChangeOnly: true);
        var total = (await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(row.Unit, roster.Period)).Get())!;
        var cells = Changed(roster, delta).Select(c => new CellDifference(c.Id, total.Tally[c.Index], total.Tally[c.Index] + delta[c.Index]));
        return new TotalEffect(row.Unit, row.Name, roster.Form, total.Coverage.Counts.Filed, total.Coverage.Counts.Filed + filed, [.. cells]);
    }

    private static IEnumerable<FormCell> Changed(Roster roster, long[] delta) => roster.Form.Cells.Where(c => delta[c.Index] != 0);
}
