using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans;

/// <summary>Which part of the tree a plan is looked at in.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Row">As lists show it.</param>
/// <param name="Tree">Tree of the day on which it was issued.</param>
/// <param name="Order">Order of the top there.</param>
public sealed record PlanPlace(OpenPlan Plan, PlanRow Row, DivisionTree Tree, int Order)
{
    /// <summary>The top.</summary>
    public Unit Top => Tree[Order];

    /// <summary>Address of another page about the same part of the tree.</summary>
    public string At(string act, params IEnumerable<(string Name, string Value)> more)
    {
        var query = more.Prepend((Name: "below", Value: Top.Id.Value)).Where(q => q.Value.Length > 0).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}");
        return $"{Plan.At(act)}?{string.Join('&', query)}";
    }
}

/// <summary>Reads who has taken a plan up, and how that stands.</summary>
internal sealed class PlanFigures(IPlanReads plans, PlanReader reader, IDivisions divisions)
{
    public const int PageSize = 100;

    /// <summary>The part of the tree that an address asks for; by itself the issuer's, or the reader's own where the issuer's is not theirs to see.</summary>
    public async Task<(PlanPlace? Place, IResult? Problem)> Place(HttpContext http, string unit, int year, int number)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } plan)
            return (null, problem);
        if (await plans.Plan(plan.Id, http.RequestAborted) is not { Version: > 0 } row)
            return (null, plan.Call.Refused([WorkPlanRules.NotIssued.At("plan")]));
        var asked = http.Request.Query["below"].ToString();
        UnitId? top = asked.Length > 0 ? UnitId.TryParse(asked, out var id) ? id : null : Sees(plan, plan.Id.Issuer) ? plan.Id.Issuer : plan.Call.By.Unit;
        var tree = divisions.AsOf(row.AsOf);
        if (top is not null && asked.Length == 0 && top.IsAgency)
            top = tree.Find(top)?.Parent ?? top; // an agency's line lies below its territory
        if (top is null || !tree.TryFind(top, out var order))
            return (null, plan.Call.Refused([DivisionRules.UnknownUnit.At("below")]));
        return Permissions.CheckSubtree(plan.Call.By, Permission.ReadReports, top, divisions.Today) is { } denied
            ? (null, plan.Call.Refused([denied]))
            : (new PlanPlace(plan, row, tree, order), null);
    }

    public Task<CoverageMatrix> Matrix(PlanPlace place, CancellationToken ct) => CoverageReader.Read(plans, place.Row, place.Tree, place.Order, ct);

    public ValueTask<ImmutableArray<ClauseRow>> Clauses(PlanId plan, CancellationToken ct) => plans.Clauses(plan, ct);

    public Task<(ImmutableArray<AssignmentRow> Rows, int? Next)> Assignments(PlanPlace place, AssignmentChoice choice, int after, CancellationToken ct) =>
        AssignmentPages.Read(plans, place.Row.Plan, choice, Math.Max(place.Order - 1, after), place.Tree.LastOf(place.Order), PageSize, ct);

    /// <summary>By clause: how it stands over everything below its issuer; null when the reader may not see that.</summary>
    public async Task<ImmutableDictionary<string, CoverageCell>?> RollUp(OpenPlan plan, CancellationToken ct)
    {
        if (plan.View.Version == 0 || !Sees(plan, plan.Id.Issuer))
            return null;
        var clauses = await plans.Clauses(plan.Id, ct);
        var cells = clauses.ToDictionary(c => c.Clause, _ => CoverageCell.Empty);
        foreach (var count in await plans.Count(plan.Id, 0, int.MaxValue, ct))
        {
            if (cells.TryGetValue(count.Clause, out var cell))
                cells[count.Clause] = cell.Plus(count);
        }
        var lineage = await plans.Lineage([.. clauses.Select(c => c.Root).Distinct()], ct);
        return clauses.ToImmutableDictionary(c => c.Clause, c => cells[c.Clause] with { CarriedOn = PlanLineage.Down(c.Id, lineage).Length });
    }

    /// <summary>From a clause up to the first, and everything that carries it on.</summary>
    public async Task<(ImmutableArray<ClauseRow> Up, ImmutableArray<(ClauseRow Clause, int Depth)> Down)?> Lineage(PlanId plan, string clause, CancellationToken ct)
    {
        if ((await plans.Clauses(plan, ct)).FirstOrDefault(c => c.Clause == clause) is not { } found)
            return null;
        var all = await plans.Lineage([found.Root], ct);
        return (PlanLineage.Up(found, all), PlanLineage.Down(found.Id, all));
    }

    public static int After(HttpContext http) => int.TryParse(http.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : -1;

    private bool Sees(OpenPlan plan, UnitId top) => Permissions.CheckSubtree(plan.Call.By, Permission.ReadReports, top, divisions.Today) is null;
}
