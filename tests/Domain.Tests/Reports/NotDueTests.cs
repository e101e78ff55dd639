using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>本期不要求: the quarterly form asks for documents in force in the fourth quarter only.</summary>
public sealed class NotDueTests
{
    private const string Stock = "t2.normative.valid";
    private static readonly ReportForm Form = Forms.Find("quarter-2021")!;
    private static readonly PeriodId Third = PeriodId.QuarterOf(2025, 3);
    private static readonly PeriodId Fourth = PeriodId.QuarterOf(2025, 4);

    [Fact]
    public void DueIn_StockOfTheQuarterlyForm_IsTheFourthQuarterOnly()
    {
        Assert.Equal([false, false, false, true], Enumerable.Range(1, 4).Select(q => Form[Stock].DueIn(PeriodId.QuarterOf(2025, q))));
        Assert.True(Form[Stock].DueIn(PeriodId.Annual(2025))); // quarters are no matter there
        Assert.Equal(["t2.rules.valid", Stock], Form.Cells.Where(c => !c.DueIn(Third)).Select(c => c.Id));
        Assert.True(Form.DueVaries);
        Assert.False(Form2021.Form.DueVaries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_CellNotDueAndNotNamed_IsNotDue(bool restIsNil)
    {
        Assert.Equal(CellState.NotDue, Read(Third, restIsNil)[Form[Stock].Index].State);
        Assert.Equal(restIsNil ? CellState.Nil : CellState.Missing, Read(Fourth, restIsNil)[Form[Stock].Index].State);
        Assert.Equal(restIsNil ? CellState.Nil : CellState.Missing, Read(null, restIsNil)[Form[Stock].Index].State); // taken as due
    }

    [Theory]
    [InlineData(CellState.NotDue, 0, 3, "")]
    [InlineData(CellState.Missing, 0, 3, "")] // nobody asked
    [InlineData(CellState.Nil, 0, 3, "")]
    [InlineData(CellState.NotApplicable, 0, 3, "")]
    [InlineData(CellState.Number, 0, 3, "AR-017")] // a zero is a figure
    [InlineData(CellState.Number, 7, 3, "AR-017")]
    [InlineData(CellState.Number, -1, 3, "AR-017,AR-010")]
    [InlineData(CellState.NotDue, 0, 4, "AR-011")] // it is asked for
    [InlineData(CellState.Missing, 0, 4, "AR-011")]
    [InlineData(CellState.Nil, 0, 4, "")]
    [InlineData(CellState.Number, 7, 4, "")]
    public void Check_CellDueInTheFourthQuarter_IsJudgedByThePeriod(CellState state, long value, int quarter, string codes) =>
        Assert.Equal(codes, string.Join(',', Found(With(Stock, new(state, value)), PeriodId.QuarterOf(2025, quarter)).Select(f => f.Code)));

    [Theory]
    [InlineData(CellState.NotDue, 0, "")]
    [InlineData(CellState.Missing, 0, "")]
    [InlineData(CellState.Number, 7, "")]
    [InlineData(CellState.Number, -1, "AR-010")]
    public void Check_PeriodNotKnown_LetsBothStand(CellState state, long value, string codes) =>
        Assert.Equal(codes, string.Join(',', FigureCheck.Check(With(Stock, new(state, value)), Tier.City).Select(f => f.Code)));

    [Fact] // a form without such cells knows no such mark
    public void Check_CellOfAnAnnualFormMarkedNotDue_IsMissing() =>
        Assert.Equal(["AR-011 t2.rules.valid"], FigureCheck.Check(Sheets.Open.With("t2.rules.valid", CellValue.NotDue), Tier.City).Select(f => $"{f.Code} {f.Where}"));

    [Fact]
    public void Check_FigureNotDue_SaysWhichAndWhat()
    {
        var finding = Assert.Single(Found(With(Stock, CellValue.Of(7)), Third));

        Assert.Equal("“行政规范性文件 · 现行有效件数(仅第四季度填报)”本期不要求填报,却填了 7", finding.Text);
        Assert.Equal("t2.normative.valid is not asked for in this period and says 7", finding.TextEn);
    }

    [Fact]
    public void WithSums_OverCellsNotDue_CountsThemAsZero()
    {
        var form = FormJson.Read("sums.json", """
            {"id":"sums","title":"表","titleEn":"Table","basis":"x","periods":{"kind":"quarter","since":2021},
             "sections":[{"number":"一","title":"表","titleEn":"Table","table":"t1","blocks":[{
               "rows":[{"id":"a","label":"甲","labelEn":"A"}],
               "columns":[{"id":"x","label":"子","labelEn":"X","quarters":[4]},{"id":"y","label":"丑","labelEn":"Y","quarters":[2,4]},{"id":"z","label":"寅","labelEn":"Z"},
                 {"id":"some","label":"卯","labelEn":"Some"},{"id":"all","label":"辰","labelEn":"All"}]}]}],
             "sums":[{"cell":"t1.a.some","of":["t1.a.x","t1.a.y"]},{"cell":"t1.a.all","of":["t1.a.some","t1.a.z"]}]}
            """);
        Figures Sums(PeriodId period, params (string Cell, long Value)[] given) =>
            FigureReader.Read(form, new(given.ToDictionary(g => g.Cell, g => g.Value), new Dictionary<string, string>(), [], true), period).Figures.WithSums();

        Assert.Equal([2, 4], form["t1.a.some"].Quarters.ToArray()); // due when a term is
        Assert.Empty(form["t1.a.all"].Quarters);
        Assert.Equal(CellValue.NotDue, Sums(Third)[form["t1.a.some"].Index]);
        Assert.Equal(CellValue.Nil, Sums(Third)[form["t1.a.all"].Index]);
        Assert.Equal(CellValue.Of(5), Sums(Third, ("t1.a.z", 5))[form["t1.a.all"].Index]);
        Assert.Equal(CellValue.Nil, Sums(PeriodId.QuarterOf(2025, 2))[form["t1.a.some"].Index]);
        Assert.Equal(CellValue.Of(3), Sums(PeriodId.QuarterOf(2025, 2), ("t1.a.y", 3))[form["t1.a.some"].Index]);
        Assert.Empty(FigureCheck.Check(Sums(Third, ("t1.a.z", 5)), Tier.City, Third));
    }

    private static Figures Read(PeriodId? period, bool restIsNil) =>
        FigureReader.Read(Form, new(new Dictionary<string, long> { ["t2.normative.issued"] = 1 }, new Dictionary<string, string>(), [], restIsNil), period).Figures;

    private static Figures With(string cell, CellValue value) =>
        new Figures(Form, [.. Form.Cells.Select(c => c.Derived ? default : c.Quarters.IsEmpty ? CellValue.Nil : CellValue.NotApplicable)]).With(cell, value);

    private static ImmutableArray<Domain.Findings.Finding> Found(Figures figures, PeriodId period) => FigureCheck.Check(figures, Tier.City, period);
}
