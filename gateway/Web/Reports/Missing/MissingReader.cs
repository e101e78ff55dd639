using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Ledger;
using Federation.Domain.Time;

namespace Federation.Web.Reports.Missing;

/// <summary>A unit without a filing that counts.</summary>
/// <param name="Row">The unit.</param>
/// <param name="Above">Names from the province down to the unit above it.</param>
/// <param name="Returned">It filed and was returned.</param>
public sealed record MissingLine(RosterRow Row, string Above, bool Returned);

/// <summary>One page of the list of those who have not filed.</summary>
/// <param name="Place">Territory and period.</param>
/// <param name="Lines">Units, in tree order.</param>
/// <param name="Before">How many stand on the pages before.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">Order after which the next page begins; null when this is the last.</param>
/// <param name="Today">Beijing date, to mark what is overdue.</param>
public sealed record MissingModel(Place Place, ImmutableArray<MissingLine> Lines, int Before, long Total, int? Next, DateOnly Today);

/// <summary>Reads who has not filed.</summary>
internal sealed class MissingReader(IReadModels readModels, IGrainFactory grains, TimeProvider clock)
{
    public const int PageSize = 200;

    /// <summary>One page.</summary>
    /// <param name="place">Territory and period.</param>
    /// <param name="after">Order after which to begin; null for the first page.</param>
    /// <param name="before">How many stood on the pages before; shown, not trusted.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<MissingModel> Read(Place place, int? after, int before, CancellationToken ct)
    {
        var (roster, row) = place;
        var from = Math.Clamp(after ?? row.Ord - 1, row.Ord - 1, row.Last);
        var rows = await readModels.Missing(roster.Period.ToString(), from, row.Last, PageSize + 1, ct);
        var coverage = await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(row.Unit, roster.Period)).Coverage();
        var shown = rows.Length > PageSize ? rows[..PageSize] : rows;
        return new MissingModel(
            place,
            [.. shown.Select(m => new MissingLine(m.Unit, string.Join(" › ", roster.PathOf(m.Unit)[..^1]), m.Returned is not null))],
            after is null ? 0 : Math.Clamp(before, 0, roster.Expected),
            coverage is null ? shown.Length : coverage.Whole.Expected - coverage.Whole.Counts.Filed,
            rows.Length > PageSize ? shown[^1].Unit.Ord : null,
            clock.Today());
    }
}
