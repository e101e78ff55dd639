using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>改期: what a change of the calendar does to open last days, and the log of it.</summary>
public sealed partial record DutyBook
{
    /// <summary>Last days that a calendar has moved, oldest first.</summary>
    public ImmutableArray<LoggedMove> Moves { get; init; } = [];

    /// <summary>
    /// Counts the last days of everything open again. What a day was is what was logged last, else what the calendar gave as known on the day the
    /// duty came in: so a repeat finds nothing, and several changes between two counts are one move.
    /// </summary>
    /// <param name="unit">Whose book.</param>
    /// <param name="knownOn">Working days as known on a day.</param>
    /// <param name="notice">The newest notice known: what moved them.</param>
    /// <param name="now">Moment of the count.</param>
    /// <returns>One <see cref="DutyDatesMoved"/>; nothing when every day stands.</returns>
    public Decision<DutyEvent> Recount(UnitId unit, Func<DateOnly, IWorkingDays> knownOn, string notice, DateTimeOffset now)
    {
        var days = knownOn(BeijingTime.DateOf(now));
        ImmutableArray<MovedDate> moved = [.. Asked.Where(r => r.Closed is null).SelectMany(Of)];
        return moved.IsEmpty ? Decision<DutyEvent>.Nothing : Decision<DutyEvent>.Record(new DutyDatesMoved(moved, notice));

        IEnumerable<MovedDate> Of(DutyRecord record)
        {
            var was = DutyStatus.Of(record, unit, now, knownOn(record.ToAcceptSince)).Slots.ToDictionary(s => s.Frame.Name, s => s.Due);
            foreach (var move in Moves.Where(m => m.Date.Duty == record.Duty.Id && m.On >= record.ToAcceptSince))
                was[move.Date.Slot] = move.Date.Now;
            return DutyStatus.Of(record, unit, now, days).Slots
                .Where(s => s.DoneAt is null && was.TryGetValue(s.Frame.Name, out var due) && due != s.Due)
                .Select(s => new MovedDate(record.Duty.Id, s.Frame.Name, was[s.Frame.Name], s.Due));
        }
    }
}

/// <summary>A last day that a calendar has moved.</summary>
/// <param name="Date">Which, from when to when.</param>
/// <param name="Notice">The notice that moved it.</param>
/// <param name="On">Beijing date of the count.</param>
public sealed record LoggedMove(MovedDate Date, string Notice, DateOnly On);
