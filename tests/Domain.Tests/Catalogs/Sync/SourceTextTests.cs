using System.Text;
using Federation.Domain.Catalogs.Sources;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>Texts of other systems in the encodings that they are really in.</summary>
public sealed class SourceTextTests
{
    private const string Text = "编号,标题\na,关于镕基小学龘的通知\n"; // 镕 is not in GB2312, 龘 only in GBK and GB18030
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Theory]
    [InlineData("utf-8", "", false)] // as most are
    [InlineData("utf-8", "utf-8", true)] // with a byte order mark
    [InlineData("utf-8", "gbk", true)] // the mark tells the truth, whatever is declared
    [InlineData("gb18030", "", false)] // as Excel saves a table in China
    [InlineData("gb18030", "gb2312", false)] // what most servers call it
    [InlineData("gb18030", "GBK", false)]
    [InlineData("gb18030", "\"GB18030\"", false)]
    [InlineData("gb18030", "ISO-8859-1", false)] // what a server says when nobody has told it
    [InlineData("gb18030", "", true)]
    [InlineData("utf-16", "", true)]
    [InlineData("utf-16BE", "", true)]
    [InlineData("utf-16", "utf-16le", false)]
    [InlineData("big5", "big5", false)]
    public void Utf8_OfEveryEncodingMet_IsTheSameText(string written, string declared, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var text = written == "big5" ? "編號,標題\n" : Text;
        var bytes = encoding.GetBytes((mark ? "\uFEFF" : "") + text);
        Assert.Equal(text, Encoding.UTF8.GetString(SourceText.Utf8(bytes, declared).Span));
    }

    [Theory]
    [InlineData("", 2, "GB18030")] // neither of the two
    [InlineData("gbk", 2, "GB18030")]
    [InlineData("utf-8", 1, "UTF-8")] // declared as what it is not: told, not guessed over
    public void Utf8_OfADamagedText_NamesTheLine_AndReplacesNothing(string declared, int line, string encoding)
    {
        byte[] bytes = [.. Gb18030.GetBytes("编号,标题\n甲,"), 0xFF, 0xFF, .. Gb18030.GetBytes("乙\n丙,丁\n")];
        var damaged = Assert.Throws<DamagedTextException>(() => SourceText.Utf8(bytes, declared));
        Assert.Equal((line, encoding), (damaged.Line, damaged.Encoding));
    }

    [Fact]
    public void Utf8_CutOffInTheMiddleOfACharacter_NamesTheLastLine()
    {
        Assert.Equal(2, Assert.Throws<DamagedTextException>(() => SourceText.Utf8(Encoding.UTF8.GetBytes("甲\n乙").AsMemory()[..^1], "utf-8")).Line);
        Assert.Equal(2, Assert.Throws<DamagedTextException>(() => SourceText.Utf8(Encoding.Unicode.GetBytes("\uFEFF甲\n乙").AsMemory()[..^1], "")).Line);
    }

    [Fact]
    public void Utf8_OfAnEncodingThatDoesNotExist_SaysSo() =>
        Assert.Contains("KLINGON", Assert.Throws<FormatException>(() => SourceText.Utf8(Encoding.UTF8.GetBytes(Text), "klingon")).Message, StringComparison.Ordinal);

    [Fact]
    public void Json_InGb18030_AndWithAByteOrderMark_IsRead()
    {
        var settings = new SourceSettings(
            "website", SourceKind.Json, "http://127.0.0.1/list", 0, 10, 1_000_000, 1000, "", "", "", "", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
        const string json = """[{"id":"a","name":"低保标准"}]""";
        foreach (var bytes in new[] { Gb18030.GetBytes(json), Encoding.UTF8.GetBytes("\uFEFF" + json), Encoding.Unicode.GetBytes("\uFEFF" + json) })
            Assert.Equal("低保标准", Assert.Single(RecordReader.Read(settings, bytes).Records).Value("name"));
    }

    [Fact]
    public void AnAnswerThatIsDamaged_ChangesNothing_AndNamesTheLine()
    {
        var settings = new SourceSettings(
            "website", SourceKind.Csv, "http://127.0.0.1/list", 0, 10, 1_000_000, 1000, "", "", "", "", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
        byte[] bytes = [.. Gb18030.GetBytes("编号,标题\na,甲\nb,"), 0xFF, (byte)'\n'];
        var finding = Assert.Single(SourceReading.Of(settings, SourceMemory.None, new SourceAnswer(AnswerKind.Content, bytes, "", null, "", "gb2312"), "330110", Entries.Now).Findings);
        Assert.Equal(("CT-425", true), (finding.Code, finding.Blocks));
        Assert.Contains("第 3 行", finding.Text, StringComparison.Ordinal);
    }
}
