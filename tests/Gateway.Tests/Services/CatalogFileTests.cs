using System.Net;
using System.Text;
using System.Text.Json;
using Federation.Documents.Catalogs;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Catalogs as files through the real application: in by table, out in every format, open to everybody.</summary>
public sealed class CatalogFileTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Table = "标题,索引号,公开属性,成文日期,内容概述\n甲通知,X-1,主动公开,2026-02-27,\n乙通知,,主动公开,2026年2月7日,\n乙通知,,主动公开,2026年2月7日,另一份\n";

    private readonly V1.Bundles.BundlesClient bundles = new(host.Calls);

    [Fact]
    public async Task Import_DryRunThenPush_ThenAgain_ChangesNothingTwice()
    {
        var dry = await Import(TownA, Table, push: false);
        Assert.Equal((3, 0, 0, 0), Sums(dry));
        Assert.Contains(dry, s => s.Findings.Any(f => f.Finding.Code == "CT-503" && f.Address == "A4"));
        var pushed = await Import(TownA, Table, push: true);
        Assert.Equal((3, 0, 0, 0), Sums(pushed));
        Assert.Equal((0, 0, 3, 0), Sums(await Import(TownA, Table, push: true)));

        var changed = await Import(TownA, Table.Replace("甲通知", "甲通知(修订)", StringComparison.Ordinal), push: false);
        var difference = Assert.Single(Assert.Single(changed, s => s.Change == ImportEntriesResponse.Types.Change.Altered).Differences);
        Assert.Equal(("title", "甲通知", "甲通知(修订)"), (difference.Column, difference.Before, difference.After));
        Assert.Equal((0, 1, 2, 0), Sums(changed));
        Assert.Equal(pushed[^1].Summary.Digest, changed[^1].Summary.Digest); // a dry run records nothing
    }

    [Fact]
    public async Task Table_LeavesWhatItHasNoColumnFor_AndWhatOnlyAPublicationGives()
    {
        var text = Encoding.UTF8.GetBytes("正文");
        var entry = new Entry
        {
            Id = "keep", Kind = "document", Title = "甲通知", Disclosure = "proactive", Body = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)),
            Fields = { ["formedOn"] = "2026-02-27", ["publishedOn"] = "2026-03-01", ["indexNumber"] = "K-1", ["summary"] = "概述" },
        };
        var client = new V1.Catalogs.CatalogsClient(host.Calls);
        await client.PushEntriesAsync(
            new PushEntriesRequest { Unit = County, Changes = { new EntryChange { Put = entry } }, Contents = { new Content { MediaType = "text/plain", Bytes = ByteString.CopyFrom(text) } } }, host.Website(County));
        var steps = await Import(County, "条目编号,标题,公开属性,成文日期,发布日期,索引号,发布机构\nkeep,甲通知(修订),主动公开,2026-02-27,,,县政府办\n", push: true);
        Assert.Equal(["title", "issuer"], steps.Single(s => s.Entry == "keep").Differences.Select(d => d.Column));
        var now = (await client.GetEntryAsync(new GetEntryRequest { Unit = County, Entry = "keep" }, host.Website(County))).Entry;
        Assert.Equal((entry.Body, "2026-03-01", "K-1", "概述", "县政府办"), (now.Body, now.Fields["publishedOn"], now.Fields["indexNumber"], now.Fields["summary"], now.Fields["issuer"]));
        await Import(County, "条目编号,标题,公开属性,成文日期,内容概述\nkeep,甲通知(修订),主动公开,2026-02-27,\n", push: true);
        Assert.False((await client.GetEntryAsync(new GetEntryRequest { Unit = County, Entry = "keep" }, host.Website(County))).Entry.Fields.ContainsKey("summary")); // an empty cell empties
    }

    [Fact]
    public async Task Complete_RemovesWhatIsNotListed_ThroughTheGuard_AndNeverByAFaultyFile()
    {
        const string head = "条目编号,标题,公开属性,成文日期\n";
        var rows = Enumerable.Range(1, 20).Select(i => $"E-{i},通知{i},主动公开,2026-02-27\n").ToList();
        await Import(TownB, head + string.Concat(rows), push: true);
        Assert.Equal(0, (await Import(TownB, head + rows[0], push: true))[^1].Summary.Removed); // absence alone removes nothing

        var faulty = await Import(TownB, head + rows[0] + "E-99,,主动公开,2026-02-27\n", push: true, complete: true);
        Assert.Contains(faulty, s => s.Findings.Any(f => f.Finding.Code == "CT-511"));
        Assert.DoesNotContain(faulty, s => s.Change == ImportEntriesResponse.Types.Change.Removed);

        var few = await Import(TownB, head + string.Concat(rows.Skip(2)), push: true, complete: true);
        Assert.Equal((2, 0), (few[^1].Summary.Removed, few[^1].Summary.Holds.Count));
        var many = await Import(TownB, head + rows[5], push: true, complete: true);
        Assert.Equal((0, 1), (many[^1].Summary.Removed, many[^1].Summary.Holds.Count));
        Assert.Equal(17, many.Count(s => s.Outcome == "held"));
    }

    [Fact]
    public async Task Import_ByAnotherUnit_OrWithoutReason_IsRefused()
    {
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Import(TownA, Table, false, by: host.Clerk(TownB)))).Status);
        using var call = bundles.ImportEntries(new ImportEntriesRequest { Unit = TownA, FileName = "a.csv", Content = ByteString.CopyFromUtf8(Table), Complete = true }, host.Clerk(TownA));
        Assert.Equal("CT-513", Assert.Single(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default))).Codes));
    }

    [Fact]
    public async Task EveryFormat_IsThereForEverybody_WithoutAToken()
    {
        await Import(TownC, Table, push: true);
        var (jsonld, _) = await Get($"/catalogs/{TownC}/catalog.jsonld", "application/ld+json");
        Assert.Equal(3, JsonDocument.Parse(jsonld).RootElement.GetProperty("@graph").EnumerateArray().Count(n => n.GetProperty("@type").GetString() == "dcat:Dataset"));
        var (csv, tag) = await Get($"/catalogs/{TownC}/catalog.csv", "text/csv");
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(3, JsonDocument.Parse((await Get($"/catalogs/{TownC}/catalog.json", "application/json")).Text).RootElement.GetProperty("entries").GetArrayLength());
        Assert.Equal(4, (await Get($"/catalogs/{TownC}/catalog.jsonl", "application/jsonl")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("<entry>", (await Get($"/catalogs/{TownC}/feed.xml", "application/atom+xml")).Text, StringComparison.Ordinal);
        Assert.Contains("<loc>http", (await Get($"/catalogs/{TownC}/sitemap.xml", "application/xml")).Text, StringComparison.Ordinal);
        Assert.Equal(EntrySchema.Text, (await Get("/schemas/entry-1.json", "application/schema+json")).Text);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/catalogs/{TownC}/catalog.csv");
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(HttpStatusCode.NotModified, (await host.Rest.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Rest.GetAsync(new Uri("/catalogs/999999/catalog.csv", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Text_OfAnEntry_IsThereForEverybody_AndOnlyThroughAnEntryThatNamesIt()
    {
        var text = Encoding.UTF8.GetBytes("通知正文");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text));
        var entry = new Entry { Id = "with-text", Kind = "document", Title = "有正文的通知", Disclosure = "proactive", Body = hash };
        var pushed = await new V1.Catalogs.CatalogsClient(host.Calls).PushEntriesAsync(
            new PushEntriesRequest { Unit = County, Changes = { new EntryChange { Put = entry } }, Contents = { new Content { MediaType = "text/plain", Bytes = ByteString.CopyFrom(text) } } }, host.Website(County));
        Assert.Equal(EntryResult.Types.Outcome.Recorded, pushed.Results[0].Outcome);

        Assert.Equal("通知正文", (await Get($"/catalogs/{County}/contents/{hash}/with-text", "text/plain")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Rest.GetAsync(new Uri($"/catalogs/{County}/contents/{hash}/another", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task ExportOverGrpc_AndTemplate_CanBeImported()
    {
        await Import(OtherTown, Table, push: true);
        foreach (var format in Enum.GetValues<ExportCatalogRequest.Types.Format>().Where(f => f != ExportCatalogRequest.Types.Format.Dcat))
        {
            var file = await Pieces(bundles.ExportCatalog(new ExportCatalogRequest { Unit = OtherTown, Format = format }, host.As(Nation)));
            Assert.Equal((0, 0, 3, 0), Sums(await Import(OtherTown, file, push: true, by: host.Website(OtherTown))));
        }
        var template = await bundles.GetEntryTemplateAsync(new GetEntryTemplateRequest { Unit = OtherTown }, host.As(Nation));
        Assert.Equal((0, 0, 0, 0), Sums(await Import(OtherTown, template.Content.ToByteArray(), push: true)));
    }

    internal static async Task<byte[]> Pieces(AsyncServerStreamingCall<FilePiece> call)
    {
        using (call)
        {
            var bytes = new MemoryStream();
            while (await call.ResponseStream.MoveNext(default))
                bytes.Write(call.ResponseStream.Current.Content.Span);
            return bytes.ToArray();
        }
    }

    private async Task<(string Text, string Tag)> Get(string path, string mediaType)
    {
        using var response = await host.Rest.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        return (await response.Content.ReadAsStringAsync(), response.Headers.ETag?.ToString() ?? "");
    }

    private Task<List<ImportEntriesResponse>> Import(string unit, string csv, bool push, bool complete = false, Metadata? by = null) => Import(unit, Encoding.UTF8.GetBytes(csv), push, complete, by);

    private async Task<List<ImportEntriesResponse>> Import(string unit, byte[] file, bool push, bool complete = false, Metadata? by = null)
    {
        var request = new ImportEntriesRequest
        {
            Unit = unit, FileName = "a.csv", Content = ByteString.CopyFrom(file), Kind = "document", Mode = push ? ImportEntriesRequest.Types.Mode.Push : ImportEntriesRequest.Types.Mode.DryRun,
            Complete = complete, Reason = complete ? "清理" : "", RequestId = Guid.NewGuid().ToString("N"),
        };
        var steps = new List<ImportEntriesResponse>();
        using var call = bundles.ImportEntries(request, by ?? host.Website(unit));
        while (await call.ResponseStream.MoveNext(default))
            steps.Add(call.ResponseStream.Current);
        return steps;
    }

    private static (int Added, int Changed, int Same, int Refused) Sums(List<ImportEntriesResponse> steps)
    {
        var sum = steps[^1].Summary;
        return (sum.Added, sum.Changed, sum.Same, sum.Refused);
    }
}
