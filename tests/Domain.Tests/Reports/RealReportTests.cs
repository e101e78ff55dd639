using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Published reports in the forms of 2019 and 2021: what is right must pass, what is known to be wrong must be found, and nothing else.</summary>
public sealed class RealReportTests
{
    [Theory]
    [InlineData("hangzhou-style-2025-fixture")] // a whole city; unit not confirmed
    [InlineData("huaian-city-2024")]
    [InlineData("shanghai-stcsm-2024")] // one sum left empty
    [InlineData("suqian-city-2023")]
    [InlineData("suqian-city-2024")]
    public void Check_PublishedTables_PassWithoutError(string name)
    {
        var report = RealReport.Read(name);

        var findings = FigureCheck.Check(report.Figures, report.Tier);

        Assert.DoesNotContain(findings, f => f.Blocks);
        // The one warning these reports earn: they closed applications for unpaid fees, and do tell of fees in section six.
        Assert.Equal(report.Figures["t3.other_fee_unpaid.total"] > 0 ? ["AR-021 t3.other_fee_unpaid.total"] : [], findings.Select(f => $"{f.Code} {f.Where}"));
    }

    [Fact] // Jinhu 2023, table four: 2 + 0 + 1 + 0 printed with the sum 0
    public void Check_Jinhu2023_FindsItsOneWrongSum()
    {
        var report = RealReport.Read("jinhu-county-2023");

        var finding = Assert.Single(FigureCheck.Check(report.Figures, report.Tier));

        Assert.Equal(("AR-002", "t4.suit_direct.total"), (finding.Code, finding.Where));
        Assert.Contains("填 0,各分项之和为 3", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changchun-veterans-2023")] // rows one and two of table three
    [InlineData("huangpu-dapuqiao-street-2025-partial")]
    [InlineData("longkou-town-2022")]
    [InlineData("xuwen-justice-2023")] // blank cells for 0
    public void Check_PartOfAReport_FindsNothingButItsBlanks(string name)
    {
        var report = RealReport.Read(name);
        var blanks = Sheets.Form.Cells.Where(c => !c.Derived && report.Figures[c.Index].State == CellState.Missing).Select(c => c.Id);

        var findings = FigureCheck.Check(report.Figures, report.Tier);

        Assert.Equal(blanks, findings.Select(f => f.Where));
        Assert.All(findings, f => Assert.Equal("AR-011", f.Code));
    }

    [Fact] // the printed sums are what the form computes, cell by cell
    public void WithSums_PublishedTables_AreThePrintedSums()
    {
        foreach (var name in (string[])["hangzhou-style-2025-fixture", "huaian-city-2024", "suqian-city-2023", "suqian-city-2024"])
        {
            var printed = RealReport.Read(name).Figures;
            var entered = Sheets.InputCells.Aggregate(Sheets.Blank, (f, cell) => f.With(cell, printed[cell]));

            Assert.Equal(printed, entered.WithSums());
        }
    }

    [Fact] // Suqian: what 2023 carried out is what 2024 carried in, column by column
    public void CarriedOut_Suqian2023_IsCarriedInOf2024()
    {
        var (before, after) = (RealReport.Read("suqian-city-2023").Figures, RealReport.Read("suqian-city-2024").Figures);

        Assert.Equal(
            Sheets.Applicants.Append("total").Select(a => before[$"t3.carried_out.{a}"]),
            Sheets.Applicants.Append("total").Select(a => after[$"t3.carried_in.{a}"]));
    }

    [Fact] // 上海市人民政府办公厅 2019, in the form of 2019: empty cells for 0, everything else agrees
    public void Check_Shanghai2019_FindsNothingButItsBlanks()
    {
        var report = RealReport.Read("shanghai-municipal-office-2019");
        var blanks = report.Figures.Form.Cells.Where(c => !c.Derived && report.Figures[c.Index].State == CellState.Missing).Select(c => c.Id).ToList();

        var findings = FigureCheck.Check(report.Figures, report.Tier);

        Assert.Equal("annual-2019", report.Figures.Form.Id);
        Assert.Contains("t3.other_handling.natural", blanks);
        Assert.Equal(blanks, findings.Select(f => f.Where));
        Assert.All(findings, f => Assert.Equal(("AR-011", "国办公开办函〔2019〕60号"), (f.Code, f.Basis)));
    }

    [Fact] // the same with its blanks declared nil: the printed sums are what the form computes, and the figures of its text that are right
    public void Check_Shanghai2019WithBlanksAsNil_AgreesWithThePrintedSums()
    {
        var printed = RealReport.Read("shanghai-municipal-office-2019");
        var filled = printed.Figures.Form.Cells.Where(c => !c.Derived && printed.Figures[c.Index].State == CellState.Missing)
            .Aggregate(printed.Figures, (f, c) => f.With(c.Id, CellValue.Nil));

        Assert.Empty(FigureCheck.Check(filled, printed.Tier));
        var complete = filled.WithSums();
        Assert.All(printed.Figures.Form.DerivedCells.Where(c => printed.Figures[c.Index].State == CellState.Number), c => Assert.Equal(printed.Figures[c.Id], complete[c.Id]));
        Assert.Equal((859L, 18L, 805L, 72L), (complete["t3.new.total"], complete["t3.carried_in.total"], complete["t3.handled_total.total"], complete["t3.carried_out.total"]));
        Assert.Equal((524L, 368L, 25_100_000L), (complete["t2.rules.published_total"], complete["t2.normative.published_total"], complete["t2.procurement.amount"]));
        Assert.Equal(275, complete["t3.granted.total"] + complete["t3.partial.total"]); // its text says 258, the natural persons alone
    }

    [Theory] // one figure changed in it is found where it stands
    [InlineData("t3.new.natural", 822, "AR-001 t3.carried_out.natural", "AR-002 t3.new.total")]
    [InlineData("t3.handled_total.total", 716, "AR-002 t3.handled_total.total", null)] // the sum of the parts its text names
    [InlineData("t4.review.total", 5, "AR-002 t4.review.total", null)] // as if no case were pending
    public void Check_Shanghai2019WithOneFigureChanged_FindsItThere(string cell, long value, string first, string? second)
    {
        var printed = RealReport.Read("shanghai-municipal-office-2019");
        var filled = printed.Figures.Form.Cells.Where(c => !c.Derived && printed.Figures[c.Index].State == CellState.Missing)
            .Aggregate(printed.Figures, (f, c) => f.With(c.Id, CellValue.Nil));

        var found = FigureCheck.Check(filled.With(cell, value), printed.Tier).Select(f => $"{f.Code} {f.Where}");

        Assert.Equal(((string?[])[first, second]).OfType<string>().Order(), found.Order());
    }
}
