using Federation.Documents.Import;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>Workbooks of another make are read by the printed labels.</summary>
public sealed class LabelTests
{
    public static TheoryData<bool, string> Makes => new()
    {
        { false, "as printed" }, { true, "as printed" }, { true, "blanks inside" }, { false, "full width" }, { true, "other punctuation" },
    };

    [Theory]
    [MemberData(nameof(Makes))]
    public void Workbook_MadeElsewhere_GivesEveryFigure(bool oneSheet, string make)
    {
        var content = Samples.Published("hangzhou-style-2025-fixture").Content!;
        Func<string, string> write = make switch
        {
            "blanks inside" => s => string.Join(' ', s.AsEnumerable()) + "\n",
            "full width" => s => string.Concat(s.Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xFEE0) : c)),
            "other punctuation" => s => s.Replace('.', '、').Replace('(', '〔').Replace(',', ','),
            _ => s => s,
        };
        var read = Samples.ReadOne(Workbooks.Elsewhere(content, oneSheet, write));
        Assert.Equal(content.Figures.Form.Cells.Select(c => (c.Id, content.Figures[c.Index])), content.Figures.Form.Cells.Select(c => (c.Id, read.Content!.Figures[c.Index])));
        Assert.Equal((Samples.Unit, PeriodId.Annual(2024)), (read.Unit, read.Period));
    }

    [Fact]
    public void Workbook_WithRemarkLeftOutOfALabel_GivesEveryFigure()
    {
        var content = Samples.Published("huaian-city-2024").Content!;
        var read = Samples.ReadOne(Workbooks.Elsewhere(content, true, s => s.StartsWith("(二)部分公开", StringComparison.Ordinal) ? "(二)部分公开" : s));
        Assert.Equal(content.Figures, read.Content!.Figures);
    }

    [Fact]
    public void Workbook_WithARowThatLostItsLabel_TellsTheTableAndLeavesTheRowMissing()
    {
        var content = Samples.Published("huaian-city-2024").Content!;
        var read = Assert.Single(Samples.Read(Workbooks.Elsewhere(content, true, s => s == "2.重复申请" ? "?" : s)).Reports);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((ImportRules.PlaceMissing.Code, "t3.refuse_repeat.natural"), (finding.Finding.Code, finding.Finding.Where));
        Assert.Equal(CellState.Missing, read.Content!.Figures[read.Form!["t3.refuse_repeat.natural"].Index].State);
        Assert.Equal(1288, read.Content.Figures["t3.granted.natural"]);
    }

    [Fact]
    public void Workbook_OfTheFormOf2019_IsToldSo()
    {
        var batch = Samples.Read(Workbooks.Elsewhere(Samples.Nil.Content, true, s => s == "本年制发件数" ? "本年新制作数量" : s.Length > 3 ? "别的" + s : s));
        var finding = Assert.Single(batch.Findings);
        Assert.Equal((ImportRules.WrongForm.Code, "年报"), (finding.Finding.Code, finding.Sheet));
        Assert.Contains("本年新制作数量", finding.Finding.Text, StringComparison.Ordinal);
    }
}
