#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

/// <summary>Handing in and sealing for units below; corrections since the last look.</summary>
public sealed partial class DeskWords
{
    public string ToSealBelow => Say("待签发(下级)", "To seal, below");
    public string SealBelowOf(string name, string period) => Say($"{name} 下级待签发报告 {period}", $"Reports to seal below {name}, {period}");
    public string NothingToSealBelow => Say("没有等待签发的下级报告。", "Nothing below waits for its seal.");
    public string SealBelowHint => Say("只签发看到的版本;此后重新报送的不在其内。代报人不能签发本人代报的报告。", "Only what is shown here is sealed, nothing handed in afterwards. A collector cannot seal what they handed in themselves.");
    public string SealCaption(int able, int all) => Say($"共 {all} 份,可由您签发的 {able} 份", $"{all} reports, {able} of them for you to seal");
    public string AbleSum(int able) => Say($"可签发 {able} 份合计", $"Sum of the {able} you can seal");
    public string SealChosen => Say("签发所选", "Seal the chosen");
    public string Collecting => Say("下级代报", "For units below");
    public string CollectTemplate => Say("下载汇总填报表", "Download the workbook");
    public string CollectTemplateHint => Say("直接下级一行一个单位,上年结转数已填好并锁定。", "One row for each unit directly below; last year's carry-over is filled in and locked.");
    public string CollectImport => Say("导入填好的表", "Import it filled in");
    public string CollectImportHint => Say("先试导入,逐格核对,再导入为草稿或报送。", "A dry run first; then drafts, or handed in.");
    public string CollectSeal(int waiting) => Say($"签发({waiting} 份待签)", $"Seal ({waiting} waiting)");
    public string CollectSealHint => Say("由另一位代报人签发,签发后计入汇总。", "By another collector; then they count.");
    public string NewCorrections => Say("新更正", "New corrections");
    public string SinceLook(string moment) => Say($"{moment} 以来", $"since {moment}");
    public string InAll(long count) => Say($"共 {count} 件", $"{count} in all");
    public string CorrectionsSince(string name, string period) => Say($"{name} 下级更正 {period}", $"Corrections in {name}, {period}");
    public string LookedLast(string moment) => Say($"上次查看:{moment}。", $"You looked last at {moment}.");
    public string NeverLooked => Say("这是第一次在本机查看。", "This is the first look on this computer.");
    public string NothingNew => Say("上次查看以来没有新的更正。", "No correction since your last look.");
    public string SeenBefore(int count) => Say($"此前已看过的更正 {count} 件", $"{count} corrections seen before");
}
