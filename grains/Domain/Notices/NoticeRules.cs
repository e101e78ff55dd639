using Federation.Domain.Findings;

namespace Federation.Domain.Notices;

/// <summary>Rules by which a notice is read. A warning marks what a person should look at; only a file that cannot be read is refused.</summary>
public static class NoticeRules
{
    private const string Own = "本系统规则";
    private const string Format = "GB/T 9704—2012《党政机关公文格式》";

    /// <summary>双字节错位已还原</summary>
    public static readonly Rule DecodedAnew = Of("NT-001", "双字节错位的文字已按原编码还原", "text out of step by one byte was decoded anew");

    /// <summary>注音已去除</summary>
    public static readonly Rule Glosses = Of("NT-002", "汉字后的注音已去除", "readings in brackets after characters were taken out");

    /// <summary>繁体已转简体</summary>
    public static readonly Rule Simplified = Of("NT-003", "繁体字已转为简体字", "traditional characters were written in simplified form");

    /// <summary>文号缺括号</summary>
    public static readonly Rule NumberBroken = Of("NT-010", "发文字号的括号或“号”字丢失,请确认拟补的文号", "a document number has lost its brackets or 号; confirm the number proposed", Format);

    /// <summary>日期缺字</summary>
    public static readonly Rule DateBroken = Of("NT-011", "日期的“年”“月”“日”丢失,请确认", "a date has lost 年, 月 or 日; confirm it", Format);

    /// <summary>书名号不配对</summary>
    public static readonly Rule TitleMarks = Of("NT-012", "书名号不配对,可能有文字丢失", "title marks do not pair; text may be lost");

    /// <summary>疑有乱码</summary>
    public static readonly Rule Unreadable = Of("NT-013", "此处疑有乱码,无法确定原文", "characters seem damaged here and cannot be told");

    /// <summary>未找到标题</summary>
    public static readonly Rule NoTitle = Of("NT-020", "未找到标题", "no title was found", Format);

    /// <summary>未找到发文机关</summary>
    public static readonly Rule NoIssuer = Of("NT-021", "未找到发文机关", "no issuing body was found", Format);

    /// <summary>未找到日期或年度</summary>
    public static readonly Rule NoYear = Of("NT-022", "未找到成文日期或年度,只写月日的期限无法确定年份", "neither date nor year was found; dates without a year stay open", Format);

    /// <summary>未识别出条目</summary>
    public static readonly Rule NoItems = Of("NT-023", "未识别出任何条目", "no item was recognised");

    /// <summary>文件类型不能读取</summary>
    public static readonly Rule FileKind = Of("NT-030", "不能读取这种文件,请用 .docx、.html 或 .txt", "this kind of file is not read; use .docx, .html or .txt") with { Severity = Severity.Error };

    /// <summary>文件已损坏</summary>
    public static readonly Rule FileDamaged = Of("NT-031", "文件已损坏,不能读取", "the file is damaged and cannot be read") with { Severity = Severity.Error };

    /// <summary>文件过大</summary>
    public static readonly Rule FileTooBig = Of("NT-032", "文件过大,公文不会超过 16 MB 或两百万字", "the file is too big for a notice: at most 16 MB and two million characters") with { Severity = Severity.Error };

    /// <summary>文件没有文字</summary>
    public static readonly Rule FileEmpty = Of("NT-033", "文件里没有文字", "the file holds no text") with { Severity = Severity.Error };

    /// <summary>名称为空</summary>
    public static readonly Rule NoName = Of("NT-041", "须写明单位名称,不超过 100 字", "name a body, in at most 100 characters") with { Severity = Severity.Error };

    /// <summary>所选单位不在辖区</summary>
    public static readonly Rule NameOutside = Of("NT-042", "名称只能指定为本辖区内的单位", "a name can only mean units within the issuer's territory") with { Severity = Severity.Error };

    /// <summary>没有这项指定</summary>
    public static readonly Rule NoChoice = Of("NT-043", "没有这项指定,不能撤回", "there is no such choice to take back") with { Severity = Severity.Error };

    /// <summary>括号内责任主体</summary>
    public static readonly Rule BodyBracket = Of("NT-101", "括号内写明牵头、配合或负责的单位", "bodies with their part in a bracket");

    /// <summary>责任单位一行</summary>
    public static readonly Rule BodyLine = Of("NT-102", "“责任单位:”一类的行", "a line such as 责任单位:");

    /// <summary>表格责任栏</summary>
    public static readonly Rule BodyCell = Of("NT-103", "表格的责任单位、牵头单位、配合单位栏", "a column of responsible, leading or supporting bodies");

    /// <summary>括号内只有单位名</summary>
    public static readonly Rule BodyBareBracket = Of("NT-104", "括号内只有单位名称,视为责任单位", "a bracket of names alone, taken as responsible");

    /// <summary>句中主体</summary>
    public static readonly Rule Actor = Of("NT-110", "句中承担义务的主体", "a body inside a sentence that is bound to act");

    /// <summary>年月日前</summary>
    public static readonly Rule DeadlineDay = Of("NT-201", "某月某日前", "by a day");

    /// <summary>月底前</summary>
    public static readonly Rule DeadlineMonth = Of("NT-202", "某月底、某旬、某季度前", "by the end of a month, a third of it or a quarter");

    /// <summary>年底前</summary>
    public static readonly Rule DeadlineYear = Of("NT-203", "年底前、年内,或到某年", "by the end of a year");

    /// <summary>每年某日前</summary>
    public static readonly Rule DeadlineYearly = Of("NT-204", "每年某月某日前", "every year by a day");

    /// <summary>频次</summary>
    public static readonly Rule Cadence = Of("NT-301", "按月、每季度、实时一类的频次", "how often");

    /// <summary>年度报告</summary>
    public static readonly Rule YearlyReport = Of("NT-302", "须编制或公开的年度报告,每年一次", "a yearly report to be made or published");

    /// <summary>次数</summary>
    public static readonly Rule Quota = Of("NT-401", "一段时间内不少于若干次", "so many times in a period");

    /// <summary>比例</summary>
    public static readonly Rule Ratio = Of("NT-501", "不低于、不超过某一比例", "a share against a bound");

    /// <summary>全覆盖</summary>
    public static readonly Rule RatioWhole = Of("NT-502", "全覆盖、全部,视为百分之百", "the whole, taken as one hundred per cent");

    /// <summary>时限</summary>
    public static readonly Rule Limit = Of("NT-601", "某事发生后若干工作日、日、小时内", "within so long of an event");

    /// <summary>清单</summary>
    public static readonly Rule Register = Of("NT-701", "要求编制或公开的清单、目录、名单、台账", "a list the notice wants made or published");

    /// <summary>未识别的义务</summary>
    public static readonly Rule UnreadDuty = Of("NT-901", "似为义务,但未识别出可衡量的要求,请人工判断", "sounds like a duty, but no measure was understood; a person decides");

    /// <summary>All of them in order of code.</summary>
    public static IEnumerable<Rule> All =>
    [
        DecodedAnew, Glosses, Simplified, NumberBroken, DateBroken, TitleMarks, Unreadable, NoTitle, NoIssuer, NoYear, NoItems, FileKind, FileDamaged, FileTooBig, FileEmpty, NoName, NameOutside, NoChoice, BodyBracket, BodyLine, BodyCell, BodyBareBracket, Actor,
        DeadlineDay, DeadlineMonth, DeadlineYear, DeadlineYearly, Cadence, YearlyReport, Quota, Ratio, RatioWhole, Limit, Register, UnreadDuty,
    ];

    private static Rule Of(string code, string title, string titleEn, string basis = Own) => new(code, Severity.Warning, title, titleEn, basis);
}
