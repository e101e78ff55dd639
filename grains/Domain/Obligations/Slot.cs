using System.Collections.Immutable;
using System.Globalization;

namespace Federation.Domain.Obligations;

/// <summary>红黄绿灯: how a duty, or one slot of it, stands.</summary>
public enum DutyLight
{
    /// <summary>未到期: its period has not begun, or no event has set it going.</summary>
    NotDueYet,

    /// <summary>办理中</summary>
    Open,

    /// <summary>临期: few working days are left.</summary>
    DueSoon,

    /// <summary>完成</summary>
    Done,

    /// <summary>逾期</summary>
    Late,

    /// <summary>豁免: an exception holds, or it is asked no more.</summary>
    Waived,
}

/// <summary>The words of lights, the same everywhere.</summary>
public static class DutyLights
{
    private static readonly string[] Words = ["not_due", "open", "due_soon", "done", "late", "waived"];

    /// <summary>The word of what is done by the unit's word alone.</summary>
    public const string Claimed = "claimed";

    /// <summary>The word of a light.</summary>
    public static string Word(this DutyLight light) => Words[(int)light];
}

/// <summary>One sentence of an explanation.</summary>
/// <param name="Text">In Chinese.</param>
/// <param name="TextEn">In English.</param>
public sealed record Because(string Text, string TextEn)
{
    /// <summary>A sentence with figures and dates, written the same in every culture.</summary>
    public static Because Say(FormattableString text, FormattableString textEn) =>
        new(text.ToString(CultureInfo.InvariantCulture), textEn.ToString(CultureInfo.InvariantCulture));
}

/// <summary>One thing a duty asks: a period of it, the answer to one event, or all of it. Each is judged for itself.</summary>
/// <param name="Name">Period, or the event with its number.</param>
/// <param name="From">First day on which it can be due or done.</param>
/// <param name="To">Last day whose acts belong to it: the end of its period.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="DueAt">Last moment in time, where the limit counts hours; null: the end of <paramref name="Due"/>.</param>
/// <param name="Occurrence">Number of the event; null: none.</param>
/// <param name="HowDue">How the last day came about, day by day.</param>
public sealed record SlotFrame(string Name, DateOnly From, DateOnly To, DateOnly Due, DateTimeOffset? DueAt, int? Occurrence, ImmutableArray<Because> HowDue);

/// <summary>A slot as judged.</summary>
/// <param name="Frame">What it asks.</param>
/// <param name="Light">How it stands.</param>
/// <param name="DoneAt">When it was done; null: it is not.</param>
/// <param name="DoneLate">Done, but after its last day.</param>
/// <param name="Due">Last day in time, exceptions included.</param>
/// <param name="WorkingDays">Working days left, or, below zero, passed since; 0 on the last day, and when it is done.</param>
/// <param name="Counted">Numbers of the evidence that counted.</param>
/// <param name="Why">Why it stands so.</param>
public sealed record Slot(
    SlotFrame Frame, DutyLight Light, DateTimeOffset? DoneAt, bool DoneLate, DateOnly Due, int WorkingDays, ImmutableArray<int> Counted, ImmutableArray<Because> Why)
{
    /// <summary>已报完成,待核: done by the unit's word alone: without what neither the system has seen nor the superior accepted, it is not.</summary>
    public bool IsClaimed { get; init; }

    /// <summary>Its light in a word: what is claimed is not called done.</summary>
    public string Word => IsClaimed ? DutyLights.Claimed : Light.Word();
}
