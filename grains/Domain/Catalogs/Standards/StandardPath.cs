using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>From whom a unit has its standard.</summary>
public static class StandardPath
{
    /// <summary>Units above a unit on the tree of a day, the nearest first, the nation last.</summary>
    public static ImmutableArray<UnitId> Above(DivisionTree tree, UnitId unit)
    {
        var above = ImmutableArray.CreateBuilder<UnitId>();
        for (var parent = tree.Find(unit)?.Parent; parent is not null; parent = tree.Find(parent)?.Parent)
            above.Add(parent);
        if (unit != UnitId.Nation && !above.Contains(UnitId.Nation))
            above.Add(UnitId.Nation);
        return above.ToImmutable();
    }
}
