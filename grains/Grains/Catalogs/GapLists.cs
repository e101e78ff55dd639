using System.Collections.Immutable;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Grains.Catalogs;

/// <summary>
/// Gap lists from the read models. What an agency of a territory has made public counts for the territory: the standard binds a government, and its
/// agencies do the work.
/// </summary>
public sealed class GapLists(IStandardReads standards, IDivisions divisions) : IGapLists
{
    /// <inheritdoc />
    public async ValueTask<GapList?> Of(UnitId unit, CancellationToken ct)
    {
        var tree = divisions.Today;
        return tree.TryFind(unit, out var order) ? (await Of(tree, [order], ct)).FirstOrDefault() : null;
    }

    /// <inheritdoc />
    public async ValueTask<(ImmutableArray<GapList> Lists, int? Last)> Below(UnitId top, bool deep, int after, int limit, CancellationToken ct)
    {
        var tree = divisions.Today;
        if (!tree.TryFind(top, out var from))
            return ([], null);
        var all = deep ? Enumerable.Range(from + 1, tree.LastOf(from) - from) : tree.ChildrenOf(from);
        var page = all.Where(o => o > after && !tree[o].Id.IsAgency).Take(limit + 1).ToList();
        var lists = await Of(tree, [.. page.Take(limit)], ct);
        return (lists, page.Count > limit ? page[limit - 1] : null);
    }

    private async Task<ImmutableArray<GapList>> Of(DivisionTree tree, ImmutableArray<int> orders, CancellationToken ct)
    {
        var bodies = orders.ToDictionary(o => o, o => Bodies(tree, o));
        ImmutableArray<UnitId> all = [.. bodies.Values.SelectMany(b => b).Distinct()];
        var aside = (await standards.SetAside([.. orders.Select(o => tree[o].Id)], ct)).ToLookup(s => s.Unit, s => s.Item);
        var fulfilled = (await standards.Fulfilled(all, ct)).ToLookup(f => f.Unit, f => f.Item);
        var binding = await Binding(tree, orders, ct);
        return
        [
            .. orders.Where(binding.ContainsKey).Select(o => Gaps.Of(
                tree[o], binding[o], aside[tree[o].Id].ToHashSet(StringComparer.Ordinal), bodies[o].SelectMany(b => fulfilled[b]).ToHashSet(StringComparer.Ordinal))),
        ];
    }

    // The own standard, else that of the nearest unit above which has published any. Units of one territory share nearly all of them.
    private async Task<Dictionary<int, StandardCatalog>> Binding(DivisionTree tree, ImmutableArray<int> orders, CancellationToken ct)
    {
        var paths = orders.ToDictionary(o => o, o => (ImmutableArray<UnitId>)[tree[o].Id, .. StandardPath.Above(tree, tree[o].Id)]);
        var latest = (await standards.Latest([.. paths.Values.SelectMany(p => p).Distinct()], ct)).ToDictionary(r => r.Of.Owner);
        Dictionary<StandardVersion, StandardCatalog?> read = [];
        Dictionary<int, StandardCatalog> binding = [];
        foreach (var (order, path) in paths)
        {
            if (path.FirstOrDefault(latest.ContainsKey) is not { } owner)
                continue;
            var version = latest[owner].Of;
            if (!read.TryGetValue(version, out var standard))
                read[version] = standard = await standards.Standard(version, ct);
            if (standard is not null)
                binding[order] = standard;
        }
        return binding;
    }

    private static ImmutableArray<UnitId> Bodies(DivisionTree tree, int order) =>
        tree[order].Id.IsAgency ? [tree[order].Id] : [tree[order].Id, .. tree.ChildrenOf(order).Select(o => tree[o].Id).Where(id => id.IsAgency)];
}
