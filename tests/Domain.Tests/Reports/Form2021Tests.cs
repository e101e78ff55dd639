using System.Text.Json;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>The form as code against the form as it was read from the notice and from published reports.</summary>
public sealed class Form2021Tests
{
    private static readonly ReportForm Form = Form2021.Form;

    [Fact]
    public void Cells_Form2021_CountAsPrinted()
    {
        Assert.Equal(200, Form.Cells.Length);
        Assert.Equal([10, 175, 15], Form.Tables.Select(t => Form.Cells.Count(c => c.Table == t.Id)));
        Assert.Equal(34, Form.DerivedCells.Length); // 25 rows and 6 columns of table three, 3 groups of table four
        Assert.Equal(Form.Cells.Where(c => c.Derived).Select(c => c.Id).Order(), Form.DerivedCells.Select(c => c.Id).Order());
        Assert.Equal(["t2.fees.amount"], Form.Cells.Where(c => c.Kind == CellKind.Amount).Select(c => c.Id));
    }

    [Fact]
    public void Cells_Form2021_StandAtTheirIndexUnderTheirId()
    {
        Assert.Equal(Enumerable.Range(0, 200), Form.Cells.Select(c => c.Index));
        Assert.All(Form.Cells, c => Assert.Same(c, Form[c.Id]));
        Assert.All(Form.Cells, c => Assert.StartsWith(c.Table + ".", c.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Cells_Form2021_AgreeWithThePublishedForm()
    {
        using var published = JsonDocument.Parse(File.ReadAllText(Repository.Data("annual-report-format.json")));
        var expected = PublishedCells(published.RootElement.GetProperty("tables")).ToList();

        Assert.Equal(expected.Select(c => c.Id), Form.Cells.Select(c => c.Id));
        Assert.Equal(expected.Select(c => c.Derived), Form.Cells.Select(c => c.Derived));
        Assert.Equal(expected.Select(c => c.Column), Form.Cells.Select(c => c.Column));
        Assert.All(expected.Zip(Form.Cells), pair => Assert.EndsWith(pair.First.Row, pair.Second.Row, StringComparison.Ordinal));
        Assert.Equal(published.RootElement.GetProperty("document_number").GetString(), Form.Basis);
        Assert.Equal(
            Form.Tables.Select(t => (t.Section, t.Title)),
            published.RootElement.GetProperty("sections").EnumerateArray().Where(s => s.GetProperty("kind").GetString() == "table").Select(s => (Text(s, "no"), Text(s, "title"))));
    }

    [Fact]
    public void Label_OutcomeRow_NamesItsGroup() =>
        Assert.Equal("三、本年度办理结果 (三)不予公开 1.属于国家秘密 · 法人或其他组织 / 商业企业", Form["t3.deny_secret.enterprise"].Label);

    [Fact]
    public void DerivedCells_InTheirOrder_HaveTheirTermsBefore()
    {
        var known = Form.Cells.Where(c => !c.Derived).Select(c => c.Index).ToHashSet();
        foreach (var derived in Form.DerivedCells)
        {
            Assert.Subset(known, derived.Terms.ToHashSet());
            Assert.All(derived.Terms, t => Assert.True(t < derived.Index));
            known.Add(derived.Index);
        }
    }

    [Theory]
    [InlineData("t3.handled_total.natural", 21)] // I2: the outcomes
    [InlineData("t3.handled_total.total", 6)] // I3: the six kinds of applicants
    [InlineData("t3.new.total", 6)]
    [InlineData("t3.carried_out.total", 6)]
    [InlineData("t4.review.total", 4)] // I4: the rulings
    [InlineData("t4.suit_after_review.total", 4)]
    public void Terms_DerivedCell_AreAllOfItsRowOrColumn(string cell, int terms) => Assert.Equal(terms, Form[cell].Terms.Length);

    [Fact]
    public void Balances_Form2021_HoldOneForEachKindOfApplicant()
    {
        Assert.Equal(Sheets.Applicants.Select(a => $"t3.carried_out.{a}"), Form.Balances.Select(b => Form.Cells[b.Where].Id));
        Assert.All(Form.Balances, b => Assert.Equal(("AR-001", 2, 22), (b.Rule.Code, b.Left.Length, b.Right.Length)));
        Assert.All(Form.Balances, b => Assert.DoesNotContain(b.Left.Concat(b.Right), c => Form.Cells[c].Derived));
    }

    [Theory] // Suqian 2023, as its report says in words: data/real-reports/suqian-city-2023.json
    [InlineData("received", 3511)]
    [InlineData("granted", 1191 + 328)]
    [InlineData("refused", 142)]
    [InlineData("carried-out", 121)]
    public void Headlines_RealReport_AreTheFiguresOfItsText(string id, long expected)
    {
        var figures = RealReport.Read("suqian-city-2023").Figures.WithSums();

        Assert.Equal(expected, Form.Headlines.Single(h => h.Id == id).Cells.Sum(c => figures[c].Value));
    }

    [Fact]
    public void Find_UnknownCell_IsNullAndTheIndexerThrows()
    {
        Assert.Null(Form.Find("t3.new.nobody"));
        Assert.Throws<ArgumentException>(() => Form["t3.new.nobody"]);
    }

    private static IEnumerable<(string Id, string Row, string Column, bool Derived)> PublishedCells(JsonElement tables)
    {
        foreach (var block in tables.GetProperty("t2").GetProperty("blocks").EnumerateArray())
        {
            foreach (var row in block.GetProperty("rows").EnumerateArray())
            {
                foreach (var column in block.GetProperty("columns").EnumerateArray())
                    yield return ($"t2.{Text(row, "id")}.{Text(column, "id")}", Text(row, "label"), Text(column, "label"), false);
            }
        }
        foreach (var row in tables.GetProperty("t3").GetProperty("rows").EnumerateArray())
        {
            foreach (var column in tables.GetProperty("t3").GetProperty("columns").EnumerateArray())
                yield return ($"t3.{Text(row, "id")}.{Text(column, "id")}", Text(row, "label"), Grouped(column, "group"), Text(row, "kind") == "derived" || column.GetProperty("derived").GetBoolean());
        }
        foreach (var group in tables.GetProperty("t4").GetProperty("groups").EnumerateArray())
        {
            foreach (var column in tables.GetProperty("t4").GetProperty("columns_per_group").EnumerateArray())
                yield return ($"t4.{Text(group, "id")}.{Text(column, "id")}", Grouped(group, "parent"), Text(column, "label"), column.GetProperty("derived").GetBoolean());
        }
    }

    private static string Grouped(JsonElement line, string group) =>
        line.GetProperty(group).GetString() is { } above ? $"{above} / {Text(line, "label")}" : Text(line, "label");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
