using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Time;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Time;

/// <summary>The calendar's acts. Key: calendar/000000. A change and the duty to count open dates again are one transaction.</summary>
[GrainType("calendar")]
public sealed class CalendarGrain(
    ILedger ledger, IDueTable dues, IDivisions divisions, LoadedCalendar calendar, HolidayData lists, IEnumerable<DueRoute> routes, TimeProvider clock) : Grain, ICalendarGrain
{
    private const int PageSize = 500;
    private readonly Journal<CalendarActs, CalendarEvent, CalendarStream> journal = new(ledger, clock);

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken) => journal.Open(this.GetPrimaryKeyString(), cancellationToken);

    /// <inheritdoc />
    public async Task<Reply<NoticeTakenView>> Take(TakeNotice message)
    {
        if (Permissions.Check(message.By, Permission.KeepCalendar, message.Unit, divisions.Today) is { } denied)
            return Reply.Refuse<NoticeTakenView>(denied);
        var notice = new HolidayNotice(
            message.Unit, message.Year == 0 ? null : message.Year, clock.Today(), message.Number.Trim(), [.. message.Days.Select(d => new ListedDay(d.Day, d.As, d.Name.Trim())).OrderBy(d => d.Day)]);
        await calendar.Load(CancellationToken.None);
        var committed = await journal.Commit(
            message.By.Actor, message.RequestId, _ => CalendarActs.Take(notice, calendar.Of(message.Unit), clock.Today()), earlier => Same(earlier, notice), Recount);
        await calendar.Load(CancellationToken.None);
        return committed.Act?.Event is NoticeTaken taken
            ? Reply.Of(new NoticeTakenView(taken.Notice.KnownFrom, journal.State.Notices.Length), committed.Findings)
            : Reply.Refuse<NoticeTakenView>(committed.Findings);
    }

    /// <inheritdoc />
    public Task Started() => journal.Commit(Actor, "", acts => acts.Load(lists.Fingerprint), _ => false, Recount);

    /// <inheritdoc />
    public async Task Wake()
    {
        if (!journal.State.IsBehind)
            return;
        await calendar.Load(CancellationToken.None);
        var (through, tops) = (journal.State.Changes, journal.State.Tops);
        var woken = await WakeAll(tops);
        await journal.Commit(Actor, "", acts => acts.Recount(through, woken), _ => false, Recount);
    }

    private static string Actor { get; } = "system@" + UnitId.Nation;

    // Every open date below the units concerned, whenever it is due: a make-up workday brings one forward. A fault ends the count, and the next pass
    // of the scan begins it anew.
    private async Task<int> WakeAll(ImmutableArray<UnitId> tops)
    {
        var tree = divisions.Today;
        var known = routes.ToDictionary(r => r.Word);
        var own = this.GetPrimaryKeyString();
        var seen = new HashSet<string>();
        DueRow? after = null;
        while (await dues.Due(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, after, PageSize, CancellationToken.None) is { IsEmpty: false } page)
        {
            after = page[^1];
            foreach (var row in page.Where(r => r.Ref != own && tops.Any(top => top == UnitId.Nation || tree.Contains(top, r.Unit)) && seen.Add(r.Ref)))
            {
                if (known.TryGetValue(row.Ref.Split('/')[0], out var route))
                    await route.Wake(GrainFactory, row.Ref);
            }
        }
        return seen.Count;
    }

    private Along Recount(CalendarActs after, Act<CalendarEvent> act)
    {
        var own = this.GetPrimaryKeyString();
        return new Along([new DuesChanged(own, after.IsBehind ? [new DueRow(UnitId.Nation, act.At, "recount", own)] : [])], []);
    }

    private static bool Same(CalendarEvent earlier, HolidayNotice asked) =>
        earlier is NoticeTaken { Notice: var taken } && taken.Top == asked.Top && taken.Year == asked.Year && taken.Number == asked.Number && taken.Days.SequenceEqual(asked.Days);
}

/// <summary>How the calendar's acts are kept.</summary>
internal sealed class CalendarStream : IStreamOf<CalendarActs, CalendarEvent>
{
    public static CalendarActs Start => CalendarActs.None;

    public static NewEvent Write(CalendarEvent happened) => CalendarEventJson.Write(happened);

    public static CalendarEvent Read(RecordedEvent recorded) => CalendarEventJson.Read(recorded);

    public static CalendarActs Apply(CalendarActs state, Act<CalendarEvent> act) => state.Apply(act.Event);
}
