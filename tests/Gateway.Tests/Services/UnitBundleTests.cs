using System.Text;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using EntryChange = Federation.V1.EntryChange;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>A unit leaves one installation and comes home in another: same chains, same digest, same figures.</summary>
public sealed class UnitBundleTests : IAsyncLifetime
{
    private readonly GatewayHost here = new();
    private readonly GatewayHost there = new();

    public Task InitializeAsync() => Task.WhenAll(here.InitializeAsync(), there.InitializeAsync());

    public Task DisposeAsync() => Task.WhenAll(here.DisposeAsync(), there.DisposeAsync());

    [Fact]
    public async Task RoundTrip_EndsWithTheSameHeads_DigestAndReport()
    {
        await Fill(here);
        var bundle = await Export(here, isPublic: false);
        Assert.Empty((await Client(here).VerifyUnitAsync(new VerifyUnitRequest { Content = ByteString.CopyFrom(bundle) }, here.Approver(TownA))).Findings);

        var report = await Client(there).ImportUnitAsync(new ImportUnitRequest { Unit = TownA, Content = ByteString.CopyFrom(bundle) }, there.Officer);
        Assert.Contains(report.Streams, s => (s.Stream, s.Restored) == ($"catalog/{TownA}", "rebuilt"));
        Assert.Contains(report.Streams, s => (s.Stream, s.Restored) == ($"report/{TownA}/{Annual}", "rebuilt"));
        foreach (var stream in report.Streams)
        {
            var (one, other) = (await Ledger(here).ReadStream(stream.Stream, 0, default), await Ledger(there).ReadStream(stream.Stream, 0, default));
            Assert.Equal(one.Select(e => Convert.ToHexString(e.Hash.Span)), other.Select(e => Convert.ToHexString(e.Hash.Span)));
            Assert.Equal(stream.Head, Convert.ToHexStringLower(other[^1].Hash.Span));
        }
        Assert.Equal(await Head(here), await Head(there));
        Assert.Equal("甲的正文", Encoding.UTF8.GetString((await Reads(there).Content(Digest.Of("甲的正文"u8), default))!.Value.Bytes));
        Assert.Equal(
            (await here.Reports.GetReportAsync(new GetReportRequest { Unit = TownA, Period = Annual }, here.Clerk(TownA))).ToString(),
            (await there.Reports.GetReportAsync(new GetReportRequest { Unit = TownA, Period = Annual }, there.Clerk(TownA))).ToString());

        // the same again changes nothing; then it goes on living there, and nothing may come over that
        var before = await there.Events();
        Assert.All((await Client(there).ImportUnitAsync(new ImportUnitRequest { Unit = TownA, Content = ByteString.CopyFrom(bundle) }, there.Officer)).Streams, s => Assert.Equal("present", s.Restored));
        Assert.Equal(before, await there.Events());
        using var next = Client(there).ImportEntries(Csv("条目编号,标题,公开属性,成文日期\nE-1,改过,主动公开,2026-02-27\n"), there.Website(TownA));
        while (await next.ResponseStream.MoveNext(default))
            Assert.DoesNotContain(next.ResponseStream.Current.Findings, f => f.Finding.Severity == Finding.Types.Severity.Error);

        var again = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await Client(there).ImportUnitAsync(new ImportUnitRequest { Unit = TownA, Content = ByteString.CopyFrom(bundle) }, there.Officer)));
        Assert.Equal(["CT-527"], again.Codes);
    }

    [Fact]
    public async Task DraftsAndStandards_ComeHomeWithTheirLists_AndTheirTextsStayClosed()
    {
        await Fill(here);
        await FillDesk(here);
        var closed = Digest.Of("草稿正文"u8);
        Assert.DoesNotContain($"contents/{closed}", Names(await Export(here, isPublic: true)));
        var bundle = await Export(here, isPublic: false);
        Assert.Contains($"contents/{closed}", Names(bundle));
        var report = await Client(there).ImportUnitAsync(new ImportUnitRequest { Unit = TownA, Content = ByteString.CopyFrom(bundle) }, there.Officer);
        Assert.DoesNotContain(report.Streams, s => s.Restored == "kept" && (s.Stream.StartsWith("entry/", StringComparison.Ordinal) || s.Stream.StartsWith("standard/", StringComparison.Ordinal)));

        Assert.Null(await Reads(there).Content(closed, default));
        Assert.Equal("草稿正文", Encoding.UTF8.GetString((await Desk(there).DraftContent(closed, default))!.Value.Bytes));
        Assert.Equal(await Lists(here), await Lists(there));
        Assert.NotEmpty(await Lists(there));
        var draft = await new V1.Entries.EntriesClient(there.Calls).PassEntryStepAsync( // and goes on there, to the public
            new PassEntryStepRequest { Unit = TownA, Entry = "d/1", Hash = (await Desk(there).DraftsOf(UnitId.Parse(TownA), [EntryId.Parse("d/1")], default))[0].Hash!.ToString() }, there.As("zhou", TownA, Role.SecrecyReviewer));
        await new V1.Entries.EntriesClient(there.Calls).PassEntryStepAsync(new PassEntryStepRequest { Unit = TownA, Entry = "d/1", Hash = draft.Hash }, there.As("li", TownA, Role.Approver));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Reads(there).Content(closed, default) is null)
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    [Fact]
    public async Task PublicBundle_HoldsTheCatalogAndPublishedReportsAlone_IsSigned_AndNeedsNoRight()
    {
        await Fill(here);
        var report = await Client(here).VerifyUnitAsync(new VerifyUnitRequest { Content = ByteString.CopyFrom(await Export(here, isPublic: true)) }, here.Approver(TownA));
        Assert.Equal([$"catalog/{TownA}"], report.Streams.Select(s => s.Stream));
        Assert.True(report.PublicOnly);
        Assert.True(report.SignedHere);
        Assert.False((await Client(there).VerifyUnitAsync(new VerifyUnitRequest { Content = ByteString.CopyFrom(await Export(here, isPublic: true)) }, there.Approver(TownA))).SignedHere);
        Assert.DoesNotContain(Names(await Export(here, isPublic: true)), n => n.StartsWith("reports/", StringComparison.Ordinal)); // sealed, and not published
        await here.Reports.AcceptReportAsync(new AcceptReportRequest { Unit = TownA, Period = Annual, Version = 1 }, here.Reviewer(County));
        await here.Reports.PublishReportAsync(new PublishReportRequest { Unit = TownA, Period = Annual, Version = 1, Where = "政府网站" }, here.Clerk(TownA));
        var published = Names(await Export(here, isPublic: true));
        Assert.Contains($"reports/{Annual}/v1.json", published);
        Assert.Contains($"site/reports/{Annual}.html", published);
        Assert.Contains("index.html", published);
        using var call = Client(here).ExportUnit(new ExportUnitRequest { Unit = TownA }, here.Clerk(TownB));
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default))).Status);
    }

    [Fact]
    public async Task DamagedOrForeignBundle_IsRefused_AndRecordsNothing()
    {
        await Fill(here);
        var bundle = await Export(here, isPublic: false);
        var before = await there.Events();
        Assert.Equal(["CT-521"], Refused.Of(await Refusal(TownA, bundle[..^200])).Codes);
        Assert.Contains("CT-528", Refused.Of(await Refusal(TownB, bundle)).Codes);
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(
            async () => await Client(there).ImportUnitAsync(new ImportUnitRequest { Unit = TownA, Content = ByteString.CopyFrom(bundle) }, there.Approver(TownA)))).Status); // never the unit itself
        Assert.Equal(before, await there.Events());
    }

    private static List<string> Names(byte[] bundle)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bundle));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private async Task<RpcException> Refusal(string unit, byte[] bundle) => await Assert.ThrowsAsync<RpcException>(
        async () => await Client(there).ImportUnitAsync(new ImportUnitRequest { Unit = unit, Content = ByteString.CopyFrom(bundle) }, there.Officer));

    private static async Task Fill(GatewayHost host)
    {
        var push = new PushEntriesRequest { Unit = TownA, RequestId = Guid.NewGuid().ToString("N"), Contents = { new Content { MediaType = "text/plain", Bytes = ByteString.CopyFromUtf8("甲的正文") } } };
        foreach (var i in Enumerable.Range(1, 60))
        {
            var entry = new Entry { Id = $"E-{i}", Kind = "document", Title = $"通知{i}", Disclosure = "proactive", Fields = { ["formedOn"] = "2026-02-27" } };
            if (i == 1)
                entry.Body = Digest.Of("甲的正文"u8).ToString();
            push.Changes.Add(new EntryChange { Put = entry });
        }
        var catalogs = new V1.Catalogs.CatalogsClient(host.Calls);
        await catalogs.PushEntriesAsync(push, host.Website(TownA));
        await catalogs.PushEntriesAsync(new PushEntriesRequest { Unit = TownA, RequestId = Guid.NewGuid().ToString("N"), Changes = { new EntryChange { Remove = "E-7", Reason = "重复" } } }, host.Website(TownA));
        await host.File(TownA, 12);
    }

    // A draft in review with a text, one withheld, and a standard of its own with an item set aside.
    private static async Task FillDesk(GatewayHost host)
    {
        var (standards, officer) = (new V1.Standards.StandardsClient(host.Calls), host.As("qian", TownA, Role.Officer));
        await standards.EditStandardAsync(new EditStandardRequest { Unit = TownA, Title = "乡标准目录", Basis = "乡政发〔2026〕1号", Put = { new V1.StandardItem { Id = "a", Title = "事项a", Fields = { ["limit"] = "信息形成或者变更之日起7个工作日内" } }, new V1.StandardItem { Id = "b", Title = "事项b" } } }, officer);
        await standards.PublishStandardAsync(new ActOnStandardRequest { Unit = TownA }, officer);
        await standards.SetItemAsideAsync(new SetItemAsideRequest { Unit = TownA, Item = "b", Reason = "本乡无此事项" }, officer);
        var entries = new V1.Entries.EntriesClient(host.Calls);
        var (author, secrecy) = (host.As("zhang", TownA, Role.Clerk), host.As("zhou", TownA, Role.SecrecyReviewer));
        var text = new Content { MediaType = "text/plain", Bytes = ByteString.CopyFromUtf8("草稿正文") };
        foreach (var id in (string[])["d/1", "d-2"])
        {
            var entry = new Entry { Id = id, Kind = "document", Title = "草稿" + id, Disclosure = "proactive", Fields = { ["formedOn"] = "2026-01-15", ["standardItem"] = "a" }, Body = id == "d/1" ? Digest.Of("草稿正文"u8).ToString() : "" };
            await entries.SaveEntryDraftAsync(new SaveEntryDraftRequest { Unit = TownA, Entry = entry, Contents = { text } }, author);
            await entries.HandInEntryAsync(new HandInEntryRequest { Unit = TownA, Entry = id }, author);
        }
        await entries.WithholdEntryAsync(new WithholdEntryRequest { Unit = TownA, Entry = "d-2", Reason = "商业秘密", Basis = "《条例》第十五条", ReviewOn = "2026-12-01" }, secrecy);
    }

    private static async Task<string> Lists(GatewayHost host)
    {
        var (unit, desk) = (UnitId.Parse(TownA), Desk(host));
        var rows = (await desk.Work(unit, null, 10, default)).Concat(await desk.Withheld(unit, null, 10, default)).Concat(await desk.Limits(unit, null, 10, default)).ToList();
        var dues = host.App.Services.GetRequiredService<IDueTable>();
        List<DueRow> dates = [.. await dues.DueOf($"entry/{TownA}/d/1", default), .. await dues.DueOf($"entry/{TownA}/d-2", default)];
        var standards = host.App.Services.GetRequiredService<IStandardReads>();
        List<string> versions = [.. (await standards.Versions(unit, default)).Select(v => v.ToString()), .. (await standards.SetAside([unit], default)).Select(s => s.ToString())];
        Assert.Equal((3, 2, 2), (rows.Count, dates.Count, versions.Count)); // in work and limits, and withheld; its last day and the next look; a version and an item set aside
        return string.Join('\n', versions.Concat(rows.Select(r => (r with { Hands = [], Tasks = [] }) + string.Join(',', r.Hands.Concat(r.Tasks))).Concat(dates.Select(d => d.ToString()))));
    }

    private static IReviewReads Desk(GatewayHost host) => host.App.Services.GetRequiredService<IReviewReads>();

    private static ImportEntriesRequest Csv(string text) => new() { Unit = TownA, FileName = "a.csv", Content = ByteString.CopyFromUtf8(text), Kind = "document", Mode = ImportEntriesRequest.Types.Mode.Push };

    private static Task<byte[]> Export(GatewayHost host, bool isPublic) =>
        CatalogFileTests.Pieces(Client(host).ExportUnit(new ExportUnitRequest { Unit = TownA, PublicOnly = isPublic }, isPublic ? host.As(Nation) : host.Approver(TownA)));

    private static V1.Bundles.BundlesClient Client(GatewayHost host) => new(host.Calls);

    private static ILedger Ledger(GatewayHost host) => host.App.Services.GetRequiredService<ILedger>();

    private static ICatalogReads Reads(GatewayHost host) => host.App.Services.GetRequiredService<ICatalogReads>();

    private static async Task<(long, Branch)> Head(GatewayHost host)
    {
        var head = await Reads(host).Head(UnitId.Parse(TownA), default);
        return (head!.Seq, head.Whole);
    }
}
