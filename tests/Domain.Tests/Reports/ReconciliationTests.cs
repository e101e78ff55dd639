using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>三方勾稽: own office + agencies + child territories.</summary>
public sealed class ReconciliationTests
{
    private const string Cell = "t4.review.upheld";
    private static readonly TerritoryParts Parts = Of(Cell, 5, 3, 2);

    [Fact]
    public void Check_SumOfTheParts_FindsNothing() => Assert.Empty(Reconciliation.Check(Parts.ToFigures(Sheets.Form), Parts));

    [Theory]
    [InlineData(9)] // one less
    [InlineData(11)] // one more
    public void Check_OneBesideTheSum_NamesAllThreeParts(long stated)
    {
        var finding = Assert.Single(Reconciliation.Check(Sheets.Nil.With(Cell, stated), Parts));

        Assert.Equal(("AR-080", Cell, true), (finding.Code, finding.Where, finding.Blocks));
        Assert.Contains($"填 {stated},应为 10(本级 5 + 部门 3 + 下级 2),相差 {stated - 10}", finding.Text, StringComparison.Ordinal);
        Assert.Contains($"says {stated}, the parts add to 10 (own office 5 + agencies 3 + child territories 2), apart by {stated - 10}", finding.TextEn, StringComparison.Ordinal);
        Assert.DoesNotContain("恰好缺", finding.Text, StringComparison.Ordinal);
    }

    [Theory] // the part that was forgotten is guessed only when there is one answer
    [InlineData(5, 3, 2, 5, "恰好缺本级数")]
    [InlineData(5, 3, 2, 7, "恰好缺部门数")]
    [InlineData(5, 3, 2, 8, "恰好缺下级数")]
    [InlineData(3, 3, 2, 5, null)] // own office or agencies
    [InlineData(5, 3, 0, 9, null)] // none fits
    [InlineData(5, 0, 0, 0, "恰好缺本级数")] // an empty part is never forgotten
    public void Check_WithoutOnePart_SaysWhich(long own, long agencies, long children, long stated, string? hint)
    {
        var finding = Assert.Single(Reconciliation.Check(Sheets.Nil.With(Cell, stated), Of(Cell, own, agencies, children)));

        Assert.Equal(hint is not null, finding.Text.Contains("恰好缺", StringComparison.Ordinal));
        Assert.Equal(hint is not null, finding.TextEn.Contains("exactly without the", StringComparison.Ordinal));
        if (hint is not null)
            Assert.EndsWith(hint, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Amounts_ArePrintedInWan()
    {
        var finding = Assert.Single(Reconciliation.Check(Sheets.Nil.With("t2.fees.amount", 1_500_000), Of("t2.fees.amount", 1_500_000, 250_000, 1)));

        Assert.Contains("填 1.5 万元,应为 1.750001 万元(本级 1.5 万元 + 部门 0.25 万元 + 下级 0.000001 万元),相差 -0.250001 万元", finding.Text, StringComparison.Ordinal);
    }

    [Theory] // what is faulty by itself waits for its own rule
    [InlineData(CellState.Missing, 0)]
    [InlineData(CellState.Number, -1)]
    [InlineData(CellState.Number, long.MinValue)]
    [InlineData(CellState.Number, FigureCheck.Largest + 1)]
    [InlineData(CellState.Number, long.MaxValue)]
    public void Check_FaultyCell_IsLeftToItsOwnRule(CellState state, long value) => Assert.Empty(Reconciliation.Check(Sheets.Nil.With(Cell, new CellValue(state, value)), Parts));

    [Fact] // nil is zero here, and a sum is the form's affair
    public void Check_NilAndDerivedCells_AreComparedByValueOnce()
    {
        Assert.Empty(Reconciliation.Check(Sheets.Nil, Of(Cell, 0, 0, 0)));
        Assert.Equal([Cell], Reconciliation.Check(Sheets.Nil, Parts).Select(f => f.Where)); // its total differs too, and is not told twice
    }

    [Theory]
    [InlineData(11, 10, "全辖区应报 11 个,已报 10 个,尚缺 1 个")]
    [InlineData(1_200, 1, "全辖区应报 1,200 个,已报 1 个,尚缺 1199 个")]
    [InlineData(10, 10, null)]
    [InlineData(10, 11, null)] // somebody moved after the list was frozen
    public void Check_WhileBodiesAreMissing_Warns(long expected, long filed, string? text)
    {
        var found = Reconciliation.Check(Parts.ToFigures(Sheets.Form), Parts with { Expected = expected, Filed = filed }).ToList();

        if (text is null)
            Assert.Empty(found);
        else
            Assert.Equal(("AR-081", false, text), (Assert.Single(found).Code, found[0].Blocks, found[0].Text));
    }

    [Fact]
    public void Since_CorrectionBelow_NamesEveryCellThatMoved()
    {
        var before = Parts.ToFigures(Sheets.Form);
        Assert.Empty(Reconciliation.Since(before, Parts));

        Assert.Equal(
            [new CellDifference(Cell, 10, 11), new CellDifference("t4.review.total", 10, 11)],
            Reconciliation.Since(before, Of(Cell, 5, 4, 2)).ToArray());
    }

    /// <summary>Parts that each hold one number, with its sums.</summary>
    internal static TerritoryParts Of(string cell, long own, long agencies, long children)
    {
        static Tally One(string at, long value) => Tally.Of(Sheets.Open.With(at, value).WithSums());
        return new TerritoryParts(One(cell, own), One(cell, agencies), One(cell, children), 10, 10, 1);
    }
}
