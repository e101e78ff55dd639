using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Web.Reports;

namespace Federation.Web.Desk.Superior;

/// <summary>A unit that must file and has not.</summary>
/// <param name="Row">The unit.</param>
/// <param name="View">Its report; null when it may not be seen.</param>
/// <param name="DaysLeft">Calendar days to its last day, exceptions counted; negative when it is over.</param>
public sealed record DueRow(RosterRow Row, ReportView? View, int DaysLeft);

/// <summary>Reads who has not filed, and what was done about it.</summary>
internal sealed class DueReader(IReadModels readModels, IGrainFactory grains, TimeProvider clock)
{
    public const int PageSize = 100;
    private const int AtOnce = 16;

    public async Task<(ImmutableArray<DueRow> Rows, int? Next)> Read(DeskCall call, Place place, bool subtree, int after, CancellationToken ct)
    {
        var (roster, top) = place;
        var rows = new List<RosterRow>();
        int? next = null;
        for (var at = Math.Max(top.Ord, after); next is null && await readModels.Missing(roster.Period.ToString(), at, top.Last, 500, ct) is { IsEmpty: false } page; at = page[^1].Unit.Ord)
        {
            foreach (var (unit, _) in page.Where(p => p.Unit.Ord > top.Ord && (subtree || p.Unit.Parent == top.Ord)))
            {
                if (rows.Count == PageSize)
                {
                    next = rows[^1].Ord;
                    break;
                }
                rows.Add(unit);
            }
        }
        var lines = ImmutableArray.CreateBuilder<DueRow>();
        foreach (var group in rows.Chunk(AtOnce))
            lines.AddRange(await Task.WhenAll(group.Select(row => Look(call, place, row))));
        return ([.. lines.OrderBy(l => l.DaysLeft)], next);
    }

    private async Task<DueRow> Look(DeskCall call, Place place, RosterRow row)
    {
        var view = (await grains.GetGrain<IReportGrain>(GrainKeys.Report(row.Unit, place.Roster.Period)).Get(call.By)).Value;
        var last = view?.Chasing.Until is { } until && until > row.Due ? until : row.Due!.Value;
        return new DueRow(row, view, last.DayNumber - clock.Today().DayNumber);
    }
}
