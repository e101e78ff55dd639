#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

/// <summary>Reading, sealing, reviewing, receipts.</summary>
public sealed partial class DeskWords
{
    public string ReportOf(string name, string period) => Say($"{name} {period}报告", $"{name}: report for {period}");
    public string NothingYet => Say("尚未报送。", "Nothing has been handed in yet.");
    public IEnumerable<(string Format, string Name)> Formats => [("xlsx", "Excel"), ("docx", "Word"), ("html", Say("网页", "HTML")), ("pdf", "PDF"), ("json", "JSON"), ("csv", "CSV"), ("bundle", Say("全部(zip)", "All (zip)"))];
    public string GoOnEditing => Say("继续填报", "Go on editing");
    public string Begin => Say("开始填报", "Begin");
    public string Change => Say("修改", "Change");
    public string Correct => Say("更正", "Correct");
    public string Template => Say("下载填报模板", "Template");
    public string Import => Say("导入文件", "Import");
    public string Export => Say("导出:", "Export: ");
    public string Receipt => Say("回执", "Receipt");
    public string NilReport => Say("零报告并报送", "File a nil report");
    public string NilSure => Say("本单位本期没有任何应报事项", "My unit has nothing to report for this period");
    public string Author => Say("填报人", "Author");
    public string SealedBy => Say("签发人", "Sealed by");
    public string Correction => Say("更正理由", "Reason of correction");
    public string SinceVersion => Say("与上一版的差别", "Changed since the version before");
    public string VersionBefore => Say("上一版", "Version before");
    public string SinceLastYear(int cells) => Say($"与上年不同的单元格:{cells} 个", $"Cells that differ from last year: {cells}");
    public string LastYear => Say("上年", "Last year");
    public string Cell => Say("单元格", "Cell");
    public string NowShown => Say("本次", "Now");
    public string Difference => Say("增减", "Difference");
    public string ApproveTitle => Say("签发", "Approve");
    public string ReviewTitle => Say("审核", "Review");
    public string SealHint => Say("签发后立即计入各级汇总,并生成可离线核验的回执。", "Once sealed it counts in every total above, and a receipt that can be verified offline is made.");
    public string AcceptHint => Say("审定后,报送单位可以对外发布;此后的改动须作为更正报送。", "Once accepted the unit may publish it; any later change is a correction.");
    public string Seal => Say("签发", "Seal");
    public string Accept => Say("审定", "Accept");
    public string SendBack => Say("退回填报人", "Send back to the author");
    public string Return => Say("退回", "Return");
    public string ReasonsHint => Say("至少写一条理由;能指明单元格的请指明。", "Give at least one reason, and name the cell where you can.");
    public string ReasonCell(int n) => Say($"第 {n} 条:单元格", $"Reason {n}: cell");
    public string ReasonText(int n) => Say($"第 {n} 条:理由", $"Reason {n}: text");
    public string WholeReport => Say("整份报告", "The report as a whole");
    public string Publish => Say("登记发布", "Record publication");
    public string PublishWhere => Say("发布位置(网址或栏目)", "Where it stands (address or column)");
    public string PublishOn => Say("发布日期(不填为今天)", "Date (today when left empty)");
    public string PublishedAs(long version, string day) => Say($"第 {version} 版,{day}:", $"Version {version}, {day}:");
    public string History => Say("办理过程", "History");
    public string ReceiptTitle => Say("报告签发回执", "Receipt of a sealed report");
    public string SealedAt => Say("签发时间", "Sealed at");
    public string Beijing => Say("(北京时间)", "(Beijing)");
    public string InTime => Say("是否按时", "In time");
    public string OnTime => Say("按时", "In time");
    public string Position => Say("账本位置", "Place in the ledger");
    public string ChainPlace(long position, long seq) => Say($"总第 {position} 条,本报告第 {seq} 条", $"{position} in the ledger, {seq} of this report");
    public string ChainHash => Say("链上摘要", "Chain hash");
    public string PrevHash => Say("前一条摘要", "Hash before");
    public string ReceiptHint => Say("下载的回执文件可用 fed verify-receipt 离线核验,无需访问本系统。", "The downloaded file is verified offline with fed verify-receipt, without this system.");
    public string DownloadReceipt => Say("下载回执文件", "Download the receipt");

    public string ActName(string act) => act switch
    {
        "submitted" => Say("报送", "Handed in"),
        "sealed" or "filed" => Say("签发", "Sealed"),
        "sent-back" => Say("退改", "Sent back"),
        "accepted" => Say("审定", "Accepted"),
        "returned" => Say("退回", "Returned"),
        "published" => Say("发布", "Published"),
        "urged" => Say("催报", "Urged"),
        "exception-granted" or "granted" => Say("批准例外", "Exception granted"),
        "register-counted" or "counted" => Say("台账计数", "Ledger counted"),
        _ => act,
    };
}
