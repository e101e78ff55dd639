namespace Federation.Domain.Notices;

/// <summary>What kind of thing a fact says.</summary>
public enum NoticeFactKind
{
    /// <summary>责任主体: a body with its role.</summary>
    Body,

    /// <summary>期限: a date by which; <c>2016-12-31</c>, or <c>yearly 01-31</c>.</summary>
    Deadline,

    /// <summary>频次: how often; continuous, daily, working_daily, five_daily, weekly, monthly, quarterly, half_yearly, yearly, unstated.</summary>
    Cadence,

    /// <summary>次数: how many in a period; <c>&gt;=2/quarter</c>.</summary>
    Quota,

    /// <summary>比例: a share against a bound; <c>&gt;=50%</c>, <c>&lt;=2%</c>.</summary>
    Ratio,

    /// <summary>时限: within so long of an event; <c>3 working_days</c>.</summary>
    Limit,

    /// <summary>清单、目录、台账: a list the notice wants kept or published.</summary>
    Register,

    /// <summary>行为主体: a body named inside a sentence as the one bound to act, outside brackets, lines and cells.</summary>
    Actor,
}

/// <summary>Part a body has in an item.</summary>
public enum BodyRole
{
    /// <summary>牵头</summary>
    Lead,

    /// <summary>配合</summary>
    Support,

    /// <summary>负责落实、责任单位</summary>
    Responsible,
}

/// <summary>One thing read from a notice, with its place.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Item">Path of the item it stands in, such as <c>一/(一)/1</c>; <c>head</c> before the first item.</param>
/// <param name="Role">Of a body; null for other kinds.</param>
/// <param name="Value">Made regular: a name in simplified characters, an ISO date, a bound. Forms by kind in docs/guides/read-a-notice.md.</param>
/// <param name="Event">Of a limit: what starts the clock, as far as it is told; null otherwise.</param>
/// <param name="Quote">The original characters.</param>
/// <param name="Span">Their place in the original.</param>
/// <param name="Rule">Code of the rule that read it.</param>
/// <param name="Confidence">Between 0 and 1; below 0.8 a person should look.</param>
/// <param name="WholeNotice">True when it is said of every item after it, as 以下工作均需…落实.</param>
public sealed record NoticeFact(
    NoticeFactKind Kind, string Item, BodyRole? Role, string Value, string? Event, string Quote, TextSpan Span, string Rule, decimal Confidence, bool WholeNotice = false);
