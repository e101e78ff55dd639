using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs;

/// <summary>CT-: rules of catalogs.</summary>
public static class CatalogRules
{
    private const string Own = "本系统公开目录规则";
    private const string Regulation = "《中华人民共和国政府信息公开条例》";
    private const string Guide = "《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》(国办发〔2019〕54号)";

    /// <summary>CT-001</summary>
    public static Rule BadId { get; } = new("CT-001", Severity.Error, "条目编号为 1 至 128 个字母、数字或 . _ : / -,以字母或数字开头", "an entry id has 1 to 128 letters, digits or . _ : / -, and begins with a letter or digit", Own);

    /// <summary>CT-002</summary>
    public static Rule NoTitle { get; } = new("CT-002", Severity.Error, "条目须有名称,不超过 500 字", "an entry needs a title of 500 characters at most", Regulation + "第十二条:公开目录包括索引、名称、内容概述、生成日期等");

    /// <summary>CT-003</summary>
    public static Rule NoAttribute { get; } = new("CT-003", Severity.Error, "未标注公开属性,退文", "no disclosure attribute: sent back", Regulation + "第十三条至第十六条;公文起草时须确定公开属性,未标注的予以退文");

    /// <summary>CT-004</summary>
    public static Rule WithheldWithoutReason { get; } = new("CT-004", Severity.Error, "不予公开须写明理由和法律依据", "withholding needs a reason and a legal basis", Regulation + "第十四条至第十六条");

    /// <summary>CT-005</summary>
    public static Rule UnknownField { get; } = new("CT-005", Severity.Error, "没有这一字段", "there is no such field", Own);

    /// <summary>CT-006</summary>
    public static Rule TooLong { get; } = new("CT-006", Severity.Error, "字段内容过长", "the field is too long", Own);

    /// <summary>CT-007</summary>
    public static Rule BadDay { get; } = new("CT-007", Severity.Error, "日期须为 年-月-日,且确有此日", "a day is written YYYY-MM-DD and exists", Own);

    /// <summary>CT-008</summary>
    public static Rule MatterIncomplete { get; } = new("CT-008", Severity.Error, "公开事项缺少要素", "an element of a matter is missing", Guide + ":至少包括名称、内容、依据、时限、主体、方式、渠道、公开对象");

    /// <summary>CT-009</summary>
    public static Rule LimitNotRead { get; } = new("CT-009", Severity.Warning, "公开时限未能识别,按原文显示,不计时", "the time limit is not understood: shown as printed, nothing is counted", Regulation + "第二十六条");

    /// <summary>CT-010</summary>
    public static Rule InspectionIncomplete { get; } = new("CT-010", Severity.Error, "随机抽查事项须写明抽查依据、主体、内容、方式", "an item of random inspection names basis, body, content and method", "《国务院办公厅关于推广随机抽查规范事中事后监管的通知》(国办发〔2015〕58号)");

    /// <summary>CT-011</summary>
    public static Rule FormedAfterPublished { get; } = new("CT-011", Severity.Warning, "成文日期晚于发布日期", "formed later than published", Regulation + "第二十六条");

    /// <summary>CT-012</summary>
    public static Rule NoFormedOn { get; } = new("CT-012", Severity.Warning, "文件未填成文日期,无法计算公开时限", "a document without the day it was made: its limit cannot be counted", Regulation + "第十二条、第二十六条");

    /// <summary>CT-013</summary>
    public static Rule NotInForceWithoutDay { get; } = new("CT-013", Severity.Warning, "已修改、废止或失效的,应写明日期", "no longer in force: since when is not said", Regulation + "第二十条第一项");

    /// <summary>CT-014</summary>
    public static Rule LinkTwice { get; } = new("CT-014", Severity.Error, "同一关联不得出现两次,条目不得关联自身", "a link stands once, and never to the entry itself", Own);

    /// <summary>CT-015</summary>
    public static Rule BadAttachment { get; } = new("CT-015", Severity.Error, "附件须有名称、类型和大小", "an attachment has a name, a media type and a size", Own);

    /// <summary>CT-016</summary>
    public static Rule IndexTaken { get; } = new("CT-016", Severity.Error, "索引号已用于同一目录的另一条目", "the index number belongs to another entry of the catalog", Regulation + "第十二条");

    /// <summary>CT-017</summary>
    public static Rule InterpretsNothing { get; } = new("CT-017", Severity.Warning, "政策解读未关联被解读文件", "an interpretation without a link to what it explains", "《国务院办公厅关于全面推进政务公开工作的意见》:解读材料与文件相互关联");

    /// <summary>CT-018</summary>
    public static Rule TooMany { get; } = new("CT-018", Severity.Error, "一次提交的条目过多,请分批", "too many entries at once: send them in parts", Own);

    /// <summary>CT-019</summary>
    public static Rule NamedTwice { get; } = new("CT-019", Severity.Error, "同一批次中同一条目出现两次", "an entry stands twice in one batch", Own);

    /// <summary>CT-020</summary>
    public static Rule WithheldInOpen { get; } = new("CT-020", Severity.Error, "不予公开的信息不进入公开目录,只在本单位登记", "what is withheld is no part of the catalog; the unit keeps it in its register", Regulation + "第十四条至第十七条");

    /// <summary>CT-021</summary>
    public static Rule OnRequestWithContent { get; } = new("CT-021", Severity.Error, "依申请公开的信息在目录中只列名称,不附正文和附件", "what is given on request stands in the catalog by its title, without text and files", Regulation + "第二十七条");

    /// <summary>CT-101</summary>
    public static Rule StaleRevision { get; } = new("CT-101", Severity.Error, "条目在此期间已改变,请对照后重新提交", "the entry has changed meanwhile: compare and send again", Own);

    /// <summary>CT-102</summary>
    public static Rule NotThere { get; } = new("CT-102", Severity.Error, "目录中没有这一条目", "the catalog has no such entry", Own);

    /// <summary>CT-103</summary>
    public static Rule RemovalsHeld { get; } = new("CT-103", Severity.Warning, "删除数量超过限度,须由另一人确认", "more removals than the bound: another person must confirm", "本系统防误删规则");

    /// <summary>CT-104</summary>
    public static Rule SamePerson { get; } = new("CT-104", Severity.Error, "确认人不得是提出删除的人", "whoever asked for the removals cannot confirm them", "本系统防误删规则");

    /// <summary>CT-105</summary>
    public static Rule NoSuchHold { get; } = new("CT-105", Severity.Error, "没有待确认的删除", "no removals wait under this number", "本系统防误删规则");

    /// <summary>CT-106</summary>
    public static Rule NoReason { get; } = new("CT-106", Severity.Error, "须写明理由", "a reason is needed", Own);

    /// <summary>CT-107</summary>
    public static Rule BadSettings { get; } = new("CT-107", Severity.Error, "删除限度为 1 至 100%、1 至 10000 条;审查步骤 1 至 5 步,含保密审查", "the bound is 1 to 100% and 1 to 10000 entries; 1 to 5 steps of review, secrecy among them", Own);

    /// <summary>CT-022</summary>
    public static Rule NotCompared { get; } = new("CT-022", Severity.Error, "本单位未参加同级比较:参加的单位才互相看到数字", "the unit takes no part in the comparison: only those that do see each other's numbers", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        BadId, NoTitle, NoAttribute, WithheldWithoutReason, UnknownField, TooLong, BadDay, MatterIncomplete, LimitNotRead, InspectionIncomplete, FormedAfterPublished, NoFormedOn,
        NotInForceWithoutDay, LinkTwice, BadAttachment, IndexTaken, InterpretsNothing, TooMany, NamedTwice, WithheldInOpen, OnRequestWithContent, NotCompared,
        StaleRevision, NotThere, RemovalsHeld, SamePerson, NoSuchHold, NoReason, BadSettings,
    ];
}
