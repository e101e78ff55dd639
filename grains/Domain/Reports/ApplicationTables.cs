using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>
/// Tables three and four as the forms of 2019 and of 2021 both print them. A form that prints another row writes its own tables; nothing
/// here changes any more.
/// </summary>
internal static class ApplicationTables
{
    private static readonly FormText Handled = new("三、本年度办理结果", "III. Handled this year");

    private static readonly FormLine[] Applicants =
    [
        FormLine.Of("natural", "自然人", "Natural persons"),
        FormLine.Of("enterprise", "法人或其他组织 / 商业企业", "Legal persons and other organisations / Enterprises"),
        FormLine.Of("research", "法人或其他组织 / 科研机构", "Legal persons and other organisations / Research bodies"),
        FormLine.Of("welfare", "法人或其他组织 / 社会公益组织", "Legal persons and other organisations / Public-interest bodies"),
        FormLine.Of("legal", "法人或其他组织 / 法律服务机构", "Legal persons and other organisations / Legal services"),
        FormLine.Of("other", "法人或其他组织 / 其他", "Legal persons and other organisations / Others"),
        FormLine.Of("total", "总计", "Total"),
    ];

    private static readonly FormLine[] Outcomes =
    [
        FormLine.Of("granted", "(一)予以公开", "(1) Granted"),
        FormLine.Of("partial", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "(2) Partly granted (counted here only)"),
        FormLine.Of("deny_secret", "(三)不予公开 / 1.属于国家秘密", "(3) Withheld / 1. State secrets"),
        FormLine.Of("deny_law", "(三)不予公开 / 2.其他法律行政法规禁止公开", "(3) Withheld / 2. Forbidden by other laws or regulations"),
        FormLine.Of("deny_security", "(三)不予公开 / 3.危及“三安全一稳定”", "(3) Withheld / 3. Endangers security or stability"),
        FormLine.Of("deny_third_party", "(三)不予公开 / 4.保护第三方合法权益", "(3) Withheld / 4. Rights of third parties"),
        FormLine.Of("deny_internal", "(三)不予公开 / 5.属于三类内部事务信息", "(3) Withheld / 5. Internal affairs"),
        FormLine.Of("deny_process", "(三)不予公开 / 6.属于四类过程性信息", "(3) Withheld / 6. Deliberative records"),
        FormLine.Of("deny_casefile", "(三)不予公开 / 7.属于行政执法案卷", "(3) Withheld / 7. Enforcement case files"),
        FormLine.Of("deny_query", "(三)不予公开 / 8.属于行政查询事项", "(3) Withheld / 8. Open to inspection under other rules"),
        FormLine.Of("cannot_not_held", "(四)无法提供 / 1.本机关不掌握相关政府信息", "(4) Not available / 1. Not held by this body"),
        FormLine.Of("cannot_must_create", "(四)无法提供 / 2.没有现成信息需要另行制作", "(4) Not available / 2. Would have to be created"),
        FormLine.Of("cannot_unclear", "(四)无法提供 / 3.补正后申请内容仍不明确", "(4) Not available / 3. Still unclear after correction"),
        FormLine.Of("refuse_petition", "(五)不予处理 / 1.信访举报投诉类申请", "(5) Not processed / 1. Petitions and complaints"),
        FormLine.Of("refuse_repeat", "(五)不予处理 / 2.重复申请", "(5) Not processed / 2. Repeated applications"),
        FormLine.Of("refuse_publication", "(五)不予处理 / 3.要求提供公开出版物", "(5) Not processed / 3. Published works"),
        FormLine.Of("refuse_mass", "(五)不予处理 / 4.无正当理由大量反复申请", "(5) Not processed / 4. Mass applications without reason"),
        FormLine.Of(
            "refuse_confirm", "(五)不予处理 / 5.要求行政机关确认或重新出具已获取信息", "(5) Not processed / 5. Confirmation or reissue of information already obtained"),
    ];

    private static readonly FormLine[] Cases =
    [
        FormLine.Of("review", "行政复议", "Administrative reconsideration"),
        FormLine.Of("suit_direct", "行政诉讼 / 未经复议直接起诉", "Administrative litigation / Without reconsideration"),
        FormLine.Of("suit_after_review", "行政诉讼 / 复议后起诉", "Administrative litigation / After reconsideration"),
    ];

    private static readonly FormLine[] Rulings =
    [
        FormLine.Of("upheld", "结果维持", "Upheld"),
        FormLine.Of("corrected", "结果纠正", "Corrected"),
        FormLine.Of("other", "其他结果", "Other result"),
        FormLine.Of("pending", "尚未审结", "Pending") with { Stock = true },
        FormLine.Of("total", "总计", "Total"),
    ];

    /// <summary>Table three with its sums, balances, continuity (I5) and headlines.</summary>
    /// <param name="form">The form.</param>
    /// <param name="otherHandling">Rows of (六)其他处理, in which the forms differ.</param>
    public static FormBuilder AddApplications(this FormBuilder form, params IEnumerable<FormLine> otherHandling)
    {
        FormLine[] outcomes = [.. Outcomes, .. otherHandling];
        FormLine InHandled(FormLine line) => line with { Path = [Handled, .. line.Path] };
        FormLine[] rows =
        [
            FormLine.Of("new", "一、本年新收政府信息公开申请数量", "I. Received this year"),
            FormLine.Of("carried_in", "二、上年结转政府信息公开申请数量", "II. Carried in from last year") with { Stock = true },
            .. outcomes.Select(InHandled),
            InHandled(FormLine.Of("handled_total", "(七)总计", "(7) Total")),
            FormLine.Of("carried_out", "四、结转下年度继续办理", "IV. Carried out into next year") with { Stock = true },
        ];
        form.Table("t3", "三", "收到和处理政府信息公开申请情况", "Applications received and handled").Block(new([.. rows], [.. Applicants])
        {
            Over = new("申请人情况", "Applicants"),
            Corner = new("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", "(In each column, I plus II equals III plus IV)"),
        });

        string[] kinds = [.. Applicants[..^1].Select(a => a.Id)];
        foreach (var kind in kinds)
        {
            form.Sum($"t3.handled_total.{kind}", outcomes.Select(o => $"t3.{o.Id}.{kind}"));
            form.MustBalance(
                ReportRules.ColumnBalance,
                $"t3.carried_out.{kind}",
                [$"t3.new.{kind}", $"t3.carried_in.{kind}"],
                [.. outcomes.Select(o => $"t3.{o.Id}.{kind}"), $"t3.carried_out.{kind}"]);
            form.MustFollow(ReportRules.CarriedInDiffers, $"t3.carried_in.{kind}", [$"t3.carried_in.{kind}"], [$"t3.carried_out.{kind}"]);
        }
        foreach (var row in rows)
            form.Sum($"t3.{row.Id}.total", kinds.Select(a => $"t3.{row.Id}.{a}"));
        return form
            .Headline("received", "新收申请", "received", "t3.new.total")
            .Headline("granted", "予以公开", "granted", "t3.granted.total", "t3.partial.total")
            .Headline("refused", "不予公开", "refused", outcomes.Where(o => o.Id.StartsWith("deny", StringComparison.Ordinal)).Select(o => $"t3.{o.Id}.total"))
            .Headline("carried-out", "结转下年", "carried out", "t3.carried_out.total");
    }

    /// <summary>Table four with its sums.</summary>
    public static FormBuilder AddReviewAndSuits(this FormBuilder form)
    {
        form.Table("t4", "四", "政府信息公开行政复议、行政诉讼情况", "Reconsideration and litigation").Block(new([.. Cases], [.. Rulings]) { OneLine = true });
        foreach (var group in Cases)
            form.Sum($"t4.{group.Id}.total", Rulings[..^1].Select(r => $"t4.{group.Id}.{r.Id}"));
        return form;
    }

    /// <summary>A block of table two under an item of art. 20 of the Regulation.</summary>
    public static FormBuilder AddItem(this FormBuilder form, string item, int number, IEnumerable<FormLine> rows, params IEnumerable<FormLine> columns) =>
        form.Block(new([.. rows], [.. columns])
        {
            Heading = new($"第二十条第({item})项", $"Article 20 ({number})"), // the Regulation's art. 20
            Corner = new("信息内容", "Content"),
        });

    /// <summary>规章 of a county or township deserve a look: identity I10.</summary>
    public static FormBuilder WatchRules(this FormBuilder form, params IEnumerable<string> cells) => form.Watch(ReportRules.NoRuleMaking, Tier.County, null, cells);
}
