using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Peers;

/// <summary>How the catalog of a unit stands, in numbers that follow from the ledger; nobody is asked for them.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Entries">Public entries.</param>
/// <param name="Missing">Items of its standard without an entry; null: no standard binds it.</param>
/// <param name="Late">Entries that were not public by their last day.</param>
/// <param name="Quiet">Days since one of its entries changed last; null: it has none.</param>
public sealed record PeerFigures(Unit Unit, int Entries, int? Missing, int Late, int? Quiet);

/// <summary>One number of a unit among its peers.</summary>
/// <param name="Name">Stable name: entries, missing, late, quiet.</param>
/// <param name="Own">Its own; null: it has none.</param>
/// <param name="Median">Half of the group is at or below; null: nobody has one.</param>
/// <param name="Rank">Place from 1, equals sharing the better one; null: it has no number.</param>
/// <param name="Of">Units that have one.</param>
public sealed record PeerFigure(string Name, int? Own, double? Median, int? Rank, int Of);

/// <summary>A unit among those of its group that take part. There is no sum of the figures: what is compared stays what was counted.</summary>
/// <param name="Group">The group.</param>
/// <param name="Own">The unit's own figures.</param>
/// <param name="Peers">Figures of everybody who takes part, in order of the tree, the unit itself among them.</param>
public sealed record PeerComparison(PeerGroup Group, PeerFigures Own, ImmutableArray<PeerFigures> Peers)
{
    /// <summary>Each number with its place. More entries are better; of the others less is.</summary>
    public ImmutableArray<PeerFigure> Figures =>
        [Of("entries", f => f.Entries, more: true), Of("missing", f => f.Missing), Of("late", f => f.Late), Of("quiet", f => f.Quiet)];

    private PeerFigure Of(string name, Func<PeerFigures, int?> number, bool more = false)
    {
        ImmutableArray<int> all = [.. Peers.Select(number).OfType<int>().Order()];
        var own = number(Own);
        var median = all.IsEmpty ? (double?)null : (all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2.0;
        return new(name, own, median, own is { } has ? 1 + all.Count(n => more ? n > has : n < has) : null, all.Length);
    }
}
