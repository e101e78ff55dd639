#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Web.Reports;

namespace Federation.Web.Desk.Text;

/// <summary>Words of the catalog on the desk.</summary>
public sealed partial class DeskWords
{
    public string CatalogAtDesk => Say("公开目录", "Catalog");
    public string LimitsSoon => Say("即将到期的公开", "To be public within days");
    public string LimitsLate(string count) => Say($"另有 {count} 条已超期", $"{count} late");
    public string LooksDue => Say("不予公开待复核", "Withheld, to be looked at again");
    public string SourcesToMend => Say("外部来源须改正的记录", "Records of sources to mend");
    public string SourcesFailing(int count) => Say($"{Numbers.Count(count)} 个来源未取得", count == 1 ? "1 source failing" : $"{Numbers.Count(count)} sources failing");
    public string HoldsWait(int entries) => Say($"{Numbers.Count(entries)} 个条目的删除待另一人确认。", $"The removal of {Numbers.Count(entries)} entries waits for a second person.");
    public string Holds => Say("待确认的删除", "Removals that wait");
    public string HoldsOf(string name) => Say($"{name}待确认的删除", $"Removals that wait at {name}");
    public string HoldsLead => Say("一天内删除的条目超过限度时,须由提出人以外的人确认。确认前条目仍在目录中。", "Removals over the bound of a day need a person other than the one who asked. Until then the entries stay in the catalog.");
    public string HoldsEmpty => Say("没有待确认的删除。", "No removals wait.");
    public string HoldHeading(int number, int entries) => Say($"第 {number} 号:{Numbers.Count(entries)} 个条目", $"No. {number}: {Numbers.Count(entries)} entries");
    public string HoldBy => Say("提出人", "Asked for by");
    public string HoldAt => Say("提出时间", "When");
    public string HoldOrigin => Say("来自", "From");
    public string HoldEntries(int shown, int all) => shown < all ? Say($"其中 {Numbers.Count(shown)} 个条目", $"{Numbers.Count(shown)} of the entries") : Say("条目", "Entries");
    public string HoldOwn => Say("这是您提出的,须由他人确认;您可以撤销。", "You asked for this: another person must confirm it; you may call it off.");
    public string HoldConfirm => Say("确认删除", "Remove them");
    public string HoldRefuse => Say("不删除", "Keep them");

    public string HoldDone(string? what) => what switch
    {
        "confirmed" => Say("已确认,条目已删除。", "Confirmed: the entries are removed."),
        "refused" => Say("条目保留,不再等待确认。", "The entries stay; nothing waits any more."),
        _ => "",
    };
}
