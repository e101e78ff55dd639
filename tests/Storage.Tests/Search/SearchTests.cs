using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Storage.Search;
using Federation.Storage.Tests.Support;

namespace Federation.Storage.Tests.Search;

/// <summary>The index on SQLite: what is found, in which order, page by page, and that nothing typed is ever an operator.</summary>
public sealed class SearchTests : IAsyncLifetime, IDisposable
{
    private static readonly UnitId County = UnitId.Parse("330110"), Other = UnitId.Parse("330111"), Office = UnitId.Parse("330110.civil");
    private readonly TempFolder folder = new();
    private SqliteSearch search = null!;

    private string File => Path.Combine(folder.Path, "search.db");

    public Task InitializeAsync()
    {
        search = SqliteSearch.Open(File);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await search.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("低保", "a b")]
    [InlineData("低", "a b")]
    [InlineData("保", "a b")]
    [InlineData("准", "a c")]
    [InlineData("低保标准", "a")]
    [InlineData("低保 补贴", "b")]
    [InlineData("\"低保 补贴\"", "")]
    [InlineData("低保 -补贴", "a")]
    [InlineData("标准 OR 补贴", "a b c")]
    [InlineData("特困 OR 补贴 发放", "b")]
    [InlineData("ＧＢ／Ｔ２１０６３", "c")]
    [InlineData("gb/t 21063", "c")]
    [InlineData("低保標準", "a")]
    [InlineData("2026", "a")]
    [InlineData("202", "")]
    [InlineData("2026年", "a")]
    [InlineData("54号", "b")]
    [InlineData("正文里的字", "b")]
    public async Task Words_AreFoundHoweverTheyAreWritten(string typed, string found)
    {
        await Fill();
        Assert.Equal(found, await Found(typed));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("低保\" OR scope:\"u330111")]
    [InlineData("scope:v0")]
    [InlineData("title : 低保")]
    [InlineData("{title text} : 低保")]
    [InlineData("低保 NEAR(补贴, 2)")]
    [InlineData("^低保 + *")]
    [InlineData("低保*")]
    [InlineData("'; DROP TABLE document; --")]
    [InlineData("(((")]
    [InlineData("AND AND NOT OR")]
    [InlineData("u330110")]
    [InlineData("低保\0补贴")]
    [InlineData("\ud840")]
    public async Task Operators_AreOnlyText(string typed)
    {
        await Fill();
        var (query, findings) = SearchQuery.Parse(typed);
        Assert.True(query is not null || !findings.IsEmpty);
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            if (query is not null)
                await search.Search(query, SearchFilter.Everywhere, order, null, 10, default);
        }
        Assert.Equal("a b", await Found("低保")); // and everything still stands
        Assert.DoesNotContain("d", await Found("scope:v0"), StringComparison.Ordinal);
        Assert.Equal("", await Found("u330110"));
    }

    [Fact]
    public async Task Filters_NarrowToSubtreeKindStateFieldAndDays()
    {
        await Fill();
        var all = SearchFilter.Everywhere;
        Assert.Equal("c d b a", await Found("", all, SearchOrder.Newest));
        Assert.Equal("b a", await Found("", all with { Within = County }, SearchOrder.Newest));
        Assert.Equal("a", await Found("", all with { Within = County, Own = true }));
        Assert.Equal("b", await Found("", all with { Within = Office }));
        Assert.Equal("c d b a", await Found("", all with { Within = UnitId.Parse("330000") }, SearchOrder.Newest));
        Assert.Equal("", await Found("", all with { Within = UnitId.Parse("440000") }));
        Assert.Equal("c", await Found("", all with { Entry = new EntryFilter(EntryKind.Meeting) }));
        Assert.Equal("d", await Found("", all with { Entry = new EntryFilter(Attribute: DisclosureAttribute.OnRequest) }));
        Assert.Equal("b", await Found("", all with { Entry = new EntryFilter(Validity: ValidityState.Repealed) }));
        Assert.Equal("a", await Found("", all with { Entry = new EntryFilter(Domain: "社会救助") }));
        Assert.Equal("b a", await Found("", all with { From = Day("2026-01-05"), To = Day("2026-01-06") }, SearchOrder.Newest));
        Assert.Equal("a", await Found("", all with { To = Day("2026-01-05") }));
    }

    [Fact]
    public async Task Order_PutsTitlesAndWhatIsInForceFirst_AndEveryPageGoesOnWhereTheLastEnded()
    {
        await Write(
            Document("old-title", "2020-01-01", "最低生活保障"), Document("new-text", "2026-03-01", "通知", "最低生活保障"),
            Document("repealed", "2026-02-01", "最低生活保障", state: ValidityState.Repealed), Document("new-title", "2025-01-01", "最低生活保障"), Document("other", "2026-01-01", "别的"));
        Assert.Equal("new-title old-title repealed new-text", await Found("生活", order: SearchOrder.Relevance, sorted: false));
        Assert.Equal("new-text repealed new-title old-title", await Found("生活", order: SearchOrder.Newest, sorted: false));
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            List<string> seen = [];
            SearchCursor? next = null;
            do
            {
                var page = await search.Search(SearchQuery.Parse("生活").Query!, SearchFilter.Everywhere, order, next, 1, default);
                seen.AddRange(page.Hits.Select(h => h.Entry.Value));
                next = page.Next is null ? null : SearchCursor.Parse(page.Next.ToString());
            }
            while (next is not null);
            Assert.Equal(await Found("生活", order: order, sorted: false), string.Join(' ', seen));
        }
    }

    [Fact]
    public async Task Documents_AreReplacedAndRemoved_AndTheIndexIsThereAfterARestart()
    {
        await Fill();
        await search.Write([Document("a", "2026-05-01", "改了名称", words: "救灾")], [(Other, EntryId.Parse("c"))], 9, default);
        await search.DisposeAsync();
        search = SqliteSearch.Open(File);
        Assert.Equal(9, await search.Position(default));
        Assert.Equal("", await Found("低保标准"));
        Assert.Equal("a", await Found("名称"));
        Assert.Equal("a d b", await Found("", order: SearchOrder.Newest, sorted: false));
        Assert.Equal(["救灾"], (await search.Words("救", 5, default)).AsEnumerable());
        await search.Clear(default);
        Assert.Equal((0L, ""), (await search.Position(default), await Found("")));
        await Fill();
        Assert.Equal("a b", await Found("低保"));
    }

    [Fact]
    public async Task Words_AreSuggestedByUse()
    {
        await Write(Document("1", "2026-01-01", "一", words: "低保;低碳"), Document("2", "2026-01-01", "二", words: "低碳"), Document("3", "2026-01-01", "三", words: "特困"));
        Assert.Equal(["低碳", "低保"], (await search.Words("低", 5, default)).AsEnumerable());
        await search.Write([], [(County, EntryId.Parse("1"))], 5, default);
        Assert.Equal(["低碳"], (await search.Words("低", 5, default)).AsEnumerable());
    }

    [Fact]
    public async Task File_ThatIsNoIndex_IsMadeAnew()
    {
        await Fill();
        await search.DisposeAsync();
        await System.IO.File.WriteAllTextAsync(File, "no database at all, and long enough to be read as a header of one, which it is not: " + new string('x', 4096));
        search = SqliteSearch.Open(File);
        Assert.Equal(0, await search.Position(default));
        await Fill();
        Assert.Equal("a b", await Found("低保"));
    }

    [Fact]
    public async Task Found_IsCountedToABound()
    {
        await Write([.. Enumerable.Range(0, SearchPage.MostCounted + 5).Select(i => Document($"n{i}", "2026-01-01", "低保通知"))]);
        var page = await search.Search(SearchQuery.Parse("低保").Query!, SearchFilter.Everywhere, SearchOrder.Newest, null, 3, default);
        Assert.Equal((3, SearchPage.MostCounted + 1), (page.Hits.Length, page.Found));
    }

    private Task Fill() => Write(
        Document("a", "2026-01-05", "关于调整低保标准的通知(2026年)", domain: "社会救助"),
        Document("b", "2026-01-06", "补贴发放办法", "低保对象。正文里的字,国办发〔2019〕54号", ValidityState.Repealed, unit: Office),
        Document("c", "2026-02-01", "目录编码 GB/T 21063", "标准", kind: EntryKind.Meeting, unit: Other),
        Document("d", "2026-01-20", "供养名单", attribute: DisclosureAttribute.OnRequest, unit: Other));

    private async Task Write(params SearchDocument[] documents) => await search.Write([.. documents], [], documents.Length, default);

    private async Task<string> Found(string typed, SearchFilter? filter = null, SearchOrder order = SearchOrder.Relevance, bool? sorted = null)
    {
        if (SearchQuery.Parse(typed).Query is not { } query)
            return "";
        var hits = (await search.Search(query, filter ?? SearchFilter.Everywhere, order, null, 50, default)).Hits.Select(h => h.Entry.Value);
        return string.Join(' ', sorted ?? (filter is null && typed.Length > 0) ? hits.Order(StringComparer.Ordinal) : hits);
    }

    private static SearchDocument Document(
        string id, string day, string title, string summary = "", ValidityState state = ValidityState.InForce, EntryKind kind = EntryKind.Document,
        DisclosureAttribute attribute = DisclosureAttribute.Proactive, string domain = "", UnitId? unit = null, string words = "")
    {
        var fields = new[] { ("summary", summary), (EntryFields.PublishedOn, day), (EntryFields.Domain, domain), ("keywords", words) }.Where(f => f.Item2.Length > 0);
        var entry = new CatalogEntry(
            EntryId.Parse(id), kind, title, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            new Disclosure(attribute), new Validity(state), [], null, []);
        var row = EntryRow.Of(unit ?? County, new EntryPut(entry, 1, "330110", "", "", "", 0), 1, DateTimeOffset.UnixEpoch);
        var place = $"u330000 u330100 {(unit == Other ? "u330111" : "u330110")}{(unit == Office ? " " + SearchScope.Of(Office) : "")}";
        return SearchDocument.Of(row, entry, "", place);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
