namespace Federation.Domain.Reports;

/// <summary>
/// The annual report form of 2019 (试行): three tables, 198 cells, for report years 2019 and 2020. Tables three and four are those of 2021
/// under the same cell ids, but that (六)其他处理 is one row, <c>t3.other_handling</c>. Table two asks other things: 本年新制作数量
/// (<c>made</c>), 本年新公开数量 (<c>published</c>) and 对外公开总数量 (<c>published_total</c>) are not what 2021 calls issued, repealed and
/// in force, so they have ids of their own; the decisions mean the same and keep theirs.
/// </summary>
/// <remarks>Source: 国办公开办函〔2019〕60号, read in full in published reports only (上海市人民政府办公厅 2019). See docs/SOURCES.md.</remarks>
public static class Form2019
{
    internal const string Notice = "国办公开办函〔2019〕60号";

    private static readonly string[] Listed = ["licence", "other_services", "penalty", "coercion", "fees"];

    private static readonly FormLine[] Items =
    [
        FormLine.Of("items_before", "上一年项目数量", "Items last year") with { Stock = true },
        FormLine.Of("change", "本年增/减", "Change this year") with { IsChange = true },
        FormLine.Of("decisions", "处理决定数量", "Decisions"),
    ];

    /// <summary>The form.</summary>
    public static ReportForm Form { get; } = Build();

    private static ReportForm Build()
    {
        var form = new FormBuilder();
        form.Prose("一", "总体情况", "Overview", "主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障");
        form.Table("t2", "二", "主动公开政府信息情况", "Proactive disclosure")
            .AddItem(
                "一", 1, [FormLine.Of("rules", "规章", "Rules"), FormLine.Of("normative", "规范性文件", "Normative documents")],
                FormLine.Of("made", "本年新制作数量", "Made this year"),
                FormLine.Of("published", "本年新公开数量", "Published this year"),
                FormLine.Of("published_total", "对外公开总数量", "Public in all") with { Stock = true })
            .AddItem(
                "五", 5, [FormLine.Of("licence", "行政许可", "Administrative licences"), FormLine.Of("other_services", "其他对外管理服务事项", "Other administration and services")], Items)
            .AddItem(
                "六", 6, [FormLine.Of("penalty", "行政处罚", "Administrative penalties"), FormLine.Of("coercion", "行政强制", "Administrative coercion")], Items)
            .AddItem("八", 8, [FormLine.Of("fees", "行政事业性收费", "Administrative fees")], Items[..2])
            .AddItem(
                "九", 9, [FormLine.Of("procurement", "政府集中采购", "Central government procurement")],
                FormLine.Of("projects", "采购项目数量", "Projects"),
                FormLine.Of("amount", "采购总金额", "Total amount") with { Kind = CellKind.Amount });
        foreach (var row in Listed)
        {
            form.MustFollow(
                ReportRules.ItemsDiffer, $"t2.{row}.items_before", [$"t2.{row}.items_before"], [$"t2.{row}.items_before", $"t2.{row}.change"]);
        }

        form.AddApplications(FormLine.Of("other_handling", "(六)其他处理", "(6) Other handling")).AddReviewAndSuits();
        form.Prose("五", "存在的主要问题及改进情况", "Main problems and improvements").Prose("六", "其他需要报告的事项", "Other matters");
        return form
            .WatchRules("t2.rules.made", "t2.rules.published", "t2.rules.published_total")
            .Build("annual-2019", "政府信息公开工作年度报告", "Annual report on government information disclosure", Notice, PeriodKind.Annual, 2019);
    }
}
