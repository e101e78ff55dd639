using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Ledger;

/// <summary>
/// Everything with a date. A row says when to wake whom, never what to do: whoever is woken asks the domain what is due. Rows change in the transaction
/// of the events they follow from (<see cref="DuesChanged"/>), so a date is neither lost with a crash nor left behind by an act that settled it.
/// </summary>
public interface IDueTable
{
    /// <summary>Rows in a span of time, in order of moment, reference and kind.</summary>
    /// <param name="from">First moment, inclusive.</param>
    /// <param name="until">Last moment, inclusive.</param>
    /// <param name="after">Last row of the page before; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<DueRow>> Due(DateTimeOffset from, DateTimeOffset until, DueRow? after, int limit, CancellationToken ct);

    /// <summary>Every row of one reference, in order of moment and kind.</summary>
    ValueTask<ImmutableArray<DueRow>> DueOf(string reference, CancellationToken ct);
}

/// <summary>A date to wake up for.</summary>
/// <param name="Unit">Unit concerned.</param>
/// <param name="At">Moment from which it is due; kept in UTC.</param>
/// <param name="Kind">What for, in a stable word, for example <c>remind</c>; one row per reference and kind.</param>
/// <param name="Ref">Key of the grain to wake, for example <c>clock/500151/2026-3</c>; the part before the first slash finds its kind of grain.</param>
public sealed record DueRow(UnitId Unit, DateTimeOffset At, string Kind, string Ref);

/// <summary>The open dates of one reference are now these and no others.</summary>
/// <param name="Ref">The reference.</param>
/// <param name="Rows">Its rows; empty when nothing is open any more.</param>
public sealed record DuesChanged(string Ref, ImmutableArray<DueRow> Rows) : ReadModelChange;
