#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

/// <summary>Whole-territory reports beside their parts.</summary>
public sealed partial class DeskWords
{
    public string ThreeParts => Say("三方勾稽", "Three parts");
    public string ThreePartsHint(string filed, string expected) => Say($"本级 + 部门 + 下级 = 全辖区,按各部分当前数。应报 {expected} 个,已报 {filed} 个。", $"Own office + agencies + child territories = whole territory, as the parts stand now. {filed} of {expected} bodies are in.");
    public string OwnPart => Say("本级", "Own office");
    public string AgencyPart => Say("部门", "Agencies");
    public string ChildPart => Say("下级", "Below");
    public string PartSum => Say("应为", "Should be");
    public string WholeStated => Say("全辖区(所填)", "Whole, as stated");
    public string Apart => Say("相差", "Apart by");
    public string JustLacks(string part) => Say($"(恰缺{part})", $" (lacks {part})");
    public string PartsApart(int cells) => Say($"不一致的单元格 {cells} 个", $"{cells} cells differ");
    public string PartsAgree => Say("三部分相加与所填数一致。", "The three parts add up to what is stated.");
    public string AllParts(int cells) => Say($"全部有数的单元格 {cells} 个", $"All {cells} cells with figures");
    public string ReopenedTitle(int cells) => Say($"签发以后下级有更正,{cells} 个单元格须重新核对:", $"Corrections below since the seal re-opened {cells} cells:");
    public string SeeCorrections => Say("查看更正清单", "See the corrections");
    public string AsSealed => Say("已签发", "As sealed");
    public string ShouldBe => Say("现应为", "Should be now");
}
