using Federation.Domain.Divisions;

namespace Federation.Host.Demo;

/// <summary>Who plays which part in the scenes of the demonstration.</summary>
/// <param name="County">Its own report is returned and mended; later it makes the report of its whole territory.</param>
/// <param name="Superior">The unit directly above the county.</param>
/// <param name="Corrected">A township of the county that corrects its accepted report.</param>
/// <param name="Late">A township of the county that is asked for its report and files late.</param>
/// <param name="Batch">Another county, which collects everything directly below it in one workbook.</param>
/// <param name="Collected">What hangs directly below that county.</param>
public sealed record Cast(UnitId County, UnitId Superior, UnitId Corrected, UnitId Late, UnitId Batch, IReadOnlySet<UnitId> Collected)
{
    private const int LeastTownships = 3;

    /// <summary>Chooses them, in the province that the demonstration shows if it has two counties with townships, else anywhere.</summary>
    /// <param name="tree">The tree of the period.</param>
    /// <param name="shown">Place of the province among those of the nation.</param>
    /// <returns>Null when no two counties have three townships each.</returns>
    public static Cast? Choose(DivisionTree tree, int shown)
    {
        var provinces = tree.ChildrenOf(0).ToList();
        var counties = Enumerable.Range(0, tree.Count).Where(o => tree[o].Tier == Tier.County && !tree[o].Id.IsAgency && Townships(tree, o).Count >= LeastTownships).ToList();
        if (counties.Count < 2)
            return null;
        var province = provinces[Math.Min(shown, provinces.Count - 1)];
        bool IsShown(int order) => order > province && order <= tree.LastOf(province);
        var county = counties.OrderByDescending(IsShown).ThenByDescending(o => tree[tree.ParentOf(o)].Tier == Tier.City).First();
        var batch = counties.Where(o => o != county)
            .OrderByDescending(o => tree.ParentOf(o) == tree.ParentOf(county)).ThenByDescending(o => Townships(tree, o).Count).First();
        var townships = Townships(tree, county);
        return new Cast(
            tree[county].Id, tree[tree.ParentOf(county)].Id, townships[0], townships[^1], tree[batch].Id,
            tree.ChildrenOf(batch).Select(o => tree[o].Id).ToHashSet());
    }

    /// <summary>True when the part a unit plays needs its first report in time.</summary>
    public bool FilesInTime(UnitId unit) => unit == County || unit == Corrected || Collected.Contains(unit);

    private static List<UnitId> Townships(DivisionTree tree, int order) => [.. tree.ChildrenOf(order).Select(o => tree[o].Id).Where(u => !u.IsAgency)];
}
