using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Catalogs: a unit among its peers.</summary>
public sealed partial class CatalogsService
{
    /// <inheritdoc />
    public override async Task<PeerComparison> ComparePeers(ComparePeersRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.ReadRegisters, unit);
        var compared = await peers.Of(unit, context.CancellationToken) ?? throw Refusals.ToRpcException([CatalogRules.NotCompared.At("unit")]);
        var response = new PeerComparison { Unit = unit.Value, Within = compared.Group.Within.Id.Value, WithinName = compared.Group.Within.Name, Group = compared.Group.Units.Length };
        foreach (var figure in compared.Figures)
        {
            var one = new PeerFigure { Name = figure.Name, Of = figure.Of };
            if (figure.Own is { } own)
                one.Own = own;
            if (figure.Median is { } median)
                one.Median = median;
            if (figure.Rank is { } rank)
                one.Rank = rank;
            response.Figures.Add(one);
        }
        foreach (var peer in compared.Peers)
        {
            var one = new PeerStanding { Unit = peer.Unit.Id.Value, Name = peer.Unit.Name, Entries = peer.Entries, Late = peer.Late };
            if (peer.Missing is { } missing)
                one.Missing = missing;
            if (peer.Quiet is { } quiet)
                one.Quiet = quiet;
            response.Peers.Add(one);
        }
        return response;
    }
}
