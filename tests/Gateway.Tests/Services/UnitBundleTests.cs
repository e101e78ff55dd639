using System.Text;
using Federation.Domain.Catalogs;
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
