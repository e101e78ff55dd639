using Federation.Domain.Authority;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Standards over gRPC and REST: the national list at the first start, refinement, conflicts, gaps.</summary>
public sealed class StandardTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private Standards.StandardsClient Client => new(host.Calls);

    private Metadata Officer(string unit) => host.As(unit, Role.Officer);

    [Fact]
    public async Task TheNationalList_IsThereFromTheFirstStart_AndBindsEverybody()
    {
        var standard = await Client.GetStandardAsync(new GetStandardRequest { Unit = LoneProvince }, host.As(LoneProvince));
        Assert.Equal((Nation, 1, 55), (standard.Of.Owner, standard.Of.Version, standard.Items.Count));
        Assert.All(standard.Items, i => Assert.NotEqual("", i.Fields["basis"]));
        var one = await Client.GetStandardAsync(new GetStandardRequest { Unit = Nation, Version = 1, Item = "art20-07" }, host.As(LoneProvince));
        Assert.Equal("财政预算、决算信息", Assert.Single(one.Items).Title);
        var gaps = await Client.ListGapsAsync(new ListGapsRequest { Unit = LoneProvince }, host.As(LoneProvince));
        Assert.Equal((15, 0, 15), (gaps.Figures.Bound, gaps.Figures.Fulfilled, gaps.Missing.Count));
        var (status, rest) = await host.Send("GET", $"/v1/standards/{LoneProvince}/gaps", host.As(LoneProvince));
        Assert.Equal((200, 15), (status, (int)rest!["figures"]!["bound"]!));
    }

    [Theory]
    [InlineData(Nation, 2, "", "CT-314")]
    [InlineData(OtherTown, 1, "", "CT-314")]
    [InlineData(Nation, 1, "no-such", "CT-311")]
    [InlineData(Nation, -1, "", "CT-314")]
    public async Task GetStandard_OfWhatIsNotThere_IsNotFound(string unit, int version, string item, string code)
    {
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await Client.GetStandardAsync(new GetStandardRequest { Unit = unit, Version = version, Item = item }, host.As(Nation))));
        Assert.Equal(("NOT_FOUND", code), (refused.Status, Assert.Single(refused.Codes)));
    }

    [Fact]
    public async Task AProvinceRefines_ItsCityTakesOver_AndDecidesConflicts_OverRestToo()
    {
        var client = Client;
        await client.SyncStandardAsync(new ActOnStandardRequest { Unit = Province, RequestId = "p-sync" }, Officer(Province));
        var edited = await client.EditStandardAsync(new EditStandardRequest { Unit = Province, Title = "甲省标准目录", Basis = "甲政办〔2026〕1号", Csv = "id,title,limit,basis,levels,required\nlocal-1,重点民生实事,按月,甲政办〔2026〕1号,,yes\n" }, Officer(Province));
        Assert.Equal((56, "000000", true), (edited.Items.Count, edited.Base.Owner, edited.Ahead));
        Assert.Equal(1, (await client.PublishStandardAsync(new ActOnStandardRequest { Unit = Province }, Officer(Province))).Version);
        var below = await client.SyncStandardAsync(new ActOnStandardRequest { Unit = City }, Officer(City));
        Assert.Equal((Province, 1, 56), (below.Base.Owner, below.Base.Version, below.Items.Count));
        await client.EditStandardAsync(new EditStandardRequest { Unit = City, Put = { Item("按周") } }, Officer(City));
        await client.EditStandardAsync(new EditStandardRequest { Unit = Province, Put = { Item("按日") } }, Officer(Province));
        await client.PublishStandardAsync(new ActOnStandardRequest { Unit = Province }, Officer(Province));

        var (status, conflicted) = await host.Send("POST", $"/v1/standards/{City}:sync", Officer(City), "{}");
        Assert.Equal(200, status);
        var step = conflicted!["steps"]!.AsArray().Single(s => (string?)s!["kind"] == "CONFLICT")!;
        Assert.Equal(("local-1.limit", "按月", "按日", "按周", "甲政办〔2026〕1号", true), ((string?)step["place"], (string?)step["before"], (string?)step["theirs"], (string?)step["ours"], (string?)step["theirsBasis"], (bool)step["open"]!));

        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await client.DecideConflictsAsync(
            new DecideConflictsRequest { Unit = City, Decisions = { new ConflictDecision { Place = "local-1.limit" }, new ConflictDecision { Place = "x" } } }, Officer(City))));
        Assert.Equal(["GW-108", "GW-108"], refused.Codes);
        var blocked = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await client.PublishStandardAsync(new ActOnStandardRequest { Unit = City }, Officer(City))));
        Assert.Equal("FAILED_PRECONDITION", blocked.Status);
        var decided = await client.DecideConflictsAsync(
            new DecideConflictsRequest { Unit = City, Decisions = { new ConflictDecision { Place = "local-1.limit", Choice = ConflictDecision.Types.Choice.Theirs } } }, Officer(City));
        Assert.Equal((2, 0), (decided.Base.Version, decided.Steps.Count));
        await client.PublishStandardAsync(new ActOnStandardRequest { Unit = City }, Officer(City));

        var index = await client.ListStandardsBelowAsync(new ListStandardsBelowRequest { Unit = Province }, host.As(Province));
        Assert.Equal([(City, 1, 56)], index.Versions.Select(v => (v.Of.Owner, v.Of.Version, v.Items)));
        Assert.Equal(64, index.Versions[0].Hash.Length);
        var difference = await client.GetStandardDifferenceAsync(new GetStandardDifferenceRequest { Unit = Province }, host.As(Province));
        Assert.Equal(("local-1", "limit", "按月", "按日"), difference.Changes.Select(c => (c.Item, c.Field, c.Before, c.After)).Single());
        Assert.Empty((await client.GetStandardDifferenceAsync(new GetStandardDifferenceRequest { Unit = City, FromUnit = Province }, host.As(City))).Changes);
    }

    [Fact]
    public async Task EditStandard_WithAFileOfFaults_NamesEveryLine_AndRecordsNothing()
    {
        var request = new EditStandardRequest { Unit = LoneProvince, Csv = "id,title,limit,levels,required\na,甲,按月,moon,\n b b,,按月,,\n" };
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await Client.EditStandardAsync(request, Officer(LoneProvince))));
        Assert.Equal(["line 2", "line 3", "line 3"], refused.Findings.Select(f => f.Where[..6]));
        Assert.Equal(0, (await Client.GetStandardDraftAsync(new GetStandardDraftRequest { Unit = LoneProvince }, Officer(LoneProvince))).Revision);
    }

    [Fact]
    public async Task ReplacingEdit_LeavesOutWhatTheFileLacks_AndAStaleOneIsAborted()
    {
        var client = Client;
        var first = await client.EditStandardAsync(new EditStandardRequest { Unit = TownA, Csv = "id,title,levels,required\na,甲,,\nb,乙,,\n" }, Officer(TownA));
        var second = await client.EditStandardAsync(new EditStandardRequest { Unit = TownA, Csv = "id,title,levels,required\nb,乙,,\nc,丙,,\n", Replace = true }, Officer(TownA));
        Assert.Equal(["b", "c"], second.Items.Select(i => i.Id));
        var stale = await Assert.ThrowsAsync<RpcException>(async () => await client.EditStandardAsync(new EditStandardRequest { Unit = TownA, Title = "丁镇目录", ExpectedRevision = first.Revision }, Officer(TownA)));
        Assert.Equal(StatusCode.Aborted, stale.StatusCode);
    }

    [Fact]
    public async Task GapsBelow_ArePaged_AndAnItemSetAsideIsNoGap()
    {
        var client = Client;
        await client.SetItemAsideAsync(new SetItemAsideRequest { Unit = County, Item = "guide-22", Reason = "本县无涉农补贴" }, Officer(County));
        List<GapFigures> all = [];
        var request = new ListGapsBelowRequest { Unit = City, Deep = true, PageSize = 2 };
        do
        {
            var page = await client.ListGapsBelowAsync(request, host.As(City));
            all.AddRange(page.Units);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal([County, TownA, TownB, TownC, OtherCounty, OtherTown], all.Select(f => f.Unit));
        Assert.Equal((1, all[0].Bound - 1), (all[0].SetAside, all[0].Missing));
        Assert.Equal("本县无涉农补贴", (await client.GetStandardDraftAsync(new GetStandardDraftRequest { Unit = County }, Officer(County))).SetAside["guide-22"]);
    }

    [Fact]
    public async Task Drafts_AreNotForEverybody()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.GetStandardDraftAsync(new GetStandardDraftRequest { Unit = City }, host.As(TownA, Role.Clerk)));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private static StandardItem Item(string limit)
    {
        var item = new StandardItem { Id = "local-1", Title = "重点民生实事", Required = true };
        item.Fields["limit"] = limit;
        item.Fields["basis"] = "甲政办〔2026〕1号";
        return item;
    }
}
