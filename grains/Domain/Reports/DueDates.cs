using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>Due dates of a whole tree: what most bodies share is made once, and only bodies below a notice are looked at one by one.</summary>
/// <param name="tree">The tree.</param>
/// <param name="dates">Dates without any layer.</param>
/// <param name="layers">Layers; those with equal tops keep their order.</param>
internal sealed class DueDates(DivisionTree tree, BaseDates dates, ImmutableArray<DeadlineLayer> layers)
{
    private readonly DueDate agencies = DueDate.Of(UnitKind.Agency, Tier.Nation, dates, []);
    private readonly DueDate governments = DueDate.Of(UnitKind.Territory, Tier.Nation, dates, []);

    private readonly (int Top, int Last, DeadlineLayer Layer)[] ranges =
        [.. layers.Where(l => tree.TryFind(l.Top, out _)).Select(l => Range(tree, l)).OrderBy(r => r.Top)]; // the highest unit's first

    /// <summary>The date of the unit at an order.</summary>
    public DueDate Of(int order)
    {
        var unit = tree[order];
        return Array.Exists(ranges, r => r.Top <= order && order <= r.Last && r.Layer.IsFor(unit.Kind, unit.Tier))
            ? DueDate.Of(unit.Kind, unit.Tier, dates, ranges.Where(r => r.Top <= order && order <= r.Last).Select(r => r.Layer))
            : unit.Kind == UnitKind.Agency ? agencies : governments;
    }

    private static (int Top, int Last, DeadlineLayer Layer) Range(DivisionTree tree, DeadlineLayer layer)
    {
        tree.TryFind(layer.Top, out var top);
        return (top, tree.LastOf(top), layer);
    }
}
