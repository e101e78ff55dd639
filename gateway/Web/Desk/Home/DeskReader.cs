using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Web.Desk.Superior;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Home;

/// <summary>A report that the reader's own unit owes.</summary>
/// <param name="Report">The report.</param>
/// <param name="DaysLeft">Calendar days to its last day; negative when it is over.</param>
/// <param name="MayFile">The reader writes it.</param>
/// <param name="MaySeal">The reader can seal what waits.</param>
/// <param name="Locked">The day of the lock has passed, nothing was filed and no exception holds.</param>
public sealed record OwnReport(OpenReport Report, int DaysLeft, bool MayFile, bool MaySeal, bool Locked);

/// <summary>What lies below the reader's unit in a period.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Coverage">How many of how many.</param>
/// <param name="ToReview">Filings of the units directly below that wait for a review; at most one more than are counted.</param>
/// <param name="Missing">Units directly below that have not filed.</param>
/// <param name="Overdue">Those of them that are late.</param>
/// <param name="ToSeal">Reports of units directly below that wait for a collector's seal; null when the reader seals none.</param>
/// <param name="NewCorrections">Corrections below since the reader looked last.</param>
/// <param name="Looked">When that was; null: never.</param>
public sealed record Below(Place Place, CoverageLine Coverage, int ToReview, int Missing, int Overdue, int? ToSeal, int NewCorrections, DateTimeOffset? Looked);

/// <summary>今日事项 of one period.</summary>
public sealed record DeskPeriod(PeriodId Period, ImmutableArray<OwnReport> Own, Below? Below);

/// <summary>Reads what somebody has to do today.</summary>
internal sealed class DeskReader(Places places, IReadModels readModels, IGrainFactory grains, IDivisions divisions, OpenReports reports, SealReader seals, TimeProvider clock)
{
    private const int MostPeriods = 4;

    public async Task<ImmutableArray<DeskPeriod>> Read(DeskCall call, HttpContext http, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<DeskPeriod>();
        foreach (var period in await places.Open(ct))
        {
            if ((await places.Find(call.By.Unit.Value, period.ToString(), ct)).Place is not { } place)
                continue;
            found.Add(new DeskPeriod(period, await Own(call, place), await Beneath(call, http, place, ct)));
            if (found.Count == MostPeriods)
                break;
        }
        return found.ToImmutable();
    }

    private async Task<ImmutableArray<OwnReport>> Own(DeskCall call, Place place)
    {
        if (place.Row.Due is null && place.IsLeaf)
            return [];
        var own = ImmutableArray.CreateBuilder<OwnReport>();
        ReportScope[] scopes = [.. place.Row.Due is null ? (ReportScope[])[] : [ReportScope.Own], .. place.IsLeaf || place.Row.Due is null ? (ReportScope[])[] : [ReportScope.Whole]];
        foreach (var scope in scopes)
        {
            if ((await reports.Find(call, place, scope)).Report is not { } report)
                continue;
            var last = report.View.Chasing.Until is { } until && until > report.View.Due ? until : report.View.Due;
            own.Add(new OwnReport(
                report, last.DayNumber - clock.Today().DayNumber, call.May(Permission.FileReports, place.Row.Unit, divisions),
                report.View.Pending is { } waits && call.May(Permission.ApproveReports, place.Row.Unit, divisions) && !ReportAct.SamePerson(waits.Author, call.By.Actor),
                report.View.Version == 0 && report.View.Locks < clock.Today() && !(report.View.Chasing.Until >= clock.Today())));
        }
        return own.ToImmutable();
    }

    private async Task<Below?> Beneath(DeskCall call, HttpContext http, Place place, CancellationToken ct)
    {
        if (place.IsLeaf || Permissions.CheckSubtree(call.By, Permission.ReadReports, place.Row.Unit, divisions.Today) is not null)
            return null;
        if (await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period)).Coverage() is not { } coverage)
            return null;
        var (period, row, roster) = (place.Roster.Period.ToString(), place.Row, place.Roster);
        int waiting = 0, missing = 0, overdue = 0;
        foreach (var child in roster.ChildrenOf(row))
        {
            var contribution = await readModels.Contribution(child.Unit, ContributionScope.Own, period, ct);
            if (contribution is { Filed: > 0 })
            {
                waiting += contribution.Accepted == 0 ? 1 : 0;
                continue;
            }
            missing += child.Due is null ? 0 : 1;
            overdue += child.Due < clock.Today() ? 1 : 0;
        }
        int? toSeal = SealReader.Seals(call.By) ? (await seals.Read(call, place)).Count(l => l.Blockers.IsEmpty) : null;
        var looked = LastLook.Of(http, call.By, place);
        var fresh = coverage.Whole.Counts.Corrected == 0 ? 0 : await CorrectedSince(place, looked, ct);
        return new Below(place, coverage.Whole, waiting, missing, overdue, toSeal, fresh, looked);
    }

    private async Task<int> CorrectedSince(Place place, DateTimeOffset? looked, CancellationToken ct)
    {
        var fresh = 0;
        for (var at = place.Row.Ord - 1; await readModels.Filings(place.Roster.Period.ToString(), at, place.Row.Last, 1000, ct) is { IsEmpty: false } page; at = page[^1].Unit.Ord)
            fresh += page.Count(p => p.Filing.Corrected > 0 && (looked is not { } last || p.Filing.At > last));
        return fresh;
    }
}
