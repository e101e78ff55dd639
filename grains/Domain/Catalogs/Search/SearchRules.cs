using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Search;

/// <summary>CT-6xx: what is wrong with a search.</summary>
public static class SearchRules
{
    private const string Own = "本系统检索规则";

    /// <summary>CT-601</summary>
    public static Rule NoWord { get; } = new("CT-601", Severity.Error, "没有可检索的字词,请至少输入一个汉字、字母或数字", "nothing to look for: write at least one character, letter or digit", Own);

    /// <summary>CT-602</summary>
    public static Rule OnlyExcluded { get; } = new("CT-602", Severity.Error, "只有排除的词,请再输入要查找的词", "everything is excluded: also write what to look for", Own);

    /// <summary>CT-603</summary>
    public static Rule TooLong { get; } = new("CT-603", Severity.Error, "检索词过长:不超过 200 字、20 个词", "the query is too long: at most 200 characters and 20 words", Own);

    /// <summary>CT-604</summary>
    public static Rule DaysReversed { get; } = new("CT-604", Severity.Error, "起始日期晚于截止日期", "the first day is later than the last", Own);

    /// <summary>CT-605</summary>
    public static Rule BadCursor { get; } = new("CT-605", Severity.Error, "翻页标记不是上一页给出的", "the cursor is not one that the page before gave out", Own);

    /// <summary>CT-606</summary>
    public static Rule UnknownFilter { get; } = new("CT-606", Severity.Error, "没有这一筛选条件或选项", "there is no such filter, or no such choice of it", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [NoWord, OnlyExcluded, TooLong, DaysReversed, BadCursor, UnknownFilter];
}
