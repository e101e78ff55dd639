namespace Federation.Domain.Catalogs;

/// <summary>What an entry is.</summary>
public enum EntryKind
{
    /// <summary>公开事项: a matter of the standard catalog, with basis, limit, body and channels.</summary>
    Matter,

    /// <summary>文件: a published document.</summary>
    Document,

    /// <summary>清单: an item of a list, such as 权力清单 or 随机抽查事项清单; the field <c>list</c> names it.</summary>
    ListItem,

    /// <summary>政策解读: explains a document.</summary>
    Interpretation,

    /// <summary>决策预公开、意见征集: a decision in consultation.</summary>
    Consultation,

    /// <summary>会议公开</summary>
    Meeting,

    /// <summary>建议提案答复、回应关切: a reply.</summary>
    Response,
}

/// <summary>公开属性: set at the source, before a document leaves its drafter.</summary>
public enum DisclosureAttribute
{
    /// <summary>未标注: not set; such an entry is sent back (退文).</summary>
    Unset,

    /// <summary>主动公开</summary>
    Proactive,

    /// <summary>依申请公开: stands in the catalog by its title; the content is given on request.</summary>
    OnRequest,

    /// <summary>不予公开: needs reason and legal basis; is kept in the unit's register and never stands in the catalog.</summary>
    Withheld,
}

/// <summary>时效: whether a document holds.</summary>
public enum ValidityState
{
    /// <summary>现行有效</summary>
    InForce,

    /// <summary>已修改: in force in another wording.</summary>
    Amended,

    /// <summary>已废止</summary>
    Repealed,

    /// <summary>已失效</summary>
    Lapsed,
}

/// <summary>How two entries belong together. Each relation has another side, which is shown but not recorded twice.</summary>
public enum LinkRelation
{
    /// <summary>解读: this explains that.</summary>
    Interprets,

    /// <summary>修改: this amends that.</summary>
    Amends,

    /// <summary>废止: this repeals that.</summary>
    Repeals,

    /// <summary>依据: this rests on that.</summary>
    BasedOn,

    /// <summary>意见采纳情况: this is the outcome of that consultation.</summary>
    OutcomeOf,

    /// <summary>相关</summary>
    Related,
}

/// <summary>The stable words of the enumerations, as they stand in files, feeds and tables, and what people call them.</summary>
public static class CatalogWords
{
    private static readonly (EntryKind Kind, string Word, string Zh)[] Kinds =
    [
        (EntryKind.Matter, "matter", "公开事项"), (EntryKind.Document, "document", "文件"), (EntryKind.ListItem, "list-item", "清单"), (EntryKind.Interpretation, "interpretation", "政策解读"),
        (EntryKind.Consultation, "consultation", "意见征集"), (EntryKind.Meeting, "meeting", "会议公开"), (EntryKind.Response, "response", "回应答复"),
    ];

    private static readonly (DisclosureAttribute Attribute, string Word, string Zh)[] Attributes =
    [
        (DisclosureAttribute.Unset, "", "未标注"), (DisclosureAttribute.Proactive, "proactive", "主动公开"), (DisclosureAttribute.OnRequest, "on-request", "依申请公开"),
        (DisclosureAttribute.Withheld, "withheld", "不予公开"),
    ];

    private static readonly (ValidityState State, string Word, string Zh)[] States =
    [
        (ValidityState.InForce, "in-force", "现行有效"), (ValidityState.Amended, "amended", "已修改"), (ValidityState.Repealed, "repealed", "已废止"), (ValidityState.Lapsed, "lapsed", "已失效"),
    ];

    private static readonly (LinkRelation Relation, string Word, string Zh)[] Relations =
    [
        (LinkRelation.Interprets, "interprets", "解读"), (LinkRelation.Amends, "amends", "修改"), (LinkRelation.Repeals, "repeals", "废止"), (LinkRelation.BasedOn, "based-on", "依据"),
        (LinkRelation.OutcomeOf, "outcome-of", "采纳情况"), (LinkRelation.Related, "related", "相关"),
    ];

    /// <summary>Stable word.</summary>
    public static string Word(this EntryKind kind) => Kinds[(int)kind].Word;

    /// <summary>Stable word; empty for unset.</summary>
    public static string Word(this DisclosureAttribute attribute) => Attributes[(int)attribute].Word;

    /// <summary>Stable word.</summary>
    public static string Word(this ValidityState state) => States[(int)state].Word;

    /// <summary>Stable word.</summary>
    public static string Word(this LinkRelation relation) => Relations[(int)relation].Word;

    /// <summary>In Chinese.</summary>
    public static string Zh(this EntryKind kind) => Kinds[(int)kind].Zh;

    /// <summary>In Chinese.</summary>
    public static string Zh(this DisclosureAttribute attribute) => Attributes[(int)attribute].Zh;

    /// <summary>In Chinese.</summary>
    public static string Zh(this ValidityState state) => States[(int)state].Zh;

    /// <summary>In Chinese.</summary>
    public static string Zh(this LinkRelation relation) => Relations[(int)relation].Zh;

    /// <summary>The kind of a word, stable or Chinese; null when there is none.</summary>
    public static EntryKind? KindOf(string word) => Find(Kinds, k => k.Word == word || k.Zh == word)?.Kind;

    /// <summary>The attribute of a word, stable or Chinese (主动, 不公开 as well); null when there is none.</summary>
    public static DisclosureAttribute? AttributeOf(string word) =>
        word switch
        {
            "主动" => DisclosureAttribute.Proactive,
            "依申请" => DisclosureAttribute.OnRequest,
            "不公开" => DisclosureAttribute.Withheld,
            _ => Find(Attributes, a => a.Word == word || a.Zh == word)?.Attribute,
        };

    /// <summary>The state of a word, stable or Chinese (有效, 废止, 失效 as well); empty: in force; null when there is none.</summary>
    public static ValidityState? StateOf(string word) =>
        word switch
        {
            "" or "有效" => ValidityState.InForce,
            "修改" => ValidityState.Amended,
            "废止" => ValidityState.Repealed,
            "失效" => ValidityState.Lapsed,
            _ => Find(States, s => s.Word == word || s.Zh == word)?.State,
        };

    /// <summary>The relation of a word, stable or Chinese; null when there is none.</summary>
    public static LinkRelation? RelationOf(string word) => Find(Relations, r => r.Word == word || r.Zh == word)?.Relation;

    private static T? Find<T>(T[] all, Predicate<T> which)
        where T : struct
    {
        var at = Array.FindIndex(all, which);
        return at < 0 ? null : all[at];
    }
}
