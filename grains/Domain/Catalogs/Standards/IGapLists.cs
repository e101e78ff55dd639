using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>Gap lists of units, read by set and never unit by unit.</summary>
public interface IGapLists
{
    /// <summary>The gap list of a unit; null when no standard binds it.</summary>
    ValueTask<GapList?> Of(UnitId unit, CancellationToken ct);

    /// <summary>Gap lists of territories below a unit, in order of the tree.</summary>
    /// <param name="top">The unit above.</param>
    /// <param name="deep">True: all below; false: those directly below.</param>
    /// <param name="after">Order in the tree of the last of the page before; -1: the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    /// <returns>The lists of those that a standard binds, and the order of the last unit looked at; null when no more follow.</returns>
    ValueTask<(ImmutableArray<GapList> Lists, int? Last)> Below(UnitId top, bool deep, int after, int limit, CancellationToken ct);
}
