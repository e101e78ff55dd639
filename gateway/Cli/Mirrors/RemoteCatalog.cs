using System.Collections.Immutable;
using System.Globalization;
using Federation.Cli.Calls;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Divisions;
using Federation.V1;
using Grpc.Core;
using DigestLeaf = Federation.Domain.Catalogs.DigestLeaf;
using DigestNode = Federation.Domain.Catalogs.DigestNode;
using StoredEntry = Federation.V1.StoredEntry;

namespace Federation.Cli.Mirrors;

/// <summary>A catalog of a server as what a copy follows: its feed, its digest tree, single entries.</summary>
internal sealed class RemoteCatalog(Server server, string unit, CancellationToken ct) : IDigestSource
{
    private const int PageSize = 500;

    /// <summary>A page of the feed after a cursor.</summary>
    public async Task<FeedPage> Page(long after)
    {
        var page = await server.Call(server.Catalogs.ListChangesAsync, new ListChangesRequest { Unit = unit, After = after, Limit = PageSize }, ct);
        return new FeedPage(after, [.. page.Changes.Select(Row)], page.NextSeq, page.Complete, page.Seq, Digest.Parse(page.Digest));
    }

    /// <summary>An entry as it is now; null when the catalog never had it.</summary>
    public async Task<CopyRow?> Entry(EntryId id)
    {
        try
        {
            return Row(await server.Call(server.Catalogs.GetEntryAsync, new GetEntryRequest { Unit = unit, Entry = id.Value }, ct));
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Digest and number of all entries.</summary>
    public async Task<Branch> Whole()
    {
        var root = await Place("");
        return new Branch(Digest.Parse(root.Digest), root.Count);
    }

    /// <inheritdoc />
    public async ValueTask<DigestNode?> Node(string prefix)
    {
        var place = await Place(prefix);
        return place.Branches.Count == DigestNode.Width ? new DigestNode(prefix, [.. place.Branches.Select(b => new Branch(Digest.Parse(b.Digest), b.Count))]) : null;
    }

    /// <inheritdoc />
    public async ValueTask<ImmutableArray<DigestLeaf>> Leaves(string prefix)
    {
        var place = await Place(prefix);
        if (place.Branches.Count == 0)
            return [.. place.Leaves.Select(l => DigestLeaf.Of(EntryId.Parse(l.Entry), Digest.Parse(l.Hash)))];
        var below = ImmutableArray.CreateBuilder<DigestLeaf>();
        for (var digit = 0; digit < place.Branches.Count; digit++)
        {
            if (place.Branches[digit].Count > 0)
                below.AddRange(await Leaves(DigestNode.Below(prefix, digit)));
        }
        return below.ToImmutable();
    }

    private Task<V1.DigestNode> Place(string prefix) => server.Call(server.Catalogs.GetDigestNodeAsync, new GetDigestNodeRequest { Unit = unit, Prefix = prefix }, ct);

    private static CopyRow Row(StoredEntry stored) => new(
        EntryId.Parse(stored.Id), stored.Seq, stored.Revision, stored.Hash.Length == 0 ? null : Digest.Parse(stored.Hash), stored.Entry is null ? null : Read(stored.Entry), stored.Reason);

    private static CatalogEntry Read(Entry entry) => new(
        EntryId.Parse(entry.Id), CatalogWords.KindOf(entry.Kind) ?? throw new FormatException($"unknown kind '{entry.Kind}'"), entry.Title,
        entry.Fields.ToImmutableSortedDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
        new Disclosure(CatalogWords.AttributeOf(entry.Disclosure) ?? throw new FormatException($"unknown attribute '{entry.Disclosure}'"), entry.Reason, entry.ReasonBasis),
        new Validity(
            CatalogWords.StateOf(entry.Validity) ?? throw new FormatException($"unknown validity '{entry.Validity}'"),
            entry.ValiditySince.Length == 0 ? null : DateOnly.ParseExact(entry.ValiditySince, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        [.. entry.Links.Select(l => new EntryLink(
            CatalogWords.RelationOf(l.Relation) ?? throw new FormatException($"unknown relation '{l.Relation}'"), l.Catalog.Length == 0 ? null : UnitId.Parse(l.Catalog), EntryId.Parse(l.Entry)))],
        entry.Body.Length == 0 ? null : Digest.Parse(entry.Body), [.. entry.Attachments.Select(a => new Domain.Catalogs.Attachment(a.Name, a.MediaType, a.Size, Digest.Parse(a.Hash)))]);
}
