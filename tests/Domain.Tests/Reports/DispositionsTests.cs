using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

public sealed class DispositionsTests
{
    private const string Place = "t3.new.natural";
    private static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly Finding Warning = ReportRules.FeeNotice.At(Place);
    private static readonly Finding Error = ReportRules.ColumnBalance.At(Place);
    private static readonly Finding Explainable = ReportRules.RegisterDiffers.At(Place);

    [Fact]
    public void Apply_NothingSaid_LeavesTheFindings() => Assert.Equal([Warning, Error], Dispositions.Apply([Warning, Error], [], Today).AsEnumerable());

    [Theory]
    [InlineData("AR-021", "已说明", "", "Disposed")] // a warning needs a reason only
    [InlineData("AR-021", "", "", "Warning AR-033")]
    [InlineData("AR-021", " ", "文件", "Warning AR-033")] // evidence is no reason
    [InlineData("AR-001", "上年数有误", "铜府办〔2026〕3号", "Error AR-034")] // an error is mended, not explained
    [InlineData("AR-001", "", "", "Error AR-033")]
    [InlineData("AR-040", "台账漏登", "铜府办〔2026〕3号", "Disposed")] // explainable, with evidence
    [InlineData("AR-040", "台账漏登", "", "Error AR-033")] // explainable, without evidence
    [InlineData("AR-040", "台账漏登", "  ", "Error AR-033")]
    [InlineData("AR-040", "", "铜府办〔2026〕3号", "Error AR-033")]
    public void Apply_ToAFindingOfTheRule_TakesItsWeightOrSaysWhatIsMissing(string rule, string reason, string evidence, string outcome)
    {
        var finding = RuleBook.Find(rule)!.At(Place);

        var found = Dispositions.Apply([finding], [Said(rule, Place, reason, evidence)], Today);

        Assert.Equal(outcome, string.Join(' ', found.Select((f, i) => i == 0 ? f.Severity.ToString() : f.Code)));
        Assert.All(found.Skip(1), f => Assert.True(f.Blocks));
        Assert.All(found, f => Assert.Equal(Place, f.Where));
    }

    [Fact]
    public void Apply_Disposed_SaysWhyOnWhatAndByWhom()
    {
        var finding = Assert.Single(Dispositions.Apply([Explainable], [Said("AR-040", Place, "台账漏登一件", "铜府办〔2026〕3号")], Today));

        Assert.Equal($"{Explainable.Text}(已处置:台账漏登一件,依据:铜府办〔2026〕3号;li@500151)", finding.Text);
        Assert.Equal($"{Explainable.TextEn} (disposed of: 台账漏登一件, evidence: 铜府办〔2026〕3号; li@500151)", finding.TextEn);
        Assert.False(finding.Blocks);
    }

    [Theory]
    [InlineData("2026-04-01", "Disposed")]
    [InlineData("2026-03-31", "Disposed")] // the last day holds
    [InlineData("2026-03-30", "Warning")] // ended yesterday
    public void Apply_AroundItsLastDay_SaysNothingFromTheDayAfter(string until, string outcome)
    {
        var finding = Assert.Single(Dispositions.Apply([Warning], [Said("AR-021", Place, "已说明") with { Until = Divisions.Units.Day(until) }], Today));

        Assert.Equal(outcome, finding.Severity.ToString());
        Assert.Equal(outcome == "Warning", finding.Text.Contains("已于 2026-03-30 到期", StringComparison.Ordinal));
    }

    [Fact] // an explanation that has ended leaves the error as it was
    public void Apply_ExpiredExplanation_BlocksAgain() =>
        Assert.True(Assert.Single(Dispositions.Apply([Explainable], [Said("AR-040", Place, "漏登", "文号") with { Until = Today.AddDays(-1) }], Today)).Blocks);

    [Theory]
    [InlineData("AR-021", "t3.new.legal")] // another place
    [InlineData("AR-020", Place)] // another rule
    [InlineData("AR-021", "")]
    public void Apply_ToAnotherRuleOrPlace_ChangesNothing(string rule, string where) =>
        Assert.Equal([Warning], Dispositions.Apply([Warning], [Said(rule, where, "已说明")], Today).AsEnumerable());

    [Theory]
    [InlineData("AR-999")]
    [InlineData("")]
    [InlineData("ar-021")] // codes are exact
    public void Apply_UnknownRule_IsRefused(string rule)
    {
        var found = Dispositions.Apply([Warning], [Said(rule, Place, "已说明")], Today);

        Assert.Equal([Warning.Code, "AR-035"], found.Select(f => f.Code));
        Assert.Equal($"dispositions.{rule}", found[1].Where);
    }

    [Fact] // findings come first and in their order, faults of dispositions after them
    public void Apply_Several_JudgesEachAlone()
    {
        var found = Dispositions.Apply([Error, Warning, Explainable], [Said("AR-021", Place, "已说明"), Said("AR-001", Place, "无碍"), Said("AR-040", Place, "漏登", "文号")], Today);

        Assert.Equal(["AR-001 Error", "AR-021 Disposed", "AR-040 Disposed", "AR-034 Error"], found.Select(f => $"{f.Code} {f.Severity}"));
    }

    private static Disposition Said(string rule, string where, string reason, string evidence = "") => new(rule, where, reason, evidence, null, "li@500151");
}
