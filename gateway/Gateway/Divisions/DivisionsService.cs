using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Divisions;
using Federation.Domain.Divisions;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Divisions;

/// <summary>federation.v1.Divisions: reads of the unit tree. Names and places of units are public; every subject may see them.</summary>
public sealed class DivisionsService(IGrainFactory grains, IDivisions divisions, Requests requests) : V1.Divisions.DivisionsBase
{
    /// <inheritdoc />
    public override async Task<V1.Unit> GetUnit(GetUnitRequest request, ServerCallContext context)
    {
        var day = requests.Day(request.AsOf);
        var unit = requests.Unit(request.Unit, day);
        return await grains.GetGrain<IUnitGrain>(GrainKeys.Unit(unit)).Describe(day) is { } view
            ? UnitMapping.ToProto(view)
            : throw Refusals.ToRpcException([Requests.UnknownUnit(request.Unit)]);
    }

    /// <inheritdoc />
    public override Task<ListUnitsResponse> ListChildren(ListChildrenRequest request, ServerCallContext context)
    {
        var (tree, order) = Find(request.Unit, request.AsOf);
        var response = new ListUnitsResponse();
        response.Units.AddRange(tree.ChildrenOf(order).OrderBy(o => tree[o].Kind).ThenBy(o => o).Select(o => UnitMapping.ToProto(tree, o)));
        return Task.FromResult(response);
    }

    /// <inheritdoc />
    public override Task<ListUnitsResponse> ListSubtree(ListSubtreeRequest request, ServerCallContext context)
    {
        var (tree, top) = Find(request.Unit, request.AsOf);
        var first = Math.Max(top, Requests.PageAfter(request.PageToken) + 1);
        var last = Math.Min(tree.LastOf(top), first + Requests.PageSize(request.PageSize, 1000, 5000) - 1);
        var response = new ListUnitsResponse();
        for (var order = first; order <= last; order++)
            response.Units.Add(UnitMapping.ToProto(tree, order));
        if (last < tree.LastOf(top))
            response.NextPageToken = last.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(response);
    }

    /// <inheritdoc />
    public override Task<ListUnitsResponse> SearchUnits(SearchUnitsRequest request, ServerCallContext context)
    {
        var query = request.Query.Trim();
        if (query.Length == 0)
            throw Refusals.ToRpcException([GatewayRules.EmptyQuery.At("query")]);
        var within = request.Within.Length == 0 ? UnitId.Nation : requests.Unit(request.Within);
        var tree = divisions.Today;
        var response = new ListUnitsResponse();
        response.Units.AddRange(tree.Search(query, within, Requests.PageSize(request.Limit, 20, 200)).Select(o => UnitMapping.ToProto(tree, o)));
        return Task.FromResult(response);
    }

    private (DivisionTree Tree, int Order) Find(string unit, string asOf)
    {
        var day = requests.Day(asOf);
        var tree = divisions.AsOf(day);
        return tree.TryFind(requests.Unit(unit, day), out var order) ? (tree, order) : throw Refusals.ToRpcException([Requests.UnknownUnit(unit)]);
    }
}
