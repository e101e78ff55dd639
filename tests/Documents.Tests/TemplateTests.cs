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
        Assert.Contains("prompt=\"取自2023年度报告第2版。已锁定,不用填写。\" sqref=\"D8 H8\"", sheet, StringComparison.Ordinal);
    }

    [Fact] // 勾稽: rows 7 and 8 are what came in, 9 to 28 what became of it, 30 what is left; 29 is the sum of 9 to 28
    public void Template_EveryColumnOfTableThree_TurnsRedWhenItDoesNotBalance()
    {
        var sheet = Sheet(Samples.Bytes(s => ReportWorkbook.Write(s, Empty, Carry)), 3);
        Assert.Equal(Form2021.Form.Balances.Length, sheet.Split("<conditionalFormatting ").Length - 1);
        Assert.Contains("<formula>AND(COUNTBLANK(D7:D8)=0,COUNTBLANK(D9:D28)=0,COUNTBLANK(D30)=0,ROUND(SUM(D7:D8)-SUM(D9:D28,D30),6)&lt;&gt;0)</formula>", sheet, StringComparison.Ordinal);
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
