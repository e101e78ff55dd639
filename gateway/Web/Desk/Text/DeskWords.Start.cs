#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

/// <summary>The start page.</summary>
public sealed partial class DeskWords
{
    public string StartTitle => Say("政府信息公开工作报告", "Reports on government disclosure");
    public string StartLead => Say("各级行政机关在此填报、签发、审核、发布报告;数字逐级汇总,随时可查。", "Offices of every tier draft, seal, review and publish their reports here; figures add up tier by tier.");
    public string ForOffices => Say("办理", "For offices");
    public string ForOfficesLead => Say("填报、签发、审核、催报、导入,都从工作台开始。", "Drafting, sealing, reviewing, urging and importing begin at the desk.");
    public string ToDesk => Say("进入工作台", "To my desk");
    public string ForPublic => Say("查询", "For everybody");
    public string ForPublicLead => Say("报送情况、汇总表和已发布的报告无需登录。", "Coverage, totals and published reports need no sign-in.");
    public string ToCatalogs => Say("检索公开目录", "Search the catalogs");
    public string UnitNameOrCode => Say("单位名称或代码", "Name or code of a unit");
    public string Look => Say("查询", "Look up");
    public string OpenPeriods => Say("报告期", "Periods");
    public string More => Say("查看", "See");
}
