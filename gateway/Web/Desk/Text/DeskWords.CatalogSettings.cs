#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

public sealed partial class DeskWords
{
    public string CatalogSettings => Say("目录设置与同级比较", "Catalog settings and peers");
    public string CatalogSet => Say("已保存。", "Saved.");
    public string CatalogSave => Say("保存", "Save");
    public string CatalogSteps => Say("公开前的审查步骤", "Steps before an entry is public");
    public string CatalogStepsHint => Say("按先后用顿号分开,须含保密审查;每一步由不同的人办理。", "In order, divided by commas, 保密审查 among them; each is done by another person.");
    public string CatalogPattern => Say("索引号编法", "How index numbers are made");
    public string CatalogPatternHint => Say("如 11441700007280420Y/{year}-{serial:5};空白为不自动编号。", "Such as 11441700007280420Y/{year}-{serial:5}; blank: they are not made here.");
    public string CatalogGuard => Say("每日删除限度", "Removals of a day");
    public string CatalogGuardShare => Say("每日删除不超过条目的百分之几,无须另一人确认", "Removals of a day without a second person: percent of the entries");
    public string CatalogGuardCount => Say("且不超过几条", "and at most so many");
    public string CatalogPeersTick => Say("参加同级比较", "Take part in the comparison of peers");
    public string CatalogPeersHint => Say("参加的单位互相看到下列数字;不参加的看不到,也不被看到。", "Those that take part see each other's numbers; others neither see nor are seen.");
    public string CatalogPeers => Say("同级比较", "Peers");
    public string CatalogPeersNot => Say("本单位未参加同级比较。", "The unit takes no part in the comparison.");
    public string CatalogPeersFair => Say("同级:同一上级下同层级的政府,或同名称、同层级的部门,不足 5 个时取再上一级。只比数出来的数字,不合成总分。", "Peers: governments of the same tier under the same superior, or departments of the same name and tier; with fewer than 5 the next superior is taken. Only what was counted is compared; there is no overall score.");
    public string CatalogPeerUnit => Say("单位", "Unit");
    public string CatalogMedian => Say("中位数", "Median");
    public string CatalogPlace => Say("本单位位次", "Own place");

    public string CatalogGuardIs(int share, int count) => Say($"{share}%,至多 {count} 条", $"{share}%, at most {count}");

    public string CatalogPeersOf(string within, int group, int taking) => Say($"{within}的同级单位 {group} 个,参加 {taking} 个。", $"{group} peers within {within}, {taking} take part.");

    public string CatalogPlaceIs(int rank, int of) => Say($"第 {rank} / {of}", $"{rank} of {of}");

    public string CatalogFigure(string name) => name switch
    {
        "entries" => Say("公开条目", "Entries"),
        "missing" => Say("标准缺项", "Gaps"),
        "late" => Say("超期公开", "Late"),
        "quiet" => Say("未更新天数", "Days unchanged"),
        _ => name,
    };
}
