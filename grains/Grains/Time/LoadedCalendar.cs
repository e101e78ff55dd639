using System.Collections.Concurrent;
using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;

namespace Federation.Grains.Time;

/// <summary>
/// Calendars in memory: the lists of the files and the acts of the ledger. An act of another process is seen at the next <see cref="Load"/>, which the
/// scan of due dates calls every time.
/// </summary>
public sealed class LoadedCalendar(ILedger ledger, IDivisions divisions, TimeProvider clock, HolidayData lists) : ICalendars, IWorkingDays
{
    private const int CalendarsKept = 64;
    private readonly Lock gate = new();
    private readonly Dictionary<(DateOnly KnownOn, string Tops), WorkingCalendar> calendars = [];
    private long seen;
    private CalendarBook book = CalendarBook.Of(lists.Notices);
    private Places? places; // of the day asked for last: a book of duties asks a hundred times for one unit

    /// <inheritdoc />
    public CalendarBook Book
    {
        get
        {
            lock (gate)
                return book;
        }
    }

    /// <summary>Takes in what was recorded since.</summary>
    public async Task Load(CancellationToken ct)
    {
        long after;
        lock (gate)
            after = seen;
        var recorded = await ledger.ReadStream(GrainKeys.Calendar, after, ct);
        lock (gate)
        {
            foreach (var e in recorded.Where(e => e.Seq > seen))
            {
                seen = e.Seq;
                if (CalendarEventJson.Read(e) is NoticeTaken taken)
                    book = book.With(taken.Notice);
            }
            if (!recorded.IsEmpty)
            {
                calendars.Clear();
                Volatile.Write(ref places, null);
            }
        }
    }

    /// <inheritdoc />
    public WorkingCalendar Of(UnitId unit) => Of(unit, clock.Today());

    /// <inheritdoc />
    public WorkingCalendar Of(UnitId unit, DateOnly knownOn)
    {
        var (tree, known) = (divisions.Today, Volatile.Read(ref places));
        if (known is null || known.Tree != tree || known.KnownOn != knownOn)
            Volatile.Write(ref places, known = new(tree, knownOn));
        return known.Calendars.TryGetValue(unit, out var calendar) ? calendar : known.Calendars[unit] = Look(tree, unit, knownOn);
    }

    /// <inheritdoc />
    public DateOnly AddWorkingDays(UnitId unit, DateOnly from, int days) => Of(unit).Add(from, days);

    /// <inheritdoc />
    public bool IsWorkingDay(UnitId unit, DateOnly day) => Of(unit).IsWorkingDay(day);

    /// <inheritdoc />
    public int WorkingDaysBetween(UnitId unit, DateOnly after, DateOnly through) => through <= after ? 0 : Of(unit).Between(after, through);

    /// <inheritdoc />
    public bool IsProvisional(int year) => Book.IsProvisional(year, clock.Today());

    private WorkingCalendar Look(DivisionTree tree, UnitId unit, DateOnly knownOn)
    {
        var chain = Chain(tree, unit);
        lock (gate)
        {
            // all places without notices of their own share one calendar
            var deciding = book.Deciding(chain, knownOn);
            var key = (knownOn, string.Join(' ', deciding));
            if (calendars.TryGetValue(key, out var calendar))
                return calendar;
            if (calendars.Count >= CalendarsKept)
                calendars.Clear();
            return calendars[key] = book.Of(deciding, knownOn);
        }
    }

    private static ImmutableArray<UnitId> Chain(DivisionTree tree, UnitId unit)
    {
        if (!tree.TryFind(unit, out var order))
            return [UnitId.Nation];
        var chain = ImmutableArray.CreateBuilder<UnitId>();
        for (; order >= 0; order = tree.ParentOf(order))
            chain.Add(tree[order].Id);
        return chain.ToImmutable();
    }

    /// <summary>Calendars by unit, for one tree and one day on which they are known.</summary>
    private sealed record Places(DivisionTree Tree, DateOnly KnownOn)
    {
        public ConcurrentDictionary<UnitId, WorkingCalendar> Calendars { get; } = [];
    }
}
