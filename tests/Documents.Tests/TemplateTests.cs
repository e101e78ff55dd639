using System.Collections.Immutable;
using System.IO.Compression;
using Federation.Documents.Import;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

public sealed class TemplateTests
{
    private static readonly CarryOver Carry = new(ImmutableDictionary<string, CellValue>.Empty.Add("t3.carried_in.natural", CellValue.Of(96)).Add("t3.carried_in.legal", CellValue.Nil), "取自2023年度报告第2版");

    private static ReportDocument Empty => ReportDocument.Template(Samples.Unit, "江苏省淮安市", ["江苏省"], PeriodId.Annual(2024), ReportScope.Own, Form2021.Form);

    [Fact]
    public void Template_WithCarryOver_HoldsItAndNothingElse()
    {
        var read = Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, Empty, Carry)));
        var filled = read.Form!.Cells.Where(c => read.Content!.Figures[c.Index].State != CellState.Missing).ToDictionary(c => c.Id, c => read.Content!.Figures[c.Index]);
        Assert.Equal(Carry.Figures.OrderBy(f => f.Key), filled.OrderBy(f => f.Key));
    }

    [Fact]
    public void Template_WithCarryOver_LocksItAndNamesItsSource()
    {
        var sheet = Sheet(Samples.Bytes(s => ReportWorkbook.Write(s, Empty, Carry)), 3);
        Assert.Contains($"<c r=\"D8\" s=\"{(int)SheetStyle.Carried}\"><v>96</v></c>", sheet, StringComparison.Ordinal);
        Assert.Contains($"<c r=\"E8\" s=\"{(int)SheetStyle.Count}\"", sheet, StringComparison.Ordinal);
        Assert.Contains("prompt=\"取自2023年度报告第2版。已锁定\uff0c不用填写。\" sqref=\"D8 H8\"", sheet, StringComparison.Ordinal);
    }

    [Fact] // 勾稽: rows 7 and 8 are what came in, 9 to 29 the 21 outcomes, 30 their sum, 31 what is left
    public void Template_EveryColumnOfTableThree_TurnsRedWhenItDoesNotBalance()
    {
        var sheet = Sheet(Samples.Bytes(s => ReportWorkbook.Write(s, Empty, Carry)), 3);
        Assert.Equal(Form2021.Form.Balances.Length, sheet.Split("<conditionalFormatting ").Length - 1);
        Assert.Contains("<formula>AND(COUNTBLANK(D7:D8)=0,COUNTBLANK(D9:D29)=0,COUNTBLANK(D31)=0,ROUND(SUM(D7:D8)-SUM(D9:D29,D31),6)&lt;&gt;0)</formula>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void CarryOver_BesideAFigureFilledIn_LeavesTheFigure() =>
        Assert.Equal(5, Carry.Fill(Samples.Nil.Content.Figures.With("t3.carried_in.natural", CellValue.Of(5)))["t3.carried_in.natural"]);

    [Fact]
    public void Sum_IsAFormulaOfItsParts()
    {
        var sheet = Sheet(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Document("huaian-city-2024"))), 3);
        Assert.Contains("<f>IF(OR(COUNTBLANK(D7:I7)&gt;0),\"\",IF(COUNT(D7:I7)=0,\"无\",SUM(D7:I7)))</f><v>3119</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("COUNTBLANK(D9:D29)", sheet, StringComparison.Ordinal); // the 21 outcomes of a column
    }

    [Fact]
    public void Batch_Of400Units_IsWrittenAndReadWhole()
    {
        var figures = Samples.Published("huaian-city-2024").Content!;
        var documents = Enumerable.Range(0, 400).Select(i => Samples.Document(figures) with { Unit = UnitId.Parse($"{320800 + i}") }).ToList();
        var bytes = Samples.Bytes(s => BatchWorkbook.Write(s, "四百家", documents));
        var batch = Samples.Read(bytes, new ImportSettings("四百家.xlsx"));
        Assert.Empty(batch.AllFindings);
        Assert.Equal(documents.Select(d => d.Hash), batch.Reports.Select(Samples.Hash));
    }

    [Fact] // a clerk scrolls: the head says the table over every row of it, cell ids are for programs
    public void Batch_OnScreen_KeepsHeadAndUnits_AndHidesCellIds()
    {
        var sheet = Sheet(Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", [Empty])), 2);
        Assert.Contains("<pane xSplit=\"3\" ySplit=\"6\" topLeftCell=\"D7\" activePane=\"bottomRight\" state=\"frozen\"", sheet, StringComparison.Ordinal);
        Assert.Contains("<row r=\"6\" ht=\"16\" customHeight=\"1\" hidden=\"1\">", sheet, StringComparison.Ordinal);
        var rowsOfTableThree = Form2021.Form.Cells.Where(c => c.Table == "t3").Select(c => c.Row).Distinct().Count();
        Assert.Equal(rowsOfTableThree, sheet.Split(">三、收到和处理政府信息公开申请情况<").Length - 1);
        Assert.Equal(2, sheet.Split(">二、主动公开政府信息情况<").Length); // a short table says it once
    }

    [Fact]
    public void Batch_OfTwoYears_IsRefused() =>
        Assert.Throws<ArgumentException>(() => BatchWorkbook.Write(Stream.Null, "两年", [Empty, Empty with { Period = PeriodId.Annual(2023) }]));

    private static string Sheet(byte[] workbook, int number)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open());
        return reader.ReadToEnd();
    }
}
