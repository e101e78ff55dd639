using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.WorkPoints;

/// <summary>标签 that one superior has given to units below, such as 试点: each from a day, until another.</summary>
/// <param name="All">Every time a unit bore a tag, oldest first.</param>
public sealed record TagBook(ImmutableArray<UnitTag> All)
{
    private const int LongestTag = 20;

    /// <summary>No tag.</summary>
    public static TagBook Blank { get; } = new([]);

    /// <summary>Tags as they are on a day.</summary>
    public UnitTags AsOf(DateOnly day) => new(All.Where(t => t.HoldsOn(day)).GroupBy(t => t.Tag).ToImmutableDictionary(g => g.Key, g => g.Select(t => t.Unit).ToImmutableHashSet()));

    /// <summary>贴标签: units bear a tag from a day on.</summary>
    /// <param name="tag">A word without blanks.</param>
    /// <param name="units">Units below the superior.</param>
    /// <param name="from">First day.</param>
    /// <param name="reason">Why, or the document that says so.</param>
    /// <param name="isBelow">Whether a unit stands below the superior on that day.</param>
    /// <returns>One event with those that do not bear it; nothing when all do; refusal with WP-421, WP-422 and WP-205.</returns>
    public Decision<TagEvent> Put(string tag, ImmutableArray<UnitId> units, DateOnly from, string reason, Func<UnitId, bool> isBelow)
    {
        var errors = Faults(tag, units, reason);
        errors.AddRange(units.Where(u => !isBelow(u)).Select(u => WorkPlanRules.TagNotBelow.At("units", $"{u} 当日不在本单位之下", $"{u} is not below this unit on that day")));
        if (errors.Count > 0)
            return Decision<TagEvent>.Refuse(errors);
        ImmutableArray<UnitId> bare = [.. units.Distinct().Where(u => !All.Any(t => t.Tag == tag && t.Unit == u && t.HoldsOn(from) && t.Until is null))];
        return bare.IsEmpty ? Decision<TagEvent>.Nothing : Decision<TagEvent>.Record(new TagPut(tag, bare, from, reason.Trim()));
    }

    /// <summary>去标签: units bear a tag no more from a day on.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="units">The units.</param>
    /// <param name="from">First day without it.</param>
    /// <param name="reason">Why.</param>
    /// <returns>One event with those that bear it; nothing when none does.</returns>
    public Decision<TagEvent> Take(string tag, ImmutableArray<UnitId> units, DateOnly from, string reason)
    {
        var errors = Faults(tag, units, reason);
        if (errors.Count > 0)
            return Decision<TagEvent>.Refuse(errors);
        ImmutableArray<UnitId> bearing = [.. units.Distinct().Where(u => All.Any(t => t.Tag == tag && t.Unit == u && (t.Until is null || t.Until > from)))];
        return bearing.IsEmpty ? Decision<TagEvent>.Nothing : Decision<TagEvent>.Record(new TagTaken(tag, bearing, from, reason.Trim()));
    }

    /// <summary>The book after an event.</summary>
    public TagBook Apply(TagEvent happened, string by) => happened switch
    {
        TagPut e => new(All.AddRange(e.Units.Select(u => new UnitTag(e.Tag, u, e.From, null, e.Reason, by)))),
        TagTaken e => new([.. All.Select(t => t.Tag == e.Tag && e.Units.Contains(t.Unit) && (t.Until is null || t.Until > e.From) ? t with { Until = e.From } : t)]),
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    private static List<Finding> Faults(string tag, ImmutableArray<UnitId> units, string reason)
    {
        var errors = new List<Finding>();
        if (tag.Length is 0 or > LongestTag || tag.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            errors.Add(WorkPlanRules.BadTag.At("tag", $"标签“{tag}”写法不对", $"'{tag}' is no tag"));
        if (units.IsEmpty)
            errors.Add(WorkPlanRules.TagNotBelow.At("units", "没有指明单位", "no unit is named"));
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(WorkPlanRules.NoReason.At("reason", "须说明理由或依据", "a reason or a document is needed"));
        return errors;
    }
}

/// <summary>A unit bearing a tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Unit">The unit.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day without it; null: it bears it still.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who put it on.</param>
public sealed record UnitTag(string Tag, UnitId Unit, DateOnly From, DateOnly? Until, string Reason, string By)
{
    /// <summary>True on a day on which it bears it.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>What can happen to tags.</summary>
public abstract record TagEvent;

/// <summary>贴标签</summary>
public sealed record TagPut(string Tag, ImmutableArray<UnitId> Units, DateOnly From, string Reason) : TagEvent;

/// <summary>去标签</summary>
public sealed record TagTaken(string Tag, ImmutableArray<UnitId> Units, DateOnly From, string Reason) : TagEvent;
