using Federation.Documents.Layouts;
using Federation.Domain.Reports;

namespace Federation.Web.Tests.Pages;

/// <summary>The printed layout of every form, official or written as data.</summary>
public sealed class FormLayoutTests
{
    public static TheoryData<string> Ids => [.. Forms.All.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Layout_OfAnyForm_HoldsEveryCellOnceInTheFormsOrder(string id)
    {
        var form = Forms.Find(id)!;

        Assert.Equal(form.Cells.Select(c => c.Id), FormLayouts.Of(form).SelectMany(t => t.Figures).Select(f => f.Cell));
        Assert.Equal(form.Tables.Select(t => (t.Id, t.Section, t.Title, t.TitleEn)), FormLayouts.Of(form).Select(t => (t.Table, t.Section, t.Title.Zh, t.Title.En)));
        Assert.Equal(FormLayouts.Of(form), FormLayouts.Of(form)); // made once
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Layout_OfAnyForm_FillsItsGridWithoutGapsOrOverlaps(string id)
    {
        foreach (var table in FormLayouts.Of(Forms.Find(id)!))
        {
            foreach (var rows in (IEnumerable<IEnumerable<LayoutRow>>)[table.Head, .. table.Body.Select(b => b.AsEnumerable())])
            {
                var carried = new List<(int Columns, int Rows)>(); // headings that reach down from rows above
                foreach (var row in rows)
                {
                    Assert.Equal(table.Columns, carried.Sum(c => c.Columns) + row.Headings.Sum(h => h.Columns) + row.Figures.Sum(f => f.Columns));
                    carried = [.. carried.Concat(row.Headings.Select(h => (h.Columns, h.Rows))).Select(c => (c.Columns, c.Rows - 1)).Where(c => c.Item2 > 0)];
                }
                Assert.Empty(carried);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Layout_OfAnyForm_SaysOfEachFigureWhatTheFormSays(string id)
    {
        var form = Forms.Find(id)!;
        Assert.Distinct(FormLayouts.Of(form).SelectMany(t => t.Headings).Select(h => h.Id));
        foreach (var table in FormLayouts.Of(form))
        {
            var headings = table.Headings.ToDictionary(h => h.Id, h => h.Text);
            foreach (var figure in table.Figures)
            {
                var (said, english) = (string.Concat(figure.Headers.Select(h => headings[h].Zh)), string.Concat(figure.Headers.Select(h => headings[h].En)));
                var cell = form[figure.Cell];
                Assert.All(cell.Row.Split(' ').Concat(cell.Column.Split(' ')).Where(word => word != "/"), word => Assert.Contains(word, said, StringComparison.Ordinal));
                Assert.All(cell.LabelEn.Split(" · "), word => Assert.Contains(word, english, StringComparison.Ordinal));
            }
        }
    }

    // the heads as the two notices print them: text, columns, rows
    [Fact]
    public void TableThree_OfTheOfficialForms_HasItsMergedHeads()
    {
        foreach (var (form, handled) in ((ReportForm, int)[])[(Form2021.Form, 22), (Form2019.Form, 20)])
        {
            var table = FormLayouts.Of(form)[1];
            Assert.Equal(10, table.Columns);
            Assert.Equal(
                [
                    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) 3x3", "申请人情况 7x1", "自然人 1x2", "法人或其他组织 5x1", "总计 1x2",
                    "商业企业 1x1", "科研机构 1x1", "社会公益组织 1x1", "法律服务机构 1x1", "其他 1x1",
                ],
                table.Head.SelectMany(r => r.Headings).Select(Say));
            Assert.Equal([2, handled, 1], table.Body.Select(g => g.Length));
            Assert.Equal(["一、本年新收政府信息公开申请数量 3x1", "二、上年结转政府信息公开申请数量 3x1"], table.Body[0].SelectMany(r => r.Headings).Select(Say));
            Assert.Equal([$"三、本年度办理结果 1x{handled}", "(一)予以公开 2x1"], table.Body[1][0].Headings.Select(Say));
            Assert.Equal(["(三)不予公开 1x8", "1.属于国家秘密 1x1"], table.Body[1][2].Headings.Select(Say));
            Assert.Equal(["2.其他法律行政法规禁止公开 1x1"], table.Body[1][3].Headings.Select(Say));
            Assert.Equal(["(七)总计 2x1"], table.Body[1][^1].Headings.Select(Say));
            Assert.Equal([true, true, true, true], new[] { table.Body[0][0], table.Body[0][1], table.Body[1][^1], table.Body[2][0] }.Select(r => r.Strong));
            Assert.DoesNotContain(table.Body[1][..^1], r => r.Strong);
        }
        Assert.Equal(["(六)其他处理 1x3", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 1x1"], FormLayouts.Of(Form2021.Form)[1].Body[1][18].Headings.Select(Say));
        Assert.Equal(["(六)其他处理 2x1"], FormLayouts.Of(Form2019.Form)[1].Body[1][18].Headings.Select(Say)); // one row, over the place of its parts
    }

    [Fact]
    public void TableFour_OfTheOfficialForms_IsOneLineUnderMergedHeads()
    {
        foreach (var form in (ReportForm[])[Form2021.Form, Form2019.Form])
        {
            var table = FormLayouts.Of(form)[2];
            Assert.Equal(["行政复议 5x1", "行政诉讼 10x1"], table.Head[0].Headings.Select(Say));
            Assert.Equal(
                ["结果维持 1x2", "结果纠正 1x2", "其他结果 1x2", "尚未审结 1x2", "总计 1x2", "未经复议直接起诉 5x1", "复议后起诉 5x1"],
                table.Head[1].Headings.Select(Say));
            Assert.Equal((15, 3, 10), (table.Columns, table.Head.Length, table.Head[2].Headings.Length));
            Assert.Equal(15, Assert.Single(Assert.Single(table.Body)).Figures.Length);
        }
    }

    [Theory] // width, then each line of the heads of table two
    [InlineData("annual-2021", 4, "第二十条第(一)项 4x1|信息内容 1x1|本年制发件数 1x1|本年废止件数 1x1|现行有效件数 1x1|第二十条第(五)项 4x1|信息内容 1x1|本年处理决定数量 3x1|第二十条第(六)项 4x1|信息内容 1x1|本年处理决定数量 3x1|第二十条第(八)项 4x1|信息内容 1x1|本年收费金额(单位:万元) 3x1")]
    [InlineData("annual-2019", 7, "第二十条第(一)项 7x1|信息内容 1x1|本年新制作数量 2x1|本年新公开数量 2x1|对外公开总数量 2x1|第二十条第(五)项 7x1|信息内容 1x1|上一年项目数量 2x1|本年增/减 2x1|处理决定数量 2x1|第二十条第(六)项 7x1|信息内容 1x1|上一年项目数量 2x1|本年增/减 2x1|处理决定数量 2x1|第二十条第(八)项 7x1|信息内容 1x1|上一年项目数量 3x1|本年增/减 3x1|第二十条第(九)项 7x1|信息内容 1x1|采购项目数量 3x1|采购总金额 3x1")]
    public void TableTwo_OfTheOfficialForms_HasAHeadForEachItem(string id, int columns, string heads)
    {
        var table = FormLayouts.Of(Forms.Find(id)!)[0];

        Assert.Equal(columns, table.Columns);
        Assert.Empty(table.Head);
        Assert.Equal(heads.Split('|'), table.Headings.Where(h => h.Scope is HeadingScope.Col or HeadingScope.ColGroup).Select(Say));
    }

    [Fact]
    public void OutcomeGroups_Form2021_AreTheSixWithTheirRows()
    {
        Assert.Equal(
            ["予以公开 1", "部分公开 1", "不予公开 8", "无法提供 3", "不予处理 5", "其他处理 3"],
            FormCharts.OutcomeGroups(Form2021.Form).Select(g => $"{g.Text.Zh} {g.Rows.Count()}"));
        Assert.Equal(["Granted", "Partly granted", "Withheld", "Not available", "Not processed", "Other handling"], FormCharts.OutcomeGroups(Form2021.Form).Select(g => g.Text.En));
        Assert.Equal(["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"], FormCharts.ApplicantKinds(Form2021.Form).Select(a => a.Text.Zh));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Charts_OfAnyForm_AddCellsOfTheForm(string id)
    {
        var form = Forms.Find(id)!;
        var rows = FormCharts.OutcomeGroups(form).SelectMany(g => g.Rows).ToList();

        Assert.Equal(form.Find("t3.handled_total.natural")?.Terms.Select(t => form.Cells[t].Id.Split('.')[1]) ?? [], rows);
        Assert.Equal(form.Find("t3.new.natural") is null ? 0 : 6, FormCharts.ApplicantKinds(form).Count());
        Assert.All(rows, r => Assert.NotNull(form.Find($"t3.{r}.total")));
    }

    [Theory]
    [InlineData("annual-2021", "t2")] // fees
    [InlineData("annual-2019", "t2")] // procurement
    [InlineData("quarter-2021", "")]
    public void HasAmounts_TablesOfAForm_AreThoseWithMoney(string id, string tables) =>
        Assert.Equal(tables, string.Join(',', FormLayouts.Of(Forms.Find(id)!).Where(t => t.HasAmounts).Select(t => t.Table)));

    private static string Say(Heading heading) => $"{heading.Text.Zh} {heading.Columns}x{heading.Rows}";
}
