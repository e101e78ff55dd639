using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Web.Reports.Publications;

/// <summary>Whether a report is before the public.</summary>
public enum PublicationState
{
    /// <summary>按时发布</summary>
    InTime,

    /// <summary>迟发布</summary>
    Late,

    /// <summary>未发布, and its day has not passed.</summary>
    NotYet,

    /// <summary>逾期未发布</summary>
    Overdue,
}

/// <summary>One unit that must publish.</summary>
/// <param name="Row">The unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="First">Its first publication; null when there is none.</param>
public sealed record PublicationLine(RosterRow Row, PublicationState State, Domain.Reports.Publication? First);

/// <summary>What the page of publications shows.</summary>
/// <param name="Place">Territory and period.</param>
/// <param name="Coverage">Counts of the whole and of each unit directly below.</param>
/// <param name="Lines">Every unit that must publish, in tree order; null when they are too many to list.</param>
public sealed record PublicationModel(Place Place, CoverageView Coverage, ImmutableArray<PublicationLine>? Lines)
{
    /// <summary>How many stand so; null when they were not read one by one.</summary>
    public int? Count(PublicationState state) => Lines?.Count(l => l.State == state);
}

/// <summary>Reads who has made the report public, and when.</summary>
internal sealed class PublicationReader(IGrainFactory grains, IReportHistories histories, TimeProvider clock)
{
    private const int MostUnits = 200;

    public async Task<PublicationModel> Read(Place place, CancellationToken ct)
    {
        var (roster, top) = place;
        var coverage = await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(top.Unit, roster.Period)).Coverage()
            ?? throw new InvalidOperationException($"{place.Address} is on the list and has no roll-up");
        if (top.Last - top.Ord >= MostUnits)
            return new PublicationModel(place, coverage, null);
        var (reports, _) = await histories.AsOf(roster, top, clock.GetUtcNow(), ct);
        var rows = Enumerable.Range(top.Ord, top.Last - top.Ord + 1).Select(at => roster.Rows[at]).Where(r => r.Due is not null);
        return new PublicationModel(place, coverage, [.. rows.Select(r => Line(r, reports.GetValueOrDefault(r.Unit), clock.Today()))]);
    }

    /// <summary>Where one unit stands: the day of its first publication is what counts.</summary>
    internal static PublicationLine Line(RosterRow row, Report? report, DateOnly today)
    {
        var first = report?.Publications.MinBy(p => p.On);
        var state = first is not null ? first.On <= row.Due ? PublicationState.InTime : PublicationState.Late
            : today <= row.Due ? PublicationState.NotYet : PublicationState.Overdue;
        return new PublicationLine(row, state, first);
    }
}
