using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Peers;

/// <summary>同级单位: units with the same work and the same means, among which a comparison is fair.</summary>
/// <param name="Within">Unit under which they all lie.</param>
/// <param name="Units">All of them in order of the tree, the one that asks among them.</param>
public sealed record PeerGroup(Unit Within, ImmutableArray<Unit> Units)
{
    /// <summary>Fewest units of a group; with fewer under the same superior the next tier above is taken.</summary>
    public const int Fewest = 5;

    /// <summary>The group of a unit: governments of its tier, or departments of its name and tier, under the nearest unit above that has enough of them.</summary>
    /// <param name="tree">The tree of the day.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>Null for the nation, or a unit that is not there.</returns>
    public static PeerGroup? Of(DivisionTree tree, UnitId unit)
    {
        if (!tree.TryFind(unit, out var order) || tree.ParentOf(order) < 0)
            return null;
        for (var above = tree.ParentOf(order); ; above = tree.ParentOf(above))
        {
            var group = new PeerGroup(tree[above], Below(tree, above, tree[order]));
            if (group.Units.Length >= Fewest || tree.ParentOf(above) < 0)
                return group;
        }
    }

    private static ImmutableArray<Unit> Below(DivisionTree tree, int above, Unit like) =>
        [.. Enumerable.Range(above + 1, tree.LastOf(above) - above).Select(o => tree[o]).Where(u => u.Kind == like.Kind && u.Tier == like.Tier && NameOf(u) == NameOf(like))];

    // Departments do the same work when they are called the same: 500151.audit, 500152.audit.
    private static string NameOf(Unit unit) => unit.Kind == UnitKind.Agency && unit.Id.Value.IndexOf('.', StringComparison.Ordinal) is > 0 and var at ? unit.Id.Value[at..] : "";
}
