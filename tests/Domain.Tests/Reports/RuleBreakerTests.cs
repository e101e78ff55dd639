using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Reports.Generators;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

/// <summary>No lawful filing is refused, and none that breaks one rule is taken.</summary>
public sealed class RuleBreakerTests
{
    // Error rules of figures and content that no breaker can break, each with the reason.
    private static readonly Dictionary<string, string> Unbreakable = [];

    public static TheoryData<string> Codes => [.. RuleBreakers.All.Select(b => b.Rule.Code)];

    public static TheoryData<string> FormIds => [.. Forms.All.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(FormIds))]
    public void Lawful_AnyFiling_IsNeverRefused(string form) => Property.Holds(LawfulFilings.Of(Forms.Find(form)!), content =>
    {
        var handed = Handed.Of(content);
        Assert.Empty(Blocking(handed));
        Assert.Empty(Blocking(handed with { Context = handed.Context with { Parts = RuleBreakers.PartsOf(content.Figures) } })); // and reconciles with its parts
        if (content.Figures.Form.Continuities.All(c => c.Before is [{ Sign: 1 }]))
            Assert.Empty(Blocking(handed with { Context = handed.Context with { LastYear = RuleBreakers.LastYearOf(content.Figures) } })); // and follows from the year before
        Assert.Equal("ReportSubmitted", Story.Outcome(Story.Blank.Submit(content, "", Story.Act() with { Form = content.Figures.Form })));
    });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Broken_OfOneRule_IsRefusedByExactlyThatRule(string code)
    {
        var breaker = RuleBreakers.All.Single(b => b.Rule.Code == code);
        string[] expected = [.. new[] { breaker.Rule, breaker.Beside }.OfType<Rule>().Select(r => r.Code).Order()];

        Property.Holds(
            from content in LawfulFilings.Of(Forms.Find(breaker.FormId)!)
            from broken in breaker.Break(Handed.Of(content))
            select broken,
            broken => Assert.Equal(expected, Blocking(broken).Distinct().Order()));
    }

    [Fact]
    public void Breakers_EveryErrorRuleOnContent_HasOne()
    {
        var content = ReportRules.All.Where(r => r.Severity == Severity.Error && r.Code.StartsWith("AR-0", StringComparison.Ordinal)).Select(r => r.Code);

        Assert.Equal(content.Except(Unbreakable.Keys).Order(), RuleBreakers.All.Select(b => b.Rule.Code).Order());
        Assert.All(Unbreakable.Values, why => Assert.NotEmpty(why));
    }

    [Fact] // the generator reaches what the rules look at
    public void Lawful_Filings_AreNotAllAlike()
    {
        var sample = new List<ReportContent>();
        Property.Holds(LawfulFilings.Of(Sheets.Form), sample.Add);

        Assert.Contains(sample, c => c.Figures.Cells.ToArray().Any(v => v.State == CellState.NotApplicable));
        Assert.Contains(sample, c => c.Figures["t3.carried_out.natural"] > 0);
        Assert.Contains(sample, c => c.Figures["t3.new.natural"] > 5_000);
        Assert.Contains(sample, c => c.Texts.Count > 0);
        Assert.Contains(sample, c => c.Dispositions.Length > 0);
        Assert.Contains(sample, c => c.Figures[Sheets.Form["t3.new.total"].Index].State == CellState.Missing);
    }

    private static IEnumerable<string> Blocking(Handed handed) => handed.Judge().Where(f => f.Blocks).Select(f => f.Code);
}
