using System.Collections.Immutable;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs.Peers;

/// <summary>Compares a unit with its peers: heads and breaches by set, gap lists of those alone that take part.</summary>
public sealed class PeerReads(ICatalogReads catalogs, IReviewReads reviews, IGapLists gaps, IDivisions divisions, TimeProvider clock)
{
    /// <summary>The comparison.</summary>
    /// <param name="unit">Who asks.</param>
    /// <param name="ct">Ends the reads.</param>
    /// <returns>Null for a unit without peers, or one that does not take part: who does not show its numbers sees no others.</returns>
    public async Task<PeerComparison?> Of(UnitId unit, CancellationToken ct)
    {
        if (PeerGroup.Of(divisions.Today, unit) is not { } group)
            return null;
        var heads = (await catalogs.Heads([.. group.Units.Select(u => u.Id)], ct)).Where(h => h.Settings.ComparesWithPeers).ToDictionary(h => h.Unit);
        if (!heads.ContainsKey(unit))
            return null;
        var late = await reviews.Breaches(ct);
        var figures = ImmutableArray.CreateBuilder<PeerFigures>();
        foreach (var one in group.Units.Where(u => heads.ContainsKey(u.Id)))
        {
            var head = heads[one.Id];
            var newest = (await catalogs.List(one.Id, new EntryFilter(), null, 1, ct)).FirstOrDefault(); // settings are changes of the catalog too, and tell nothing
            var quiet = newest is null ? (int?)null : clock.Today().DayNumber - BeijingTime.DateOf(newest.At).DayNumber;
            figures.Add(new PeerFigures(one, head.Whole.Count, (await gaps.Of(one.Id, ct))?.Missing.Length, late.GetValueOrDefault(one.Id), quiet));
        }
        return new PeerComparison(group, figures.First(f => f.Unit.Id == unit), figures.ToImmutable());
    }
}
