using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Authority;

/// <summary>代行授权: a colleague of the same unit may act in one's place for a time, in named roles.</summary>
/// <param name="Number">1 for the first of the unit.</param>
/// <param name="From">Account name of whoever is away.</param>
/// <param name="To">Account name of the stand-in.</param>
/// <param name="Roles">Roles lent; never more than the grantor has.</param>
/// <param name="FirstDay">First Beijing day, inclusive.</param>
/// <param name="LastDay">Last Beijing day, inclusive.</param>
/// <param name="Reason">Why.</param>
public sealed record Delegation(int Number, string From, string To, ImmutableArray<Role> Roles, DateOnly FirstDay, DateOnly LastDay, string Reason)
{
    /// <summary>True when it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => FirstDay <= day && day <= LastDay;
}

/// <summary>What can happen to the delegations of a unit.</summary>
public abstract record DelegationEvent;

/// <summary>A delegation was granted.</summary>
public sealed record DelegationGranted(Delegation Delegation) : DelegationEvent;

/// <summary>A delegation was ended before its last day; the day of the act is the last on which it held, unless it had not begun.</summary>
public sealed record DelegationEnded(int Number, DateOnly LastDay) : DelegationEvent;

/// <summary>All delegations of one unit, past ones too.</summary>
/// <param name="All">In order of number.</param>
public sealed record Delegations(ImmutableArray<Delegation> All)
{
    /// <summary>None yet.</summary>
    public static Delegations None { get; } = new([]);

    private const int LongestDays = 366;

    /// <summary>Grants one.</summary>
    /// <param name="by">Whoever is away; lends own roles only.</param>
    /// <param name="to">Account name of the stand-in.</param>
    /// <param name="roles">Roles lent.</param>
    /// <param name="firstDay">First day.</param>
    /// <param name="lastDay">Last day; at most a year after the first.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <returns>One <see cref="DelegationGranted"/>; refusal with AU-101 to AU-104.</returns>
    public Decision<DelegationEvent> Grant(Subject by, string to, ImmutableArray<Role> roles, DateOnly firstDay, DateOnly lastDay, string reason, DateOnly today)
    {
        var errors = new List<Finding>();
        if (by.StandsInFor.Length > 0)
            errors.Add(DelegationRules.LentOn.At("by"));
        if (string.IsNullOrWhiteSpace(to) || to == by.Person)
            errors.Add(DelegationRules.NoStandIn.At("to"));
        if (roles.IsEmpty || roles.Any(r => !by.Roles.Contains(r)))
            errors.Add(DelegationRules.NotOwnRoles.At("roles"));
        if (lastDay < firstDay || lastDay < today || lastDay.DayNumber - firstDay.DayNumber > LongestDays || string.IsNullOrWhiteSpace(reason))
            errors.Add(DelegationRules.BadTerm.At("last_day"));
        return errors.Count > 0
            ? Decision<DelegationEvent>.Refuse(errors)
            : Decision<DelegationEvent>.Record(new DelegationGranted(new Delegation(All.Length + 1, by.Person, to.Trim(), roles, firstDay, lastDay, reason.Trim())));
    }

    /// <summary>Ends one early.</summary>
    /// <param name="by">Whoever granted it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="today">Beijing date of the act: from tomorrow on it holds no more.</param>
    /// <returns>One <see cref="DelegationEnded"/>; nothing when it is over already; AU-105 when there is none, or it is somebody else's.</returns>
    public Decision<DelegationEvent> End(Subject by, int number, DateOnly today)
    {
        if (All.FirstOrDefault(d => d.Number == number) is not { } found || found.From != by.Person || by.StandsInFor.Length > 0)
            return Decision<DelegationEvent>.Refuse(DelegationRules.NoSuchDelegation.At("number"));
        return found.LastDay <= today ? Decision<DelegationEvent>.Nothing : Decision<DelegationEvent>.Record(new DelegationEnded(number, today));
    }

    /// <summary>The delegations after an event.</summary>
    public Delegations Apply(DelegationEvent happened) => happened switch
    {
        DelegationGranted e => new(All.Add(e.Delegation)),
        DelegationEnded e => new([.. All.Select(d => d.Number == e.Number ? d with { LastDay = e.LastDay } : d)]),
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    /// <summary>The subject that a stand-in is on a day; null when nobody has lent them anything.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="standsInFor">Account name of the colleague they stand in for.</param>
    /// <param name="today">Beijing date.</param>
    public Subject? StandIn(Subject caller, string standsInFor, DateOnly today)
    {
        ImmutableArray<Role> lent = [.. All.Where(d => d.From == standsInFor && d.To == caller.Person && d.HoldsOn(today)).SelectMany(d => d.Roles).Distinct()];
        return lent.IsEmpty ? null : new Subject(caller.Person, caller.Unit, lent, standsInFor);
    }
}

/// <summary>AU-1xx: rules of delegations.</summary>
public static class DelegationRules
{
    private const string OwnRule = "本系统权限规则";

    /// <summary>AU-101</summary>
    public static Rule LentOn { get; } = new("AU-101", Severity.Error, "代行人不得再转授", "a stand-in cannot lend on", OwnRule);

    /// <summary>AU-102</summary>
    public static Rule NoStandIn { get; } = new("AU-102", Severity.Error, "须指明本人以外的代行人", "name a stand-in other than yourself", OwnRule);

    /// <summary>AU-103</summary>
    public static Rule NotOwnRoles { get; } = new("AU-103", Severity.Error, "只能授出本人的角色", "only own roles can be lent", OwnRule);

    /// <summary>AU-104</summary>
    public static Rule BadTerm { get; } = new("AU-104", Severity.Error, "须写明理由和起止日期,止期不早于今日,期限不超过一年", "a delegation needs a reason and a term that ends today or later and lasts a year at most", OwnRule);

    /// <summary>AU-105</summary>
    public static Rule NoSuchDelegation { get; } = new("AU-105", Severity.Error, "没有这项授权,或不是本人授出的", "there is no such delegation of yours", OwnRule);

    /// <summary>AU-106</summary>
    public static Rule NotLent { get; } = new("AU-106", Severity.Error, "今日没有有效的代行授权", "nobody has lent you their place today", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [LentOn, NoStandIn, NotOwnRoles, BadTerm, NoSuchDelegation, NotLent];
}
