#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

/// <summary>Standing in.</summary>
public sealed partial class DeskWords
{
    public string StandIns => Say("代行", "Stand-ins");
    public string StandInsLead => Say("外出时可在限期内请本单位同事代行本人角色;代行人的每一步都同时记下两人。", "While you are away a colleague of your unit may act in your place for a time; the ledger names both of you.");
    public string StandsInNow(string colleague) => Say($"您正在代行 {colleague} 的角色。", $"You are standing in for {colleague}.");
    public string OwnPlace => Say("恢复本人身份", "Back to your own place");
    public string LentToMe => Say("授予我的", "Lent to you");
    public string NothingLentToMe => Say("目前没有同事请您代行。", "Nobody has lent you their place.");
    public string LentByMe => Say("我授出的", "Lent by you");
    public string NothingLentByMe => Say("目前没有授出。", "You have lent nothing.");
    public string Colleague => Say("授权人", "Colleague");
    public string StandIn => Say("代行人", "Stand-in");
    public string Roles => Say("角色", "Roles");
    public string Term => Say("期限", "Term");
    public string FromTo(string first, string last) => Say($"{first} 至 {last}", $"{first} to {last}");
    public string TakePlace(string colleague) => Say($"代行 {colleague}", $"Act for {colleague}");
    public string HoldsNow => Say("正在代行", "acting now");
    public string NotYet => Say("尚未开始", "not begun");
    public string EndLending => Say("提前终止", "End it");
    public string EndsToday => Say("今日终止", "ends today");
    public string Over => Say("已终止", "over");
    public string Lend => Say("授权代行", "Lend your place");
    public string StandInAccount => Say("代行人账号(本单位)", "Account of the stand-in (same unit)");
    public string FirstDay => Say("起", "From");
    public string LastDay => Say("止(含当日)", "Until (inclusive)");
    public string PlaceOffered(string colleague) => Say($"{colleague} 请您代行。", $"{colleague} asks you to stand in.");
}
