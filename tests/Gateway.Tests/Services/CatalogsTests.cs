using Federation.Domain.Authority;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.Catalogs;
using static Federation.Gateway.Tests.Services.GatewayHost;
using Outcome = Federation.V1.EntryResult.Types.Outcome;

namespace Federation.Gateway.Tests.Services;

/// <summary>federation.v1.Catalogs and its REST twin. Each test has a catalog of its own.</summary>
public sealed class CatalogsTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private readonly V1.Catalogs.CatalogsClient catalogs = new(host.Calls);

    [Fact]
    public async Task Push_OfGoodAndBad_AnswersEachInItsPlace()
    {
        var unknown = Put("b1", "无类别");
        unknown.Put.Kind = "poem";
        unknown.Put.Validity = "perhaps";
        var response = await Push(TownA, "", Put("a1", "低保标准"), unknown, Put("c1", ""), Remove("never"), new V1.EntryChange());
        Assert.Equal([Outcome.Recorded, Outcome.Refused, Outcome.Refused, Outcome.Refused, Outcome.Refused], response.Results.Select(r => r.Outcome));
        Assert.Equal(["a1", "b1", "c1", "never", ""], response.Results.Select(r => r.Entry));
        Assert.Equal(["kind", "validity"], response.Results[1].Findings.Select(f => f.Where));
        Assert.Equal(["CT-002"], response.Results[2].Findings.Where(f => f.Severity == V1.Finding.Types.Severity.Error).Select(f => f.Code));
        Assert.Equal("CT-102", Assert.Single(response.Results[3].Findings).Code);
    }

    [Fact]
    public async Task Push_OnAnOldRevision_AnswersWithBoth_AndChangesNothing()
    {
        await Push(TownB, "", Put("a1", "第一稿"));
        await Push(TownB, "", Put("a1", "第二稿"));
        var result = Assert.Single((await Push(TownB, "", Put("a1", "另一稿", expected: 1))).Results);
        Assert.Equal((Outcome.Conflict, 2L, "第二稿"), (result.Outcome, result.Revision, result.Present.Entry.Title));
        Assert.Equal("CT-101", Assert.Single(result.Findings).Code);
        Assert.Equal(Outcome.Recorded, (await Push(TownB, "", Put("a1", "合并稿", expected: 2))).Results[0].Outcome);
    }

    [Fact]
    public async Task Push_WithTheSameRequestId_HasOneEffect()
    {
        var first = await Push(TownC, "once", Put("a1", "第一稿"));
        await Push(TownC, "later", Put("a1", "第二稿"));
        var again = await Push(TownC, "once", Put("a1", "第一稿"));
        Assert.True(again.Repeated && !first.Repeated);
        Assert.Equal("第二稿", (await catalogs.GetEntryAsync(new V1.GetEntryRequest { Unit = TownC, Entry = "a1" }, host.As(TownC))).Entry.Title);
    }

    [Fact]
    public async Task Changes_ComeOnce_WithTombstones_FromACursorOn()
    {
        await Push(OtherCounty, "", [.. Enumerable.Range(0, 5).Select(i => Put($"f{i}", $"通知 {i}"))]);
        await Push(OtherCounty, "", Put("f0", "改过"), Remove("f1"));
        var (seen, cursor) = (new List<V1.StoredEntry>(), 0L);
        V1.ListChangesResponse page;
        do
        {
            page = await catalogs.ListChangesAsync(new V1.ListChangesRequest { Unit = OtherCounty, After = cursor, Limit = 2 }, host.As(TownA));
            seen.AddRange(page.Changes);
            cursor = page.NextSeq;
        }
        while (!page.Complete);
        Assert.Equal(["f2", "f3", "f4", "f0", "f1"], seen.Select(c => c.Id));
        Assert.Equal(("栏目撤并", null, ""), (seen[^1].Reason, seen[^1].Entry, seen[^1].Hash));
        var catalog = await catalogs.GetCatalogAsync(new V1.GetCatalogRequest { Unit = OtherCounty }, host.As(TownA));
        Assert.Equal((cursor, page.Digest, 4), (catalog.Seq, catalog.Digest, catalog.Entries));

        var (status, rest) = await host.Send("GET", $"/v1/catalogs/{OtherCounty}/changes?after={cursor - 1}", host.As(TownA));
        Assert.Equal((200, "f1"), (status, (string?)rest!["changes"]![0]!["id"]));
        var history = await catalogs.GetEntryHistoryAsync(new V1.GetEntryRequest { Unit = OtherCounty, Entry = "f1" }, host.As(TownA));
        Assert.Equal(["entry-put", "entry-removed"], history.Acts.Select(a => a.Act));
    }

    [Fact]
    public async Task Watch_OfASubtree_TellsWhatHappensInIt_AndNothingElse()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var watch = catalogs.WatchChanges(new V1.WatchChangesRequest { Unit = Province, Subtree = true, After = 1 }, host.As(TownA), cancellationToken: patience.Token);
        await Push(LoneProvince, "", Put("w0", "外省的"));
        await Push(OtherTown, "", Put("w1", "街道的"));
        string seen;
        do
        {
            Assert.True(await watch.ResponseStream.MoveNext(patience.Token), "never came: the change of the street");
            seen = watch.ResponseStream.Current.Change.Id;
            Assert.NotEqual("w0", seen);
        }
        while (seen != "w1");
    }

    [Fact]
    public async Task Digest_OfACatalog_LeadsToTheEntries_AndTheSubtreesAgree()
    {
        await Push(Audit, "", [.. Enumerable.Range(0, 80).Select(i => Put($"d{i}", $"审计公告 {i}"))]);
        var root = await catalogs.GetDigestNodeAsync(new V1.GetDigestNodeRequest { Unit = Audit }, host.As(TownA));
        Assert.Equal((16, 80, 80), (root.Branches.Count, root.Count, root.Branches.Sum(b => b.Count)));
        var digit = Enumerable.Range(0, 16).First(d => root.Branches[d].Count > 0);
        var leaf = await catalogs.GetDigestNodeAsync(new V1.GetDigestNodeRequest { Unit = Audit, Prefix = "0123456789abcdef"[digit].ToString() }, host.As(TownA));
        Assert.Equal((root.Branches[digit].Digest, root.Branches[digit].Count), (leaf.Digest, leaf.Leaves.Count));
        Assert.Equal(root.Digest, (await catalogs.GetSubtreeDigestAsync(new V1.GetSubtreeDigestRequest { Unit = Audit }, host.As(TownA))).Own);
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.GetDigestNodeAsync(new V1.GetDigestNodeRequest { Unit = Audit, Prefix = "XY" }, host.As(TownA))));
        Assert.Equal("GW-114", Assert.Single(refused.Codes));
    }

    [Fact]
    public async Task Removals_OverTheBound_WaitForAnotherPerson()
    {
        await Push(County, "", [.. Enumerable.Range(0, 40).Select(i => Put($"h{i}", $"通知 {i}"))]);
        var held = await Push(County, "", [.. Enumerable.Range(0, 10).Select(i => Remove($"h{i}"))]);
        Assert.All(held.Results, r => Assert.Equal(Outcome.Held, r.Outcome));
        var request = new V1.DecideRemovalsRequest { Unit = County, Hold = held.Hold, Confirm = true, Reason = "已核对" };
        Assert.Equal("AU-001", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.DecideRemovalsAsync(request, host.Clerk(County)))).Codes));
        Assert.Equal("CT-104", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.DecideRemovalsAsync(request, host.As("website", County, Role.Approver)))).Codes));
        Assert.Equal(30, (await catalogs.DecideRemovalsAsync(request, host.Approver(County))).Entries);
    }

    [Fact]
    public async Task Peers_SeeEachOther_AndNobodyElse()
    {
        async Task Join(string unit)
        {
            var settings = (await catalogs.GetCatalogAsync(new V1.GetCatalogRequest { Unit = unit }, host.Clerk(unit))).Settings;
            settings.ComparesWithPeers = true;
            Assert.True((await catalogs.SetCatalogAsync(new V1.SetCatalogRequest { Unit = unit, Settings = settings }, host.Approver(unit))).Settings.ComparesWithPeers);
        }
        await Push(TownB, "", Put("p1", "低保标准"), Put("p2", "招生方案"));
        await Join(TownB);
        Assert.Equal("CT-022", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.ComparePeersAsync(new V1.ComparePeersRequest { Unit = TownC }, host.Clerk(TownC)))).Codes));
        var alone = await catalogs.ComparePeersAsync(new V1.ComparePeersRequest { Unit = TownB }, host.Clerk(TownB));
        Assert.Equal(TownB, Assert.Single(alone.Peers).Unit);
        await Join(TownC);
        var two = await catalogs.ComparePeersAsync(new V1.ComparePeersRequest { Unit = TownC }, host.Clerk(TownC));
        Assert.Equal([TownB, TownC], two.Peers.Select(p => p.Unit).Order());
        Assert.True(two.Group > two.Peers.Count);
        var entries = two.Figures.Single(f => f.Name == "entries");
        Assert.Equal((0, 2, 2), (entries.Own, entries.Rank, entries.Of));
        Assert.Equal("AU-001", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.ComparePeersAsync(new V1.ComparePeersRequest { Unit = TownC }, host.Clerk(TownB)))).Codes));
    }

    private async Task<V1.PushEntriesResponse> Push(string unit, string requestId, params V1.EntryChange[] changes)
    {
        var request = new V1.PushEntriesRequest { Unit = unit, RequestId = requestId };
        request.Changes.AddRange(changes);
        return await catalogs.PushEntriesAsync(request, host.Website(unit));
    }
}
