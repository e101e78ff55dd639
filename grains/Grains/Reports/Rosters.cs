using System.Collections.Concurrent;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Grains.Reports;

/// <summary>
/// The lists of open periods, read once each and kept. An amendment made in this process is seen at once (<see cref="Renew"/>), one made in
/// another after <see cref="LookAgainAfter"/> at most: then one caller asks for the number of amendments, and reads the list only when it rose. That
/// a period is not open is kept in the same way: every report looks for last year's, and in the first year of an installation there is none.
/// </summary>
/// <param name="readModels">Where lists are kept.</param>
/// <param name="clock">Measures the age of what is kept; the system's when the host brings none.</param>
public sealed class Rosters(IReadModels readModels, TimeProvider? clock = null) : IRosters
{
    /// <summary>Longest time for which a list is used without asking whether it was amended.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<PeriodId, Kept> known = [];

    /// <inheritdoc />
    public ValueTask<Roster?> Find(PeriodId period, CancellationToken ct = default) =>
        known.TryGetValue(period, out var kept) && !kept.IsDue(clock.GetUtcNow().UtcTicks) ? new(kept.Roster) : Renew(period, ct);

    /// <inheritdoc />
    public async ValueTask<Roster?> Renew(PeriodId period, CancellationToken ct = default)
    {
        var opened = (await readModels.Periods(ct)).FirstOrDefault(p => p.Period == period.ToString());
        if (opened is null)
            return known.GetOrAdd(period, static (_, now) => new Kept(null, now), clock.GetUtcNow()).Roster; // one opened meanwhile stays
        if (known.TryGetValue(period, out var kept) && kept.Roster?.Revision >= opened.Revision)
            return kept.Roster;
        var form = Forms.Find(opened.Form) ?? throw new InvalidDataException($"period {period} takes form {opened.Form}, which this version does not know");
        // the rows are read after the revision, so they are at least as new; a revision too low only means one more look
        var read = new Roster(period, form, await readModels.Roster(period.ToString(), ct), opened.Revision);
        return known.AddOrUpdate(
            period,
            (_, fresh) => new Kept(fresh, clock.GetUtcNow()),
            (_, there, fresh) => there.Roster?.Revision >= fresh.Revision ? there : new Kept(fresh, clock.GetUtcNow()),
            read).Roster;
    }

    private sealed class Kept(Roster? roster, DateTimeOffset readAt)
    {
        private long lookedAt = readAt.UtcTicks;

        public Roster? Roster => roster;

        // True for one caller each time; the others go on with what is kept. A clock set back counts as due, too.
        public bool IsDue(long now)
        {
            var last = Volatile.Read(ref lookedAt);
            return Math.Abs(now - last) >= LookAgainAfter.Ticks && Interlocked.CompareExchange(ref lookedAt, now, last) == last;
        }
    }
}
