using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Obligations;

/// <summary>The burden of a territory.</summary>
public sealed partial class ObligationsService
{
    private const int PlansListed = 200;

    /// <inheritdoc />
    public override async Task<ListBurdenResponse> ListBurden(ListBurdenRequest request, ServerCallContext context)
    {
        var top = requests.Unit(request.Unit);
        requests.DemandSubtree(context.Subject(), Permission.ReadDuties, top);
        var findings = new List<Domain.Findings.Finding>();
        UnitId? issuer = null;
        if (request.Issuer.Length > 0 && !UnitId.TryParse(request.Issuer, out issuer))
            findings.Add(DivisionRules.BadCode.At("issuer", $"单位代码“{request.Issuer}”格式不对", $"'{request.Issuer}' is no unit code"));
        PlanId? plan = null;
        if (request.Plan.Length > 0 && !PlanId.TryParse(request.Plan, out plan))
            findings.Add(GatewayRules.BadPlan.At("plan", $"“{request.Plan}”不是工作要点编号,应如 330000/2026/12", $"'{request.Plan}' is no plan; write 330000/2026/12"));
        if (request.Year is < FirstYear or > LastYear)
            findings.Add(Domain.Obligations.ObligationRules.WrongYear.At("year", $"没有 {request.Year} 年的责任清单", $"there is no book of the year {request.Year}"));
        Requests.Refuse(findings);

        var tree = divisions.Today;
        var first = tree.TryFind(top, out var order) ? order : throw Refusals.ToRpcException([Requests.UnknownUnit(top.Value)]);
        var (from, last) = (Math.Max(first, Requests.PageAfter(request.PageToken) + 1), tree.LastOf(first));
        var size = Requests.PageSize(request.PageSize, 100, 1000);
        ImmutableArray<Domain.Divisions.Unit> page = [.. Enumerable.Range(from, Math.Max(0, Math.Min(size, last - from + 1))).Select(o => tree[o])];
        var reader = new BurdenReader(plans, request.Year, divisions.AsOf);
        var response = new ListBurdenResponse { Unit = top.Value, Year = request.Year, Count = last - first + 1 };
        foreach (var one in await reader.ByUnit(page, tree, issuer, plan, context.CancellationToken))
        {
            var unit = new UnitYearBurden { Unit = one.Unit.Id.Value, Name = one.Unit.Name, Total = one.Burden.Total };
            unit.Minutes.AddRange(one.Burden.Minutes);
            response.Units.Add(unit);
        }
        if (request.PageToken.Length == 0)
            await AddPlans(response, reader, top, issuer, plan, context.CancellationToken);
        if (from + size <= last)
            response.NextPageToken = (from + size - 1).ToString(CultureInfo.InvariantCulture);
        return response;
    }

    private async Task AddPlans(ListBurdenResponse response, BurdenReader reader, UnitId top, UnitId? issuer, PlanId? plan, CancellationToken ct)
    {
        var tree = divisions.Today;
        foreach (var one in (await reader.ByPlan(top, tree, issuer, ct)).Where(p => plan is null || p.Plan.Plan == plan).Take(PlansListed))
        {
            var mapped = new PlanYearBurden
            {
                Plan = one.Plan.Plan.ToString(),
                Issuer = one.Plan.Issuer.Value,
                IssuerName = tree.Find(one.Plan.Issuer)?.Name ?? one.Plan.Issuer.Value,
                Title = one.Plan.Title,
                Total = one.Burden.Total,
            };
            mapped.Minutes.AddRange(one.Burden.Minutes);
            response.Plans.Add(mapped);
        }
    }
}
