using System.Globalization;
using System.Runtime.InteropServices;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Peers;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using EntryChange = Federation.Domain.Catalogs.EntryChange;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Catalogs: acts on catalogs.</summary>
public sealed partial class CatalogsService(IGrainFactory grains, ICatalogReads catalogs, IDivisions divisions, Requests requests, ISourceRunner runner, PeerReads peers, IHostApplicationLifetime lifetime) : V1.Catalogs.CatalogsBase
{
    /// <inheritdoc />
    public override async Task<PushEntriesResponse> PushEntries(PushEntriesRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), request.DryRun ? Permission.KeepCatalog : Permission.PushEntries, unit);
        if (request.Changes.Count > CatalogPush.MostChanges)
            throw Refusals.ToRpcException([CatalogRules.TooMany.At("changes")]);
        if (request.Source.Length > 0 && !EntryId.TryParse(request.Source, out _))
            throw Refusals.ToRpcException([CatalogRules.BadId.At("source")]);

        var read = request.Changes.Select(Read).ToList();
        var message = new PushEntries(
            Requests.RequestId(request.RequestId), context.Subject(), request.Source.Length == 0 ? unit.Value : $"{unit}/{request.Source}", "",
            [.. read.Select(r => r.Change).OfType<EntryChange>()],
            [.. request.Contents.Select(c => new ContentPart(c.MediaType, ImmutableCollectionsMarshal.AsImmutableArray(c.Bytes.ToByteArray())))], request.DryRun);
        var receipt = (await Grain(unit).Push(message)).OrThrow();
        return await Response(unit, request, read, receipt, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<Catalog> DecideRemovals(DecideRemovalsRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var reply = await Grain(unit).DecideRemovals(new DecideRemovals(Requests.RequestId(request.RequestId), context.Subject(), request.Hold, request.Confirm, request.Reason));
        return CatalogMapping.ToProto(reply.OrThrow(), unit, divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<Catalog> SetCatalog(SetCatalogRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var settings = request.Settings ?? new V1.CatalogSettings();
        var reply = await Grain(unit).Set(new SetCatalog(
            Requests.RequestId(request.RequestId), context.Subject(),
            new Domain.Catalogs.CatalogSettings(settings.GuardShare, settings.GuardCount, [.. settings.ReviewSteps], settings.IndexPattern, settings.ComparesWithPeers)));
        return CatalogMapping.ToProto(reply.OrThrow(), unit, divisions.Today);
    }

    // What could not be read has its result already; the others have theirs from the grain, in the same order.
    private async Task<PushEntriesResponse> Response(
        UnitId unit, PushEntriesRequest request, List<(EntryChange? Change, List<Finding> Findings)> read, PushReceipt receipt, CancellationToken ct)
    {
        var response = new PushEntriesResponse { Seq = receipt.Seq, Digest = receipt.Digest.ToString(), Repeated = receipt.Repeated, Hold = receipt.Hold };
        var taken = 0;
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i].Change is null)
            {
                var unread = new V1.EntryResult { Entry = request.Changes[i].Put?.Id ?? request.Changes[i].Remove, Outcome = V1.EntryResult.Types.Outcome.Refused };
                unread.Findings.AddRange(read[i].Findings.Select(Refusals.ToProto));
                response.Results.Add(unread);
                continue;
            }
            var result = receipt.Results[taken++];
            var proto = CatalogMapping.ToProto(result);
            if (result.Outcome == EntryOutcome.Conflict && await catalogs.Entry(unit, result.Id, ct) is { } present)
                proto.Present = CatalogMapping.ToProto(present);
            response.Results.Add(proto);
        }
        return response;
    }

    private static (EntryChange? Change, List<Finding> Findings) Read(V1.EntryChange change, int at)
    {
        List<Finding> findings = [];
        long? expected = change.HasExpectedRevision ? change.ExpectedRevision : null;
        switch (change.ChangeCase)
        {
            case V1.EntryChange.ChangeOneofCase.Put:
                var entry = EntryReading.Read(change.Put, findings);
                return (entry is null ? null : new EntryChange(entry.Id, entry, expected, change.Author, change.SourceVersion, change.Reason), findings);
            case V1.EntryChange.ChangeOneofCase.Remove:
                var id = EntryReading.Id(change.Remove, "remove", findings);
                return (id is null ? null : new EntryChange(id, null, expected, change.Author, change.SourceVersion, change.Reason), findings);
            default:
                findings.Add(GatewayRules.UnknownChoice.At(string.Create(CultureInfo.InvariantCulture, $"changes[{at}]"), "须写明写入或删除", "say whether to put or to remove"));
                return (null, findings);
        }
    }

    private ICatalogGrain Grain(UnitId unit) => grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit));
}
