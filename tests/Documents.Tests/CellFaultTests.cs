using Federation.Documents.Import;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>What people leave in number cells, seen in published reports and returned workbooks. D7 is t3.new.natural, 3001 as filed.</summary>
public sealed class CellFaultTests
{
    public static TheoryData<string, string, long> Taken => new()
    {
        { "30", "plain", 30 }, { "30", "full-width digits", 30 }, { "3,001", "thousands", 3001 }, { "13,001", "full-width thousands", 13001 },
        { " 30 ", "blanks around", 30 }, { "30.0", "a decimal that is whole", 30 }, { "+30", "sign", 30 }, { "0", "zero", 0 },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Text_ThatIsANumber_IsTaken(string text, string why, long count)
    {
        Assert.NotEmpty(why);
        Assert.Equal(new FigureReading(CellValue.Of(count), null), FigureText.OfText(text, CellKind.Count));
    }

    [Theory]
    [InlineData("3件", CellKind.Count, "IM-021", "3")]
    [InlineData("1,234件", CellKind.Count, "IM-021", "1234")]
    [InlineData("约3 件", CellKind.Count, "IM-021", "3")]
    [InlineData("2万件", CellKind.Count, "IM-021", "20000")]
    [InlineData("2792220.8元", CellKind.Amount, "IM-021", "279.22208")] // seen in a published report, DOMAIN 7.3 no. 13
    [InlineData("3.2亿元", CellKind.Amount, "IM-021", "32000")]
    [InlineData("279.2万元", CellKind.Amount, "IM-021", "279.2")]
    [InlineData("5元", CellKind.Count, "IM-021", "")] // money in a count: nothing to propose
    [InlineData("12%", CellKind.Count, "IM-021", "")]
    [InlineData("三件", CellKind.Count, "IM-020", "")]
    [InlineData("零", CellKind.Count, "IM-020", "0")]
    [InlineData("没有", CellKind.Count, "IM-020", "无")]
    [InlineData("1,23", CellKind.Count, "IM-020", "")] // thousands in the wrong place
    [InlineData("3-5", CellKind.Count, "IM-020", "")]
    [InlineData("3.5", CellKind.Count, "IM-022", "")]
    [InlineData("0.1234567", CellKind.Amount, "IM-027", "")] // seven places
    [InlineData("99999999999999999999", CellKind.Count, "IM-028", "")]
    [InlineData("99999999999999999999999999999999", CellKind.Count, "IM-028", "")]
    public void Text_ThatIsNoNumber_IsLeftMissingWithAProposal(string text, CellKind kind, string rule, string proposed)
    {
        var reading = FigureText.OfText(text, kind);
        Assert.Equal((rule, proposed, CellState.Missing), (reading.Fault?.Code, reading.Proposed, reading.Value.State));
    }

    [Fact]
    public void NegativeNumber_IsKeptAndDoubted() => Assert.Equal(new FigureReading(CellValue.Of(-3), ImportRules.Negative), FigureText.OfText("-3", CellKind.Count));

    [Theory]
    [InlineData("96171.600000000006", CellKind.Amount, 96_171_600_000)] // a binary fraction as spreadsheets write it
    [InlineData("0.1", CellKind.Amount, 100_000)]
    [InlineData("1.2E+4", CellKind.Count, 12_000)]
    [InlineData("9.9999999999999995E-7", CellKind.Amount, 1)] // one 分
    public void NumberOfASheet_IsTakenExactly(string digits, CellKind kind, long value) =>
        Assert.Equal(new FigureReading(CellValue.Of(value), null), FigureText.OfNumber(digits, kind));

    [Theory]
    [InlineData(" t=\"inlineStr\"><is><t>3件</t></is></c>", "IM-021", "3件")]
    [InlineData(" t=\"e\"><f>Z1</f><v>#REF!</v></c>", "IM-024", "#REF!")]
    [InlineData(" t=\"b\"><v>1</v></c>", "IM-020", "TRUE")]
    [InlineData("><v>3.5</v></c>", "IM-022", "3.5")]
    public void Workbook_WithAFaultyCell_NamesSheetAndAddressAndQuotesIt(string xml, string rule, string shown)
    {
        var read = Assert.Single(Samples.Read(Workbooks.WithCell("D7", xml)).Reports);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((rule, "test.xlsx", "表三", "D7", "t3.new.natural"), (finding.Finding.Code, finding.File, finding.Sheet, finding.Address, finding.Finding.Where));
        Assert.Contains($"“{shown}”", finding.Finding.Text, StringComparison.Ordinal);
        Assert.Contains("自然人", finding.Finding.Text, StringComparison.Ordinal);
        Assert.Equal(CellState.Missing, read.Content!.Figures[read.Form!["t3.new.natural"].Index].State);
    }

    [Fact]
    public void Workbook_WithADateInANumberCell_ShowsTheDate()
    {
        var dated = Workbooks.Changed(Workbooks.WithCell("D7", " s=\"5\"><v>45292</v></c>"), "xl/styles.xml", s => s.Replace("numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\"", "numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"1\"", StringComparison.Ordinal));
        Assert.Contains(Samples.Read(dated).AllFindings, f => f.Finding.Code == "IM-025" && f.Address == "D7" && f.Finding.Text.Contains("2024-01-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Workbook_WithMergedFigures_RefusesEachOfThem()
    {
        var merged = Workbooks.Changed(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Document("huaian-city-2024"))), "xl/worksheets/sheet3.xml", s => s.Replace("<mergeCell ", "<mergeCell ref=\"E7:F7\" /><mergeCell ", StringComparison.Ordinal));
        var findings = Assert.Single(Samples.Read(merged).Reports).Findings;
        Assert.Equal([("IM-026", "E7"), ("IM-026", "F7")], findings.Select(f => (f.Finding.Code, f.Address)).Distinct());
    }

    [Fact]
    public void Workbook_WithoutItsNames_IsReadByItsLabels()
    {
        var document = Samples.Document("huaian-city-2024");
        var nameless = Workbooks.Changed(Samples.Bytes(s => ReportWorkbook.Write(s, document)), "xl/workbook.xml", s => System.Text.RegularExpressions.Regex.Replace(s, "<definedNames>.*</definedNames>", ""));
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(nameless)));
    }

    [Fact]
    public void Workbook_WithDifferentCodeOnTheCover_IsTold()
    {
        var changed = Workbooks.Changed(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Nil)), "xl/worksheets/sheet1.xml", s => s.Replace(">320800<", ">320801<", StringComparison.Ordinal));
        var finding = Assert.Single(Samples.Read(changed).AllFindings);
        Assert.Equal(("IM-011", "封面", "B3"), (finding.Finding.Code, finding.Sheet, finding.Address));
    }

    [Fact]
    public void Workbook_OfANameThatIsNotTheCodes_IsTold()
    {
        var batch = Samples.Read(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Nil)), Samples.Settings with { NameOf = _ => "江苏省宿迁市" });
        var finding = Assert.Single(batch.AllFindings);
        Assert.Equal(("IM-011", "江苏省宿迁市"), (finding.Finding.Code, finding.Proposed));
    }

    [Fact]
    public void Workbook_OfAYearThatTakesAnotherForm_IsReadAndTold()
    {
        var other = Forms.For(PeriodId.Annual(2020));
        var codes = Samples.Read(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Document(Samples.Nil.Content, period: PeriodId.Annual(2020))))).AllFindings.Select(f => f.Finding.Code);
        Assert.Equal(other is null ? [] : ["IM-015"], codes); // judged only when the form of that year is known
    }
}
