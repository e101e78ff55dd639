using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>What surrounds a filing: the ledger's counts, the parts of a territory, the start of a form.</summary>
public sealed class ReportCheckTests
{
    private static ReportContent Three => ReportContent.Of(Sheets.Open.WithApplications(3));

    private static CheckContext Plain => new(Tier.County, PeriodId.Annual(2025), new DateOnly(2026, 3, 1), null, null, null);

    [Theory] // every combination of what is known
    [InlineData(false, false, "")]
    [InlineData(true, false, "AR-040")]
    [InlineData(false, true, "AR-080 AR-080")]
    [InlineData(true, true, "AR-040 AR-080 AR-080")]
    public void Check_WithWhatIsKnown_RunsTheRulesOfIt(bool register, bool parts, string codes)
    {
        var context = Plain with
        {
            Register = register ? ReportChaseTests.Counted("平台", ("t3.new.natural", 4)) : null,
            Parts = parts ? ReconciliationTests.Of("t4.review.upheld", 0, 0, 0) : null,
        };

        Assert.Equal(codes, string.Join(' ', ReportCheck.Check(Three, context).Select(f => f.Code)));
    }

    [Fact]
    public void Check_SeveralFamilies_StandInTheOrderOfTheForm()
    {
        var context = Plain with
        {
            Register = ReportChaseTests.Counted("平台", ("t4.review.upheld", 4)),
            Parts = ReconciliationTests.Of("t4.review.other", 1, 0, 0) with { Filed = 9 },
        };
        var content = new ReportContent(Sheets.Open.With("t2.rules.issued", 1), [], [new Disposition("AR-081", "", "两个单位已撤并", "", null, "li@500151")]);

        Assert.Equal(
            ["t2.rules.issued AR-020", "t2.rules.issued AR-080", "t4.review.upheld AR-040", "t4.review.other AR-080", " AR-081"],
            ReportCheck.Check(content, context).Select(f => $"{f.Where} {f.Code}"));
        Assert.False(ReportCheck.Check(content, context)[^1].Blocks);
    }

    [Theory]
    [InlineData("t3.new.natural", 3, false)]
    [InlineData("t3.new.natural", 2, true)]
    [InlineData("t3.new.legal", 0, false)] // nil is none
    [InlineData("t3.new.legal", 1, true)]
    [InlineData("t3.new.total", 3, false)] // a sum left out is the form's sum
    [InlineData("t3.new.total", 4, true)]
    [InlineData("t9.gone.cell", 4, false)] // counted for a cell of another form
    public void RegisterCheck_CountOfTheLedger_MustBeTheFigure(string cell, long count, bool differs)
    {
        var found = RegisterCheck.Check(Three.Figures, ReportChaseTests.Counted("依申请平台", (cell, count))).ToList();

        Assert.Equal(differs ? [$"AR-040 {cell}"] : [], found.Select(f => $"{f.Code} {f.Where}"));
        Assert.All(found, f => Assert.Contains($"依申请平台 台账为 {count}", f.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void RegisterCheck_SumTypedWrong_IsComparedAsTyped() =>
        Assert.Contains("填 9", Assert.Single(RegisterCheck.Check(Three.Figures.With("t3.new.total", 9), ReportChaseTests.Counted("平台", ("t3.new.total", 3)))).Text, StringComparison.Ordinal);

    [Fact] // a blank cell is AR-011's, and impossible figures are not added up
    public void RegisterCheck_BlankOrImpossible_IsLeftToOtherRules()
    {
        Assert.Empty(RegisterCheck.Check(Sheets.Blank, ReportChaseTests.Counted("平台", ("t3.new.natural", 3), ("t3.new.total", 3))));
        Assert.Empty(RegisterCheck.Check(Sheets.Open.With("t3.new.legal", long.MaxValue).With("t3.new.other", 1), ReportChaseTests.Counted("平台", ("t3.new.total", 3))));
    }

    [Fact] // a table that disagrees with the cases may be explained, with evidence
    public void Check_LedgerThatDiffersExplained_DoesNotBlock()
    {
        var context = Plain with { Register = ReportChaseTests.Counted("平台", ("t3.new.natural", 4)) };
        var explained = new ReportContent(Three.Figures, [], [new Disposition("AR-040", "t3.new.natural", "台账重复登记一件", "铜府办〔2026〕3号", context.Today, "li@500151")]);

        Assert.DoesNotContain(ReportCheck.Check(explained, context), f => f.Blocks);
        Assert.Contains(ReportCheck.Check(explained, context with { Today = context.Today.AddDays(1) }), f => f.Blocks);
    }

    [Fact]
    public void Prefill_OfAnOwnReport_TakesTheCountsOfTheLedgerAndLeavesSumsToTheForm()
    {
        var content = Prefill.Of(Sheets.Form, PeriodId.Annual(2025), null, ReportChaseTests.Counted("平台", ("t3.new.natural", 4), ("t3.new.total", 4), ("t9.gone.cell", 1)), null);

        Assert.Equal(Sheets.Blank.With("t3.new.natural", 4), content.Figures);
    }

    [Fact]
    public void Prefill_OfAWholeReport_IsTheSumOfItsPartsAndReconciles()
    {
        var parts = ReconciliationTests.Of("t4.review.upheld", 5, 3, 2);

        var content = Prefill.Of(Sheets.Form, PeriodId.Annual(2025), null, null, parts);

        Assert.Equal((10, 10), (content.Figures["t4.review.upheld"], content.Figures["t4.review.total"]));
        Assert.Empty(ReportCheck.Check(content, Plain with { Parts = parts }));
    }

    [Fact]
    public void RulesFound_OfThisFamily_AreAllInTheBook() =>
        Assert.All(
            ReportCheck.Check(Three, Plain with { Parts = ReconciliationTests.Of("t4.review.upheld", 1, 0, 0) with { Filed = 0 } }),
            f => Assert.NotNull(Domain.Findings.RuleBook.Find(f.Code)));
}
