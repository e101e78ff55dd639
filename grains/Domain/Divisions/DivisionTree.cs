using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Federation.Domain.Divisions;

/// <summary>
/// The tree of units on one day, in preorder: the nation first, after each territory its agencies, then its child territories, both in
/// order of code. A subtree is an unbroken range of orders, so that whole-tree questions are loops over arrays.
/// </summary>
public sealed class DivisionTree
{
    private readonly ImmutableArray<Unit> units;
    private readonly ImmutableArray<int> parents;
    private readonly ImmutableArray<int> lasts;
    private readonly FrozenDictionary<UnitId, int> orders;

    private DivisionTree(ImmutableArray<Unit> units, ImmutableArray<int> parents, ImmutableArray<int> lasts)
    {
        this.units = units;
        this.parents = parents;
        this.lasts = lasts;
        orders = units.Select((unit, order) => KeyValuePair.Create(unit.Id, order)).ToFrozenDictionary();
    }

    /// <summary>Number of units, the nation included.</summary>
    public int Count => units.Length;

    /// <summary>The unit at an order.</summary>
    public Unit this[int order] => units[order];

    /// <summary>Builds the tree of rows that hold on one day and break no rule of <see cref="DivisionRules"/>.</summary>
    /// <param name="rows">In any order; the nation need not be among them.</param>
    /// <exception cref="ArgumentException">A unit is not connected to the nation, or stands there twice.</exception>
    public static DivisionTree Of(IEnumerable<Unit> rows)
    {
        var all = rows.Where(u => u.Id != UnitId.Nation).ToList();
        var below = all.ToLookup(u => u.Parent!);
        var units = ImmutableArray.CreateBuilder<Unit>(all.Count + 1);
        var parents = ImmutableArray.CreateBuilder<int>(all.Count + 1);
        var lasts = new int[all.Count + 1];
        if (all.DistinctBy(u => u.Id).Count() != all.Count)
            throw new ArgumentException("a unit stands twice among the rows", nameof(rows));
        Place(DivisionRegister.Root, -1);
        if (units.Count != all.Count + 1)
            throw new ArgumentException($"{all.Count + 1 - units.Count} of {all.Count} units are not connected to the nation", nameof(rows));
        return new DivisionTree(units.MoveToImmutable(), parents.MoveToImmutable(), ImmutableArray.Create(lasts));

        void Place(Unit unit, int parent)
        {
            var order = units.Count;
            units.Add(unit);
            parents.Add(parent);
            foreach (var child in below[unit.Id].OrderByDescending(u => u.Kind).ThenBy(u => u.Id))
                Place(child, order);
            lasts[order] = units.Count - 1;
        }
    }

    /// <summary>Finds the order of a unit; false when there is none on this day.</summary>
    public bool TryFind(UnitId id, out int order) => orders.TryGetValue(id, out order);

    /// <summary>The unit, or null when there is none on this day.</summary>
    public Unit? Find(UnitId id) => orders.TryGetValue(id, out var order) ? units[order] : null;

    /// <summary>Order of the parent; -1 for the nation.</summary>
    public int ParentOf(int order) => parents[order];

    /// <summary>Order of the last unit in the subtree; the unit's own when nothing is below it.</summary>
    public int LastOf(int order) => lasts[order];

    /// <summary>Orders of the units directly below.</summary>
    public IEnumerable<int> ChildrenOf(int order)
    {
        for (var child = order + 1; child <= lasts[order]; child = lasts[child] + 1)
            yield return child;
    }

    /// <summary>True when the second unit is the first or lies below it, on this day.</summary>
    public bool Contains(UnitId ancestor, UnitId unit) =>
        orders.TryGetValue(ancestor, out var top) && orders.TryGetValue(unit, out var order) && top <= order && order <= lasts[top];

    /// <summary>Names from below the nation down to the unit, for example 重庆市, 铜梁区, 巴川街道.</summary>
    public ImmutableArray<string> PathOf(int order)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var at = order; at > 0; at = parents[at])
            names.Add(units[at].Name);
        names.Reverse();
        return names.ToImmutable();
    }

    /// <summary>Units whose name contains the text or whose code begins with it.</summary>
    /// <param name="text">Not empty; compared as it is.</param>
    /// <param name="within">Only units of this subtree.</param>
    /// <param name="limit">At most so many.</param>
    /// <returns>Orders: equal name or code first, then names that begin with the text, then the rest; higher tiers first within each.</returns>
    public IReadOnlyList<int> Search(string text, UnitId within, int limit)
    {
        if (!orders.TryGetValue(within, out var top))
            return [];
        int Rank(Unit unit) => unit.Name == text || unit.Id.Value == text ? 0 : unit.Name.StartsWith(text, StringComparison.Ordinal) ? 1 : 2;
        return [.. Enumerable.Range(top, lasts[top] - top + 1)
            .Where(o => units[o].Name.Contains(text, StringComparison.Ordinal) || units[o].Id.Value.StartsWith(text, StringComparison.Ordinal))
            .OrderBy(o => Rank(units[o])).ThenBy(o => units[o].Tier).ThenBy(o => o)
            .Take(limit)];
    }
}
