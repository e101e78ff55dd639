using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class RefusedRequestTests
{
    [Theory]
    [InlineData("{\"name\":\"x\"", "GW-001", "line 1")] // truncated
    [InlineData("{\"name\":\n\"x\",}", "GW-001", "line 2")]
    [InlineData("{\"name\":\"x\"} {}", "GW-001", "line 1")]
    [InlineData("{\"name\":\"\\ud800\"}", "GW-001", "line 1")] // half a character
    [InlineData("[1]", "GW-003", "")]
    [InlineData("null", "GW-003", "")]
    [InlineData("{\"nobody\":1}", "GW-002", "nobody")]
    [InlineData("{\"inner\":{\"nobody\":{\"a\":[1]}}}", "GW-002", "inner.nobody")]
    [InlineData("{\"more\":[{},{\"nobody\":1}]}", "GW-002", "more[1].nobody")]
    [InlineData("{\"number\":\"x\"}", "GW-003", "number")]
    [InlineData("{\"number\":1.5}", "GW-003", "number")]
    [InlineData("{\"number\":true}", "GW-003", "number")]
    [InlineData("{\"number\":{}}", "GW-003", "number")]
    [InlineData("{\"name\":1}", "GW-003", "name")]
    [InlineData("{\"flag\":\"true\"}", "GW-003", "flag")]
    [InlineData("{\"tags\":\"a\"}", "GW-003", "tags")]
    [InlineData("{\"tags\":[\"a\",null]}", "GW-003", "tags[1]")]
    [InlineData("{\"counts\":[]}", "GW-003", "counts")]
    [InlineData("{\"counts\":{\"a\":{}}}", "GW-003", "counts[a]")]
    [InlineData("{\"byKey\":{\"a\":{}}}", "GW-003", "byKey[a]")]
    [InlineData("{\"inner\":[]}", "GW-003", "inner")]
    [InlineData("{\"colour\":\"MAUVE\"}", "GW-003", "colour")]
    [InlineData("{\"at\":\"yesterday\"}", "GW-003", "at")]
    [InlineData("{\"raw\":\"*\"}", "GW-003", "raw")]
    [InlineData("{\"number\":2147483648}", "GW-004", "number")]
    [InlineData("{\"bigNumber\":\"9223372036854775808\"}", "GW-004", "bigNumber")]
    [InlineData("{\"natural\":-1}", "GW-004", "natural")]
    [InlineData("{\"huge\":1e999}", "GW-004", "huge")]
    [InlineData("{\"small\":1e39}", "GW-004", "small")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "GW-005", "name")]
    [InlineData("{\"bigNumber\":1,\"big_number\":2}", "GW-005", "big_number")]
    [InlineData("{\"counts\":{\"a\":1,\"a\":2}}", "GW-005", "counts[a]")]
    [InlineData("{\"left\":\"a\",\"right\":2}", "GW-005", "right")]
    public async Task Post_UnfitBody_IsRefusedWithItsPlace(string body, string code, string where)
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/samples", body);

        var finding = Assert.Single(problem["findings"]!.AsArray())!;
        Assert.Equal((code, where, "ERROR"), ((string)finding["code"]!, (string)finding["where"]!, (string)finding["severity"]!));
        Assert.Equal("INVALID_ARGUMENT", (string)problem["code"]!);
        Assert.All(["text", "textEn", "basis"], name => Assert.NotEmpty((string)finding[name]!));
        Assert.Empty(host.Probe.Trail);
    }

    [Theory]
    [InlineData("nobody=1", "GW-002")]
    [InlineData("inner=1", "GW-002")]
    [InlineData("more.id=1", "GW-002")]
    [InlineData("counts=1", "GW-002")]
    [InlineData("number=x", "GW-003")]
    [InlineData("flag=yes", "GW-003")]
    [InlineData("at=x%22", "GW-003")]
    [InlineData("number=99999999999", "GW-004")]
    [InlineData("number=1&number=2", "GW-005")]
    [InlineData("left=1&right=2", "GW-005")]
    public async Task Get_UnfitQuery_IsRefused(string query, string code)
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/samples:search?" + query);

        Assert.Equal(code, (string)problem["findings"]!.AsArray().Single()!["code"]!);
    }

    [Theory]
    [InlineData("GET", "/v1/by-number/x", null, "GW-003")]
    [InlineData("GET", "/v1/samples/x?name=y", null, "GW-005")]
    [InlineData("POST", "/v1/samples/x:check", "{\"name\":\"y\"}", "GW-006")]
    [InlineData("POST", "/v1/samples?number=1", "{}", "GW-002")]
    [InlineData("PUT", "/v1/samples/x/inner?inner.id=1", "{}", "GW-005")]
    [InlineData("DELETE", "/v1/samples/x", "{}", "GW-011")]
    public async Task Request_AtOddsWithItsPath_IsRefused(string method, string path, string? body, string code)
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, method, path, body);

        Assert.Equal(code, (string)problem["findings"]!.AsArray().Single()!["code"]!);
    }

    [Fact]
    public async Task Post_ManyFaults_NamesAllOfThem()
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/samples", """{"x":1,"number":"a","more":[{"y":2}],"natural":-1}""");

        Assert.Equal(["x", "number", "more[0].y", "natural"], problem["findings"]!.AsArray().Select(f => (string)f!["where"]!));
    }

    [Fact]
    public async Task Post_NotUtf8_IsRefused()
    {
        await using var host = await RestHost.StartAsync();
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xB9, 0xAB, (byte)'"', (byte)':', (byte)'1', (byte)'}']); // GBK
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await host.Client.PostAsync(new Uri("/v1/samples", UriKind.Relative), content);

        Assert.Equal("GW-001", (string)(await RestHost.ProblemAsync(response, HttpStatusCode.BadRequest))["findings"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_OtherContentType_Is415(string type)
    {
        await using var host = await RestHost.StartAsync();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await host.Client.PostAsync(new Uri("/v1/samples", UriKind.Relative), content);

        await RestHost.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/samples/a/b/c")]
    [InlineData("/v1/hidden")]
    public async Task Get_UnknownPath_Is404(string path)
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.NotFound, "GET", path);

        Assert.Equal("NOT_FOUND", (string)problem["code"]!);
    }

    [Fact]
    public async Task Request_OtherMethod_Is405AndNamesThoseAllowed()
    {
        await using var host = await RestHost.StartAsync();

        using var response = await host.RequestAsync("PUT", "/v1/samples/x");

        await RestHost.ProblemAsync(response, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["DELETE", "GET"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Post_LongBodyDeclared_Is413BeforeAByteIsSent()
    {
        await using var host = await RestHost.StartAsync();

        var answer = await SendRawAsync(host, "Content-Length: 104857600\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("GW-007", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LongBodyInChunks_Is413BeforeItsEnd()
    {
        await using var host = await RestHost.StartAsync();
        var chunks = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
        for (var i = 0; i < 65; i++)
            chunks.Append("10000\r\n").Append(' ', 0x10000).Append("\r\n"); // 65 of 64 KiB, and no end

        var answer = await SendRawAsync(host, chunks.ToString());

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    // the server closes the connection, or reading would never end
    private static async Task<string> SendRawAsync(RestHost host, string headersAndBody)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /v1/samples HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headersAndBody));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
