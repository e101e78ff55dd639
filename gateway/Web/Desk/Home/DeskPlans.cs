using Federation.Domain.Divisions;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;
using Federation.Web.Desk.Plans;

namespace Federation.Web.Desk.Home;

/// <summary>Work plans of this year on the desk.</summary>
/// <param name="Year">The year.</param>
/// <param name="Duties">What plans above ask of the reader's unit.</param>
/// <param name="Unaccepted">Of these, not taken on yet.</param>
/// <param name="Late">Of these, late.</param>
/// <param name="Below">Clauses that plans of the unit ask of units below, over all these plans; null: there are none, or they are not for the reader.</param>
public sealed record DeskPlans(int Year, int Duties, int Unaccepted, int Late, CoverageCell? Below);

/// <summary>Reads the figures of work plans for the desk.</summary>
internal sealed class DeskPlansReader(PlanReader reader, PlanFigures figures, IDivisions divisions, TimeProvider clock)
{
    /// <summary>The figures; null when there is nothing to tell.</summary>
    public async Task<DeskPlans?> Read(DeskCall call, CancellationToken ct)
    {
        if (divisions.Today.Find(call.By.Unit) is not { } unit)
            return null;
        var year = clock.Today().Year;
        var list = await reader.List(call, unit, year, ct);
        CoverageCell? below = null;
        foreach (var line in list.Issued.Where(l => l.Row is { Version: > 0, Withdrawn: false }))
        {
            if (await reader.Find(call, line.Row.Plan) is { } plan && await figures.RollUp(plan, ct) is { } cells)
                below = cells.Values.Aggregate(below ?? CoverageCell.Empty, (sum, cell) => sum.Plus(cell));
        }
        var received = list.Received ?? [];
        return received.IsEmpty && list.Issued.IsEmpty && !list.MayIssue
            ? null
            : new DeskPlans(year, received.Sum(r => r.Duties), received.Sum(r => r.Duties - r.Accepted), received.Sum(r => r.Late), below);
    }
}
