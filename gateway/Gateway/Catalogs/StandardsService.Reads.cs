using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using StandardDifference = Federation.V1.StandardDifference;
using StandardVersion = Federation.Domain.Catalogs.Standards.StandardVersion;

namespace Federation.Gateway.Catalogs;

/// <summary>Reads of standards and gaps. What is published is public; a draft is seen by those who may see registers.</summary>
public sealed partial class StandardsService
{
    private const int UnitsOfAPage = 1000;

    /// <inheritdoc />
    public override async Task<Standard> GetStandard(GetStandardRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var standard = await Version(unit, request.Version, context.CancellationToken);
        if (request.Item.Length > 0 && !standard.Items.ContainsKey(request.Item))
            throw Refusals.ToRpcException([StandardRules.NoSuchItem.At("item", $"{standard.Of} 没有事项 {request.Item}", $"{standard.Of} has no item {request.Item}")]);
        return StandardMapping.ToProto(standard, divisions.Today, request.Item);
    }

    /// <inheritdoc />
    public override async Task<ListStandardVersionsResponse> ListStandardVersions(ListStandardVersionsRequest request, ServerCallContext context)
    {
        var response = new ListStandardVersionsResponse();
        response.Versions.AddRange((await standards.Versions(requests.Unit(request.Unit), context.CancellationToken)).Select(r => StandardMapping.ToProto(r, divisions.Today)));
        return response;
    }

    /// <inheritdoc />
    public override async Task<ListStandardVersionsResponse> ListStandardsBelow(ListStandardsBelowRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var after = Requests.PageAfter(request.PageToken);
        var size = Requests.PageSize(request.PageSize, UnitsOfAPage, 5 * UnitsOfAPage);
        var tree = divisions.Today;
        var from = tree.TryFind(unit, out var top) ? Math.Max(top, after) + 1 : throw Refusals.ToRpcException([Requests.UnknownUnit(request.Unit)]);
        var count = Math.Clamp(tree.LastOf(top) - from + 1, 0, size);
        var rows = await standards.Latest([.. Enumerable.Range(from, count).Select(o => tree[o].Id)], context.CancellationToken);
        var response = new ListStandardVersionsResponse();
        response.Versions.AddRange(rows.Select(r => StandardMapping.ToProto(r, tree)));
        if (from + count <= tree.LastOf(top))
            response.NextPageToken = (from + count - 1).ToString(CultureInfo.InvariantCulture);
        return response;
    }

    /// <inheritdoc />
    public override async Task<StandardDifference> GetStandardDifference(GetStandardDifferenceRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var fromUnit = request.FromUnit.Length == 0 ? null : requests.Unit(request.FromUnit);
        var to = await Version(unit, request.Version, context.CancellationToken);
        var from = fromUnit is null && request.FromVersion == 0
            ? await Before(to, context.CancellationToken)
            : await Version(fromUnit ?? to.Of.Owner, request.FromVersion, context.CancellationToken);
        var proto = new StandardDifference { From = StandardMapping.ToProto(from?.Of), To = StandardMapping.ToProto(to.Of) };
        proto.Changes.AddRange(Domain.Catalogs.Standards.StandardDifference.Of(from?.Items ?? to.Items.Clear(), to.Items).Select(StandardMapping.ToProto));
        return proto;
    }

    /// <inheritdoc />
    public override async Task<StandardDraft> GetStandardDraft(GetStandardDraftRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.ReadRegisters, unit);
        return await Draft(unit, await Grain(unit).Get(), [], context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<V1.Gaps> ListGaps(ListGapsRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var list = await gaps.Of(unit, context.CancellationToken) ?? throw Refusals.ToRpcException([StandardRules.NoStandard.At("unit")]);
        var proto = new V1.Gaps { Figures = StandardMapping.ToProto(list, divisions.Today) };
        proto.Missing.AddRange(list.Missing.Select(StandardMapping.ToProto));
        return proto;
    }

    /// <inheritdoc />
    public override async Task<ListGapsBelowResponse> ListGapsBelow(ListGapsBelowRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var (lists, last) = await gaps.Below(unit, request.Deep, Requests.PageAfter(request.PageToken), Requests.PageSize(request.PageSize, 100, 500), context.CancellationToken);
        var response = new ListGapsBelowResponse { NextPageToken = last?.ToString(CultureInfo.InvariantCulture) ?? "" };
        response.Units.AddRange(lists.Select(l => StandardMapping.ToProto(l, divisions.Today)));
        return response;
    }

    // Without a number: the version that binds the unit.
    private async Task<StandardCatalog> Version(UnitId unit, int version, CancellationToken ct)
    {
        var asked = version != 0 ? new StandardVersion(unit, version)
            : (await standards.Latest([unit, .. StandardPath.Above(divisions.Today, unit)], ct)).FirstOrDefault()?.Of ?? throw Refusals.ToRpcException([StandardRules.NoStandard.At("unit")]);
        return await standards.Standard(asked, ct) ?? throw Refusals.ToRpcException([StandardRules.NoSuchVersion.At("version", $"没有 {asked}", $"there is no {asked}")]);
    }

    private async Task<StandardCatalog?> Before(StandardCatalog to, CancellationToken ct) =>
        to.Of.Version > 1 ? await standards.Standard(to.Of with { Version = to.Of.Version - 1 }, ct)
        : to.Base is { } above ? await standards.Standard(above, ct) : null;
}
