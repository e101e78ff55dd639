using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>How a duty stands at a moment: computed from dates and evidence, never typed in.</summary>
/// <param name="Light">The worst of its slots that have begun.</param>
/// <param name="Slots">Every slot, in order of time.</param>
/// <param name="Why">Why it stands so, beyond its slots.</param>
/// <param name="IsComplete">Every slot it will ever have is done.</param>
/// <param name="AwaitsReview">Evidence that counts has not been accepted yet.</param>
/// <param name="IsProvisional">A last day falls into a year whose holidays are not published.</param>
public sealed record DutyStatus(
    DutyLight Light, ImmutableArray<Slot> Slots, ImmutableArray<Because> Why, bool IsComplete, bool AwaitsReview, bool IsProvisional)
{
    /// <summary>Working days before a last day at which it is due soon.</summary>
    public const int SoonWithin = 5;

    /// <summary>The slot that speaks for the duty: the oldest of the worst.</summary>
    public Slot? Speaks => Slots.FirstOrDefault(s => s.Light == Light) ?? Slots.LastOrDefault(s => s.Light != DutyLight.NotDueYet) ?? Slots.FirstOrDefault();

    /// <summary>已报完成,待核: it would be done, but for a slot that stands on the unit's word alone.</summary>
    public bool IsClaimed { get; init; }

    /// <summary>How it stands in a word: what is claimed is not called done.</summary>
    public string Word => IsClaimed ? DutyLights.Claimed : Light.Word();

    /// <summary>Oldest last day of what is not done; null when nothing is owed.</summary>
    public DateOnly? NextDue => Slots.Where(s => s.DoneAt is null && s.Light != DutyLight.NotDueYet).Select(s => (DateOnly?)s.Due).Min()
        ?? Slots.Where(s => s.DoneAt is null).Select(s => (DateOnly?)s.Due).Min();

    /// <summary>How a duty stands.</summary>
    /// <param name="record">The duty with all acts on it.</param>
    /// <param name="unit">Whose; its calendar counts.</param>
    /// <param name="now">The moment.</param>
    /// <param name="days">The calendar.</param>
    /// <param name="soonWithin">Working days at which it is due soon; never more than the last quarter of a slot.</param>
    public static DutyStatus Of(DutyRecord record, UnitId unit, DateTimeOffset now, IWorkingDays days, int soonWithin = SoonWithin)
    {
        var frames = new SlotFrames(record, unit, days);
        var judge = new SlotJudge(record, unit, now, days, frames, soonWithin);
        ImmutableArray<Slot> slots = [.. frames.All().Select(judge.Judge)];
        var counted = slots.SelectMany(s => s.Counted).ToHashSet();
        var waits = record.Evidence.Any(e => counted.Contains(e.Number) && e.State == EvidenceState.Given);
        var (light, why) = record.Withdrawn is { } gone ? (DutyLight.Waived, Withdrawal(gone))
            : record.Closed is { } closed ? (DutyLight.Done, [Because.Say($"{BeijingTime.DateOf(closed.At):yyyy-MM-dd} 已销号", $"closed on {BeijingTime.DateOf(closed.At):yyyy-MM-dd}")])
            : (Worst(slots), WhyBeyond(record));
        return new(light, slots, why, IsAllDone(record, slots, now), waits, slots.Any(s => days.IsProvisional(s.Due.Year)))
        {
            IsClaimed = light == DutyLight.Done && record.Closed is null && slots.Any(s => s is { Light: DutyLight.Done, IsClaimed: true }),
        };
    }

    private static DutyLight Worst(ImmutableArray<Slot> slots)
    {
        DutyLight[] order = [DutyLight.Late, DutyLight.DueSoon, DutyLight.Open, DutyLight.Waived, DutyLight.Done];
        var lights = slots.Select(s => s.Light).ToHashSet();
        return order.Where(lights.Contains).DefaultIfEmpty(DutyLight.NotDueYet).First();
    }

    // A duty set off by events has all its slots only when its last day has passed.
    private static bool IsAllDone(DutyRecord record, ImmutableArray<Slot> slots, DateTimeOffset now) =>
        slots.All(s => s.DoneAt is not null) && (record.Measure is WithinOfEvent ? BeijingTime.DateOf(now) > record.Ends : !slots.IsEmpty);

    private static ImmutableArray<Because> Withdrawal(Withdrawal gone) =>
        [Because.Say($"第 {gone.Version} 版已不再要求:{gone.Reason}", $"version {gone.Version} asks it no more: {gone.Reason}")];

    private static ImmutableArray<Because> WhyBeyond(DutyRecord record) =>
        HeldNumbers.SourceOf(record) is { } source && !record.Evidence.Any(e => e.Item.Reference == source.Reference)
            ? [.. WhyOpen(record), Because.Say($"所需数字由系统从 {source.Reference} 带入,报告签发后自动计入,无须填报", $"the figure comes from {source.Reference} by itself once the report is sealed; nothing is to be filled in")]
            : WhyOpen(record);

    private static ImmutableArray<Because> WhyOpen(DutyRecord record) => record switch
    {
        { LeavesIntervalOpen: true, Interval: null } => [new("条文只写“定期”,本单位尚未设定周期;在设定之前,至少每年一次", "the clause states no interval and the unit has set none: at least once a year until it does")],
        { Measure: WithinOfEvent, Occurrences.IsEmpty: true } => [new("尚无触发事件", "no event has set it going")],
        _ => [],
    };
}
