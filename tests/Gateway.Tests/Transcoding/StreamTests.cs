using System.Net;
using System.Text.Json.Nodes;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class StreamTests
{
    [Fact]
    public async Task Stream_Plainly_IsOneDocumentALine()
    {
        await using var host = await RestHost.StartAsync();

        using var response = await host.RequestAsync("GET", "/v1/counts/3");

        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["第1", "第2", "第3"], lines[..^1].Select(l => (string)JsonNode.Parse(l)!["name"]!));
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task Stream_ForAnEventSource_IsServerSentEvents()
    {
        await using var host = await RestHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("Accept", "text/event-stream");

        using var response = await host.RequestAsync("GET", "/v1/counts/2");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = text.Split("\n\n");
        Assert.Equal(3, events.Length);
        Assert.All(events[..2], e => Assert.StartsWith("data: {\"name\":\"第", e, StringComparison.Ordinal));
        Assert.Equal("", events[2]);
    }

    [Fact]
    public async Task Stream_OfNothing_IsEmpty()
    {
        await using var host = await RestHost.StartAsync();

        Assert.Equal("", await host.Client.GetStringAsync(new Uri("/v1/counts/0", UriKind.Relative)));
    }

    [Fact]
    public async Task Stream_StillOpen_HasSentWhatWasWritten()
    {
        await using var host = await RestHost.StartAsync();
        await using var stream = await host.Client.GetStreamAsync(new Uri("/v1/counts/2?flag=true", UriKind.Relative));
        using var reader = new StreamReader(stream);

        Assert.Equal(1, (int)JsonNode.Parse((await reader.ReadLineAsync())!)!["number"]!);
        Assert.Equal(2, (int)JsonNode.Parse((await reader.ReadLineAsync())!)!["number"]!);
        Assert.False(host.Probe.Cancelled.Task.IsCompleted);
    }

    [Fact]
    public async Task Client_ThatGoes_StopsTheStream()
    {
        await using var host = await RestHost.StartAsync();
        var stream = await host.Client.GetStreamAsync(new Uri("/v1/counts/1?flag=true", UriKind.Relative));
        await host.Probe.Waiting.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await stream.DisposeAsync();

        await host.Probe.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Stream_RefusedAtOnce_IsAPlainProblem()
    {
        await using var host = await RestHost.StartAsync();

        await host.RefusedAsync(HttpStatusCode.NotFound, "GET", "/v1/counts/0?natural=5");
    }

    [Fact]
    public async Task Stream_BrokenOff_EndsWithTheProblem()
    {
        await using var host = await RestHost.StartAsync();

        var lines = (await host.Client.GetStringAsync(new Uri("/v1/counts/1?natural=14", UriKind.Relative))).TrimEnd('\n').Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal("UNAVAILABLE", (string)JsonNode.Parse(lines[1])!["problem"]!["code"]!);
    }

    [Fact]
    public async Task EventStream_BrokenOff_EndsWithAnEventOfItsOwn()
    {
        await using var host = await RestHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("Accept", "text/event-stream");

        var text = await host.Client.GetStringAsync(new Uri("/v1/counts/1?natural=14", UriKind.Relative));

        Assert.Contains("\n\nevent: problem\ndata: {\"type\":", text, StringComparison.Ordinal);
    }
}
