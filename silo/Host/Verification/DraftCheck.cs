using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Storage.Sqlite;

namespace Federation.Host.Verification;

/// <summary>
/// Folds every entry before it is public anew from its events, and compares its row and open dates with what is kept. A last day depends on the calendar and
/// the standard besides: it must be one that they gave when the row was written, or give today.
/// </summary>
internal sealed class DraftCheck(DerivedTables tables, IStandardReads standards, IDivisions divisions, ICalendars calendars, TimeProvider clock, Differences found)
{
    private const string Nothing = "无 / nothing";
    private readonly RememberedStandards remembered = new(standards);
    private long lawsMoved; // position of the newest change of a calendar or standard

    /// <summary>Runs it; the entries of one unit are held at a time.</summary>
    /// <param name="progress">Told how many of how many units are done.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Entries compared.</returns>
    public async Task<long> Run(IProgress<(int Done, int Of)>? progress, CancellationToken ct)
    {
        lawsMoved = Math.Max(await tables.NewestOf("calendar", ct), await tables.NewestOf("standard", ct));
        var (drafts, units) = (0L, await tables.UnitsOfDrafts(ct));
        for (var done = 0; done < units.Length; done++)
        {
            progress?.Report((done, units.Length));
            if (UnitId.TryParse(units[done], out var unit))
                drafts += await Compare(unit, ct);
            else
                found.Row("draft", units[done], "", "单位代码 / the code of a unit", units[done]);
        }
        progress?.Report((units.Length, units.Length));
        return drafts;
    }

    private async Task<int> Compare(UnitId unit, CancellationToken ct)
    {
        var rows = (await tables.Drafts(unit.Value, ct)).ToDictionary(r => r.Key, StringComparer.Ordinal);
        var dues = (await tables.DuesOfDrafts(unit.Value, ct)).ToLookup(d => d.Key, StringComparer.Ordinal);
        var streams = await tables.StreamsBelow($"entry/{unit}/", ct);
        foreach (var stream in streams)
        {
            var events = await tables.Events(stream, 0, int.MaxValue, ct);
            rows.Remove(stream[$"entry/{unit}/".Length..], out var row);
            if (Fold(stream, events) is { } draft)
                await Compare(unit, stream, draft, events, row, [.. dues[stream]], ct);
        }
        foreach (var left in rows.Keys)
            found.Row("draft", unit.Value, left, Nothing, "一行 / a row");
        foreach (var left in dues.Where(d => streams.BinarySearch(d.Key, StringComparer.Ordinal) < 0).SelectMany(d => d))
            found.Row("due", unit.Value, left.Key, Nothing, left.Row is { } date ? TextOf([date]) : left.Unreadable);
        return streams.Length;
    }

    private EntryDraft? Fold(string stream, ImmutableArray<RecordedEvent> events)
    {
        var draft = EntryDraft.Blank;
        foreach (var recorded in events)
        {
            try
            {
                draft = draft.Apply(DraftEventJson.Read(recorded.Kind, recorded.KindVersion, recorded.Payload), recorded.At, recorded.Actor);
            }
            catch (Exception e) when (e is FormatException or NullReferenceException or ArgumentException)
            {
                found.Add("event", $"{stream} @{recorded.Position}: 不能读出或不接续 / unreadable, or does not follow: {recorded.Kind};该条目不再比对 / compared no further");
                return null;
            }
        }
        return draft;
    }

    private async Task Compare(
        UnitId unit, string stream, EntryDraft draft, ImmutableArray<RecordedEvent> events, StoredRow<DraftRow>? kept, ImmutableArray<StoredRow<DueRow>> dues, CancellationToken ct)
    {
        var (_, id) = GrainKeys.UnitAndEntryOf(stream);
        var (at, written) = (events[^1].At, events[^1].Position);
        var limit = await DraftDates.StandardLimit(remembered, divisions.Today, unit, draft.Content, ct);
        List<DueRow> open = [.. dues.Select(d => d.Row).OfType<DueRow>()];
        var (rowDiffers, datesDiffer) = (true, true);
        foreach (var day in LastDays(unit, draft, limit, at))
        {
            rowDiffers = rowDiffers && !Holds(DraftRow.Of(unit, id, draft, day, at), kept);
            datesDiffer = datesDiffer && !(open.Count == dues.Length && DraftDates.Open(stream, unit, draft, day).Rows.SequenceEqual(open));
            if (!rowDiffers && !datesDiffer)
                return;
        }
        var today = LastDays(unit, draft, limit, at).First();
        if (rowDiffers)
            Row(unit, id, DraftRow.Of(unit, id, draft, today, at), kept, written);
        var wanted = DraftDates.Open(stream, unit, draft, today).Rows;
        if (datesDiffer && dues.FirstOrDefault(d => d.Row is null) is { } unreadable)
            found.Row("due", unit.Value, id.Value, TextOf(wanted), unreadable.Unreadable);
        else if (datesDiffer && !(lawsMoved > written && Movable(wanted, open)))
            found.Row("due", unit.Value, id.Value, TextOf(wanted), TextOf(open));
    }

    private static bool Holds(DraftRow? expected, StoredRow<DraftRow>? kept) => expected is null
        ? kept is null
        : kept?.Row is { } row && RowColumns.Draft.Differ(expected, row with { Hash = row.Hash ?? expected.Hash }) is null; // rows written before hashes were kept have none

    private void Row(UnitId unit, EntryId id, DraftRow? expected, StoredRow<DraftRow>? kept, long written)
    {
        if (expected is null)
            found.Row("draft", unit.Value, id.Value, Nothing, "一行 / a row");
        else if (kept?.Row is not { } row)
            found.Row("draft", unit.Value, id.Value, $"state={(int)expected.State} title={expected.Title}", kept is null ? Nothing : kept.Unreadable);
        else if (lawsMoved > written && Holds(expected with { LastDay = row.LastDay, Breached = row.Breached }, kept))
            found.Note($"draft {unit} {id}: 公开期限按此前的日历或标准计算 / its last day was counted by an earlier calendar or standard: {RowColumns.Day(row.LastDay)}, {RowColumns.Day(expected.LastDay)}");
        else if (RowColumns.Draft.Differ(expected, row with { Hash = row.Hash ?? expected.Hash }) is var (should, stands))
            found.Row("draft", unit.Value, id.Value, should, stands);
    }

    // As the calendar is known today, and as it was known on the day of the last act; by the limit of the standard, and without.
    private IEnumerable<DateOnly?> LastDays(UnitId unit, EntryDraft draft, string limit, DateTimeOffset at)
    {
        foreach (var known in new[] { clock.Today(), BeijingTime.DateOf(at) }.Distinct())
        {
            var days = new KnownDays(calendars.Of(unit, known));
            foreach (var one in new[] { limit, "" }.Distinct())
                yield return DraftDates.LastDay(draft, one, unit, days);
        }
    }

    // Whether they differ by the moment of the last day alone.
    private static bool Movable(ImmutableArray<DueRow> wanted, List<DueRow> there) =>
        wanted.Select(w => (w.Unit, w.Kind)).Order().SequenceEqual(there.Select(t => (t.Unit, t.Kind)).Order())
        && wanted.Where(w => w.Kind == "look").SequenceEqual(there.Where(t => t.Kind == "look"));

    private static string TextOf(IReadOnlyCollection<DueRow> rows) => rows.Count == 0 ? Nothing : string.Join(' ', rows.Select(r => $"{r.Kind}={RowColumns.Moment(r.At)}"));
}
