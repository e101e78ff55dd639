using System.Text.RegularExpressions;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>docs/guides/add-a-form.md: its example is a form and does what the guide says.</summary>
public sealed class AddAFormGuideTests
{
    private static readonly string Guide = File.ReadAllText(Repository.Source("docs", "guides", "add-a-form.md"));
    private static readonly ReportForm Form = FormJson.Read("quarter-example.json", Regex.Match(Guide, "```json(.*?)```", RegexOptions.Singleline).Groups[1].Value);

    [Fact]
    public void Example_OfTheGuide_IsAForm()
    {
        Assert.Equal(("quarter-example", PeriodKind.Quarter, 2027), (Form.Id, Form.Takes, Form.Since));
        Assert.Equal([12, 3], Form.Tables.Select(t => Form.Cells.Count(c => c.Table == t.Id)));
        Assert.Equal(4, Form.DerivedCells.Length);
        Assert.Equal([("t1.carried_in.natural", "AR-030"), ("t1.carried_in.other", "AR-030")], Form.Continuities.Select(c => (Form.Cells[c.Where].Id, c.Rule.Code)));
    }

    [Theory]
    [InlineData("t1.new.natural", 1, 4, "AR-003 t1.carried_out.natural")]
    [InlineData("t2.areas.change", -1, 4, "")]
    [InlineData("t2.areas.now", 1, 4, "")]
    [InlineData("t2.areas.now", 1, 3, "AR-017 t2.areas.now")]
    public void Example_OneFigure_IsJudgedAsTheGuideSays(string cell, long value, int quarter, string found) => Assert.Equal(
        found,
        string.Join(',', FigureCheck.Check(Figures.NilReport(Form).With(cell, value), Tier.City, PeriodId.QuarterOf(2027, quarter)).Where(f => f.Code != "AR-002").Select(f => $"{f.Code} {f.Where}")));

    [Fact]
    public void Words_OfTheGuide_AreThoseOfTheFiles()
    {
        string[] words = ["periods", "sections", "blocks", "heading", "over", "corner", "oneLine", "label", "labelEn", "kind", "change", "stock", "quarters", "lists", "sums", "balances", "continuity", "headlines", "mustCover"];

        Assert.All(words, w => Assert.Contains($"`{w}`", Guide, StringComparison.Ordinal));
    }
}
