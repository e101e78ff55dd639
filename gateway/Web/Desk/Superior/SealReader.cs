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

/// <summary>A report of a unit directly below that waits for its seal.</summary>
/// <param name="Row">The unit.</param>
/// <param name="Pending">What waits.</param>
/// <param name="Notes">Warnings of the rules.</param>
/// <param name="Blockers">Why the reader cannot seal it; empty: it can be sealed.</param>
public sealed record SealLine(RosterRow Row, FilingView Pending, ImmutableArray<Finding> Notes, ImmutableArray<Finding> Blockers);

/// <summary>Reads what a collector can seal: what was handed in for the units directly below. Further down nobody but the unit seals.</summary>
internal sealed class SealReader(IGrainFactory grains, IDivisions divisions)
{
    private const int AtOnce = 16;

    /// <summary>True when one of the roles seals for units directly below.</summary>
    public static bool Seals(Subject by) => by.Roles.Any(r => Permissions.ReachOf(r, Permission.ApproveReports) == Reach.DirectChildren);

    /// <summary>What waits, in tree order.</summary>
    public async Task<ImmutableArray<SealLine>> Read(DeskCall call, Place place)
    {
        var lines = ImmutableArray.CreateBuilder<SealLine>();
        foreach (var group in place.Roster.ChildrenOf(place.Row).Where(r => r.Due is not null).Chunk(AtOnce))
            lines.AddRange((await Task.WhenAll(group.Select(row => Look(call, place.Roster.Period, row)))).OfType<SealLine>());
        return lines.ToImmutable();
    }

    public IReportGrain Grain(UnitId unit, PeriodId period) => grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period));

    private async Task<SealLine?> Look(DeskCall call, PeriodId period, RosterRow row) =>
        (await Grain(row.Unit, period).Get(call.By)).Value is { Pending: { } pending } view
            ? new SealLine(row, pending, [.. view.Findings.Where(f => !f.Blocks)], [.. Blockers(call, row.Unit, pending)])
            : null;

    private IEnumerable<Finding> Blockers(DeskCall call, UnitId unit, FilingView pending)
    {
        if (Permissions.Check(call.By, Permission.ApproveReports, unit, divisions.Today) is { } denied)
            yield return denied;
        if (ReportAct.SamePerson(pending.Author, call.By.Actor))
            yield return ReportRules.OwnApproval.At("");
    }
}
