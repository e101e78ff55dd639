using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Review;

/// <summary>CT-2: rules of the way to the public, and of the clocks behind it.</summary>
public static class ReviewRules
{
    private const string Regulation = "《中华人民共和国政府信息公开条例》";
    private const string Own = "本系统公开审查规则";

    /// <summary>CT-201</summary>
    public static Rule WrongState { get; } = new("CT-201", Severity.Error, "条目现处的状态不允许此操作", "not possible in the state in which the entry is", Own);

    /// <summary>CT-202</summary>
    public static Rule OwnEntry { get; } = new("CT-202", Severity.Error, "不得审查本人起草的条目", "nobody reviews an entry of their own", Regulation + "第十七条;" + Own);

    /// <summary>CT-203</summary>
    public static Rule SecondStep { get; } = new("CT-203", Severity.Error, "同一人在一轮中只能办理一个审查步骤", "a person does one step of a round at most", Own);

    /// <summary>CT-204</summary>
    public static Rule NotSecrecyReviewer { get; } = new("CT-204", Severity.Error, "保密审查须由保密审查员办理", "the secrecy review is done by a secrecy reviewer", Regulation + "第十七条;《中华人民共和国保守国家秘密法》");

    /// <summary>CT-205</summary>
    public static Rule NotApprover { get; } = new("CT-205", Severity.Error, "最后一步须由签发人办理", "the last step is done by an approver", Own);

    /// <summary>CT-206</summary>
    public static Rule OtherContent { get; } = new("CT-206", Severity.Error, "所审内容与现有内容不一致,请重新查看", "what was read is not what is there now: read it again", Own);

    /// <summary>CT-207</summary>
    public static Rule ReturnIncomplete { get; } = new("CT-207", Severity.Error, "退回须写明理由,并指明存在的字段", "a return needs a reason and names fields that exist", Own);

    /// <summary>CT-208</summary>
    public static Rule NoExemption { get; } = new("CT-208", Severity.Error, "不予公开须有理由,依据须为条例第十四条、第十五条或者第十六条", "withholding needs a reason, and its basis is article 14, 15 or 16 of the Regulation", Regulation + "第十四条至第十六条");

    /// <summary>CT-209</summary>
    public static Rule BadReviewDay { get; } = new("CT-209", Severity.Error, "不予公开的信息须定复核日期,晚于今日,不超过一年", "what is withheld has a day of its next look: after today, within a year", Regulation + "第十八条;" + Own);

    /// <summary>CT-210</summary>
    public static Rule NoWithdrawalReason { get; } = new("CT-210", Severity.Error, "撤回已公开的信息、不同意撤回,均须写明理由", "withdrawing what is public, or refusing to, needs a reason", Own);

    /// <summary>CT-211</summary>
    public static Rule OwnWithdrawal { get; } = new("CT-211", Severity.Error, "撤回须由申请人以外的人同意", "another person than asked must agree to a withdrawal", Own);

    /// <summary>CT-212</summary>
    public static Rule DraftMoved { get; } = new("CT-212", Severity.Error, "草稿在此期间已由他人修改,请对照后重新保存", "the draft was changed meanwhile: compare and save again", Own);

    /// <summary>CT-213</summary>
    public static Rule NoSuchDraft { get; } = new("CT-213", Severity.Error, "没有这一条目", "there is no such entry", Own);

    /// <summary>CT-214</summary>
    public static Rule BadIndexPattern { get; } = new("CT-214", Severity.Error, "索引号格式须恰含一个 {serial:位数}(1 至 9 位),另可含 {year}、{month}", "an index pattern has exactly one {serial:digits}, 1 to 9 digits, and may have {year} and {month}", Regulation + "第十二条;" + Own);

    /// <summary>CT-215</summary>
    public static Rule PublicAlready { get; } = new("CT-215", Severity.Error, "条目已公开,须先撤回再列为不予公开", "it is public: withdraw it before it is withheld", Own);

    /// <summary>CT-216</summary>
    public static Rule BadInterpretationChoice { get; } = new("CT-216", Severity.Error, "“是否解读”只填 需解读 或 不需解读", "the choice of an interpretation is 需解读 or 不需解读", "《国务院办公厅〈关于全面推进政务公开工作的意见〉实施细则》");

    /// <summary>CT-217</summary>
    public static Rule NoSuchProposal { get; } = new("CT-217", Severity.Error, "没有这一待核的时效,或已核定", "no such proposal of a validity is open", Own);

    /// <summary>CT-218</summary>
    public static Rule DismissedWithoutReason { get; } = new("CT-218", Severity.Error, "不采纳时效变更须写明理由", "not taking a change of validity over needs a reason", Own);

    /// <summary>CT-219</summary>
    public static Rule LimitPassed { get; } = new("CT-219", Severity.Warning, "已超过公开时限", "the last day for making it public has passed", Regulation + "第二十六条");

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        WrongState, OwnEntry, SecondStep, NotSecrecyReviewer, NotApprover, OtherContent, ReturnIncomplete, NoExemption, BadReviewDay, NoWithdrawalReason, OwnWithdrawal, DraftMoved, NoSuchDraft,
        BadIndexPattern, PublicAlready, BadInterpretationChoice, NoSuchProposal, DismissedWithoutReason, LimitPassed,
    ];
}
