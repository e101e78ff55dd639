using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>Words for the enumerations of the contract.</summary>
internal static class Names
{
    public static string Of(Tier tier, Words words) => tier switch
    {
        Tier.Nation => words["国家", "nation"],
        Tier.Province => words["省级", "province"],
        Tier.City => words["市级", "city"],
        Tier.County => words["县级", "county"],
        Tier.Township => words["乡镇级", "township"],
        _ => tier.ToString(),
    };

    public static string Of(UnitKind kind, Words words) => kind switch
    {
        UnitKind.Territory => words["政府", "territory"],
        UnitKind.Agency => words["部门", "agency"],
        _ => kind.ToString(),
    };

    public static string Of(ReportState state, Words words) => state switch
    {
        ReportState.NotFiled => words["未报", "not filed"],
        ReportState.Submitted => words["待签发", "waiting for approval"],
        ReportState.Accepted => words["已审定", "accepted"],
        ReportState.Returned => words["已退回", "returned"],
        ReportState.Sealed => words["已报", "filed"],
        ReportState.Published => words["已发布", "published"],
        _ => state.ToString(),
    };

    public static string OfAct(string act, Words words) => act switch
    {
        "submitted" => words["提交签发", "handed in"],
        "accepted" => words["审定", "accepted"],
        "returned" => words["退回", "returned"],
        "draft-saved" => words["存草稿", "draft saved"],
        "sent-back" => words["退改", "sent back"],
        "sealed" => words["签发", "sealed"],
        "published" => words["发布", "published"],
        "exception-granted" => words["准予例外", "exception granted"],
        "urged" => words["催报", "urged"],
        "register-counted" => words["台账计数", "register counted"],
        _ => act,
    };

    public static string Of(Finding.Types.Severity severity, Words words) => severity switch
    {
        Finding.Types.Severity.Error => words["错误", "error"],
        Finding.Types.Severity.Warning => words["提醒", "warning"],
        Finding.Types.Severity.Disposed => words["已处置", "disposed of"],
        _ => severity.ToString(),
    };
}
