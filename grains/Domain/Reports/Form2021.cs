namespace Federation.Domain.Reports;

/// <summary>
/// The annual report form of 2021: three tables, 200 cells, for report years 2021 on.
/// </summary>
/// <remarks>Source: 国办公开办函〔2021〕30号, 中华人民共和国政府信息公开工作年度报告格式, signed 2021-09-26. See docs/SOURCES.md.</remarks>
public static class Form2021
{
    private const string Notice = "国办公开办函〔2021〕30号";

    private static readonly FormLine[] Applicants =
    [
        new("natural", "自然人"),
        new("enterprise", "法人或其他组织 / 商业企业"),
        new("research", "法人或其他组织 / 科研机构"),
        new("welfare", "法人或其他组织 / 社会公益组织"),
        new("legal", "法人或其他组织 / 法律服务机构"),
        new("other", "法人或其他组织 / 其他"),
        new("total", "总计"),
    ];

    private static readonly FormLine[] Outcomes =
    [
        new("granted", "(一)予以公开"),
        new("partial", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)"),
        new("deny_secret", "(三)不予公开 1.属于国家秘密"),
        new("deny_law", "(三)不予公开 2.其他法律行政法规禁止公开"),
        new("deny_security", "(三)不予公开 3.危及“三安全一稳定”"),
        new("deny_third_party", "(三)不予公开 4.保护第三方合法权益"),
        new("deny_internal", "(三)不予公开 5.属于三类内部事务信息"),
        new("deny_process", "(三)不予公开 6.属于四类过程性信息"),
        new("deny_casefile", "(三)不予公开 7.属于行政执法案卷"),
        new("deny_query", "(三)不予公开 8.属于行政查询事项"),
        new("cannot_not_held", "(四)无法提供 1.本机关不掌握相关政府信息"),
        new("cannot_must_create", "(四)无法提供 2.没有现成信息需要另行制作"),
        new("cannot_unclear", "(四)无法提供 3.补正后申请内容仍不明确"),
        new("refuse_petition", "(五)不予处理 1.信访举报投诉类申请"),
        new("refuse_repeat", "(五)不予处理 2.重复申请"),
        new("refuse_publication", "(五)不予处理 3.要求提供公开出版物"),
        new("refuse_mass", "(五)不予处理 4.无正当理由大量反复申请"),
        new("refuse_confirm", "(五)不予处理 5.要求行政机关确认或重新出具已获取信息"),
        new("other_no_correction", "(六)其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        new("other_fee_unpaid", "(六)其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        new("other_other", "(六)其他处理 3.其他"),
    ];

    private static readonly string[] Cases = ["review", "suit_direct", "suit_after_review"];
    private static readonly string[] CaseLabels = ["行政复议", "行政诉讼 / 未经复议直接起诉", "行政诉讼 / 复议后起诉"];

    private static readonly FormLine[] Rulings =
    [
        new("upheld", "结果维持"),
        new("corrected", "结果纠正"),
        new("other", "其他结果"),
        new("pending", "尚未审结"),
        new("total", "总计"),
    ];

    /// <summary>The form.</summary>
    public static ReportForm Form { get; } = Build();

    private static ReportForm Build()
    {
        var form = new FormBuilder();
        form.Prose("一", "总体情况", "主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障(各级人民政府含工作考核、社会评议和责任追究结果情况)");
        form.Table("t2", "二", "主动公开政府信息情况")
            .Grid([new("rules", "规章"), new("normative", "行政规范性文件")], [new("issued", "本年制发件数"), new("repealed", "本年废止件数"), new("valid", "现行有效件数")])
            .Grid([new("licence", "行政许可"), new("penalty", "行政处罚"), new("coercion", "行政强制")], [new("decisions", "本年处理决定数量")])
            .Grid([new("fees", "行政事业性收费")], [new("amount", "本年收费金额(单位:万元)")], CellKind.Amount);

        form.Table("t3", "三", "收到和处理政府信息公开申请情况")
            .Grid([new("new", "一、本年新收政府信息公开申请数量"), new("carried_in", "二、上年结转政府信息公开申请数量")], Applicants)
            .Grid(Outcomes.Select(o => o with { Label = "三、本年度办理结果 " + o.Label }), Applicants)
            .Grid([new("handled_total", "三、本年度办理结果 (七)总计"), new("carried_out", "四、结转下年度继续办理")], Applicants);

        form.Table("t4", "四", "政府信息公开行政复议、行政诉讼情况")
            .Grid(Cases.Zip(CaseLabels, (id, label) => new FormLine(id, label)), Rulings);

        form.Prose("五", "存在的主要问题及改进情况").Prose("六", "其他需要报告的事项", "收取信息处理费情况");

        AddSums(form);
        foreach (var applicant in Applicants[..^1].Select(a => a.Id))
        {
            form.MustBalance(
                ReportRules.ColumnBalance,
                $"t3.carried_out.{applicant}",
                [$"t3.new.{applicant}", $"t3.carried_in.{applicant}"],
                [.. Outcomes.Select(o => $"t3.{o.Id}.{applicant}"), $"t3.carried_out.{applicant}"]);
        }
        return form
            .Headline("received", "新收申请", "received", "t3.new.total")
            .Headline("granted", "予以公开", "granted", "t3.granted.total", "t3.partial.total")
            .Headline("refused", "不予公开", "refused", Outcomes.Where(o => o.Id.StartsWith("deny", StringComparison.Ordinal)).Select(o => $"t3.{o.Id}.total"))
            .Headline("carried-out", "结转下年", "carried out", "t3.carried_out.total")
            .Build("annual-2021", "政府信息公开工作年度报告", Notice);
    }

    private static void AddSums(FormBuilder form)
    {
        string[] inputRows = ["new", "carried_in", .. Outcomes.Select(o => o.Id), "carried_out"];
        var kinds = Applicants[..^1].Select(a => a.Id).ToArray();
        foreach (var applicant in kinds)
            form.Sum($"t3.handled_total.{applicant}", Outcomes.Select(o => $"t3.{o.Id}.{applicant}"));
        foreach (var row in (string[])[.. inputRows, "handled_total"])
            form.Sum($"t3.{row}.total", kinds.Select(a => $"t3.{row}.{a}"));
        foreach (var group in Cases)
            form.Sum($"t4.{group}.total", Rulings[..^1].Select(r => $"t4.{group}.{r.Id}"));
    }
}
