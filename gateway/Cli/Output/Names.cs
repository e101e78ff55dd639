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
        "issued" => words["发布", "issued"],
        "amended" => words["修订", "amended"],
        "withdrawn" => words["撤回", "withdrawn"],
        "silence-escalated" => words["逾期未签收,报上级", "silence told to the unit above"],
        _ => act,
    };

    /// <summary>办理状态 of a duty.</summary>
    public static string OfLight(string light, Words words) => light switch
    {
        "not_due" => words["未到期", "not due yet"],
        "open" => words["办理中", "open"],
        "due_soon" => words["临期", "due soon"],
        "done" => words["完成", "done"],
        "late" => words["逾期", "late"],
        "claimed" => words["已报完成,待核", "claimed"],
        "waived" => words["豁免", "waived"],
        _ => light,
    };

    /// <summary>签收状态 of a clause with a unit.</summary>
    public static string OfState(string state, Words words) => state switch
    {
        "assigned" => words["未送达", "not reached"],
        "delivered" => words["已送达", "delivered"],
        "opened" => words["已查阅", "opened"],
        "accepted" => words["已签收", "accepted"],
        "objected" => words["有异议", "objected"],
        "withdrawn" => words["已撤回", "withdrawn"],
        "refused" => words["未接收", "refused"],
        _ => state,
    };

    /// <summary>Why something stands with the issuer.</summary>
    public static string OfCause(string cause, Words words) => cause switch
    {
        "unaccepted" => words["逾期未签收", "not accepted"],
        "late" => words["逾期未完成", "late"],
        _ => words["异议", "objection"],
    };

    public static string Of(Finding.Types.Severity severity, Words words) => severity switch
    {
        Finding.Types.Severity.Error => words["错误", "error"],
        Finding.Types.Severity.Warning => words["提醒", "warning"],
        Finding.Types.Severity.Disposed => words["已处置", "disposed of"],
        _ => severity.ToString(),
    };
}
