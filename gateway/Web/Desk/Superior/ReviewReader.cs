using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Web.Reports;

namespace Federation.Web.Desk.Superior;

/// <summary>A filing that waits for a review.</summary>
/// <param name="Row">The unit.</param>
/// <param name="View">Its report; null when it may not be seen.</param>
/// <param name="Blockers">Why it cannot be accepted or returned by the reader now; empty: it can.</param>
public sealed record ReviewLine(RosterRow Row, ReportView? View, ImmutableArray<Finding> Blockers);

/// <summary>Reads which filings wait for a review, with everything that stands in the way of each.</summary>
internal sealed class ReviewReader(IReadModels readModels, IGrainFactory grains, IDivisions divisions)
{
    public const int PageSize = 100;
    private const int AtOnce = 16;

    /// <summary>Filings in tree order, a page at a time, and the order after which the next page begins.</summary>
    public async Task<(ImmutableArray<ReviewLine> Lines, int? Next)> Read(DeskCall call, Place place, bool subtree, int after, CancellationToken ct)
    {
        var (roster, top) = place;
        var rows = new List<RosterRow>();
        int? next = null;
        for (var at = Math.Max(top.Ord, after); next is null && await readModels.Filings(roster.Period.ToString(), at, top.Last, 500, ct) is { IsEmpty: false } page; at = page[^1].Unit.Ord)
        {
            foreach (var (unit, filing) in page.Where(p => p.Filing is { Filed: > 0, Accepted: 0 } && (subtree || p.Unit.Parent == top.Ord)))
            {
                if (rows.Count == PageSize)
                {
                    next = rows[^1].Ord;
                    break;
                }
                rows.Add(unit);
            }
        }
        return (await Look(call, roster, rows), next);
    }

    /// <summary>The lines of units named.</summary>
    public async Task<ImmutableArray<ReviewLine>> Look(DeskCall call, Roster roster, IEnumerable<RosterRow> rows)
    {
        var lines = ImmutableArray.CreateBuilder<ReviewLine>();
        foreach (var group in rows.Chunk(AtOnce))
            lines.AddRange(await Task.WhenAll(group.Select(row => Look(call, roster, row))));
        return lines.ToImmutable();
    }

    public IReportGrain Grain(UnitId unit, PeriodId period) => grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period));

    private async Task<ReviewLine> Look(DeskCall call, Roster roster, RosterRow row)
    {
        var reply = await Grain(row.Unit, roster.Period).Get(call.By);
        return reply.Value is { } view ? new ReviewLine(row, view, [.. Blockers(call, view)]) : new ReviewLine(row, null, reply.Findings);
    }

    private IEnumerable<Finding> Blockers(DeskCall call, ReportView view)
    {
        if (Permissions.Check(call.By, Permission.ReviewReports, view.Unit, divisions.Today) is { } denied)
            yield return denied;
        if (view.Filed is not { } filed)
            yield return ReportRules.NothingFiled.At("");
        else if (view.State != ReportState.Sealed)
            yield return ReportRules.AlreadyAccepted.At("");
        else if (ReportAct.SamePerson(filed.By, call.By.Actor) || ReportAct.SamePerson(filed.Author, call.By.Actor))
            yield return ReportRules.OwnReview.At("");
    }
}
