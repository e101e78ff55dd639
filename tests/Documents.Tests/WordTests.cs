using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Federation.Documents.Word;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

public sealed class WordTests
{
    private static readonly Body Real = Read(Samples.Document("huaian-city-2024"));

    [Fact]
    public void Document_HasTheSectionsOfTheFormInOrder() =>
        Assert.Equal(
            ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"],
            Real.Elements<Paragraph>().Where(p => Style(p) == "Heading1").Select(p => p.InnerText));

    [Theory] // a title that needs two lines is broken before the name of the report, never inside it
    [InlineData("江苏省淮安市", 1)]
    [InlineData("某县", 0)]
    public void Title_IsBrokenByMeaning(string unit, int breaks)
    {
        var title = Read(Samples.Document(Samples.Nil.Content, unit)).Elements<Paragraph>().First();
        Assert.Equal(unit + "2024年政府信息公开工作年度报告", title.InnerText);
        Assert.Equal(breaks, title.Descendants<Break>().Count());
        Assert.Equal("政府信息公开工作年度报告", title.Descendants<Text>().Last().Text[^12..]);
    }

    [Fact]
    public void TableThree_RepeatsItsHeadAndHoldsEveryFigure()
    {
        var rows = Real.Elements<Table>().ElementAt(1).Elements<TableRow>().ToList();
        Assert.Equal(28, rows.Count); // three of the head, 25 of figures
        Assert.Equal([true, true, true, false], rows.Take(4).Select(r => r.Descendants<TableHeader>().Any()));
        Assert.StartsWith("\uff08本列数据的勾稽关系为", rows[0].InnerText, StringComparison.Ordinal);
        Assert.Equal(["3001", "53", "0", "0", "61", "4", "3119"], rows[3].Elements<TableCell>().TakeLast(7).Select(c => c.InnerText));
        Assert.All(rows, r => Assert.Equal(10, r.Elements<TableCell>().Sum(c => c.TableCellProperties?.GridSpan?.Val?.Value ?? 1)));
    }

    [Fact]
    public void Amount_IsPrintedInWanWithoutZeros() => Assert.Equal("96171.6", Real.Elements<Table>().First().Elements<TableRow>().Last().Elements<TableCell>().Last().InnerText);

    [Fact]
    public void NilReport_PrintsZerosAndSaysSo()
    {
        var body = Read(Samples.Nil);
        Assert.Contains(body.Elements<Paragraph>(), p => p.InnerText == "注\uff1a零报告\uff0c各项均申报为“无”\uff0c表中以 0 表示。");
        Assert.All(body.Elements<Table>().ElementAt(2).Elements<TableRow>().Last().Elements<TableCell>(), c => Assert.Equal("0", c.InnerText));
    }

    [Fact]
    public void States_ArePrintedApart()
    {
        var figures = Samples.Nil.Content.Figures.With("t4.review.upheld", CellValue.NotApplicable).With("t4.review.corrected", default);
        var body = Read(Samples.Document(ReportContent.Of(figures)));
        Assert.Equal(["/", "", "0"], body.Elements<Table>().ElementAt(2).Elements<TableRow>().Last().Elements<TableCell>().Take(3).Select(c => c.InnerText));
        Assert.Contains(body.Elements<Paragraph>(), p => p.InnerText == "注\uff1a空白表示未填。");
    }

    [Fact]
    public void Prose_IsAParagraphForEachLine_AndLosesWhatXmlCannotHold()
    {
        var body = Read(Samples.Document(new ReportContent(Samples.Nil.Content.Figures, [new("s1", "甲\u0001\n\n乙<丙>")], [])));
        Assert.Equal(["甲", "乙<丙>"], body.Elements<Paragraph>().Where(p => Style(p) == "ReportBody").Take(2).Select(p => p.InnerText));
    }

    [Fact]
    public void Corrections_StandAtTheEnd()
    {
        var note = new CorrectionNote(2, new DateTimeOffset(2025, 2, 28, 17, 0, 0, TimeSpan.Zero), "office@320800", "新收更正为3件。");
        var texts = Read(Samples.Nil with { Status = Samples.Nil.Status with { Corrections = [note] } }).Elements<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Equal("2025年3月1日第2版\uff1a新收更正为3件。", texts[texts.IndexOf("更正说明") + 1]); // the date is Beijing's
    }

    private static string? Style(Paragraph p) => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static Body Read(ReportDocument report)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Samples.Bytes(s => ReportWord.Write(s, report))), false);
        return file.MainDocumentPart!.Document.Body!;
    }
}
