using System.Collections.Concurrent;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Grains.Reports;

/// <summary>The frozen lists of open periods, read once each and kept: a list never changes after its opening.</summary>
public sealed class Rosters(IReadModels readModels) : IRosters
{
    private readonly ConcurrentDictionary<PeriodId, Roster> known = [];

    /// <inheritdoc />
    public ValueTask<Roster?> Find(PeriodId period, CancellationToken ct = default) =>
        known.TryGetValue(period, out var roster) ? new(roster) : Read(period, ct);

    private async ValueTask<Roster?> Read(PeriodId period, CancellationToken ct)
    {
        var opened = (await readModels.Periods(ct)).FirstOrDefault(p => p.Period == period.ToString());
        if (opened is null)
            return null;
        var form = Forms.Find(opened.Form) ?? throw new InvalidDataException($"period {period} takes form {opened.Form}, which this version does not know");
        return known.GetOrAdd(period, new Roster(period, form, await readModels.Roster(period.ToString(), ct)));
    }
}
