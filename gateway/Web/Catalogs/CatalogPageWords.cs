#pragma warning disable CS1591 // each member is the sentence it names
using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Web.Text;

namespace Federation.Web.Catalogs;

/// <summary>Sentences of the pages of catalogs, in both languages side by side.</summary>
internal static class CatalogPageWords
{
    public static string Catalogs(this Words w) => Say(w, "公开目录", "Disclosure catalogs");

    public static string CatalogOf(this Words w, string name) => Say(w, $"{name}公开目录", $"{name}: catalog");

    public static string CatalogsLead(this Words w) => Say(w, "检索各级行政机关已公开的事项、文件、清单、解读和会议,无需登录。", "Search what offices of every tier have made public. No sign-in.");

    public static string Sought(this Words w) => Say(w, "检索词", "Look for");

    public static string SoughtHint(this Words w) => Say(
        w, "几个词都须出现;“引号”内连在一起;-词 表示不含;词 OR 词 表示任一。繁体、全角按简体、半角查找。", "All words must be there; \"quoted\" words stand together; -word excludes; word OR word means either.");

    public static string WithinField(this Words w) => Say(w, "单位(含下级)", "Unit and below");

    public static string KindField(this Words w) => Say(w, "类别", "Kind");

    public static string ValidityField(this Words w) => Say(w, "时效", "Validity");

    public static string DisclosureField(this Words w) => Say(w, "公开属性", "Attribute");

    public static string DomainField(this Words w) => Say(w, "领域", "Field");

    public static string FromField2(this Words w) => Say(w, "发布日期起", "Published from");

    public static string ToField(this Words w) => Say(w, "发布日期止", "Published to");

    public static string OrderField(this Words w) => Say(w, "排列", "Order");

    public static string PlaceField(this Words w) => Say(w, "翻页标记", "Place in the list");

    public static string WrongFilters(this Words w) => Say(w, "筛选条件有误,未检索:", "Nothing was looked for, since filters are wrong:");

    public static string FoundWithin(this Words w) => Say(w, "范围:", "At or below ");

    public static string EmptyCatalog(this Words w) => Say(w, "本目录还没有条目。", "This catalog has no entries yet.");

    public static string EmptyBelow(this Words w, int count) => Say(w, $"尚无条目的 {Plain(count)} 个单位", $"{Plain(count)} units without entries");

    public static string OriginSource(this Words w, string source) => Say(w, $"外部来源 {source}", $"outside source {source}");

    public static string ByRelevance(this Words w) => Say(w, "相关的在前", "Best match first");

    public static string ByDay(this Words w) => Say(w, "最新的在前", "Newest first");

    public static string AnyChoice(this Words w) => Say(w, "不限", "Any");

    public static string SearchButton(this Words w) => Say(w, "检索", "Search");

    public static string Filters(this Words w) => Say(w, "筛选条件", "Filters");

    public static string FoundHeading(this Words w) => Say(w, "检索结果", "Results");

    public static string NothingFound(this Words w) => Say(w, "没有找到。可以换一个词,或者放宽筛选条件。", "Nothing found. Try another word or fewer filters.");

    public static string LoosenedNote(this Words w) => Say(w, "没有与输入完全相符的内容,以下条目含有其中各词。", "Nothing holds the words as typed; these entries hold their parts.");

    public static string FoundCount(this Words w, int count, bool more) => more
        ? Say(w, $"共 {Plain(count)} 条以上。", $"More than {Plain(count)} entries.")
        : Say(w, $"共 {Plain(count)} 条。", count == 1 ? "1 entry." : $"{Plain(count)} entries.");

    public static string BehindNote(this Words w, long behind) => Say(w, $"另有 {Plain(behind)} 处变动正在编入索引。", $"{Plain(behind)} changes are being indexed.");

    public static string EntriesIn(this Words w, int count) => Say(w, $"条目 {Plain(count)} 条", $"{Plain(count)} entries");

    public static string TitleColumn(this Words w) => Say(w, "名称", "Title");

    public static string NewestChanged(this Words w) => Say(w, "条目(最近变动的在前)", "Entries, last changed first");

    public static string NoEntries(this Words w) => Say(w, "没有符合条件的条目。", "There are no such entries.");

    public static string UnitsBelow(this Words w) => Say(w, "下级和部门的目录", "Catalogs below");

    public static string DigestLine(this Words w) => Say(w, "目录摘要(SHA-256)", "Digest of the catalog (SHA-256)");

    public static string DigestLead(this Words w) => Say(w, "两份目录摘要相同,内容就相同;任何人可据此核对副本。", "Two catalogs with the same digest hold the same entries; anybody can check a copy by it.");

    public static string ChangedLast(this Words w) => Say(w, "最近变动", "Last change");

    public static string SearchHere(this Words w) => Say(w, "在本单位及下级中检索", "Search here and below");

    public static string Show(this Words w) => Say(w, "显示", "Show");

    public static string Facts(this Words w) => Say(w, "目录信息", "Catalog record");

    public static string BodyHeading(this Words w) => Say(w, "正文", "Text");

    public static string BodyCut(this Words w) => Say(w, "正文较长,以下为开头部分;全文请下载。", "The text is long: this is its beginning; download it for the rest.");

    public static string BodyUnshown(this Words w) => Say(w, "正文不是文本,请下载查看。", "The body is no text: download it.");

    public static string Download(this Words w) => Say(w, "下载正文", "Download the text");

    public static string Attachments(this Words w) => Say(w, "附件", "Attachments");

    public static string LinksHeading(this Words w) => Say(w, "关联", "Related entries");

    public static string History(this Words w) => Say(w, "历次版本", "Versions");

    public static string ChangedFrom(this Words w) => Say(w, "原为", "Before");

    public static string ChangedTo(this Words w) => Say(w, "改为", "After");

    public static string FirstVersion(this Words w) => Say(w, "首次公开", "First published");

    public static string RemovedAct(this Words w, string reason) => Say(w, $"移出目录:{reason}", $"Removed: {reason}");

    public static string RevisionOf(this Words w, long revision) => Say(w, $"第 {revision} 版", $"Version {revision}");

    public static string Provenance(this Words w) => Say(w, "来源与核验", "Provenance and proof");

    public static string Origin(this Words w) => Say(w, "来源", "Origin");

    public static string SourceVersion(this Words w) => Say(w, "来源版本", "Version there");

    public static string ReceivedAt(this Words w) => Say(w, "收到时间", "Received");

    public static string HashField(this Words w) => Say(w, "条目摘要(SHA-256)", "Hash of the entry (SHA-256)");

    public static string Canonical(this Words w) => Say(w, "下载规范文本", "Download the canonical form");

    public static string HowToVerify(this Words w) => Say(
        w, "核验方法:下载规范文本,用任何 SHA-256 工具(如 sha256sum)计算,结果应与条目摘要一致;正文和附件同理,其摘要写在规范文本中。",
        "To verify: download the canonical form and compute its SHA-256 with any tool, such as sha256sum; it equals the hash of the entry. Text and attachments likewise, by the hashes in it.");

    public static string OnRequestTitle(this Words w) => Say(w, "依申请公开", "Given on request");

    public static string OnRequestHow(this Words w, string name) => Say(
        w, $"本信息依申请公开,目录只列名称。公民、法人或者其他组织可依《中华人民共和国政府信息公开条例》第二十七条、第二十九条,向{name}的政府信息公开工作机构提出申请,写明姓名或名称、身份证明、联系方式,所需信息的名称或特征描述,以及需要的形式。行政机关能当场答复的当场答复,不能当场答复的自收到申请之日起 20 个工作日内答复。",
        $"This is given on request: the catalog lists its title only. Anybody may apply to the disclosure office of {name} under articles 27 and 29 of the Regulation, naming themselves, the information sought and the form wanted; the office answers at once or within 20 working days.");

    public static string GoneLead(this Words w, string day, string reason) => Say(w, $"{day} 移出公开目录。理由:{reason}", $"Removed from the catalog on {day}. Reason: {reason}");

    public static string Validity(this Words w, ValidityState state) => w.IsEnglish
        ? state switch { ValidityState.InForce => "in force", ValidityState.Amended => "amended", ValidityState.Repealed => "repealed", _ => "lapsed" }
        : state.Zh();

    public static string ValidityBanner(this Words w, Domain.Catalogs.Validity validity)
    {
        var since = validity.Since is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return w.IsEnglish ? $"This document is {w.Validity(validity.State)}{(since.Length > 0 ? $" since {since}" : "")}." : $"本文件{validity.State.Zh()}{(since.Length > 0 ? $",自 {since} 起" : "")}。";
    }

    public static string Kind(this Words w, EntryKind kind) => w.IsEnglish
        ? kind switch
        {
            EntryKind.Matter => "matter", EntryKind.Document => "document", EntryKind.ListItem => "list item", EntryKind.Interpretation => "interpretation",
            EntryKind.Consultation => "consultation", EntryKind.Meeting => "meeting", _ => "reply",
        }
        : kind.Zh();

    public static string Attribute(this Words w, DisclosureAttribute attribute) => w.IsEnglish
        ? attribute switch { DisclosureAttribute.Proactive => "proactive", DisclosureAttribute.OnRequest => "on request", DisclosureAttribute.Withheld => "withheld", _ => "not set" }
        : attribute.Zh();

    public static string Relation(this Words w, LinkRelation relation, bool fromThere) => (relation, fromThere) switch
    {
        (LinkRelation.Interprets, false) => Say(w, "解读", "explains"),
        (LinkRelation.Interprets, true) => Say(w, "解读材料", "explained by"),
        (LinkRelation.Amends, false) => Say(w, "修改", "amends"),
        (LinkRelation.Amends, true) => Say(w, "被修改", "amended by"),
        (LinkRelation.Repeals, false) => Say(w, "废止", "repeals"),
        (LinkRelation.Repeals, true) => Say(w, "被废止", "repealed by"),
        (LinkRelation.BasedOn, false) => Say(w, "依据", "rests on"),
        (LinkRelation.BasedOn, true) => Say(w, "作为依据", "is the basis of"),
        (LinkRelation.OutcomeOf, false) => Say(w, "意见征集", "outcome of"),
        (LinkRelation.OutcomeOf, true) => Say(w, "采纳情况", "outcome"),
        _ => Say(w, "相关", "related"),
    };

    /// <summary>A change as its reader's language has it: the words of the system are translated, what the unit wrote is not.</summary>
    public static string Changed(this Words w, string member, string text)
    {
        string First(Func<string, string?> read)
        {
            var parts = text.Split(' ', 2);
            return read(parts[0]) is { } word ? parts.Length > 1 ? $"{word} {parts[1]}" : word : text;
        }
        return !w.IsEnglish ? text : member switch
        {
            "kind" => First(t => CatalogWords.KindOf(t) is { } kind ? w.Kind(kind) : null),
            "validity" => First(t => CatalogWords.StateOf(t) is { } state ? w.Validity(state) : null),
            "disclosure" => First(t => CatalogWords.AttributeOf(t) is { } attribute ? w.Attribute(attribute) : null),
            "links" => string.Join('\n', text.Split('\n').Select(line => line.Split(' ', 2) is [var relation, var to] && Enum.GetValues<LinkRelation>().Where(r => r.Zh() == relation).ToList() is [var one] ? $"{w.Relation(one, false)} {to}" : line)),
            _ => text,
        };
    }

    /// <summary>Words of the system: in English pages they stand in English.</summary>
    public static bool IsOwnWord(string member) => member is "kind" or "validity" or "disclosure" or "links";

    /// <summary>Name of a field as a label.</summary>
    public static string Field(this Words w, EntryField field) => w.IsEnglish ? char.ToUpperInvariant(field.En[0]) + field.En[1..] : field.Zh;

    public static string Member(this Words w, string member) => member switch
    {
        "kind" => w.KindField(),
        "title" => w.TitleColumn(),
        "disclosure" => w.DisclosureField(),
        "validity" => w.ValidityField(),
        "links" => w.LinksHeading(),
        "body" => w.BodyHeading(),
        "attachments" => w.Attachments(),
        _ => EntryFields.Find(member) is { } field ? w.Field(field) : member,
    };

    private static string Say(Words w, string chinese, string english) => w.IsEnglish ? english : chinese;

    private static string Plain(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
