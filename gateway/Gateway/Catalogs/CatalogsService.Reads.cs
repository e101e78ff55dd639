using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using DigestNode = Federation.Domain.Catalogs.DigestNode;
using StoredEntry = Federation.V1.StoredEntry;
using SubtreeDigest = Federation.V1.SubtreeDigest;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Catalogs: reads. A catalog holds only what everybody may read, so they are open to every subject.</summary>
public sealed partial class CatalogsService
{
    /// <inheritdoc />
    public override async Task<Catalog> GetCatalog(GetCatalogRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        return CatalogMapping.ToProto(await Grain(unit).Get(), unit, divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<StoredEntry> GetEntry(GetEntryRequest request, ServerCallContext context)
    {
        var (unit, id) = UnitAndEntry(request);
        if (await catalogs.Entry(unit, id, context.CancellationToken) is not { } stored)
            throw NotThere(request.Entry);
        var proto = CatalogMapping.ToProto(stored);
        proto.LinksFrom.AddRange((await catalogs.LinksTo(unit, id, context.CancellationToken))
            .Select(l => new LinkFrom { Relation = l.Relation.Word(), Catalog = l.From.Catalog.Value, Entry = l.From.Id.Value, Title = l.From.Title }));
        return proto;
    }

    /// <inheritdoc />
    public override async Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        List<Finding> findings = [];
        var filter = new EntryFilter(
            EntryReading.Optional(request.Kind, CatalogWords.KindOf, "kind", findings), EntryReading.Optional(request.Disclosure, CatalogWords.AttributeOf, "disclosure", findings),
            EntryReading.Optional(request.Validity, CatalogWords.StateOf, "validity", findings), request.StandardItem, request.Domain);
        Requests.Refuse(findings);
        var before = request.PageToken.Length == 0 ? long.MaxValue
            : long.TryParse(request.PageToken, NumberStyles.None, CultureInfo.InvariantCulture, out var token) ? token : throw Refusals.ToRpcException([GatewayRules.BadPageToken.At("page_token")]);
        var size = Requests.PageSize(request.PageSize, 100, 1000);
        var rows = await catalogs.List(unit, filter, before, size + 1, context.CancellationToken);
        var response = new ListEntriesResponse();
        response.Entries.AddRange(rows.Take(size).Select(CatalogMapping.ToProto));
        if (rows.Length > size)
            response.NextPageToken = rows[size - 1].Seq.ToString(CultureInfo.InvariantCulture);
        return response;
    }

    /// <inheritdoc />
    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var limit = Requests.PageSize(request.Limit, 500, 1000);
        // the head first: what is read after it is at least as new, so that a copy is never told that it is complete when it is not
        var head = await catalogs.Head(unit, context.CancellationToken) ?? CatalogHead.Start(unit);
        var changes = await catalogs.Changes(unit, request.After, limit, context.CancellationToken);
        var response = new ListChangesResponse { Seq = head.Seq, Digest = head.Whole.Digest.ToString(), Complete = changes.Length < limit };
        response.Changes.AddRange(changes.Select(CatalogMapping.ToProto));
        response.NextSeq = response.Complete ? Math.Max(head.Seq, changes.IsEmpty ? request.After : changes[^1].Row.Seq) : changes[^1].Row.Seq;
        return response;
    }

    /// <inheritdoc />
    public override async Task<EntryHistory> GetEntryHistory(GetEntryRequest request, ServerCallContext context)
    {
        var (unit, id) = UnitAndEntry(request);
        var acts = await catalogs.History(unit, id, context.CancellationToken);
        if (acts.IsEmpty)
            throw NotThere(request.Entry);
        var response = new EntryHistory();
        response.Acts.AddRange(acts.Select(CatalogMapping.ToProto));
        return response;
    }

    /// <inheritdoc />
    public override async Task<V1.DigestNode> GetDigestNode(GetDigestNodeRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        if (request.Prefix.Length > DigestNode.Deepest || !request.Prefix.All(char.IsAsciiHexDigitLower))
            throw Refusals.ToRpcException([GatewayRules.BadHash.At("prefix", $"“{request.Prefix}”不是摘要路径", $"'{request.Prefix}' is no path of a digest tree")]);
        var proto = new V1.DigestNode { Prefix = request.Prefix };
        if (await catalogs.Node(unit, request.Prefix, context.CancellationToken) is { } node)
        {
            proto.Branches.AddRange(node.Branches.Select(b => new DigestBranch { Digest = b.Digest.ToString(), Count = b.Count }));
            (proto.Digest, proto.Count) = (node.Whole.Digest.ToString(), node.Whole.Count);
            return proto;
        }
        var leaves = await catalogs.Leaves(unit, DigestNode.First(request.Prefix), DigestNode.Last(request.Prefix), context.CancellationToken);
        var whole = DigestTree.LeafOf(leaves);
        (proto.Digest, proto.Count) = (whole.Digest.ToString(), whole.Count);
        proto.Leaves.AddRange(leaves.OrderBy(l => l.Id).Select(l => new V1.DigestLeaf { Entry = l.Id.Value, Hash = l.Hash!.ToString() }));
        return proto;
    }

    /// <inheritdoc />
    public override async Task<SubtreeDigest> GetSubtreeDigest(GetSubtreeDigestRequest request, ServerCallContext context)
    {
        var day = requests.Day(request.AsOf);
        var unit = requests.Unit(request.Unit, day);
        var tree = divisions.AsOf(day);
        if (!tree.TryFind(unit, out var top))
            throw Refusals.ToRpcException([Requests.UnknownUnit(request.Unit)]);
        var heads = (await catalogs.Heads([.. Enumerable.Range(top, tree.LastOf(top) - top + 1).Select(o => tree[o].Id)], context.CancellationToken)).ToDictionary(h => h.Unit);
        var (whole, parts) = Domain.Catalogs.SubtreeDigest.Of(tree, top, heads);
        return CatalogMapping.ToProto(whole, heads.GetValueOrDefault(unit)?.Whole.Digest ?? Digest.None, parts, tree);
    }

    /// <inheritdoc />
    public override async Task<Content> GetContent(GetContentRequest request, ServerCallContext context)
    {
        if (!Digest.TryParse(request.Hash, out var hash))
            throw Refusals.ToRpcException([GatewayRules.BadHash.At("hash")]);
        return await catalogs.Content(hash, context.CancellationToken) is { } found
            ? new Content { MediaType = found.MediaType, Bytes = UnsafeByteOperations.UnsafeWrap(found.Bytes) }
            : throw Refusals.ToRpcException([GatewayRules.UnknownContent.At("hash")]);
    }

    private (UnitId Unit, EntryId Id) UnitAndEntry(GetEntryRequest request)
    {
        List<Finding> findings = [];
        var unit = requests.Unit(request.Unit);
        var id = EntryReading.Id(request.Entry, "entry", findings);
        Requests.Refuse(findings);
        return (unit, id!);
    }

    private static RpcException NotThere(string entry) => Refusals.ToRpcException([CatalogRules.NotThere.At("entry", $"目录中没有条目 {entry}", $"the catalog has no entry {entry}")]);
}
