using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Federation.Documents.Notices;
using Federation.Domain.Notices;

namespace Federation.Documents.Tests.Notices;

/// <summary>Text out of files, and the task table into files.</summary>
public sealed class NoticeFileTests
{
    private const string Page = """
        <html><head><title>不要</title><script>if (a<b) "</p>";</script></head><body><div>当前位置：首页</div>
        <p>一、重点&nbsp;工作</p><p>公开<b>清单</b>。（市编办牵头）<br>第二行</p>
        <table><tr><th>任务</th><th>责任单位</th></tr><tr><td><p>甲</p><p>乙</p></td><td>市财政局</td></tr></table></body></html>
        """;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void Read_Html_GivesALineABlockAndARow(string encoding)
    {
        var bytes = (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(Page);
        var lines = NoticeFile.Read("page.html", bytes).Text!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["当前位置：首页", "一、重点 工作", "公开清单。（市编办牵头）", "第二行", "任务 | 责任单位", "甲乙 | 市财政局"], lines);
    }

    [Fact]
    public void Read_Word_WritesNumbersOutAndLeavesDeletedTextOut()
    {
        const string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        static string P(string text, string? level = null) =>
            $"<w:p>{(level is null ? "" : $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p>";
        var document = $"<w:document {w}><w:body>{P("围绕改革", "0")}{P("公开清单。", "1")}{P("公开目录。", "1")}{P("围绕民生", "0")}"
            + $"<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>(市编办牵头)</w:t></w:r></w:p><w:tbl><w:tr><w:tc>{P("任务")}</w:tc><w:tc>{P("责任单位")}</w:tc></w:tr></w:tbl></w:body></w:document>";
        var numbering = $"<w:numbering {w}><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"(%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>";
        var read = NoticeFile.Read("a.docx", Zip(("word/document.xml", document), ("word/numbering.xml", numbering)));
        Assert.Equal("一、围绕改革\n(一)公开清单。\n(二)公开目录。\n二、围绕民生\n(市编办牵头)\n任务 | 责任单位\n", read.Text);
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "NT-030")]
    [InlineData("a.txt", "  \n", "NT-033")]
    [InlineData("a.docx", "PK broken", "NT-031")]
    public void Read_WhatCannotBeRead_IsRefusedWithItsRule(string name, string content, string rule)
    {
        var read = NoticeFile.Read(name, Encoding.UTF8.GetBytes(content));
        Assert.Null(read.Text);
        Assert.Equal(rule, Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void Read_ZipThatIsNoWordDocument_IsRefused() =>
        Assert.Contains(".docx", Assert.Single(NoticeFile.Read("a.docx", Zip(("x.xml", "<x/>"))).Findings).Text, StringComparison.Ordinal);

    [Fact]
    public void TaskTable_AsWorkbookAndWord_IsValidAndReadsBack()
    {
        var table = TaskTable.Of(NoticeReader.Read("某市2017年政务公开工作要点\n一、工作\n(一)公开清单。年底前完成,每季度通报不少于2次。(市编办牵头,市财政局配合)\n"));
        var row = Assert.Single(table.Rows, r => r.Path == "一/(一)");
        Assert.Equal(("市编办", "市财政局", "2017年12月31日前", "每季度不少于2次"), (row.Lead, row.Support, row.Time, row.Measure));
        using var sheet = new MemoryStream();
        TaskTableWorkbook.Write(sheet, table);
        using (var workbook = SpreadsheetDocument.Open(sheet, false))
            Assert.Empty(new OpenXmlValidator().Validate(workbook));
        using var word = new MemoryStream();
        TaskTableWord.Write(word, table);
        using (var document = WordprocessingDocument.Open(word, false))
            Assert.Empty(new OpenXmlValidator().Validate(document));
        Assert.Contains("市编办", NoticeFile.Read("a.docx", word.ToArray()).Text, StringComparison.Ordinal);
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
