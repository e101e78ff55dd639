using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Forms written as data: what a file can say, and that a faulty one is refused with its place.</summary>
public sealed class FormJsonTests
{
    // every word a file can use
    private const string Sample = """
        {
          "id": "sample-1", "title": "样表", "titleEn": "Sample", "basis": "样办函〔2025〕1号",
          "periods": {"kind": "special", "since": 2025},
          "sections": [
            {"number": "一", "title": "情况", "titleEn": "Figures", "table": "t1", "blocks": [
              {"heading": {"label": "甲项", "labelEn": "Item A"}, "over": {"label": "各类", "labelEn": "Kinds"}, "corner": {"label": "内容", "labelEn": "Content"},
               "rows": [{"id": "in", "label": "收入", "labelEn": "In"}, {"id": "out", "label": "支出 / 1.其中", "labelEn": "Out / 1. Of it", "change": true}],
               "columns": [
                 {"id": "a", "label": "组 / 子", "labelEn": "Group / A", "kind": "count"},
                 {"id": "b", "label": "组 / 丑", "labelEn": "Group / B", "stock": true, "quarters": [4, 2]},
                 {"id": "sum", "label": "总计", "labelEn": "Total"}]},
              {"rows": [{"id": "money", "label": "金额", "labelEn": "Money", "kind": "amount"}],
               "columns": [{"id": "spent", "label": "投入", "labelEn": "Spent"}, {"id": "paid", "label": "支付", "labelEn": "Paid"}]}]},
            {"number": "二", "title": "说明", "titleEn": "Remarks", "mustCover": ["变动"]}
          ],
          "lists": {"kinds": ["a", "b"], "rows": ["in", "out"], "all": ["@kinds", "sum"]},
          "sums": [{"cell": "t1.@rows.sum", "of": ["t1.@rows.@kinds"]}],
          "balances": [{"rule": "AR-003", "where": "t1.money.paid", "left": ["t1.money.spent"], "right": ["t1.money.paid"]}],
          "continuity": [{"rule": "AR-031", "where": "t1.in.@kinds", "now": ["t1.in.@kinds", "-t1.out.@kinds"], "before": ["t1.in.@kinds"]}],
          "headlines": [{"id": "in", "label": "收入", "labelEn": "in", "cells": ["t1.in.@all"]}]
        }
        """;

    private static readonly ReportForm Form = FormJson.Read("sample-1.json", Sample);

    [Fact]
    public void Read_EveryWord_IsInTheForm()
    {
        Assert.Equal(("sample-1", "样表", "Sample", "样办函〔2025〕1号", PeriodKind.Special, 2025), (Form.Id, Form.Title, Form.TitleEn, Form.Basis, Form.Takes, Form.Since));
        Assert.Equal(["t1.in.a", "t1.in.b", "t1.in.sum", "t1.out.a", "t1.out.b", "t1.out.sum", "t1.money.spent", "t1.money.paid"], Form.Cells.Select(c => c.Id));
        Assert.Equal("支出 1.其中 · 组 / 丑", Form["t1.out.b"].Label);
        Assert.Equal("Out · 1. Of it · Group · B", Form["t1.out.b"].LabelEn);
        Assert.Equal(["t1.out.a", "t1.out.b", "t1.out.sum"], Form.Cells.Where(c => c.IsChange).Select(c => c.Id)); // the sum of changes is one
        Assert.Equal(["t1.in.b", "t1.in.sum", "t1.out.b", "t1.out.sum"], Form.Cells.Where(c => c.Stock).Select(c => c.Id));
        Assert.Equal(["t1.money.spent", "t1.money.paid"], Form.Cells.Where(c => c.Kind == CellKind.Amount).Select(c => c.Id));
        Assert.Equal([2, 4], Form["t1.in.b"].Quarters.ToArray());
        Assert.Equal(["t1.in.a", "t1.in.b"], Form["t1.in.sum"].Terms.Select(t => Form.Cells[t].Id));
        Assert.Equal(["t1.in.a", "t1.in.b"], Form.Continuities.Select(c => Form.Cells[c.Where].Id));
        Assert.Equal([new TermNow(1, 1), new TermNow(4, -1)], Form.Continuities[1].Now.ToArray());
        Assert.Equal([new TermBefore("t1.in.b", 1)], Form.Continuities[1].Before.ToArray());
        Assert.Equal(["t1.in.a", "t1.in.b", "t1.in.sum"], Form.Headlines.Single().Cells.Select(c => Form.Cells[c].Id));
        Assert.Equal([("s1", "一", "t1"), ("s2", "二", (string?)null)], Form.Sections.Select(s => (s.Id, s.Number, s.Table)));
        Assert.Equal("变动", Assert.Single(Form.Prose.Single().MustCover));
        Assert.Equal(("甲项", "Kinds", "内容"), (Form.Tables[0].Blocks[0].Heading!.Zh, Form.Tables[0].Blocks[0].Over!.En, Form.Tables[0].Blocks[0].Corner!.Zh));
    }

    [Fact]
    public void Check_BalanceOfAFormAsData_SaysBothSides()
    {
        var figures = Figures.NilReport(Form).With("t1.money.spent", 1_500_000).With("t1.money.paid", 500_000);

        var finding = Assert.Single(FigureCheck.Check(figures, Tier.City));

        Assert.Equal(("AR-003", "t1.money.paid"), (finding.Code, finding.Where));
        Assert.Equal("“金额 · 支付”:金额 · 投入合计 1.5 万元,金额 · 支付合计 0.5 万元,两者应当相等", finding.Text);
        Assert.Equal("t1.money.paid: t1.money.spent is 1.5 万元, t1.money.paid is 0.5 万元; the two must be equal", finding.TextEn);
        Assert.Empty(FigureCheck.Check(figures.With("t1.money.paid", 1_500_000), Tier.City));
    }

    [Theory] // what is written instead of what, and the fault that names it
    [InlineData("{\n  \"id\"", "\n\n{,", "line 3: this is no JSON")]
    [InlineData("\"basis\":", "\"base\":", "'base' is not known here; known are id, title, titleEn, basis, periods, sections, lists, sums, balances, continuity, headlines")]
    [InlineData("\"basis\": \"样办函〔2025〕1号\",", "", "'basis' is missing")]
    [InlineData("\"basis\": \"样办函〔2025〕1号\"", "\"basis\": \" \"", "basis: a text is expected")]
    [InlineData("\"id\": \"sample-1\"", "\"id\": \"Sample 1\"", "id: 'Sample 1' is no id; it begins with a letter and has lower-case letters, digits and '-'")]
    [InlineData("\"id\": \"sample-1\"", "\"id\": \"x\", \"id\": \"y\"", "'id' stands there twice")]
    [InlineData("\"special\"", "\"monthly\"", "periods.kind: 'monthly' is no kind of period; it is annual, quarter or special")]
    [InlineData("2025}", "1999}", "periods.since: a whole number from 2000 to 2999 is expected")]
    [InlineData("\"id\": \"in\", \"label\": \"收入\", \"labelEn\": \"In\"", "\"id\": \"in\", \"label\": \"收入\"", "sections[0].blocks[0].rows[0]: 'labelEn' is missing")]
    [InlineData("\"labelEn\": \"In\"}", "\"labelEn\": \"In / x\"}", "sections[0].blocks[0].rows[0]: '收入' has 1 parts, 'In / x' has 2")]
    [InlineData("\"labelEn\": \"In\"}", "\"labelEn\": \"In\", \"stock\": 1}", "sections[0].blocks[0].rows[0].stock: true or false is expected")]
    [InlineData("[4, 2]", "[5]", "sections[0].blocks[0].columns[1].quarters[0]: a whole number from 1 to 4 is expected")]
    [InlineData("[4, 2]", "4", "sections[0].blocks[0].columns[1].quarters: a list is expected")]
    [InlineData("\"kind\": \"count\"", "\"kind\": \"share\"", "sections[0].blocks[0].columns[0].kind: 'share' is no kind; it is count or amount")]
    [InlineData("\"id\": \"out\"", "\"id\": \"in\"", "sections[0].blocks[0]: cell t1.in.a stands there twice")]
    [InlineData("[{\"id\": \"money\", \"label\": \"金额\", \"labelEn\": \"Money\", \"kind\": \"amount\"}]", "[]", "sections[0].blocks[1]: a block needs rows and columns")]
    [InlineData("{\"rows\": [{\"id\": \"money\"", "{\"oneLine\": true, \"rows\": [{\"id\": \"money\"", "sections[0].blocks[1]: a block printed in one line stands alone in its table, not so in t1")]
    [InlineData("\"@kinds\", \"sum\"", "\"@kind\", \"sum\"", "lists.all[0]: there is no list 'kind'")]
    [InlineData("\"t1.@rows.@kinds\"]}]", "\"t1.@rows.@kinds\", \"t1.x.a\"]}]", "sums[0]: there is no cell t1.x.a")]
    [InlineData("\"t1.@rows.@kinds\"]}]", "\"t1.@rows.@all\"]}]", "sums[0]: the sum t1.in.sum is a term of itself")]
    [InlineData("\"t1.@rows.@kinds\"]}]", "\"t1.@rows.a\", \"t1.@rows.a\"]}]", "sums[0]: the sum t1.in.sum needs terms, each once and of its own kind")]
    [InlineData("\"t1.@rows.@kinds\"]}]", "\"t1.money.paid\"]}]", "sums[0]: the sum t1.in.sum needs terms, each once and of its own kind")]
    [InlineData("\"t1.@rows.@kinds\"]}]", "\"t1.@rows.@kinds\"]}, {\"cell\": \"t1.in.sum\", \"of\": [\"t1.in.a\"]}]", "sums[1]: cell t1.in.sum is made a sum twice")]
    [InlineData("\"AR-003\"", "\"AR-999\"", "balances[0].rule: there is no rule AR-999")]
    [InlineData("\"t1.in.@all\"", "\"t1.in.nobody\"", "headlines[0]: there is no cell t1.in.nobody")]
    [InlineData("\"mustCover\": [\"变动\"]", "\"mustCover\": [\"变动\", 3]", "sections[1].mustCover[1]: a text is expected")]
    [InlineData("\"now\": [\"t1.in.@kinds\"", "\"now\": [\"t1.in.@kind\"", "continuity[0].now[0]: there is no list 'kind'")]
    public void Read_FaultyFile_NamesTheFileAndThePlace(string instead, string written, string fault)
    {
        Assert.Contains(instead, Sample, StringComparison.Ordinal);

        var thrown = Assert.Throws<FormatException>(() => FormJson.Read("faulty.json", Sample.Replace(instead, written, StringComparison.Ordinal)));

        Assert.Equal($"faulty.json: {fault}", thrown.Message);
    }

    [Fact]
    public void Read_SumsInACircle_IsRefused()
    {
        var circle = Sample.Replace("\"sums\": [", """ "sums": [{"cell": "t1.in.a", "of": ["t1.out.a"]}, {"cell": "t1.out.a", "of": ["t1.in.a"]}, """, StringComparison.Ordinal);

        Assert.Equal("faulty.json: the sum t1.in.a is a term of itself", Assert.Throws<FormatException>(() => FormJson.Read("faulty.json", circle)).Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public void Read_NoObject_IsRefused(string text) => Assert.Throws<FormatException>(() => FormJson.Read("faulty.json", text));

    [Fact] // the quarterly form is tables three and four of 2021 under the same ids, said of a quarter
    public void Quarter2021_TablesThreeAndFour_HaveTheCellsOf2021()
    {
        var quarterly = Forms.Find("quarter-2021")!;
        static IEnumerable<(string, bool, bool)> Cells(ReportForm form) => form.Cells.Where(c => c.Table != "t2").Select(c => (c.Id, c.Derived, c.Stock));

        Assert.Equal(Cells(Form2021.Form), Cells(quarterly));
        Assert.Equal(Form2021.Form.Balances.Select(b => Form2021.Form.Cells[b.Where].Id), quarterly.Balances.Select(b => quarterly.Cells[b.Where].Id));
        Assert.All(Form2021.Form.DerivedCells, d => Assert.Equal(d.Terms.Select(t => Form2021.Form.Cells[t].Id), quarterly[d.Id].Terms.Select(t => quarterly.Cells[t].Id)));
        Assert.DoesNotContain(quarterly.Cells, c => c.Label.Contains("本年", StringComparison.Ordinal) || c.Label.Contains("上年", StringComparison.Ordinal));
        Assert.Equal(6, quarterly.Continuities.Count(c => c.Rule == ReportRules.CarriedInDiffers && c.In(quarterly) is not null));
    }

    [Fact] // an amount, a change and the balance of 政务公开专区 in the form asked for once
    public void SpecialChannels_PlatformsThatDoNotAddUp_AreFound()
    {
        var form = Forms.Find("special-channels")!;
        var figures = Figures.NilReport(form).With("t2.areas.before", 12).With("t2.areas.change", -2).With("t2.areas.now", 10).With("t1.website.items", 3).With("t1.total.items", 3);

        Assert.Empty(FigureCheck.Check(figures, Tier.County));
        Assert.Equal(["AR-003 t2.areas.now"], FigureCheck.Check(figures.With("t2.areas.now", 12), Tier.County).Select(f => $"{f.Code} {f.Where}"));
        Assert.Equal(["AR-002 t1.total.items"], FigureCheck.Check(figures.With("t1.gazette.items", 1), Tier.County).Select(f => $"{f.Code} {f.Where}"));
    }
}
