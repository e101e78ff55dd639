using System.Reflection;
using System.Text;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Findings;

public sealed class RuleBookTests
{
    [Fact]
    public void All_Codes_AreUniqueWellFormedAndInOrder()
    {
        var codes = RuleBook.All.Select(r => r.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^(AR|DV|AU)-[0-9]{3}$", code));
    }

    [Fact]
    public void All_Rules_SayWhatTheyDemandInTwoLanguagesAndOnWhatBasis() => Assert.All(RuleBook.All, r =>
    {
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", r.Title);
        Assert.Matches("^[a-z]", r.TitleEn);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", r.Basis);
        Assert.DoesNotContain('|', r.Title + r.TitleEn + r.Basis); // a table is made of them
    });

    [Fact] // a rule that is declared and not listed would be missing in the rule book
    public void All_Families_HoldEveryRuleDeclared()
    {
        var declared = new[] { typeof(ReportRules), typeof(DivisionRules), typeof(Permissions) }
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(p => p.PropertyType == typeof(Rule))
            .Select(p => (Rule)p.GetValue(null)!);

        Assert.Equal(declared.OrderBy(r => r.Code, StringComparer.Ordinal), RuleBook.All);
    }

    [Fact]
    public void At_Place_CarriesTheRule()
    {
        var finding = ReportRules.Negative.At("t3.new.natural");

        Assert.Equal(
            new Finding("AR-010", Severity.Error, "t3.new.natural", ReportRules.Negative.Title, ReportRules.Negative.TitleEn, ReportRules.Negative.Basis),
            finding);
        Assert.True(finding.Blocks);
        Assert.False(ReportRules.FeeNotice.At("").Blocks);
    }

    [Fact]
    public void RulesDocument_AgainstTheCode_SaysTheSame()
    {
        var path = Repository.Source("docs", "RULES.md");
        if (Repository.UpdatesBaselines)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Document());
        }

        Assert.Equal(Document(), File.ReadAllText(path));
    }

    private static string Document()
    {
        var text = new StringBuilder("""
            # Rules

            Every rule that can refuse or warn, by code. Written from the code by the tests of `grains/Domain`; do not edit:
            `UPDATE_BASELINES=1 dotnet test tests/Domain.Tests` writes it anew. A code is stable for ever; a retired one is never used again.

            - `AR-0xx` judge the figures of a report, `AR-1xx` acts on reports and periods.
            - `AU-xxx` judge who may act.
            - `DV-0xx` judge rows of the unit tree, `DV-1xx` questions to it.

            An error refuses the act until it is mended; a warning blocks nothing. 本系统规则 means a rule of this software, without a notice behind it.


            """.ReplaceLineEndings("\n"));
        text.Append("| code | severity | 规则 | rule | basis |\n|---|---|---|---|---|\n");
        foreach (var r in RuleBook.All)
            text.Append($"| {r.Code} | {(r.Severity == Severity.Error ? "error" : "warning")} | {r.Title} | {r.TitleEn} | {r.Basis} |\n");
        return text.ToString();
    }
}
