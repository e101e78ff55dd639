using System.Text;
using System.Text.Json;
using Federation.Documents.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>Tables as offices and websites write them: headings by other names, mixed encodings, no ids, faults in every row.</summary>
public sealed class EntryImportTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static EntryBatch Csv(string text, EntryKind? kind = EntryKind.Document) => EntryImport.Read(Encoding.UTF8.GetBytes(text), "a.csv", kind);

    private static string[] Codes(EntryBatch batch) => [.. batch.Findings.Concat(batch.Entries.SelectMany(e => e.Findings)).Select(f => f.Finding.Code)];

    [Fact]
    public void OtherHeadings_MeanTheirColumns_AndDaysAreReadAsWritten()
    {
        var batch = Csv("名 称,统一编号,文号,生成日期,公开日期,公开类型,有效性\n低保通知,X-1,余政发〔2026〕1号,2026年2月7日,2026/3/2,主动,有效\n");
        Assert.Empty(Codes(batch));
        var entry = Assert.Single(batch.Entries).Entry!;
        Assert.Equal(("低保通知", "X-1", new DateOnly(2026, 2, 7), new DateOnly(2026, 3, 2)), (entry.Title, entry.IndexNumber, entry.FormedOn!.Value, entry.PublishedOn!.Value));
    }

    [Fact]
    public void Ids_AreTheSameAtEveryImport_AlsoWhereTitlesRepeat()
    {
        const string text = "标题,公开属性,成文日期,内容概述\n同名通知,主动公开,2026-02-27,甲\n同名通知,主动公开,2026-02-27,乙\n另一通知,主动公开,2026-02-27,丙\n";
        var (first, again) = (Csv(text), Csv(text));
        Assert.Equal(first.Entries.Select(e => e.Entry!.Id), again.Entries.Select(e => e.Entry!.Id));
        Assert.Equal(3, first.Entries.Select(e => e.Entry!.Id).Distinct().Count());
        Assert.Equal(["CT-503"], Codes(first));
        Assert.Equal(first.Entries[2].Entry!.Id, Csv("标题,公开属性,成文日期,内容概述\n另一通知,主动公开,2026年2月27日,改过\n").Entries[0].Entry!.Id);
    }

    [Fact]
    public void CommaOutsideQuotationMarks_ShiftsNoRow_SilentlyNever()
    {
        var batch = Csv("标题,公开属性,成文日期,内容概述\n低保通知,主动公开,2026-02-27,为做好工作,现通知如下\n另一通知,主动公开,2026-02-27,\"为做好工作,现通知如下\"\n第三通知,主动公开,2026-02-27,,,\n");
        Assert.Equal(["CT-515"], Codes(batch));
        Assert.Equal("E2", Assert.Single(batch.Entries[0].Findings).Address);
        Assert.Equal([false, true, true], batch.Entries.Select(e => e.Usable));
        Assert.Equal("为做好工作,现通知如下", batch.Entries[1].Entry!["summary"]);
    }

    [Fact]
    public void RowWrittenTwice_IsTakenOnce() =>
        Assert.Equal(["CT-504"], Codes(Csv("标题,公开属性,成文日期\n通知,主动公开,2026-02-27\n通知,主动公开,2026-02-27\n")));

    [Fact]
    public void EveryFault_IsFoundAtItsCell()
    {
        var batch = Csv("条目编号,标题,公开属性,成文日期,关联,奇怪栏\n!!,甲,主动公开,2026-02-27,,\nB,乙,随便,2026-02-27,,\nC,丙,主动公开,2026-02-30,,\nD,丁,主动公开,2026-02-27,看 那个,\nE,,主动公开,2026-02-27,,\n");
        Assert.Equal(
            [("CT-502", "F1"), ("CT-001", "A2"), ("CT-506", "C3"), ("CT-007", "D4"), ("CT-506", "E5"), ("CT-002", "B6")],
            batch.Findings.Concat(batch.Entries.SelectMany(e => e.Findings)).Select(f => (f.Finding.Code, f.Address)));
        Assert.True(batch.Faulty);
    }

    [Fact]
    public void SameIdTwice_IsFound() => Assert.Equal(["CT-509"], Codes(Csv("条目编号,标题,公开属性,成文日期\nA,甲,主动公开,2026-02-27\nA,乙,主动公开,2026-02-27\n")));

    [Fact]
    public void TwoEncodingsInOneFile_AreBothRead_AndTold()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("标题,公开属性,成文日期\n甲通知,主动公开,2026-02-27\n"), .. Gb18030.GetBytes("乙通知,主动公开,2026-02-27\n")];
        var batch = EntryImport.Read(bytes, "a.csv", EntryKind.Document);
        Assert.Equal(["甲通知", "乙通知"], batch.Entries.Select(e => e.Title));
        Assert.Equal(["CT-507"], Codes(batch));
    }

    [Fact] // 学校 in GB18030 is also two letters in UTF-8: what the rest of the file is in decides
    public void ALineThatCouldBeEither_IsReadAsTheFileIs()
    {
        var batch = EntryImport.Read(Gb18030.GetBytes("标题,公开属性,成文日期\n学校,proactive,2026-02-27\n"), "a.csv", EntryKind.Document);
        Assert.Equal("学校", Assert.Single(batch.Entries).Title);
        Assert.Empty(Codes(batch));
    }

    [Fact]
    public void Gb18030ThatIsCutInACharacter_IsRefused_NotReplaced()
    {
        byte[] bytes = [.. Gb18030.GetBytes("标题,公开属性,成文日期\n甲"), 0xFF, .. Gb18030.GetBytes(",主动公开,2026-02-27\n乙通知,主动公开,2026-02-27\n")];
        var batch = EntryImport.Read(bytes, "a.csv", EntryKind.Document);
        Assert.Equal(["CT-508"], Codes(batch));
        Assert.Contains(batch.Entries.SelectMany(e => e.Findings), f => f.Address.Contains('2', StringComparison.Ordinal));
        Assert.Equal(["乙通知"], batch.Entries.Where(e => e.Entry is not null).Select(e => e.Title));
    }

    [Fact]
    public void Gb18030AndUtf16_AreRead()
    {
        const string text = "标题;公开属性;成文日期\n甲通知;主动公开;2026-02-27\n";
        Assert.Equal("甲通知", Assert.Single(EntryImport.Read(Gb18030.GetBytes(text), "a.csv", EntryKind.Document).Entries).Title);
        Assert.Equal("甲通知", Assert.Single(EntryImport.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], "a.csv", EntryKind.Document).Entries).Title);
    }

    [Fact]
    public void DamagedCharacters_AreRefused() => Assert.Equal(["CT-508"], Codes(Csv("标题,公开属性,成文日期\n坏\uFFFD字,主动公开,2026-02-27\n")));

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "CT-501")] // no heading is known
    [InlineData("", "IM-001")]
    [InlineData("标题,公开属性\n通知,主动公开\n", "CT-505")] // no kind anywhere
    public void FileAsSuch_IsJudged(string text, string code) => Assert.Equal([code], Codes(Csv(text, null)));

    [Fact]
    public void NotAWorkbook_IsTold() => Assert.Equal(["IM-004"], Codes(EntryImport.Read("PK\u0003\u0004 broken"u8.ToArray(), "a.xlsx")));

    public static TheoryData<string> BadEntries =>
    [
        "1", "{}", """{"id":"!","kind":"document","title":"t","disclosure":"proactive"}""", """{"kind":"x","title":"t","disclosure":"proactive"}""",
        """{"kind":"document","title":"","disclosure":"proactive"}""", """{"kind":"document","title":"t","disclosure":"proactive","more":1}""",
        """{"kind":"document","title":"t","disclosure":"proactive","fields":{"formedOn":7}}""", """{"kind":"document","title":"t","disclosure":"proactive","fields":{"unknown":"x"}}""",
        """{"kind":"document","title":"t","disclosure":"proactive","links":[{"relation":"amends"}]}""", """{"kind":"document","title":"t","disclosure":"proactive","body":"12"}""",
        """{"kind":"document","title":"t","disclosure":"proactive","attachments":[{"name":"a","mediaType":"b","size":-1,"hash":"12"}]}""",
    ];

    [Theory]
    [MemberData(nameof(BadEntries))]
    public void Schema_AndCheck_RefuseTheSame(string json)
    {
        var value = JsonDocument.Parse(json).RootElement;
        Assert.NotEmpty(JsonSchema.Check(JsonDocument.Parse(EntrySchema.Text).RootElement, value));
        Assert.NotEmpty(EntrySchema.Faults(value));
        Assert.All(EntryImport.Read(Encoding.UTF8.GetBytes($"[{json}]"), "a.json").Entries, e => Assert.Equal("CT-510", e.Findings[0].Finding.Code));
    }

    [Fact]
    public void Schema_AndCheck_TakeTheSame()
    {
        var value = JsonDocument.Parse(EntryJson.Bytes(Catalog.Full)).RootElement;
        Assert.Empty(JsonSchema.Check(JsonDocument.Parse(EntrySchema.Text).RootElement, value));
        Assert.Empty(EntrySchema.Faults(value));
    }

    [Fact]
    public void Schema_IsTheOnePublished()
    {
        var path = Repository.Source("docs", "schemas", "entry-1.json");
        if (Repository.UpdatesBaselines)
            File.WriteAllText(path, EntrySchema.Text);
        Assert.Equal(EntrySchema.Text, File.ReadAllText(path));
    }

    [Fact]
    public void Difference_IsByColumn()
    {
        var changes = EntryDiff.Of(Catalog.Document("A"), Catalog.Document("A", "新标题", ("theme", "民政")));
        Assert.Equal([("标题", "关于调整城乡居民最低生活保障标准的通知", "新标题"), ("主题分类", "", "民政")], changes.Select(c => (c.Column.Zh, c.Before, c.After)));
        Assert.Empty(EntryDiff.Of(Catalog.Full, Catalog.Full));
    }
}
