using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Notices.Naming;

/// <summary>
/// Finds the units that names of a notice mean, among those the issuer can bind: its territory, the agencies of it, and what lies below.
/// A name that fits several, or that only a former body bore, stays open with its candidates.
/// </summary>
/// <param name="tree">The tree on the day of the notice or of its issue.</param>
/// <param name="issuer">The issuing unit; an agency speaks for its territory.</param>
/// <param name="chosen">Choices made before, by name.</param>
public sealed class BodyResolver(DivisionTree tree, UnitId issuer, IReadOnlyDictionary<string, ImmutableArray<UnitId>> chosen)
{
    private readonly int place = Territory(tree, issuer);

    /// <summary>Tier of the territory that the issuer speaks for.</summary>
    public Tier Tier => place < 0 ? Tier.Nation : tree[place].Tier;

    /// <summary>True for the issuer and the territory that it speaks for.</summary>
    public bool IsIssuer(UnitId unit) => unit == issuer || (place >= 0 && tree[place].Id == unit);

    /// <summary>Resolves one name.</summary>
    /// <param name="name">In simplified characters, as the reader gives it.</param>
    public BodyResolution Resolve(string name)
    {
        if (chosen.TryGetValue(name, out var before) && before.All(u => tree.Find(u) is not null))
            return new BodyResolution(name, NamingWay.Chosen, before, []);
        if (place < 0)
            return new BodyResolution(name, NamingWay.Open, [], []);
        if (ScopePhrases.Of(name) is { } scope)
        {
            var units = scope.Members(tree, place);
            return scope.Exact && units.Length > 0 ? new BodyResolution(name, NamingWay.Scope, units, []) : new BodyResolution(name, NamingWay.Open, [], units);
        }
        var agencies = tree.ChildrenOf(place).Where(o => tree[o].Kind == UnitKind.Agency).ToList();
        var own = ShortNames.WithoutPlace(name, tree[place]);
        if (ShortNames.IsGovernmentOffice(own))
            return new BodyResolution(name, NamingWay.Official, [tree[place].Id], []);
        var official = tree.ChildrenOf(place).Where(o => tree[o].Name == name || ShortNames.WithoutPlace(tree[o].Name, tree[place]) == own).ToList();
        if (official.Count == 1)
            return new BodyResolution(name, NamingWay.Official, [tree[official[0]].Id], []);
        var governments = tree.ChildrenOf(place).Where(o => tree[o].Kind == UnitKind.Territory && ShortNames.IsGovernmentOf(name, tree[o])).ToList();
        if (governments.Count == 1)
            return new BodyResolution(name, NamingWay.Official, [tree[governments[0]].Id], []);
        var fitting = agencies.Where(o => ShortNames.Fits(own, ShortNames.WithoutPlace(tree[o].Name, tree[place]))).Select(o => tree[o].Id).ToImmutableArray();
        if (fitting.Length == 1)
            return new BodyResolution(name, NamingWay.Abbreviation, fitting, []);
        var successors = ReformedBodies.SuccessorsOf(own);
        var later = agencies.Where(o => successors.Any(s => ShortNames.Fits(s, ShortNames.WithoutPlace(tree[o].Name, tree[place])))).Select(o => tree[o].Id);
        return new BodyResolution(name, NamingWay.Open, [], [.. fitting.Concat(later).Distinct()]);
    }

    /// <summary>Every distinct name of a notice's bodies, in order of first mention.</summary>
    public ImmutableArray<BodyResolution> Resolve(Notice notice) =>
        [.. notice.Facts.Where(f => f.Kind == NoticeFactKind.Body).Select(f => f.Value).Distinct().Select(Resolve)];

    private static int Territory(DivisionTree tree, UnitId issuer)
    {
        if (!tree.TryFind(issuer, out var order))
            return -1;
        return tree[order].Kind == UnitKind.Agency ? tree.ParentOf(order) : order;
    }
}
