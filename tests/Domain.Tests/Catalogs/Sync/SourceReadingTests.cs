using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sources;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>Lists of outside sources: what is made of them, and what is never removed because of them.</summary>
public sealed class SourceReadingTests
{
    [Fact]
    public void Csv_WithQuotesAndChineseDates_BecomesEntries()
    {
        var snapshot = Read(SourceKind.Csv, "\uFEFF编号,标题,日期,属性\r\na,\"关于\"\"低保\"\"的通知,附表\",2026年1月5日,主动公开\r\nb,\"分\n行\",2026/2/27,依申请\r\n");
        Assert.Empty(snapshot.Problems.Where(p => p.Finding.Blocks));
        Assert.Equal(["关于\"低保\"的通知,附表", "分\n行"], snapshot.Entries.Select(e => e.Title));
        Assert.Equal(["2026-01-05", "2026-02-27"], snapshot.Entries.Select(e => e[EntryFields.FormedOn]));
        Assert.Equal([DisclosureAttribute.Proactive, DisclosureAttribute.OnRequest], snapshot.Entries.Select(e => e.Disclosure.Attribute));
    }

    [Theory]
    [InlineData("编号,标题,日期,属性\r\na,甲,2026-01-05,主动公开\r\nb,乙,20")]
    [InlineData("编号,标题,日期,属性\r\na,\"甲")]
    [InlineData("")]
    public void Csv_CutOff_IsNotRead(string text) => Assert.Equal("CT-415", Assert.Single(Read(SourceKind.Csv, text).Findings).Code);

    [Fact]
    public void Dcat_AsAGraph_HasOnlyItsDatasetsAsRecords()
    {
        var settings = Settings(SourceKind.Dcat) with { Fields = ImmutableSortedDictionary<string, string>.Empty };
        var (records, _, _) = RecordReader.Read(settings, Encoding.UTF8.GetBytes("""
            {"@graph":[{"@id":"u:c","@type":"dcat:Catalog","dct:title":"目录"},{"@id":"u:1","@type":"dcat:Dataset","dct:title":"一"},{"@id":"u:p","@type":"foaf:Agent"},
             {"@id":"u:2","@type":["foaf:Document","http://www.w3.org/ns/dcat#Dataset"],"dct:title":"二"},{"@id":"u:3","dct:title":"三"}]}
            """));
        Assert.Equal(["u:1", "u:2", "u:3"], records.Select(r => r.Value("@id"))); // one that does not say what it is, is taken for one
    }

    [Fact]
    public void Dcat_InItsOwnWords_NeedsNoMapping()
    {
        var settings = Settings(SourceKind.Dcat) with { Fields = ImmutableSortedDictionary<string, string>.Empty };
        var json = """
            {"@type":"dcat:Catalog","dcat:dataset":[{"@id":"https://example.gov.cn/d/7","dct:title":[{"@value":"Budget","@language":"en"},{"@value":"预算公开","@language":"zh-CN"}],
             "dct:issued":{"@value":"2026-03-01T00:00:00Z"},"dcat:keyword":["预算","财政"],"dcat:landingPage":{"@id":"https://example.gov.cn/d/7.html"}}]}
            """;
        var entry = Assert.Single(SourceReading.Of(settings, SourceMemory.None, Content(json), "330110", Entries.Now).Entries);
        Assert.Equal(("https://example.gov.cn/d/7", "预算公开", "2026-03-01", "预算、财政", "https://example.gov.cn/d/7.html"), (entry.Id.Value, entry.Title, entry[EntryFields.PublishedOn], entry["keywords"], entry["url"]));
    }

    [Fact]
    public void ARecordThatCannotBeRead_KeepsItsEntry_AndOneWithoutIdKeepsThemAll()
    {
        const string origin = "330110/website";
        var rows = new[] { "a", "b", "gone" }.Select((id, i) => Entries.Row(Entries.Document(id), i + 1) with { Origin = origin }).Append(Entries.Row(Entries.Document("own"), 9)).ToDictionary(r => r.Id, OriginRow.Of);
        var bad = Read(SourceKind.Csv, "编号,标题,日期,属性\na,甲,2026-01-05,主动公开\nb,乙,2026-01-05,不明\n");
        Assert.Equal(["gone"], SnapshotDiff.Of(bad, origin, rows, "330110").Changes.Where(c => c.Entry is null).Select(c => c.Id.Value));
        var nameless = Read(SourceKind.Csv, "编号,标题,日期,属性\na,甲,2026-01-05,主动公开\n,乙,2026-01-05,主动公开\n");
        Assert.DoesNotContain(SnapshotDiff.Of(nameless, origin, rows, "330110").Changes, c => c.Entry is null);
    }

    [Fact]
    public void AnEntryKeptByAnotherOrigin_IsNotOverwritten()
    {
        var rows = new[] { Entries.Row(Entries.Document("a")) }.ToDictionary(r => r.Id, OriginRow.Of);
        var diff = SnapshotDiff.Of(Read(SourceKind.Csv, "编号,标题,日期,属性\na,甲,2026-01-05,主动公开\n"), "330110/website", rows, "330110");
        Assert.Empty(diff.Changes);
        Assert.Equal(("CT-421", "330110"), (Assert.Single(diff.Problems).Finding.Code, diff.Problems[0].Mender));
    }

    [Fact] // as when a source is registered anew under an old name: it remembers nothing, the catalog does
    public void AnEmptyList_RemovesNothing_EvenWhereNothingIsRemembered()
    {
        var rows = new[] { Entries.Row(Entries.Document("a")) with { Origin = "330110/website" } }.ToDictionary(r => r.Id, OriginRow.Of);
        var diff = SnapshotDiff.Of(Read(SourceKind.Csv, "编号,标题,日期,属性\n"), "330110/website", rows, "330110");
        Assert.Equal((0, "CT-414"), (diff.Changes.Length, Assert.Single(diff.Findings).Code));
        Assert.Empty(SnapshotDiff.Of(Read(SourceKind.Csv, "编号,标题,日期,属性\n"), "330110/other", rows, "330110").Findings);
    }

    [Fact] // a replacement character in the list itself: the text was lost before it came here
    public void ARecordWithLostCharacters_IsNotTaken_AndItsOriginMendsIt()
    {
        var snapshot = Read(SourceKind.Csv, "编号,标题,日期,属性\na,\uFFFD\uFFFD通知,2026-01-05,主动公开\nb,乙,2026-01-05,主动公开\n");
        Assert.Equal(["b"], snapshot.Entries.Select(e => e.Id.Value));
        var problem = Assert.Single(snapshot.Problems, p => p.Finding.Blocks);
        Assert.Equal((1, "a", "标题", "网站管理员", "CT-425"), (problem.Record, problem.Id, problem.Field, problem.Mender, problem.Finding.Code));
        Assert.Contains(EntryId.Parse("a"), snapshot.Listed); // what is there of it stays
    }

    [Fact]
    public void AnIdThatStandsTwice_IsTakenFromNeither_AndRemovesNothing()
    {
        var snapshot = Read(SourceKind.Csv, "编号,标题,日期,属性\na,甲,2026-01-05,主动公开\na,乙,2026-01-05,主动公开\n");
        Assert.Empty(snapshot.Entries);
        Assert.Equal("CT-419", Assert.Single(snapshot.Problems, p => p.Finding.Blocks).Finding.Code);
        Assert.Contains(EntryId.Parse("a"), snapshot.Listed);
    }

    [Fact]
    public void APlaceThatTheRecordLacks_IsAMatterOfTheSettings_NotOfTheOrigin()
    {
        var problem = Assert.Single(Read(SourceKind.Csv, "编号,标题,日期\na,甲,2026-01-05\n").Problems, p => p.Finding.Code == "CT-003");
        Assert.Equal(("属性", "330110"), (problem.Field, problem.Mender));
    }

    [Fact]
    public void SettingsAndReadings_SurviveTheirEncoding()
    {
        var problem = new RecordProblem(3, "a", "标题", "网站管理员", Federation.Domain.Catalogs.CatalogRules.NoTitle.At("title"));
        var run = new SourceRun("website", Entries.Now, false, 4, 1, 2, 3, 4, 5, new SourceMemory("\"v1\"", Entries.Now, 4), [problem.Finding], [problem], 1);
        foreach (var happened in new SourceEvent[] { new SourceSet(Settings(SourceKind.Csv)), new SourceRan(run), new SourceRemoved("website", "栏目“撤销”"), new SourcePaused("website", "改版"), new SourceResumed("website") })
        {
            var written = SourceJson.Write(happened);
            var again = SourceJson.Write(SourceJson.Read(written.Kind, written.KindVersion, written.Payload));
            Assert.Equal(Encoding.UTF8.GetString(written.Payload.Span), Encoding.UTF8.GetString(again.Payload.Span));
        }
    }

    private static Snapshot Read(SourceKind kind, string text) => SourceReading.Of(Settings(kind), SourceMemory.None, Content(text), "330110", Entries.Now);

    private static SourceAnswer Content(string text) => new(AnswerKind.Content, Encoding.UTF8.GetBytes(text), "", null, "");

    private static SourceSettings Settings(SourceKind kind) => new("website", kind, "http://127.0.0.1/list", 0, 10, 1_000_000, 1000, "", "", "", "网站管理员", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["id"] = "编号", ["title"] = "标题", ["kind"] = "=document", ["disclosure"] = "属性", ["formedOn"] = "日期",
    }));
}
