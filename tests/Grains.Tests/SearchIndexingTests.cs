using System.Collections.Immutable;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Grains.Catalogs;
using Federation.Storage.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace Federation.Grains.Tests;

/// <summary>The index follows the catalogs: texts by their content, removals, moves in the tree, a lost file.</summary>
public sealed class SearchIndexingTests : IDisposable
{
    private static readonly Subject Website = new("website", SmallNation.County, [Role.Integrator]);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("search-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Changes_AreFound_WithTheirTexts_AndGoWithTheirRemoval()
    {
        await using var nation = await SmallNation.Start();
        await using var search = SqliteSearch.Open(File("a.db"));
        var trees = new Trees(Tree("110100"));
        var indexing = new SearchIndexing(search, nation.Ledger, trees, TimeProvider.System, NullLogger<SearchIndexing>.Instance);
        var finder = new EntryFinder(search, nation.Ledger);
        var body = Encoding.UTF8.GetBytes("<p>残疾人<b>护理</b>补贴</p><script>alert('木马')</script>");
        await Push(nation, [new EntryChange(EntryId.Parse("e1"), Entry("e1", "关于低保的通知") with { Body = Digest.Of(body) }, null), new EntryChange(EntryId.Parse("e2"), Entry("e2", "低保名单"), null)], new ContentPart("text/html", [.. body]));

        var before = await Find(finder, "低保");
        Assert.Equal((0, 2L), (before.Entries.Length, before.Behind));
        Assert.Equal(2, await indexing.Follow(default));
        Assert.Equal((2, 0L), ((await Find(finder, "低保")).Entries.Length, (await Find(finder, "低保")).Behind));
        var found = Assert.Single((await Find(finder, "护理补贴")).Entries);
        Assert.Equal(("e1", "body", "护理补贴"), (found.Stored.Row.Id.Value, found.In, string.Concat(found.Snippet.Where(p => p.Marked).Select(p => p.Text))));
        Assert.Empty((await Find(finder, "木马")).Entries);
        Assert.True((await Find(finder, "低保通知")) is { Loosened: true, Entries: [{ Stored.Row.Id.Value: "e1" }] });
        Assert.True((await Find(finder, "特困供养")) is { Loosened: false, Entries.IsEmpty: true });

        await Push(nation, [new EntryChange(EntryId.Parse("e1"), null, null, Reason: "重复")]);
        Assert.Equal(["e2"], (await Find(finder, "低保")).Entries.Select(e => e.Stored.Row.Id.Value)); // gone at once, before the index knows
        await indexing.Follow(default);
        Assert.Equal(1, (await Find(finder, "低保")).Found);
    }

    [Fact]
    public async Task Index_ThatIsLost_IsMadeAnew_AndOneOfAnotherLedgerIsThrownAway()
    {
        await using var nation = await SmallNation.Start();
        await Push(nation, [new EntryChange(EntryId.Parse("e1"), Entry("e1", "关于低保的通知"), null)]);
        await using var search = SqliteSearch.Open(File("b.db"));
        await search.Write([SearchDocument.Of(EntryRow.Of(SmallNation.TownA, new EntryPut(Entry("x", "低保别处"), 1, "", "", "", "", 0), 1, DateTimeOffset.UnixEpoch), Entry("x", "低保别处"), "", "u1")], [], 77, default);
        await new SearchIndexing(search, nation.Ledger, new Trees(Tree("110100")), TimeProvider.System, NullLogger<SearchIndexing>.Instance).Follow(default);
        Assert.Equal(["e1"], (await search.Search(SearchQuery.Parse("低保").Query!, SearchFilter.Everywhere, SearchOrder.Newest, null, 10, default)).Hits.Select(h => h.Entry.Value));
        Assert.Equal(1, await search.Position(default));
    }

    [Fact]
    public async Task Unit_ThatMoves_IsFoundUnderItsNewParent_AndNoLongerUnderTheOld()
    {
        await using var nation = await SmallNation.Start();
        await Push(nation, [new EntryChange(EntryId.Parse("e1"), Entry("e1", "关于低保的通知"), null)]);
        await using var search = SqliteSearch.Open(File("c.db"));
        var trees = new Trees(Tree("110100"));
        var indexing = new SearchIndexing(search, nation.Ledger, trees, TimeProvider.System, NullLogger<SearchIndexing>.Instance);
        await indexing.Follow(default);
        Assert.Equal((1, 0), (await Under(search, "110100"), await Under(search, "110200")));
        trees.Today = Tree("110200");
        await indexing.Follow(default);
        Assert.Equal((0, 1), (await Under(search, "110100"), await Under(search, "110200")));
        Assert.Equal(0, await indexing.Follow(default));
    }

    private string File(string name) => Path.Combine(folder.FullName, name);

    private static async Task<int> Under(SqliteSearch search, string unit) =>
        (await search.Search(SearchQuery.Everything, SearchFilter.Everywhere with { Within = UnitId.Parse(unit) }, SearchOrder.Newest, null, 10, default)).Hits.Length;

    private static async Task<FoundPage> Find(EntryFinder finder, string typed) => (await finder.Find(typed, SearchFilter.Everywhere, SearchOrder.Relevance, "", 10, default)).Page!;

    private static async Task Push(SmallNation nation, ImmutableArray<EntryChange> changes, params ImmutableArray<ContentPart> contents)
    {
        var receipt = (await nation.Grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(SmallNation.County)).Push(new PushEntries("", Website, "110101", "", changes, contents))).Value!;
        Assert.All(receipt.Results, r => Assert.Equal(EntryOutcome.Recorded, r.Outcome));
    }

    private static CatalogEntry Entry(string id, string title) => new(
        EntryId.Parse(id), EntryKind.Document, title, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-02-27")]),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);

    private static DivisionTree Tree(string parent) => DivisionTree.Of(
        [Unit("110000", Tier.Province, "000000"), Unit("110100", Tier.City, "110000"), Unit("110200", Tier.City, "110000"), Unit(SmallNation.County.Value, Tier.County, parent)]);

    private static Unit Unit(string id, Tier tier, string parent) => new(UnitId.Parse(id), id, tier, UnitKind.Territory, UnitId.Parse(parent), DateOnly.MinValue, DateOnly.MaxValue);

    private sealed class Trees(DivisionTree today) : IDivisions
    {
        public DivisionTree Today { get; set; } = today;

        public DivisionTree AsOf(DateOnly day) => Today;
    }
}
