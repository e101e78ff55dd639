using System.Text.Json.Nodes;
using Federation.Domain.Authority;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>federation.v1.Search over the real application: what is pushed is found a moment later, by gRPC and by REST.</summary>
public sealed class SearchTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private Search.SearchClient Client => new(host.Calls);

    private V1.Catalogs.CatalogsClient Catalogs => new(host.Calls);

    [Fact]
    public async Task Entries_ThatArePushed_AreFoundUnderEveryUnitAbove()
    {
        await Push(TownA, "s1", Entry("search-1", "关于丁镇临时救助的公示", "救助对象张某"));
        await Push(OtherTown, "s2", Entry("search-2", "临时救助标准"));
        var found = await Until(new SearchEntriesRequest { Query = "临时救助", Within = Province }, r => r.Hits.Count == 2);
        Assert.Equal((2, false, 0L, ""), (found.Found, found.MoreFound, found.Behind, found.NextPageToken));
        var first = found.Hits.Single(h => h.Entry.Id == "search-1");
        Assert.Equal(("丁镇", "临时救助", "2026-01-05"), (first.UnitName, string.Concat(first.Title.Where(p => p.Marked).Select(p => p.Text)), first.Day));
        Assert.Equal(["search-1"], (await Search(new SearchEntriesRequest { Query = "临时救助", Within = County })).Hits.Select(h => h.Entry.Id));
        Assert.Empty((await Search(new SearchEntriesRequest { Query = "临时救助", Within = LoneProvince })).Hits);
        var text = Assert.Single((await Search(new SearchEntriesRequest { Query = "救助对象" })).Hits);
        Assert.Equal(("summary", "救助对象"), (text.SnippetOf, Assert.Single(text.Snippet, p => p.Marked).Text));

        var page = await Search(new SearchEntriesRequest { Query = "临时救助", PageSize = 1 });
        var next = await Search(new SearchEntriesRequest { Query = "临时救助", PageSize = 1, PageToken = page.NextPageToken });
        Assert.Equal(["search-1", "search-2"], page.Hits.Concat(next.Hits).Select(h => h.Entry.Id).Order());
        Assert.Contains("临时救助标准", (await Client.SuggestEntriesAsync(new SuggestEntriesRequest { Query = "临时" }, host.Clerk(TownA))).Suggestions);

        var rest = JsonNode.Parse(await Rest($"/v1/search?query={Uri.EscapeDataString("临时救助")}&within={County}"))!;
        Assert.Equal("search-1", (string?)rest["hits"]![0]!["entry"]!["id"]);
        Assert.Contains("临时救助标准", await Rest($"/v1/search/suggestions?query={Uri.EscapeDataString("临时")}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!!!", "", "", "", "", "CT-601")]
    [InlineData("-低保", "", "", "", "", "CT-602")]
    [InlineData("低保", "999999", "", "", "", "DV-101")]
    [InlineData("低保", "x", "", "", "", "DV-002")]
    [InlineData("低保", "", "nonsense", "", "", "GW-108")]
    [InlineData("低保", "", "", "2026-02-30", "", "GW-101")]
    [InlineData("低保", "", "", "2026-02-02", "2026-02-01", "CT-604")]
    [InlineData("-低保", "", "nonsense", "2026-02-02", "2026-02-01", "CT-602 CT-604 GW-108")]
    public async Task Nonsense_IsRefusedWithAllFindings(string query, string within, string kind, string from, string to, string codes)
    {
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Search(new SearchEntriesRequest { Query = query, Within = within, Kind = kind, From = from, To = to })));
        Assert.Equal(codes, string.Join(' ', refused.Codes.Order()));
    }

    [Fact]
    public async Task PageToken_ThatWasNotGivenOut_IsRefused() =>
        Assert.Equal(["CT-605"], Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Search(new SearchEntriesRequest { Query = "低保", PageToken = "9-x" }))).Codes);

    [Theory]
    [InlineData("\"")]
    [InlineData("scope:u110000")]
    [InlineData("低保\") OR (\"标准")]
    [InlineData("低保 NEAR/2 标准 *")]
    public async Task Operators_AreOnlyText(string typed) => Assert.Empty((await Try(typed)).Hits);

    private async Task<SearchEntriesResponse> Try(string typed)
    {
        try
        {
            return await Search(new SearchEntriesRequest { Query = typed });
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.InvalidArgument)
        {
            return new SearchEntriesResponse(); // refused by its finding, which is as good
        }
    }

    private async Task<SearchEntriesResponse> Search(SearchEntriesRequest request) => await Client.SearchEntriesAsync(request, host.Clerk(TownA));

    private async Task<SearchEntriesResponse> Until(SearchEntriesRequest request, Predicate<SearchEntriesResponse> met)
    {
        for (var tries = 0; ; tries++)
        {
            var found = await Search(request);
            if (met(found) || tries > 200)
                return found;
            await Task.Delay(50);
        }
    }

    private async Task Push(string unit, string requestId, params Entry[] entries)
    {
        var request = new PushEntriesRequest { Unit = unit, RequestId = requestId };
        request.Changes.AddRange(entries.Select(e => new EntryChange { Put = e }));
        var response = await Catalogs.PushEntriesAsync(request, host.Website(unit));
        Assert.All(response.Results, r => Assert.Equal(EntryResult.Types.Outcome.Recorded, r.Outcome));
    }

    private static Entry Entry(string id, string title, string summary = "")
    {
        var entry = new Entry { Id = id, Kind = "document", Title = title, Disclosure = "proactive", Fields = { ["formedOn"] = "2026-01-04", ["publishedOn"] = "2026-01-05" } };
        if (summary.Length > 0)
            entry.Fields["summary"] = summary;
        return entry;
    }

    private async Task<string> Rest(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("authorization", "Bearer " + host.Token(TownA, TimeSpan.FromHours(1), Role.Clerk));
        using var answer = await host.Rest.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
