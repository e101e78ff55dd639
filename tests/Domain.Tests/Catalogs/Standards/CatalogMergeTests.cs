using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Catalogs.Standards;

public sealed class CatalogMergeTests
{
    private static readonly Gen<ImmutableSortedDictionary<string, StandardItem>> Catalogs =
        (from id in Gen.Choose(1, 6)
         from title in Gen.Elements("甲", "乙")
         from limit in Gen.Elements("", "按月", "20个工作日内")
         from agency in Gen.Elements("", "民政局")
         select Item($"i{id}", title, (EntryFields.Limit, limit), (EntryFields.Agency, agency))).ListOf()
        .Select(items => items.DistinctBy(i => i.Id).ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal));

    [Theory] // limit in the old standard, in the new one, here
    [InlineData("按月", "按周", "按月", MergeKind.TakenOver, "按周")]
    [InlineData("按月", "按月", "按周", MergeKind.KeptLocal, "按周")]
    [InlineData("按月", "按周", "按季度", MergeKind.Conflict, "按季度")]
    [InlineData("按月", "按周", "按周", null, "按周")]
    [InlineData("", "按周", "", MergeKind.TakenOver, "按周")]
    [InlineData("按月", "", "按月", MergeKind.TakenOver, "")]
    public void Merge_OfOneField_IsThreeWay(string old, string theirs, string ours, MergeKind? kind, string merged)
    {
        var result = CatalogMerge.Merge(Of(Limit(old)), Of(Limit(theirs)), Of(Limit(ours)));
        Assert.Equal(kind, result.Steps.SingleOrDefault()?.Kind);
        Assert.Equal(merged, result.Items["a"][EntryFields.Limit]);
    }

    [Fact]
    public void Merge_OfWhatTheUnitOwns_KeepsOurs_AndIsNoConflict() => Assert.Equal(
        MergeKind.KeptLocal,
        CatalogMerge.Merge(Of(Agency("甲")), Of(Agency("乙")), Of(Agency("丙"))).Steps.Single().Kind);

    [Theory] // whether the old standard, the new one and ours have it; and whether the one that changed, changed it
    [InlineData(false, true, false, false, MergeKind.TakenOver, true)]
    [InlineData(true, false, true, false, MergeKind.Withdrawn, false)]
    [InlineData(true, false, true, true, MergeKind.Conflict, true)]
    [InlineData(true, true, false, false, MergeKind.KeptLocal, false)]
    [InlineData(true, true, false, true, MergeKind.Conflict, false)]
    [InlineData(false, false, true, false, MergeKind.KeptLocal, true)]
    public void Merge_OfAWholeItem_IsThreeWay(bool old, bool theirs, bool ours, bool changed, MergeKind kind, bool there)
    {
        var second = changed ? Limit("按周") : Limit("按月");
        var result = CatalogMerge.Merge(old ? Of(Limit("按月")) : Of(), theirs ? Of(old ? second : Limit("按月")) : Of(), ours ? Of(second) : Of());
        Assert.Equal(kind, result.Steps.Single().Kind);
        Assert.Equal(there, result.Items.ContainsKey("a"));
    }

    [Fact]
    public void Merge_WithoutLocalChanges_IsTheNewStandard() => Property.Holds(Catalogs.Two(), pair =>
    {
        var result = CatalogMerge.Merge(pair.Item1, pair.Item2, pair.Item1);
        Assert.Empty(result.Conflicts);
        Same(pair.Item2, result.Items);
    });

    [Fact]
    public void Merge_WithoutANewStandard_IsOurs() => Property.Holds(Catalogs.Two(), pair =>
    {
        var result = CatalogMerge.Merge(pair.Item1, pair.Item1, pair.Item2);
        Assert.Empty(result.Conflicts);
        Same(pair.Item2, result.Items);
    });

    [Fact]
    public void Merge_LosesNothingInSilence() => Property.Holds(Catalogs.Three(), three =>
    {
        var (old, theirs, ours) = three;
        var result = CatalogMerge.Merge(old, theirs, ours);
        foreach (var id in theirs.Keys.Union(ours.Keys))
        {
            var merged = result.Items.GetValueOrDefault(id);
            if (theirs.GetValueOrDefault(id) is { } above && (merged is null || !merged.SameAs(above)))
                Assert.Contains(result.Steps, s => s.Item == id); // whatever differs from the new standard is told
            if (ours.GetValueOrDefault(id) is { } here && (merged is null || !merged.SameAs(here)))
                Assert.Contains(result.Steps, s => s.Item == id);
        }
        Assert.Equal(result.Steps, CatalogMerge.Merge(old, theirs, ours).Steps.AsEnumerable()); // the same every time
    });

    [Fact]
    public void Apply_TakesTheirs_OrKeepsOursWithAReason()
    {
        var theirs = Of(Limit("按周"));
        var merge = CatalogMerge.Merge(Of(Limit("按月")), theirs, Of(Limit("按季度")));
        Assert.Equal("按周", MergeDecisions.Apply(merge, theirs, [new("a.limit", ConflictChoice.Theirs, "")]).Items["a"][EntryFields.Limit]);
        Assert.Equal("按季度", MergeDecisions.Apply(merge, theirs, [new("a.limit", ConflictChoice.Ours, "本县按季度汇总")]).Items["a"][EntryFields.Limit]);
        Assert.Equal(
            ["CT-302", "CT-301"], MergeDecisions.Apply(merge, theirs, [new("a.limit", ConflictChoice.Ours, " "), new("a.title", ConflictChoice.Theirs, "")]).Findings.Select(f => f.Code));
    }

    [Fact]
    public void Narrowing_FindsEveryShortfall_AndNothingInWhatDemandsMore()
    {
        var above = Of(Item("a", "低保", (EntryFields.Limit, "20个工作日内"), (EntryFields.Basis, "条例")) with { Required = true, Levels = [Tier.County, Tier.Township] });
        Assert.Equal("CT-303", Assert.Single(Narrowing.Of(above, Of())).Code);
        var less = Of(Item("a", "低保", (EntryFields.Limit, "2个月")) with { Required = true, Levels = [Tier.County] });
        Assert.Equal(["CT-306 a.basis", "CT-304 a.limit", "CT-305 a.levels"], Narrowing.Of(above, less).Select(f => $"{f.Code} {f.Where}"));
        var more = Of(Item("a", "低保金", (EntryFields.Limit, "7个工作日内"), (EntryFields.Basis, "条例、办法")) with { Required = true });
        Assert.Empty(Narrowing.Of(above, more));
    }

    private static StandardItem Limit(string limit) => Item("a", "低保", (EntryFields.Limit, limit));

    private static StandardItem Agency(string agency) => Item("a", "低保", (EntryFields.Agency, agency));

    private static StandardItem Item(string id, string title, params (string Field, string Value)[] fields) => new(
        id, title, fields.Where(f => f.Value.Length > 0).ToImmutableSortedDictionary(f => f.Field, f => f.Value, StringComparer.Ordinal), [], false);

    private static ImmutableSortedDictionary<string, StandardItem> Of(params StandardItem[] items) => items.ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal);

    private static void Same(ImmutableSortedDictionary<string, StandardItem> expected, ImmutableSortedDictionary<string, StandardItem> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected.Values, item => Assert.True(item.SameAs(actual[item.Id])));
    }
}
