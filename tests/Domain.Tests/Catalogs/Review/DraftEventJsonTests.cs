using System.Text;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;

namespace Federation.Domain.Tests.Catalogs.Review;

/// <summary>One stored sample of every event: what is on disk is read for ever, and written the same again.</summary>
public sealed class DraftEventJsonTests
{
    private const string Entry = """{"id":"a-1","kind":"document","title":"通知","disclosure":"proactive"}""";

    [Theory]
    [InlineData("draft-saved", """{"round":1,"base":0,"entry":#}""")]
    [InlineData("draft-handed-in", """{"steps":["保密审查","签发"]}""")]
    [InlineData("step-passed", """{"step":"保密审查","note":"无涉密内容"}""")]
    [InlineData("draft-returned", """{"step":"签发","reason":"成文日期有误","fields":["formedOn"]}""")]
    [InlineData("entry-withheld", """{"reason":"内部事务","basis":"条例第十六条","reviewOn":"2026-09-01"}""")]
    [InlineData("look-fell-due", """{"on":"2026-09-01"}""")]
    [InlineData("entry-published", """{"round":1,"revision":1,"seq":7,"indexNumber":"X/2026-00001","publishedOn":"2026-03-02"}""")]
    [InlineData("entry-clashed", """{"round":1,"revision":4}""")]
    [InlineData("entry-not-taken", """{"round":1,"reason":"索引号已用","fields":["indexNumber"]}""")]
    [InlineData("withdrawal-asked", """{"reason":"误发","revision":1,"entry":#}""")]
    [InlineData("withdrawal-agreed", """{"note":"同意"}""")]
    [InlineData("withdrawal-refused", """{"reason":"仍然有效"}""")]
    [InlineData("entry-withdrawn", """{"revision":2}""")]
    [InlineData("limit-passed", """{"lastDay":"2026-03-27"}""")]
    [InlineData("validity-proposed", """{"number":1,"catalog":"330110","from":"b-2","title":"新办法","state":"repealed","since":"2026-03-02"}""")]
    [InlineData("validity-decided", """{"number":1,"accepted":true,"base":1,"entry":#}""")]
    [InlineData("validity-decided", """{"number":1,"accepted":false,"reason":"只是部分条款","base":0}""")]
    public void StoredSample_IsRead_AndWrittenTheSame(string kind, string sample)
    {
        var stored = sample.Replace("#", Entry, StringComparison.Ordinal);
        var written = DraftEventJson.Write(DraftEventJson.Read(kind, 1, Encoding.UTF8.GetBytes(stored)));
        Assert.Equal((kind, 1, stored), (written.Kind, written.KindVersion, Encoding.UTF8.GetString(written.Payload.Span)));
    }

    [Fact]
    public void EveryEvent_HasASample()
    {
        var samples = typeof(DraftEventJsonTests).GetMethod(nameof(StoredSample_IsRead_AndWrittenTheSame))!.GetCustomAttributesData().Count(a => a.AttributeType == typeof(InlineDataAttribute));
        var events = typeof(DraftEvent).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(DraftEvent)));
        Assert.Equal(events + 1, samples); // a decision on a validity has two
    }

    [Theory]
    [InlineData("draft-saved", 2, "{}")]
    [InlineData("draft-lost", 1, "{}")]
    [InlineData("draft-saved", 1, "{}")]
    [InlineData("entry-withheld", 1, """{"reviewOn":"soon"}""")]
    public void Damaged_IsAFormatException(string kind, int version, string payload) =>
        Assert.Throws<FormatException>(() => DraftEventJson.Read(kind, version, Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void IndexNumberGiven_IsReadAndWrittenTheSame()
    {
        const string Stored = """{"entry":"a-1","number":"X/2026-00001","part":"X/2026-#","serial":1}""";
        var written = CatalogEventJson.Write(CatalogEventJson.Read("index-number-given", 1, Encoding.UTF8.GetBytes(Stored)));
        Assert.Equal(("index-number-given", Stored), (written.Kind, Encoding.UTF8.GetString(written.Payload.Span)));
    }
}
