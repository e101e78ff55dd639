using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Divisions;

namespace Federation.Domain.Notices.Naming;

/// <summary>A set of units that a phrase names.</summary>
/// <param name="Tiers">Tiers of territories below that belong to it; empty for agencies.</param>
/// <param name="Exact">False for 有关, 相关: the phrase leaves open which ones.</param>
internal sealed record ScopePhrase(ImmutableArray<Tier> Tiers, bool Exact)
{
    /// <summary>Its members below a territory, in order of the tree.</summary>
    public ImmutableArray<UnitId> Members(DivisionTree tree, int place) => Tiers.IsEmpty
        ? [.. tree.ChildrenOf(place).Where(o => tree[o].Kind == UnitKind.Agency).Select(o => tree[o].Id)]
        : [.. Enumerable.Range(place + 1, tree.LastOf(place) - place).Where(o => tree[o].Kind == UnitKind.Territory && Tiers.Contains(tree[o].Tier)).Select(o => tree[o].Id)];
}

/// <summary>Phrases for sets: 各区县(自治县)人民政府, 市政府各部门, 各乡镇.</summary>
internal static partial class ScopePhrases
{
    /// <summary>The set a phrase names, or null when it is the name of one body.</summary>
    public static ScopePhrase? Of(string phrase)
    {
        var exact = !Vague().IsMatch(phrase);
        if (Governments().IsMatch(phrase) && TiersOf(phrase) is { IsEmpty: false } tiers)
            return new ScopePhrase(tiers, exact);
        return Agencies().IsMatch(phrase) ? new ScopePhrase([], exact) : null;
    }

    private static ImmutableArray<Tier> TiersOf(string phrase)
    {
        var tiers = ImmutableArray.CreateBuilder<Tier>();
        if (Cities().IsMatch(phrase))
            tiers.Add(Tier.City);
        if (Counties().IsMatch(phrase))
            tiers.Add(Tier.County);
        if (Townships().IsMatch(phrase))
            tiers.Add(Tier.Township);
        return tiers.ToImmutable();
    }

    [GeneratedRegex(@"有关|相关|其他")]
    private static partial Regex Vague();

    [GeneratedRegex(@"^(?:各|有关|相关)(?!部门|单位|科室|处室|级).*(?:政府|[市州区县旗镇乡]|街道|街道办事处)\)?$|^县\(市、区\)政府$")]
    private static partial Regex Governments();

    [GeneratedRegex(@"^(?:[市省区县州](?:级|直|政府|直属)?)(?:各|有关|相关)*(?:部门|单位|委办局|机构)(?:、单位)?$|^各(?:有关|相关)?(?:部门|单位)$")]
    private static partial Regex Agencies();

    [GeneratedRegex(@"^(?:各|有关|相关)(?:设区)?市(?!、区|区|辖)|州|地区")]
    private static partial Regex Cities();

    [GeneratedRegex(@"区|县|旗")]
    private static partial Regex Counties();

    [GeneratedRegex(@"乡|镇|街道")]
    private static partial Regex Townships();
}
