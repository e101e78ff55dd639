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
    public string HoldsWait(int entries) => Say($"{Numbers.Count(entries)} 条目的删除待另一人确认:", $"The removal of {Numbers.Count(entries)} entries waits for a second person:");
}
