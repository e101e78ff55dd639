using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>The form of 2019 as code against the form as it was read from published reports (predecessor_2019 of the format file).</summary>
public sealed class Form2019Tests
{
    private static readonly ReportForm Form = Form2019.Form;
    private static readonly ReportForm Next = Form2021.Form;

    private static Figures Open { get; } = new(Form, [.. Form.Cells.Select(c => c.Derived ? default : CellValue.Nil)]);

    [Fact]
    public void Cells_Form2019_CountAsPrinted()
    {
        Assert.Equal(198, Form.Cells.Length);
        Assert.Equal([22, 161, 15], Form.Tables.Select(t => Form.Cells.Count(c => c.Table == t.Id))); // 161: 23 rows by 7 columns
        Assert.Equal(["t2.procurement.amount"], Form.Cells.Where(c => c.Kind == CellKind.Amount).Select(c => c.Id));
        Assert.Equal(
            ["t2.licence.change", "t2.other_services.change", "t2.penalty.change", "t2.coercion.change", "t2.fees.change"],
            Form.Cells.Where(c => c.IsChange).Select(c => c.Id));
    }

    [Fact]
    public void TableTwo_Form2019_AgreesWithThePublishedForm()
    {
        using var published = JsonDocument.Parse(File.ReadAllText(Repository.Data("annual-report-format.json")));
        var form = published.RootElement.GetProperty("predecessor_2019");
        static IEnumerable<string> Texts(JsonElement block, string name) => block.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);

        var expected = form.GetProperty("t2").EnumerateArray()
            .SelectMany(b => Texts(b, "rows").SelectMany(r => Texts(b, "columns").Select(c => (b.GetProperty("heading").GetString(), r, c))));

        Assert.Equal(expected, Form.Tables[0].Blocks.SelectMany(b => b.Rows.SelectMany(r => b.Columns.Select(c => (b.Heading?.Zh, r.Label, c.Label)))));
        Assert.StartsWith(Form.Basis, form.GetProperty("document_number").GetString(), StringComparison.Ordinal);
    }

    [Fact] // table three without its third part of (六), table four: cell by cell what 2021 prints under the same id
    public void TablesThreeAndFour_Form2019_AreThoseOf2021ButForOtherHandling()
    {
        bool Common(FormCell c) => c.Table != "t2" && !c.Id.StartsWith("t3.other_", StringComparison.Ordinal);

        Assert.Equal(Next.Cells.Where(Common).Select(c => (c.Id, c.Label, c.LabelEn, c.Derived, c.Stock)), Form.Cells.Where(Common).Select(c => (c.Id, c.Label, c.LabelEn, c.Derived, c.Stock)));
        Assert.Equal("三、本年度办理结果 (六)其他处理 · 自然人", Form["t3.other_handling.natural"].Label);
        Assert.Equal(7, Form.Cells.Count(c => c.Id.StartsWith("t3.other_", StringComparison.Ordinal)));
        Assert.Equal(19, Form["t3.handled_total.natural"].Terms.Length);
    }

    [Fact]
    public void Sections_Form2019_AreTheSixOf2021() =>
        Assert.Equal(Next.Sections.Select(s => (s.Id, s.Number, s.Title, s.Table)), Form.Sections.Select(s => (s.Id, s.Number, s.Title, s.Table)));

    [Theory] // 本年增/减 is a change; 乌海市工业和信息化局 2020 prints 25, -1, 0 for its penalties
    [InlineData("t2.penalty.change", -1, "")]
    [InlineData("t2.penalty.change", -FigureCheck.Largest, "")]
    [InlineData("t2.penalty.change", -FigureCheck.Largest - 1, "AR-015 t2.penalty.change")]
    [InlineData("t2.penalty.change", long.MinValue, "AR-015 t2.penalty.change")]
    [InlineData("t2.penalty.change", FigureCheck.Largest + 1, "AR-015 t2.penalty.change")]
    [InlineData("t2.penalty.items_before", -1, "AR-010 t2.penalty.items_before")]
    [InlineData("t2.penalty.decisions", -1, "AR-010 t2.penalty.decisions")]
    [InlineData("t3.new.natural", 1, "AR-001 t3.carried_out.natural")]
    public void Check_OneFigureOnItsBoundary_IsJudged(string cell, long value, string found) =>
        Assert.Equal(found, string.Join(',', FigureCheck.Check(Open.With(cell, value), Tier.City).Select(f => $"{f.Code} {f.Where}")));

    [Theory]
    [InlineData("t2.rules.made", Tier.City, "")]
    [InlineData("t2.rules.made", Tier.County, "AR-020 t2.rules.made")]
    [InlineData("t2.rules.published", Tier.Township, "AR-020 t2.rules.published")]
    [InlineData("t2.rules.published_total", Tier.County, "AR-020 t2.rules.published_total")]
    [InlineData("t2.normative.made", Tier.County, "")]
    public void Check_Rules_WarnFromCountyDown(string cell, Tier tier, string found) =>
        Assert.Equal(found, string.Join(',', FigureCheck.Check(Open.With(cell, 1), tier).Select(f => $"{f.Code} {f.Where}")));

    [Fact]
    public void Check_Finding_CitesTheNoticeOf2019()
    {
        Assert.Equal("国办公开办函〔2019〕60号(表三表头勾稽关系)", FigureCheck.Check(Open.With("t3.new.natural", 1), Tier.City).Single().Basis);
        Assert.Equal("国办公开办函〔2021〕30号(表三表头勾稽关系)", FigureCheck.Check(Sheets.Open.With("t3.new.natural", 1), Tier.City).Single().Basis);
        Assert.Equal("国办公开办函〔2019〕60号", FigureReader.Read(Form, new(new Dictionary<string, long> { ["t9.a.b"] = 1 }, new Dictionary<string, string>(), [], true)).Findings.Single().Basis);
    }
}
