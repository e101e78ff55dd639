using System.Text.Json.Nodes;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class BindingTests
{
    [Theory]
    [InlineData("GET", "/v1/samples/%E5%85%AC", "name", "公", "Get")]
    [InlineData("GET", "/v1/by-number/-7", "number", "-7", "Get")]
    [InlineData("GET", "/v1/by-colour/DEEP_BLUE/and/7", "colour", "DEEP_BLUE", "Get")]
    [InlineData("GET", "/v1/by-colour/2/and/7", "inner.id", "7", "Get")]
    [InlineData("GET", "/v1/samples:search?name=x", "name", "x", "Search")]
    [InlineData("GET", "/v1/samples/latest/3", "number", "3", "Latest")]
    [InlineData("GET", "/v1/shelves/1/books/2", "name", "shelves/1/books/2", "Shelf")]
    [InlineData("GET", "/v1/files/a/b%2Fc", "name", "a/b%2Fc", "File")]
    [InlineData("DELETE", "/v1/samples/x", "name", "x", "Delete")]
    public async Task Request_OfEachPathShape_FillsTheField(string method, string path, string field, string value, string called)
    {
        await using var host = await RestHost.StartAsync();

        using var response = await host.RequestAsync(method, path);

        var sample = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        foreach (var name in field.Split('.'))
            sample = sample[name]!;
        Assert.Equal(value, sample.ToString());
        Assert.Equal("/federation.tests.Echo/" + called, host.Probe.Method);
    }

    [Theory]
    [InlineData("bigNumber=9223372036854775807", "bigNumber", "\"9223372036854775807\"")]
    [InlineData("big_number=-5", "bigNumber", "\"-5\"")] // the name in the proto
    [InlineData("flag=true", "flag", "true")]
    [InlineData("ratio=1.5e3", "ratio", "1500")]
    [InlineData("ratio=NaN", "ratio", "\"NaN\"")]
    [InlineData("raw=-_8", "raw", "\"+/8=\"")] // the alphabet of addresses
    [InlineData("colour=RED", "colour", "\"RED\"")]
    [InlineData("colour=2", "colour", "\"DEEP_BLUE\"")]
    [InlineData("tags=a&tags=%E4%B9%99&tags=", "tags", "[\"a\",\"乙\",\"\"]")]
    [InlineData("palette=RED&palette=2", "palette", "[\"RED\",\"DEEP_BLUE\"]")]
    [InlineData("inner.longName=a+b", "inner", "{\"id\":\"\",\"longName\":\"a b\"}")]
    [InlineData("inner.deeper.id=7&inner.id=6", "inner", "{\"id\":\"6\",\"longName\":\"\",\"deeper\":{\"id\":\"7\",\"longName\":\"\"}}")]
    [InlineData("at=2026-01-31T08:00:00%2B08:00", "at", "\"2026-01-31T00:00:00Z\"")]
    [InlineData("span=1.5s", "span", "\"1.500s\"")]
    [InlineData("mask=name,bigNumber", "mask", "\"name,bigNumber\"")]
    [InlineData("maybe=0", "maybe", "\"0\"")] // given, though zero
    [InlineData("maybeText=", "maybeText", "\"\"")]
    [InlineData("perhaps=0", "perhaps", "0")]
    [InlineData("right=4", "right", "4")]
    public async Task Query_OfEachType_FillsTheField(string query, string field, string expected)
    {
        await using var host = await RestHost.StartAsync();

        var sample = await host.GetAsync("/v1/samples:search?" + query);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), sample[field]), sample[field]?.ToJsonString());
    }

    [Fact]
    public async Task Answer_OfEmptyMessage_WritesDefaultsAndLeavesOutTheAbsent()
    {
        await using var host = await RestHost.StartAsync();

        var sample = await host.GetAsync("/v1/samples:search");

        Assert.Equal("""{"name":"","number":0,"bigNumber":"0","flag":false,"ratio":0,"raw":"","colour":"COLOUR_UNSPECIFIED","tags":[],"palette":[],"more":[],"counts":{},"byKey":{},"huge":"0","small":0,"numbers":[],"natural":0}""", sample.ToJsonString());
    }

    [Fact]
    public async Task Body_OfEveryType_ComesBack()
    {
        const string Body = """
            {"name":"巴川街道 😀\"<\\","number":-3,"bigNumber":"9007199254740993","flag":true,"ratio":0.25,"raw":"AQI=","colour":"RED",
             "tags":["a","b"],"palette":["RED",2],"inner":{"id":"1","long_name":"长","deeper":{"id":"2"}},"more":[{"id":"x"},{}],
             "counts":{"t3.new":"12","z":5},"byKey":{"7":{"id":"七"}},"at":"2026-01-31T00:00:00Z","span":"3s","maybe":"5","maybeText":"",
             "free":{"a":[1,null,{"b":true}]},"mask":"name","any":{"@type":"type.googleapis.com/federation.tests.Inner","id":"9"},
             "right":0,"perhaps":0,"huge":18446744073709551615,"small":1.5,"numbers":[1,2.0,"3",4e0],"natural":4294967295,"left":null}
            """;
        await using var host = await RestHost.StartAsync();

        var sample = await host.SendAsync("POST", "/v1/samples", Body);

        const string Expected = """
            {"name":"巴川街道 😀\"<\\","number":-3,"bigNumber":"9007199254740993","flag":true,"ratio":0.25,"raw":"AQI=","colour":"RED",
             "tags":["a","b"],"palette":["RED","DEEP_BLUE"],"inner":{"id":"1","longName":"长","deeper":{"id":"2","longName":""}},
             "more":[{"id":"x","longName":""},{"id":"","longName":""}],
             "counts":{"t3.new":"12","z":"5"},"byKey":{"7":{"id":"七","longName":""}},"at":"2026-01-31T00:00:00Z","span":"3s","maybe":"5","maybeText":"",
             "free":{"a":[1,null,{"b":true}]},"mask":"name","any":{"@type":"type.googleapis.com/federation.tests.Inner","id":"9","longName":""},
             "right":0,"perhaps":0,"huge":"18446744073709551615","small":1.5,"numbers":[1,2,3,4],"natural":4294967295}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), sample), sample.ToJsonString());
    }

    [Fact]
    public async Task Answer_WithChinese_IsWrittenAsItself()
    {
        await using var host = await RestHost.StartAsync();

        using var response = await host.RequestAsync("POST", "/v1/samples", """{"name":"𬭎公开<&'"}""");

        Assert.Contains("\"name\":\"𬭎公开<&'\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_OfOneField_LeavesTheRestToPathAndQuery()
    {
        await using var host = await RestHost.StartAsync();

        var inner = await host.SendAsync("PUT", "/v1/samples/x/inner?number=4", """{"id":"7"}""");

        Assert.Equal("""{"id":"7","longName":""}""", inner.ToJsonString()); // response_body
    }

    [Fact]
    public async Task Body_OfListField_IsAnArray()
    {
        await using var host = await RestHost.StartAsync();

        Assert.Equal("""["a","b"]""", (await host.SendAsync("PATCH", "/v1/samples/x/tags", """["a","b"]""")).ToJsonString());
    }

    [Theory]
    [InlineData("POST", "/v1/samples/x:check", """{"number":1}""")]
    [InlineData("POST", "/v1/samples/x:check", """{"name":"x"}""")] // the same as the path
    [InlineData("POST", "/v1/files/x:touch", "{}")]
    [InlineData("POST", "/v1/samples/x:check", "")] // no body is an empty request
    public async Task Body_BesideThePath_TakesTheNameFromThePath(string method, string path, string body)
    {
        await using var host = await RestHost.StartAsync();

        Assert.Equal("x", (string)(await host.SendAsync(method, path, body))["name"]!);
    }
}
