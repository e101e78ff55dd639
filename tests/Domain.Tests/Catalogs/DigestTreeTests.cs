using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Catalogs;

public sealed class DigestTreeTests
{
    private static readonly Gen<(int Entry, int Version)[]> Steps =
        (from entry in Gen.Choose(0, 120) from version in Gen.Choose(0, 3) select (entry, version)).ArrayOf(); // version 0: removed

    [Fact]
    public void Change_WhateverTheWay_EqualContentsHaveEqualTrees() => Property.Holds(Steps, steps =>
    {
        var byWays = new PaperCatalog();
        foreach (var (entry, version) in steps)
            byWays.Record(Event(byWays, entry, version));
        var atOnce = new PaperCatalog();
        foreach (var row in byWays.Rows.Values.Where(r => !r.Removed).Reverse())
            atOnce.Push(Entries.Put(Entries.Document(row.Id.Value, row.Title)));

        Assert.Equal(atOnce.Whole, byWays.Whole);
        Assert.Equal(1, PaperCatalog.Compare(byWays, atOnce).Steps);
    });

    [Fact]
    public void Change_OfOneEntry_ChangesTheRoot_AndBackAgain_IsTheFirst()
    {
        var catalog = Filled(500);
        var before = catalog.Whole;
        catalog.Push(Entries.Put(Entries.Document("e7", "改过的标题")));
        Assert.NotEqual(before, catalog.Whole);
        catalog.Push(Entries.Put(Entries.Document("e7")));
        Assert.Equal(before, catalog.Whole);
    }

    [Theory] // a place has branches from the thirty-third entry on, and none again when it is gone
    [InlineData(32, 0)]
    [InlineData(33, 1)]
    public async Task Change_AtTheSizeOfALeaf_MakesBranchesOrNone(int entries, int nodes)
    {
        var catalog = Filled(entries);
        Assert.Equal(nodes, await catalog.Node("") is null ? 0 : 1);
        catalog.Push(Entries.Put(Entries.Document("one-more")));
        catalog.Push(Entries.Remove("one-more"));
        Assert.Equal(nodes, await catalog.Node("") is null ? 0 : 1);
        Assert.Equal(Filled(entries).Whole, catalog.Whole);
    }

    [Fact]
    public void Change_InALargeCatalog_LooksAtAFewPlaces()
    {
        var catalog = Filled(5000);
        catalog.Reads = 0;
        var change = catalog.Record([new EntryPut(Entries.Document("e4321", "改过的标题"), 2, "330110", "", "", "", 1)]);
        Assert.InRange(catalog.Reads, 1, 5);
        Assert.InRange(change.Nodes.Length, 1, 4);
    }

    [Fact]
    public async Task Compare_FindsExactlyWhatDiffers_InFewSteps()
    {
        var (left, right) = (Filled(3000), Filled(3000));
        right.Push(Entries.Put(Entries.Document("e17", "别的标题")));
        right.Push(Entries.Remove("e99"));
        left.Push(Entries.Put(Entries.Document("only-left")));
        var comparison = await DigestCompare.Of(left, left.Whole, right, right.Whole);

        Assert.Equal(["e17", "e99", "only-left"], comparison.Mismatches.Select(m => m.Id.Value));
        Assert.Null(comparison.Mismatches[1].Right);
        Assert.Null(comparison.Mismatches[2].Right);
        Assert.InRange(comparison.Steps, 4, 12);
    }

    [Fact]
    public void Compare_OfCopiesThatDifferAnyhow_FindsAll() => Property.Holds(Steps.Two(), pair =>
    {
        var (left, right) = (new PaperCatalog(), new PaperCatalog());
        foreach (var (entry, version) in pair.Item1)
            left.Record(Event(left, entry, version));
        foreach (var (entry, version) in pair.Item2)
            right.Record(Event(right, entry, version));
        var found = PaperCatalog.Compare(left, right).Mismatches.Select(m => m.Id);
        var truth = left.Rows.Keys.Union(right.Rows.Keys).Where(id => left.Rows.GetValueOrDefault(id)?.Hash != right.Rows.GetValueOrDefault(id)?.Hash).Order();
        Assert.Equal(truth, found);
    });

    private static ImmutableArray<CatalogEvent> Event(PaperCatalog catalog, int entry, int version)
    {
        var id = EntryId.Parse($"e{entry}");
        var row = catalog.Rows.GetValueOrDefault(id);
        if (version == 0)
            return row is { Removed: false } ? [new EntryRemoved(id, row.Revision + 1, "重复", "330110", "", row.Seq)] : [];
        return [new EntryPut(Entries.Document(id.Value, $"第 {version} 稿"), (row?.Revision ?? 0) + 1, "330110", "", "", "", row?.Seq ?? 0)];
    }

    private static PaperCatalog Filled(int entries)
    {
        var catalog = new PaperCatalog();
        for (var i = 0; i < entries; i += CatalogPush.MostChanges)
            catalog.Push([.. Enumerable.Range(i, Math.Min(CatalogPush.MostChanges, entries - i)).Select(n => Entries.Put(Entries.Document($"e{n}")))]);
        return catalog;
    }
}
