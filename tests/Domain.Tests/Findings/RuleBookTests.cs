using System.Reflection;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Tests.Findings;

public sealed class RuleBookTests
{
    [Fact]
    public void All_Codes_AreUniqueWellFormedAndInOrder()
    {
        var codes = RuleBook.All.Select(r => r.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^(AR|CA|CT|DL|DV|AU|NT|OB|WP)-[0-9]{3}$", code));
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
        var declared = new[] { typeof(ReportRules), typeof(ProseRules), typeof(DeadlineRules), typeof(DelegationRules), typeof(DivisionRules), typeof(Permissions), typeof(Domain.Notices.NoticeRules), typeof(Domain.Time.CalendarRules), typeof(Domain.Time.ClockRules), typeof(Domain.Obligations.ObligationRules), typeof(Domain.WorkPoints.WorkPlanRules), typeof(Domain.WorkPoints.Drafting.DraftingRules),
            typeof(Domain.Catalogs.CatalogRules), typeof(Domain.Catalogs.Review.ReviewRules), typeof(Domain.Catalogs.Standards.StandardRules), typeof(Domain.Catalogs.Sync.SyncRules), typeof(Domain.Catalogs.Search.SearchRules), typeof(Domain.Catalogs.EntryImportRules), typeof(Domain.Catalogs.UnitBundleRules) }
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(Rule)).Select(p => (Rule)p.GetValue(null)!)
                .Concat(t.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!)));

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
}
