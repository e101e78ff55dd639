using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.WorkPlans;

/// <summary>federation.v1.WorkPlans: what stands and who has taken it up.</summary>
public sealed partial class WorkPlansService
{
    /// <inheritdoc />
    public override async Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        requests.Demand(context.Subject(), Permission.ReadPlans, id.Issuer);
        var view = await Grain(id).Get() ?? throw NoPlan(id);
        if (requests.Denied(context.Subject(), Permission.IssuePlans, id.Issuer) is not null)
            view = view with { Draft = null }; // a draft is the issuer's own affair
        return view is { Version: 0, Draft: null } ? throw NoPlan(id) : PlanMapping.ToProto(view, [], divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.ReadPlans);
        var issuer = request.Unit.Length > 0 ? requests.Unit(request.Unit) : null;
        var rows = await plans.Plans(issuer, request.Year == 0 ? null : request.Year, Requests.PageSize(request.Limit, 100, 1000), context.CancellationToken);
        var response = new ListPlansResponse();
        response.Plans.AddRange(rows.Where(r => r.Version > 0 || r.Issuer == context.Subject().Unit).Select(r => PlanMapping.ToProto(r, divisions.Today)));
        return response;
    }

    /// <inheritdoc />
    public override async Task<PlanCoverage> GetPlanCoverage(GetPlanCoverageRequest request, ServerCallContext context)
    {
        var (row, top, tree, order) = await Place(request.Unit, request.Year, request.Number, request.Below, context);
        var ct = context.CancellationToken;
        var matrix = await CoverageReader.Read(plans, row, tree, order, ct);
        var response = new PlanCoverage { Plan = PlanMapping.ToProto(row, divisions.Today), Below = top.Value, BelowName = PlanMapping.NameOf(tree, top), Holes = matrix.Holes.Count() };
        response.Clauses.AddRange(matrix.Clauses.Select((c, i) =>
        {
            var clause = new CoverageClause { Clause = c.Clause, Title = c.Title, Total = PlanMapping.ToProto(matrix.Sum(i)) };
            clause.Measures.AddRange(c.Measures.Split('\n'));
            return clause;
        }));
        response.Units.AddRange(matrix.Columns.Select(column =>
        {
            var unit = new CoverageUnit { Unit = column.Unit.Value, Name = PlanMapping.NameOf(tree, column.Unit) };
            unit.Cells.AddRange(column.Cells.Select(PlanMapping.ToProto));
            return unit;
        }));
        response.Untaken.AddRange(matrix.Untaken.Select(c => c.Clause));
        return response;
    }

    /// <inheritdoc />
    public override async Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context)
    {
        var (row, _, tree, order) = await Place(request.Unit, request.Year, request.Number, request.Below, context);
        AssignmentState? state = null;
        if (request.State.Length > 0)
            state = Enum.GetValues<AssignmentState>().Where(s => PlanMapping.Word(s) == request.State).Select(s => (AssignmentState?)s).FirstOrDefault() ?? throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At("state", $"没有状态“{request.State}”", $"there is no state '{request.State}'")]);
        var size = Requests.PageSize(request.PageSize, 100, 1000);
        var after = Math.Max(order - 1, Requests.PageAfter(request.PageToken));
        var (page, next) = await AssignmentPages.Read(
            plans, row.Plan, new AssignmentChoice(request.Clause.Length == 0 ? null : request.Clause, state), after, tree.LastOf(order), size, context.CancellationToken);
        var response = new ListAssignmentsResponse();
        response.Assignments.AddRange(page.Select(a => PlanMapping.ToProto(a, tree)));
        if (next is { } behind)
            response.NextPageToken = behind.ToString(CultureInfo.InvariantCulture);
        return response;
    }

    /// <inheritdoc />
    public override async Task<ListSilenceResponse> ListSilence(ListSilenceRequest request, ServerCallContext context)
    {
        var above = requests.Unit(request.Unit);
        requests.DemandSubtree(context.Subject(), Permission.ReadReports, above);
        var tree = divisions.Today;
        if (!tree.TryFind(above, out var order))
            throw Refusals.ToRpcException([Requests.UnknownUnit(above.Value)]);
        var silent = await plans.Silent([.. tree.ChildrenOf(order).Select(o => tree[o].Id)], context.CancellationToken);
        var rows = new Dictionary<PlanId, PlanSummary>();
        foreach (var plan in silent.Select(a => a.Plan).Distinct())
        {
            if (await plans.Plan(plan, context.CancellationToken) is { } row)
                rows[plan] = PlanMapping.ToProto(row, tree);
        }
        var response = new ListSilenceResponse();
        response.Silences.AddRange(silent.Where(a => rows.ContainsKey(a.Plan)).Select(a => new Silence { Plan = rows[a.Plan], Assignment = PlanMapping.ToProto(a, tree) }));
        return response;
    }

    /// <inheritdoc />
    public override async Task<ClauseLineage> GetClauseLineage(GetClauseLineageRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.ReadPlans);
        if (!DutyId.TryParse(request.Clause, out var id) || !PlanId.TryParse(id.Plan, out var plan))
            throw Refusals.ToRpcException([GatewayRules.BadClause.At("clause", $"“{request.Clause}”不是条目,应如 330000/2026/12#一/(一)", $"'{request.Clause}' is no clause; write 330000/2026/12#一/(一)")]);
        var place = PlanDuties.PlaceOf(id);
        var clause = (await plans.Clauses(plan, context.CancellationToken)).FirstOrDefault(c => c.Clause == place) ?? throw NoPlan(plan);
        var all = await plans.Lineage([clause.Root], context.CancellationToken);
        var response = new ClauseLineage();
        response.Up.AddRange(PlanLineage.Up(clause, all).Select((c, i) => PlanMapping.ToProto(c, i, divisions.Today)));
        response.Down.AddRange(PlanLineage.Down(clause.Id, all).Select(d => PlanMapping.ToProto(d.Clause, d.Depth, divisions.Today)));
        return response;
    }

    private async Task<(PlanRow Row, UnitId Top, DivisionTree Tree, int Order)> Place(string unit, int year, int number, string below, ServerCallContext context)
    {
        var id = Id(unit, year, number);
        var top = below.Length > 0 ? requests.Unit(below) : id.Issuer;
        requests.DemandSubtree(context.Subject(), Permission.ReadReports, top);
        var row = await plans.Plan(id, context.CancellationToken) is { Version: > 0 } found ? found : throw NoPlan(id);
        var tree = divisions.AsOf(row.AsOf);
        var from = top.IsAgency && below.Length == 0 ? tree.Find(top)?.Parent ?? top : top; // an agency's line lies below its territory
        return tree.TryFind(from, out var order) ? (row, from, tree, order) : throw Refusals.ToRpcException([Requests.UnknownUnit(from.Value)]);
    }

    private static RpcException NoPlan(PlanId id) => Refusals.ToRpcException([GatewayRules.UnknownPlan.At("plan", $"没有工作要点 {id}", $"there is no plan {id}")]);
}
