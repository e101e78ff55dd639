using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>What can happen to a period.</summary>
public abstract record PeriodEvent;

/// <summary>A period was opened and its list frozen.</summary>
/// <param name="Period">Its id.</param>
/// <param name="Form">Its form.</param>
/// <param name="AsOf">Day whose tree was frozen.</param>
/// <param name="Expected">How many must file.</param>
/// <param name="RosterHash">Hash of the frozen list.</param>
public sealed record PeriodOpened(PeriodId Period, string Form, DateOnly AsOf, int Expected, ImmutableArray<byte> RosterHash) : PeriodEvent
{
    /// <summary>Title of a special collection; empty when the id says all.</summary>
    public string Title { get; init; } = "";

    /// <summary>Dates without any layer; null for a period opened before they were kept.</summary>
    public BaseDates? Dates { get; init; }

    /// <summary>Local dates frozen into the list.</summary>
    public ImmutableArray<DeadlineLayer> Layers { get; init; } = [];
}

/// <summary>An officer set an earlier date for a subtree.</summary>
/// <param name="Layer">The date and its notice.</param>
/// <param name="RosterHash">Hash of the list after it.</param>
public sealed record PeriodDueLayered(DeadlineLayer Layer, ImmutableArray<byte> RosterHash) : PeriodEvent;

/// <summary>An officer excused a unit from filing, or added one.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Excused">True: it need not file any more; false: it must.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expected">How many must file after it.</param>
/// <param name="RosterHash">Hash of the list after it.</param>
public sealed record RosterAmended(UnitId Unit, bool Excused, string Reason, int Expected, ImmutableArray<byte> RosterHash) : PeriodEvent;

/// <summary>报告期: its opening and every later change of its dates and its list.</summary>
/// <param name="Opened">The opening; null before it.</param>
/// <param name="Layers">Layers of the opening, then those set later.</param>
/// <param name="Expected">How many must file.</param>
/// <param name="Revision">Number of acts since the opening.</param>
public sealed record ReportPeriod(PeriodOpened? Opened, ImmutableArray<DeadlineLayer> Layers, int Expected, int Revision)
{
    /// <summary>Nothing has happened yet.</summary>
    public static ReportPeriod Blank { get; } = new(null, [], 0, 0);

    /// <summary>Dates without any layer.</summary>
    /// <exception cref="InvalidOperationException">The period is not open.</exception>
    public BaseDates Dates => Opened is { } opened ? opened.Dates ?? Deadlines.For(opened.Period) : throw new InvalidOperationException("the period is not open");

    /// <summary>Sets an earlier date for a subtree.</summary>
    /// <param name="layer">The date and its notice.</param>
    /// <param name="roster">The list as it is.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <returns>The event and the list after it; nothing when no body's date changes by it; refusal DL-001 to DL-005, DL-011.</returns>
    public (Decision<PeriodEvent> Decision, Roster After) SetEarlier(DeadlineLayer layer, Roster roster, DateOnly today)
    {
        List<Finding> findings = [.. layer.Check(Dates)];
        if (layer.Due < today || layer.Locks < today)
            findings.Add(DeadlineRules.PastDate.At("due"));
        if (roster.Find(layer.Top) is null)
            findings.Add(DeadlineRules.NotOnList.At("top"));
        if (findings.Count > 0)
            return (Decision<PeriodEvent>.Refuse(findings), roster);
        var after = roster.Under(layer);
        return after.ChangesSince(roster).IsEmpty
            ? (Decision<PeriodEvent>.Nothing, roster)
            : (Decision<PeriodEvent>.Record(new PeriodDueLayered(layer, after.Hash())), after);
    }

    /// <summary>免报: excuses a unit from filing.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="by">Unit of the officer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="hasFiled">It has a filing, returned or not; a rate must not pass 100 %.</param>
    /// <param name="roster">The list as it is.</param>
    /// <returns>The event and the list after it; nothing when it need not file already; refusal DL-007 to DL-009, DL-011.</returns>
    public static (Decision<PeriodEvent> Decision, Roster After) Excuse(UnitId unit, UnitId by, string reason, bool hasFiled, Roster roster)
    {
        var findings = Unamendable(unit, by, reason).ToList();
        if (roster.Find(unit) is not { } row)
            findings.Add(DeadlineRules.NotOnList.At("unit"));
        else if (row.Due is null && findings.Count == 0)
            return (Decision<PeriodEvent>.Nothing, roster);
        if (hasFiled)
            findings.Add(DeadlineRules.HasFiled.At("unit"));
        return Amend(findings, unit, excused: true, reason, roster, () => roster.Without(unit, reason));
    }

    /// <summary>增列: adds a unit that was excused, or that is in the tree of today and not on the list.</summary>
    /// <param name="unit">The unit as it is today.</param>
    /// <param name="by">Unit of the officer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="roster">The list as it is.</param>
    /// <returns>The event and the list after it; nothing when it must file already; refusal DL-007, DL-008, DL-010.</returns>
    /// <remarks>
    /// The filing of a unit with nothing below it goes to the total above, so nothing can be added below such a unit: its filing would
    /// change places.
    /// </remarks>
    public (Decision<PeriodEvent> Decision, Roster After) Add(Unit unit, UnitId by, string reason, Roster roster)
    {
        var findings = Unamendable(unit.Id, by, reason).ToList();
        if (roster.Find(unit.Id) is { Due: not null } && findings.Count == 0)
            return (Decision<PeriodEvent>.Nothing, roster);
        if (unit.Parent is null || roster.Find(unit.Parent) is not { } parent || parent.Last == parent.Ord)
            findings.Add(DeadlineRules.NoPlace.At("unit"));
        return Amend(findings, unit.Id, excused: false, reason, roster, () => roster.With(unit, DueOf(unit, roster)));
    }

    /// <summary>The due date of a unit on the list, with every step to it. For a unit not on it: of its superior's chain.</summary>
    public DueDate DueOf(Unit unit, Roster roster) =>
        DueDate.Of(unit.Kind, unit.Tier, Dates, roster.ChainOf(roster.Find(unit.Id) is null ? unit.Parent! : unit.Id, Layers));

    /// <summary>The period after an event; replays old events for ever.</summary>
    public ReportPeriod Apply(PeriodEvent happened) => happened switch
    {
        PeriodOpened e => new ReportPeriod(e, e.Layers, e.Expected, 0),
        PeriodDueLayered e => this with { Layers = Layers.Add(e.Layer), Revision = Revision + 1 },
        RosterAmended e => this with { Expected = e.Expected, Revision = Revision + 1 },
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    private static (Decision<PeriodEvent> Decision, Roster After) Amend(
        List<Finding> findings, UnitId unit, bool excused, string reason, Roster roster, Func<Roster> amend)
    {
        if (findings.Count > 0)
            return (Decision<PeriodEvent>.Refuse(findings), roster);
        var after = amend();
        return (Decision<PeriodEvent>.Record(new RosterAmended(unit, excused, reason, after.Expected, after.Hash())), after);
    }

    private static IEnumerable<Finding> Unamendable(UnitId unit, UnitId by, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            yield return DeadlineRules.NoReason.At("reason");
        if (unit == by)
            yield return DeadlineRules.OwnUnit.At("unit");
    }
}

/// <summary>Opening of periods.</summary>
public static class ReportPeriods
{
    /// <summary>Last day of a period: the tree of this day is frozen unless another is named.</summary>
    public static DateOnly LastDayOf(PeriodId period) => period.LastDay;

    /// <summary>What speaks against opening a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="asOf">Day whose tree is to be frozen.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <param name="form">Form asked for; empty: the one that the period takes by itself, and no other is lawful. A special collection needs one.</param>
    /// <param name="due">Due date given; a special collection needs one, and nothing else takes one.</param>
    /// <returns>
    /// AR-109 when no form is known for the period, the period has not ended (for a special one: has not begun), or the day to be frozen is
    /// still to come; DL-012 when form or due date do not fit.
    /// </returns>
    public static ImmutableArray<Finding> Check(PeriodId period, DateOnly asOf, DateOnly today, string form = "", DateOnly? due = null)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var special = period.Kind == PeriodKind.Special;
        var ready = special ? today >= period.FirstDay : today > period.LastDay;
        if (FormOf(period, form) is not { } found || found.Takes != period.Kind || found.Since > period.Year || (!special && found.Id != Forms.For(period)?.Id))
        {
            findings.Add(form.Length == 0 && !special
                ? ReportRules.PeriodTooEarly.At("period")
                : DeadlineRules.BadOpening.At("form", $"{period} 不用表式“{form}”", $"{period} does not take the form '{form}'"));
        }
        if (!ready || asOf > today)
            findings.Add(ReportRules.PeriodTooEarly.At("period"));
        if (special && (due is null || due < today))
            findings.Add(DeadlineRules.BadOpening.At("due", "专项报送须写明不早于今日的截止日", "a special collection needs a due date not before today"));
        if (!special && due is not null)
            findings.Add(DeadlineRules.BadOpening.At("due", "时限由法律或制度规定;提前须以地方通知设定", "the dates are set by law or regime; an earlier one is a local layer"));
        return findings.ToImmutable();
    }

    /// <summary>The form that a period is opened with: the one named, or the one that it takes by itself; null when there is none.</summary>
    public static ReportForm? FormOf(PeriodId period, string named) => named.Length > 0 ? Forms.Find(named) : Forms.For(period);

    /// <summary>Day whose tree is frozen when none is named: the last of the period, or for one that is still running today.</summary>
    public static DateOnly AsOf(PeriodId period, DateOnly today) => period.LastDay < today ? period.LastDay : period.Kind == PeriodKind.Special ? today : period.LastDay;
}
