using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>
/// The annual report form of 2021: three tables, 200 cells, for report years 2021 on.
/// </summary>
/// <remarks>Source: 国办公开办函〔2021〕30号, 中华人民共和国政府信息公开工作年度报告格式, signed 2021-09-26. See docs/SOURCES.md.</remarks>
public static class Form2021
{
    private const string Notice = "国办公开办函〔2021〕30号";

    private static readonly FormLine[] Documents = [FormLine.Of("rules", "规章", "Rules"), FormLine.Of("normative", "行政规范性文件", "Administrative normative documents")];

    private static readonly FormLine Decisions = FormLine.Of("decisions", "本年处理决定数量", "Decisions this year");

    /// <summary>The form.</summary>
    public static ReportForm Form { get; } = Build();

    private static ReportForm Build()
    {
        var form = new FormBuilder();
        form.Prose("一", "总体情况", "Overview", "主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障(各级人民政府含工作考核、社会评议和责任追究结果情况)");
        form.Table("t2", "二", "主动公开政府信息情况", "Proactive disclosure")
            .AddItem(
                "一", 1, Documents,
                FormLine.Of("issued", "本年制发件数", "Issued this year"),
                FormLine.Of("repealed", "本年废止件数", "Repealed this year"),
                FormLine.Of("valid", "现行有效件数", "In force") with { Stock = true })
            .AddItem("五", 5, [FormLine.Of("licence", "行政许可", "Administrative licences")], Decisions)
            .AddItem(
                "六", 6, [FormLine.Of("penalty", "行政处罚", "Administrative penalties"), FormLine.Of("coercion", "行政强制", "Administrative coercion")], Decisions)
            .AddItem(
                "八", 8, [FormLine.Of("fees", "行政事业性收费", "Administrative fees")],
                FormLine.Of("amount", "本年收费金额(单位:万元)", "Charged this year (10,000 yuan)") with { Kind = CellKind.Amount });
        foreach (var row in Documents.Select(d => d.Id))
        {
            form.MustFollow(
                ReportRules.StockDiffers, $"t2.{row}.valid", [$"t2.{row}.valid", $"-t2.{row}.issued", $"t2.{row}.repealed"], [$"t2.{row}.valid"]);
        }

        form.AddApplications(
            FormLine.Of(
                "other_no_correction", "(六)其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "(6) Other handling / 1. Not corrected in time"),
            FormLine.Of(
                "other_fee_unpaid", "(六)其他处理 / 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "(6) Other handling / 2. Fee not paid in time"),
            FormLine.Of("other_other", "(六)其他处理 / 3.其他", "(6) Other handling / 3. Other"));
        form.AddReviewAndSuits();
        form.Prose("五", "存在的主要问题及改进情况", "Main problems and improvements").Prose("六", "其他需要报告的事项", "Other matters", "收取信息处理费情况");
        return form
            .WatchRules("t2.rules.issued", "t2.rules.repealed", "t2.rules.valid")
            .Watch(ReportRules.FeeNotice, Tier.Nation, "t3.other_fee_unpaid.total", ((string[])["natural", "enterprise", "research", "welfare", "legal", "other"]).Select(a => $"t3.other_fee_unpaid.{a}"))
            .Build("annual-2021", "政府信息公开工作年度报告", "Annual report on government information disclosure", Notice, PeriodKind.Annual, 2021);
    }
}
