using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>How a unit stands to the standard that binds it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Standard">The version that binds it: its own, else the nearest above.</param>
/// <param name="Bound">Items that bind it.</param>
/// <param name="SetAside">Items of these that it has set aside with a reason.</param>
/// <param name="Missing">Items of these without an entry, in order of id.</param>
public sealed record GapList(UnitId Unit, StandardVersion Standard, int Bound, int SetAside, ImmutableArray<StandardItem> Missing)
{
    /// <summary>Items that have an entry.</summary>
    public int Fulfilled => Bound - SetAside - Missing.Length;
}

/// <summary>缺项清单: what a unit must make public by its standard and has no entry for. A query, not an inspection.</summary>
public static class Gaps
{
    /// <summary>The gap list of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="standard">The version that binds it.</param>
    /// <param name="setAside">Items that it has set aside.</param>
    /// <param name="fulfilled">Items for which its catalog, or of a territory that of one of its agencies, holds an entry in force.</param>
    public static GapList Of(Unit unit, StandardCatalog standard, IReadOnlySet<string> setAside, IReadOnlySet<string> fulfilled)
    {
        var bound = standard.Items.Values.Where(i => i.BindsAt(unit.Tier)).ToList();
        return new GapList(
            unit.Id, standard.Of, bound.Count, bound.Count(i => setAside.Contains(i.Id) && !fulfilled.Contains(i.Id)),
            [.. bound.Where(i => !setAside.Contains(i.Id) && !fulfilled.Contains(i.Id))]);
    }
}
