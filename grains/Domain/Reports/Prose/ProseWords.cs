using System.Collections.Frozen;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// The words of which a clause may consist to be judged at all, as data. A clause with any other word in it is left alone: it may speak of
/// something else, and a wrong complaint costs more than a missed one.
/// </summary>
/// <remarks>Readings of 收到, 受理, 新收, 收办, 办理: published reports use them for new, for new and carried in, and for handled.</remarks>
internal static class ProseWords
{
    private const string New = "new";
    private const string Any = "new|new+carried_in|handled_total";

    private static readonly (WordKind Kind, string Meaning, string Words)[] Table =
    [
        (WordKind.Flow, Any, "收到 接到 接收 受理 新收 新收到 新受理 收办 办理 处理 登记"),
        (WordKind.Flow, New, "本年新收 本年度新收 当年新收 年度新收 本年新收到 本年度新收到"),
        (WordKind.Flow, "carried_in", "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 含上年结转 含上年度结转 上年转入 上年度转入 上年结转至本年 上年度结转至本年度"),
        (WordKind.Flow, "carried_out", "结转下年 结转下年度 结转至下年 结转至下年度 结转到下年 结转到下年度 结转下一年度 结转至下一年度 结转到下一年度 结转下一年 结转至下一年 顺延到下年度 顺延至下年度 转下年度 转下一年度 转入下年度 转至下年度 转下年 结转至明年"),
        (WordKind.Flow, "handled_total", "办结 答复 办理完毕 按时办结 按期办结 按时答复 按期答复 作出答复 依法答复"),
        (WordKind.Outcome, "granted", "予以公开 同意公开 予以全部公开"),
        (WordKind.Outcome, "partial", "部分公开 予以部分公开 同意部分公开"),
        (WordKind.Outcome, "deny_*", "不予公开 决定不予公开"),
        (WordKind.Outcome, "cannot_*", "无法提供"),
        (WordKind.Outcome, "refuse_*", "不予处理"),
        (WordKind.Outcome, "other*", "其他处理 作其他处理 其它处理"),
        (WordKind.Outcome, "deny_secret", "属于国家秘密"),
        (WordKind.Outcome, "deny_law", "其他法律行政法规禁止公开 法律行政法规禁止公开"),
        (WordKind.Outcome, "deny_security", "危及“三安全一稳定”"),
        (WordKind.Outcome, "deny_third_party", "保护第三方合法权益"),
        (WordKind.Outcome, "deny_internal", "属于三类内部事务信息 三类内部事务信息"),
        (WordKind.Outcome, "deny_process", "属于四类过程性信息 四类过程性信息"),
        (WordKind.Outcome, "deny_casefile", "属于行政执法案卷 行政执法案卷"),
        (WordKind.Outcome, "deny_query", "属于行政查询事项 行政查询事项"),
        (WordKind.Outcome, "cannot_not_held", "本机关不掌握相关政府信息 本机关不掌握"),
        (WordKind.Outcome, "cannot_must_create", "没有现成信息需要另行制作 没有现成信息"),
        (WordKind.Outcome, "cannot_unclear", "补正后申请内容仍不明确 补正后仍不明确"),
        (WordKind.Outcome, "refuse_petition", "信访举报投诉类申请 信访举报投诉类"),
        (WordKind.Outcome, "refuse_repeat", "重复申请"),
        (WordKind.Outcome, "refuse_publication", "要求提供公开出版物"),
        (WordKind.Outcome, "refuse_mass", "无正当理由大量反复申请"),
        (WordKind.Outcome, "refuse_confirm", "要求行政机关确认或重新出具已获取信息"),
        (WordKind.Outcome, "other_no_correction", "申请人无正当理由逾期不补正 逾期不补正"),
        (WordKind.Outcome, "other_fee_unpaid", "申请人逾期未按收费通知要求缴纳费用 逾期未按收费通知要求缴纳费用 逾期未缴费"),
        (WordKind.Applicant, "natural", "自然人"),
        (WordKind.Applicant, "enterprise+research+welfare+legal+other", "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人或其它组织"),
        (WordKind.Applicant, "enterprise", "商业企业"),
        (WordKind.Applicant, "research", "科研机构"),
        (WordKind.Applicant, "welfare", "社会公益组织"),
        (WordKind.Applicant, "legal", "法律服务机构"),
        (WordKind.Case, "review", "行政复议"),
        (WordKind.Case, "suit_direct+suit_after_review", "行政诉讼"),
        (WordKind.Case, "review+suit_direct+suit_after_review", "行政复议诉讼 行政复议和行政诉讼 行政复议及行政诉讼 行政复议与行政诉讼 行政复议或行政诉讼"),
        (WordKind.Case, "suit_direct", "未经复议直接起诉 未经行政复议直接起诉"),
        (WordKind.Case, "suit_after_review", "复议后起诉 经复议后起诉 行政复议后起诉"),
        (WordKind.Ruling, "upheld", "结果维持 维持 被维持 复议维持"),
        (WordKind.Ruling, "corrected", "结果纠正 纠正 被纠正"),
        (WordKind.Ruling, "other", "其他结果 其它结果"),
        (WordKind.Ruling, "pending", "尚未审结 未审结 尚在审理"),
        (WordKind.CaseVerb, "", "发生 引发 产生 被申请 被提起 提起 被提 涉及 备案 导致"),
        (WordKind.Document, "rules", "规章 政府规章"),
        (WordKind.Document, "normative", "行政规范性文件 规范性文件"),
        (WordKind.DocumentVerb, "issued", "制发 制定 新制定 新制发 出台 印发 制定出台 制定印发 本年制发"),
        (WordKind.DocumentVerb, "repealed", "废止 宣布废止 本年废止"),
        (WordKind.DocumentVerb, "valid", "现行有效 继续有效"),
        (WordKind.Act, "licence", "行政许可"),
        (WordKind.Act, "penalty", "行政处罚"),
        (WordKind.Act, "coercion", "行政强制"),
        (WordKind.ActVerb, "", "作出 做出 实施 处理决定"),
        (WordKind.Charge, "", "行政事业性收费"),
        (WordKind.ChargeVerb, "", "收取 收入 收费 征收 金额 收费金额"),
        (WordKind.Among, "", "其中"),
        (WordKind.BareMeasure, "", "件 条 份 宗"),
        (WordKind.None, "", "未 没有 无"),
        (WordKind.LastYear, "", "上年 上年度 去年 上一年 上一年度"),
        (WordKind.Application, "", "申请"),
        (WordKind.Filler, "", "政府信息公开 政府信息 信息公开 依申请公开 依申请 公开 的 了 有 为 是 因 由 被 并 和 与 及 对 从 另 另有 还有 以及 已 均 获 全部 计 案 案件 事项 申请人 情形 决定 工作 数量 总数 总量"),
        (WordKind.Filler, "", "共 共计 总计 合计 累计 总共 一共 全年 本年 本年度 年度 当年 今年 年内 报告期内 继续 继续办理 至 到 在 截至 截止 底 年底 按时 依法 及时 法定期限内 各类"),
        (WordKind.Filler, "", "各级行政机关 行政机关 各级各部门 各级政府 各部门 各单位 各级 及其 部门 机关 本机关 本单位 本级 单位 行政机关不再处理其政府信息公开申请 而不再处理"),
        (WordKind.Filler, "", "全省 全市 全区 全县 全州 全旗 全盟 全镇 全乡 全街道 全系统 我省 我市 我区 我县 我州 我旗 我镇 我乡 我街道 我局 我委 我办 我厅 我院 我单位 我机关 本省 本市 本区 本县 本镇 本乡 本街道 本局 本委 本办 本厅 市级 区级 县级"),
    ];

    /// <summary>Words that say one year's new applications when denied: 未收到 says nothing of what was carried in.</summary>
    public static FrozenSet<string> Receiving { get; } = ((string[])["收到", "接到", "接收", "新收", "新收到", "受理", "新受理"]).ToFrozenSet();

    /// <summary>Verbs that also mean doing a duty, not counting: a bare measure after them is no missing number.</summary>
    public static FrozenSet<string> AlsoDuties { get; } = ((string[])["办理", "处理", "登记", "答复"]).ToFrozenSet();

    private static readonly FrozenDictionary<string, ProseWord> Words =
        Table.SelectMany(t => t.Words.Split(' ').Select(w => KeyValuePair.Create(w, new ProseWord(t.Kind, t.Meaning)))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ProseWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<char, int> LongestBy = Words.Keys.GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.Max(w => w.Length));

    /// <summary>The longest word that begins at a place and ends before another; length 0 when there is none.</summary>
    public static (int Length, ProseWord Word) At(string text, int start, int end)
    {
        for (var length = Math.Min(LongestBy.GetValueOrDefault(text[start]), end - start); length > 0; length--)
        {
            if (BySpan.TryGetValue(text.AsSpan(start, length), out var word))
                return (length, word);
        }
        return default;
    }
}
