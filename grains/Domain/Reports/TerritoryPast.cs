using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>
/// 可比口径: what a territory's whole report is compared with. Last year's total covers last year's members; this year's report covers this
/// year's. So the filings of those that joined since are added, and of those that went elsewhere taken away, each by its own filing then.
/// </summary>
/// <param name="Joined">Units whose filings then belonged to another territory: in ascending order.</param>
/// <param name="Left">Units whose filings then belonged to this one and whose affairs are another's now.</param>
/// <remarks>
/// A unit that ended without a successor on record did not leave: what it carried over is still the territory's to answer for. Real case: 大盛镇
/// calls 2025 its first year inside Beibei district.
/// </remarks>
public sealed record TerritoryPast(ImmutableArray<UnitId> Joined, ImmutableArray<UnitId> Left)
{
    /// <summary>Compares the members of a territory in two frozen lists, along the lineage.</summary>
    /// <param name="top">The territory.</param>
    /// <param name="now">List of this period.</param>
    /// <param name="then">List of the period before.</param>
    /// <param name="lineage">Who took over from whom.</param>
    public static TerritoryPast Of(UnitId top, Roster now, Roster then, Lineage lineage)
    {
        var topNow = now.Find(top);
        var topThen = then.Find(top);
        bool IsNow(RosterRow? row) => Within(topNow, row);
        bool WasThen(RosterRow? row) => Within(topThen, row);

        var (ours, others) = (new HashSet<UnitId>(), new HashSet<UnitId>()); // predecessors of members, and of everybody else
        foreach (var unit in lineage.Rows.Select(r => r.Unit).Distinct())
            (IsNow(now.Find(unit)) ? ours : others).UnionWith(lineage.PredecessorsOf(unit, now.Period.FirstDay, now.Period.LastDay));

        var members = topNow is null ? [] : now.Rows.AsSpan(topNow.Ord, topNow.Last - topNow.Ord + 1).ToArray().Select(r => r.Unit);
        var joined = members.Concat(ours).Where(u => then.Find(u) is { } row && !WasThen(row)).Distinct().Order();
        var left = (topThen is null ? [] : then.Rows.AsSpan(topThen.Ord, topThen.Last - topThen.Ord + 1).ToArray())
            .Select(r => r.Unit)
            .Where(u => !ours.Contains(u) && (now.Find(u) is { } row ? !IsNow(row) : others.Contains(u)));
        return new TerritoryPast([.. joined], [.. left]);
    }

    private static bool Within(RosterRow? top, RosterRow? row) => top is not null && row is not null && top.Ord <= row.Ord && row.Ord <= top.Last;
}
