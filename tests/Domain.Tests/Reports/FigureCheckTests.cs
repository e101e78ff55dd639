using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

public sealed class FigureCheckTests
{
    [Theory]
    [InlineData(Tier.Province)]
    [InlineData(Tier.City)]
    [InlineData(Tier.County)]
    [InlineData(Tier.Township)]
    public void Check_NilReport_IsLawfulAtAnyTier(Tier tier) => Assert.Empty(FigureCheck.Check(Sheets.Nil, tier));

    [Fact]
    public void Check_LawfulFigures_FindsNothingWithOrWithoutSums() => Property.Holds(Sheets.Lawful, figures =>
    {
        AssertFound([], figures);
        AssertFound([], figures.WithSums());
    });

    // One generator for each rule: lawful figures with one thing changed. That rule is found, at that cell, and no other.
    [Fact]
    public void Check_OneApplicationTooMany_BreaksTheColumnBalanceOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from row in Gen.Elements("new", "carried_in", "granted", "refuse_mass", "carried_out")
        from applicant in Gen.Elements(Sheets.Applicants.ToArray())
        from more in Gen.Choose(1, 9)
        select (figures.Plus($"t3.{row}.{applicant}", more).WithSums(), applicant),
        broken => AssertFound([$"AR-001 t3.carried_out.{broken.applicant}"], broken.Item1));

    [Fact]
    public void Check_OneSumMistyped_BreaksThatSumOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from cell in Gen.Elements(Sheets.Form.DerivedCells.ToArray())
        from more in Gen.Choose(1, 9)
        select (figures.WithSums().Plus(cell.Id, more), cell.Id),
        broken => AssertFound([$"AR-002 {broken.Id}"], broken.Item1));

    [Fact]
    public void Check_OneCellBelowZero_IsNegativeOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from cell in Gen.Elements(Sheets.Form.Cells.Select(c => c.Id).ToArray())
        from less in Gen.Choose(1, 9_999)
        select (figures.WithSums().With(cell, -less), cell),
        broken => AssertFound([$"AR-010 {broken.cell}"], broken.Item1));

    [Fact]
    public void Check_OneCellBlank_IsMissingOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from cell in Gen.Elements(Sheets.InputCells.ToArray())
        select (figures.WithSums().With(cell, default(CellValue)), cell),
        broken => AssertFound([$"AR-011 {broken.cell}"], broken.Item1));

    [Fact]
    public void Check_OneCellImpossiblyLarge_IsTooLargeOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from cell in Gen.Elements(Sheets.Form.Cells.Select(c => c.Id).Where(c => !c.StartsWith("t3.other_fee_unpaid", StringComparison.Ordinal)).ToArray()) // a warning of its own
        from value in Gen.Elements(FigureCheck.Largest + 1, long.MaxValue)
        select (figures.WithSums().With(cell, value), cell),
        broken => AssertFound([$"AR-015 {broken.cell}"], broken.Item1));

    [Fact]
    public void Check_RulesOfACounty_IsAWarningOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from cell in Gen.Elements("t2.rules.issued", "t2.rules.repealed", "t2.rules.valid")
        select (NoRules(figures).With(cell, 1), cell),
        broken => AssertFound([$"AR-020 {broken.cell}"], broken.Item1, Tier.County));

    [Fact]
    public void Check_ApplicationClosedForUnpaidFees_IsAWarningOnly() => Property.Holds(
        from figures in Sheets.Lawful
        from applicant in Gen.Elements(Sheets.Applicants.ToArray())
        select figures.WithApplications(1, "other_fee_unpaid", applicant),
        figures => AssertFound(["AR-021 t3.other_fee_unpaid.total"], figures));

    [Theory]
    [InlineData("t3.new.natural", -1, "AR-010")]
    [InlineData("t3.new.natural", 0, "")] // zero typed is as good as nil
    [InlineData("t3.new.natural", 1, "AR-001")]
    [InlineData("t3.new.natural", FigureCheck.Largest, "AR-001")] // believed, and out of balance
    [InlineData("t3.new.natural", FigureCheck.Largest + 1, "AR-015")]
    [InlineData("t2.fees.amount", FigureCheck.Largest, "")] // 1,000 亿元
    [InlineData("t2.fees.amount", FigureCheck.Largest + 1, "AR-015")]
    [InlineData("t2.fees.amount", long.MinValue, "AR-010")]
    [InlineData("t4.review.pending", 1, "")]
    public void Check_OneFigureOnItsBoundary_IsJudged(string cell, long value, string code) =>
        Assert.Equal(code, string.Join(',', FigureCheck.Check(Sheets.Open.With(cell, value), Tier.City).Select(f => f.Code)));

    [Theory]
    [InlineData(CellState.Missing, "AR-011")] // blank is not zero
    [InlineData(CellState.Nil, "")]
    [InlineData(CellState.NotApplicable, "")]
    [InlineData(CellState.Number, "")]
    public void Check_EmptyCellOfAnyKind_OnlyBlankIsFound(CellState state, string code) =>
        Assert.Equal(code, string.Join(',', FigureCheck.Check(Sheets.Open.With("t3.new.legal", new CellValue(state, 0)), Tier.City).Select(f => f.Code)));

    [Theory]
    [InlineData(Tier.Province, "")]
    [InlineData(Tier.City, "")] // cities divided into districts make rules
    [InlineData(Tier.County, "AR-020")]
    [InlineData(Tier.Township, "AR-020")]
    public void Check_RulesIssued_WarnsFromCountyDown(Tier tier, string code) =>
        Assert.Equal(code, string.Join(',', FigureCheck.Check(Sheets.Open.With("t2.rules.issued", 1), tier).Select(f => f.Code)));

    [Fact]
    public void Check_Balance_IsJudgedByColumnAndNotAcrossColumns() =>
        AssertFound(["AR-001 t3.carried_out.natural", "AR-001 t3.carried_out.legal"], Sheets.Open.With("t3.new.natural", 1).With("t3.granted.legal", 1));

    [Fact]
    public void Check_Balance_SaysBothSidesAndTheDifference()
    {
        var finding = Assert.Single(FigureCheck.Check(Sheets.Open.With("t3.new.natural", 5).With("t3.carried_in.natural", 2).With("t3.granted.natural", 4), Tier.City));

        Assert.Equal("“自然人”列:第一项加第二项为 7,第三项加第四项为 4,相差 3", finding.Text);
        Assert.Equal("column natural: received + carried in is 7, handled + carried out is 4, apart by 3", finding.TextEn);
    }

    [Fact]
    public void Check_Amount_IsPrintedInItsUnit() =>
        Assert.Contains("为 -1.5 万元", FigureCheck.Check(Sheets.Open.With("t2.fees.amount", -1_500_000), Tier.City).Single().Text, StringComparison.Ordinal);

    [Fact]
    public void Check_SumThatNobodyTyped_IsTooLargeAsWell()
    {
        var figures = Sheets.Open.With("t4.review.upheld", FigureCheck.Largest).With("t4.review.pending", 1);

        AssertFound(["AR-015 t4.review.total"], figures);
        AssertFound(["AR-015 t4.review.total"], figures.WithSums()); // typed or not, the same answer
    }

    [Fact]
    public void Check_SeveralFaults_FindsAllInTheFormsOrder() => AssertFound(
        [
            "AR-020 t2.rules.issued", "AR-011 t2.licence.decisions", "AR-010 t2.penalty.decisions", "AR-015 t2.fees.amount",
            "AR-021 t3.other_fee_unpaid.total", "AR-001 t3.carried_out.natural", "AR-001 t3.carried_out.other", "AR-002 t4.review.total",
        ],
        Sheets.Open
            .With("t2.rules.issued", 1)
            .With("t2.licence.decisions", default(CellValue))
            .With("t2.penalty.decisions", -1)
            .With("t2.fees.amount", long.MaxValue)
            .With("t3.new.natural", 1)
            .With("t3.other_fee_unpaid.other", 1)
            .With("t4.review.total", 1),
        Tier.Township);

    [Fact]
    public void Check_FaultyCell_HoldsBackOnlyItsOwnSumsAndBalance() => AssertFound(
        ["AR-011 t3.new.natural", "AR-001 t3.carried_out.legal", "AR-002 t4.suit_direct.total"],
        Sheets.Open
            .With("t3.new.natural", default(CellValue))
            .With("t3.granted.natural", 9) // out of balance or not: unknown
            .With("t3.new.total", 9) // right or not: unknown
            .With("t3.carried_in.legal", 1)
            .With("t4.suit_direct.total", 1));

    [Fact]
    public void Check_BlankReport_FindsEveryCellToBeFilledIn() => AssertFound(Sheets.InputCells.Select(c => $"AR-011 {c}"), Sheets.Blank);

    [Fact]
    public void Check_EveryFinding_CarriesBasisAndBothSentences() =>
        Assert.All(FigureCheck.Check(Sheets.Blank.With("t2.rules.issued", -1), Tier.City), f =>
        {
            Assert.Equal("国办公开办函〔2021〕30号", f.Basis);
            Assert.NotEmpty(f.Text);
            Assert.NotEmpty(f.TextEn);
        });

    private static Figures NoRules(Figures figures) => figures.With("t2.rules.issued", 0).With("t2.rules.repealed", 0).With("t2.rules.valid", 0);

    private static void AssertFound(IEnumerable<string> expected, Figures figures, Tier tier = Tier.City) =>
        Assert.Equal(expected, FigureCheck.Check(figures, tier).Select(f => $"{f.Code} {f.Where}"));
}
