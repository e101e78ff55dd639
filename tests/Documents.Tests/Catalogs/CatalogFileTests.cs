using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Federation.Documents.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>A catalog as CSV, JSON, workbook, feed and sitemap; what is written can be read again and says the same.</summary>
public sealed class CatalogFileTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Csv_ReadBack_IsTheSame_AndNoCellIsComputed()
    {
        var bytes = await Catalog.Bytes(to => CatalogCsv.Write(to, Catalog.Stream(Catalog.Full, Catalog.Document("B", "'=已有撇号")), CancellationToken.None));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("条目编号,类型,标题,索引号", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=合计", text, StringComparison.Ordinal);
        Assert.Contains("\"'=合计", text, StringComparison.Ordinal);
        var back = EntryImport.Read(bytes, "a.csv");
        Assert.Empty(back.Findings);
        Assert.Equal([Catalog.Full.Hash, Catalog.Document("B", "'=已有撇号").Hash], back.Entries.Select(e => e.Entry!.Hash));
    }

    [Fact]
    public async Task JsonLines_HaveTheHashOfEachEntry()
    {
        var bytes = await Catalog.Bytes(to => CatalogJson.WriteLines(to, Catalog.Facts(), Catalog.Stream(Catalog.Full, Catalog.Document("B")), CancellationToken.None));
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Equal("federation-catalog-1", JsonDocument.Parse(lines[0]).RootElement.GetProperty("manifest").GetProperty("schema").GetString());
        Assert.Equal(Catalog.Full.Hash, Digest.Of(Encoding.UTF8.GetBytes(lines[1])));
        Assert.Equal(2, EntryImport.Read(bytes, "a.jsonl").Entries.Count(e => e.Usable));
    }

    [Fact]
    public async Task Json_IsOneDocument_AndReadBackTheSame()
    {
        var bytes = await Catalog.Bytes(to => CatalogJson.Write(to, Catalog.Facts(), Catalog.Stream(Catalog.Full, Catalog.Document("B")), CancellationToken.None));
        Assert.Equal(2, JsonDocument.Parse(bytes).RootElement.GetProperty("entries").GetArrayLength());
        Assert.Equal([Catalog.Full.Hash, Catalog.Document("B").Hash], EntryImport.Read(bytes, "a.json").Entries.Select(e => e.Entry!.Hash));
    }

    [Fact]
    public async Task Json_OfNoEntries_IsADocument() =>
        Assert.Equal(0, JsonDocument.Parse(await Catalog.Bytes(to => CatalogJson.Write(to, Catalog.Facts(), Catalog.Stream(), CancellationToken.None))).RootElement.GetProperty("entries").GetArrayLength());

    [Fact]
    public void Workbook_ReadBack_IsTheSame()
    {
        var bytes = Samples.Bytes(to => CatalogWorkbook.Write(to, "目录", [Catalog.Full, Catalog.Document("B")]));
        var back = EntryImport.Read(bytes, "a.xlsx");
        Assert.Empty(back.Findings);
        Assert.Equal([Catalog.Full.Hash, Catalog.Document("B").Hash], back.Entries.Select(e => e.Entry!.Hash));
    }

    [Fact]
    public void Template_OfEveryKind_HoldsASampleThatIsNeverTaken()
    {
        var bytes = Samples.Bytes(to => CatalogWorkbook.Template(to, "模板", Enum.GetValues<EntryKind>()));
        var read = EntryImport.Read(bytes, "a.xlsx");
        Assert.Equal(Enum.GetValues<EntryKind>().Length, read.Entries.Length);
        Assert.All(read.Entries, e => Assert.Equal("CT-514", Assert.Single(e.Findings).Finding.Code));
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Sample_OfEveryKind_BreaksNoRule() =>
        Assert.All(Enum.GetValues<EntryKind>(), kind => Assert.Empty(EntryCheck.Public(EntrySamples.Of(kind))));

    [Fact]
    public void Feed_NamesItsNextPage_AndEachEntry()
    {
        var rows = new[] { Catalog.Stored(Catalog.Full, 9).Row, Catalog.Stored(Catalog.Document("B"), 5).Row };
        var feed = XDocument.Parse(Encoding.UTF8.GetString(CatalogFeed.Feed(Catalog.Facts(), rows, null, 5))).Root!;
        Assert.Equal("https://open.example.gov.cn/catalogs/330110/feed.xml?before=5", feed.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "next").Attribute("href")!.Value);
        Assert.All(feed.Elements(Atom + "entry"), e => Assert.NotNull(e.Element(Atom + "id") ?? e.Element(Atom + "updated")));
        Assert.Equal("https://open.example.gov.cn/catalogs/330110/entries/GW/2026%3A%E7%94%B2-1", feed.Elements(Atom + "entry").First().Element(Atom + "id")!.Value);
        Assert.DoesNotContain(XDocument.Parse(Encoding.UTF8.GetString(CatalogFeed.Feed(Catalog.Facts(), rows, 5, null))).Root!.Elements(Atom + "link"), l => (string?)l.Attribute("rel") == "next");
    }

    [Fact]
    public void Sitemap_IsCutIntoPartsThatCoverEverything()
    {
        var whole = XDocument.Parse(Encoding.UTF8.GetString(CatalogFeed.Urls(Catalog.Facts(), [Catalog.Stored(Catalog.Full).Row]))).Root!;
        Assert.Single(whole.Elements(Map + "url"));
        Assert.Equal(1, CatalogFeed.PartsOf(CatalogFeed.SitemapPage));
        Assert.Equal(8, CatalogFeed.PartsOf(100_000));
        long next = 0;
        for (var part = 1; part <= 8; part++)
        {
            var (first, last) = CatalogFeed.Range(part, 8);
            Assert.Equal(next, first);
            next = last + 1;
        }
        Assert.Equal(1L << 60, next);
    }
}
