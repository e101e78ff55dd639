namespace Federation.Domain.Catalogs.Review;

/// <summary>Where an entry written here has got to.</summary>
public enum DraftState
{
    /// <summary>Nothing written yet.</summary>
    None,

    /// <summary>起草: an author writes; what is there may be incomplete.</summary>
    Writing,

    /// <summary>退回修改: sent back with reason and fields.</summary>
    Returned,

    /// <summary>审查中: the steps of the catalog, one after another.</summary>
    Review,

    /// <summary>已签发: every step is passed, and it is on its way into the catalog.</summary>
    Released,

    /// <summary>已公开</summary>
    Published,

    /// <summary>不予公开: in the unit's register, with the day of its next look.</summary>
    Withheld,

    /// <summary>待撤回: somebody wants it out of the catalog; another person must agree.</summary>
    Withdrawing,

    /// <summary>撤回中: agreed, and on its way out of the catalog.</summary>
    Leaving,

    /// <summary>已撤回: a tombstone is what the catalog keeps.</summary>
    Withdrawn,
}

/// <summary>The stable words of the states, and what people call them.</summary>
public static class ReviewWords
{
    private static readonly (DraftState State, string Word, string Zh)[] States =
    [
        (DraftState.None, "none", "未起草"), (DraftState.Writing, "writing", "起草"), (DraftState.Returned, "returned", "退回修改"), (DraftState.Review, "review", "审查中"),
        (DraftState.Released, "released", "已签发"), (DraftState.Published, "published", "已公开"), (DraftState.Withheld, "withheld", "不予公开"),
        (DraftState.Withdrawing, "withdrawing", "待撤回"), (DraftState.Leaving, "leaving", "撤回中"), (DraftState.Withdrawn, "withdrawn", "已撤回"),
    ];

    private static readonly (string Kind, string Zh, string En)[] Acts =
    [
        ("draft-saved", "起草、修改", "written"),
        ("draft-handed-in", "送审", "handed in"),
        ("step-passed", "通过", "passed"),
        ("draft-returned", "退回", "returned"),
        ("entry-withheld", "不予公开", "withheld"),
        ("look-fell-due", "复核到期", "look fell due"),
        ("entry-published", "公开", "published"),
        ("entry-clashed", "与目录冲突", "clashed with the catalog"),
        ("entry-not-taken", "目录未收录", "not taken by the catalog"),
        ("withdrawal-asked", "申请撤回", "withdrawal asked for"),
        ("withdrawal-agreed", "同意撤回", "withdrawal agreed to"),
        ("withdrawal-refused", "不同意撤回", "withdrawal refused"),
        ("entry-withdrawn", "已撤回", "withdrawn"),
        ("limit-passed", "超过公开时限", "limit passed"),
        ("validity-proposed", "时效待核", "validity to be decided"),
        ("validity-decided", "时效已核", "validity decided"),
    ];

    /// <summary>An act on a draft by its stable kind, such as step-passed, in both languages; null for an unknown one.</summary>
    public static (string Zh, string En)? ActOf(string kind) => Array.Find(Acts, a => a.Kind == kind) is { Kind: not null } act ? (act.Zh, act.En) : null;

    /// <summary>Stable word.</summary>
    public static string Word(this DraftState state) => States[(int)state].Word;

    /// <summary>In Chinese.</summary>
    public static string Zh(this DraftState state) => States[(int)state].Zh;
}
