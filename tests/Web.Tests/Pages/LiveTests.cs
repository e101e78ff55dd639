using System.Net.ServerSentEvents;
using System.Text.Json;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

public sealed class LiveTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Fact]
    public async Task Live_AfterAFiling_SendsTheNewFigures()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = await host.Client.GetStreamAsync(new Uri("/coverage/500151/annual-2025/live", UriKind.Relative), enough.Token);
        var filedBefore = 0;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(enough.Token))
        {
            if (item.EventType != "coverage")
                continue;
            using var picture = JsonDocument.Parse(item.Data);
            var figures = Line(picture, SampleTree.Tongliang.Value);
            var filed = figures.GetProperty("filed").GetProperty("value").GetInt32();
            if (filedBefore == 0)
            {
                filedBefore = filed;
                await host.File(FederationHost.Unfiled, 29);
            }
            else if (filed == filedBefore + 1)
            {
                Assert.Equal("80%", figures.GetProperty("rate").GetProperty("text").GetString());
                Assert.Equal("1", Line(picture, FederationHost.Unfiled.Value).GetProperty("filed").GetProperty("text").GetString());
                return;
            }
        }
        Assert.Fail("the stream ended before the filing was seen");
    }

    private static JsonElement Line(JsonDocument picture, string key) =>
        picture.RootElement.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("key").GetString() == key).GetProperty("figures");
}
