using System.Text.Json.Nodes;
using Federation.Gateway.Tests.Echoes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class OpenApiTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    [Theory]
    [InlineData(typeof(EchoService))]
    [InlineData(typeof(Divisions))]
    [InlineData(typeof(Reports))]
    public async Task Document_OfAService_HasEveryBinding(Type service)
    {
        await using var host = await RestHost.StartAsync(null, service);
        var expected = DescriptorOf(service).Methods
            .Select(m => (m.FullName, Rule: m.GetOptions()?.GetExtension(AnnotationsExtensions.Http)))
            .Where(m => m.Rule is not null)
            .SelectMany(m => Enumerable.Repeat(m.FullName, 1 + m.Rule!.AdditionalBindings.Count));

        var document = await host.GetAsync("/openapi/v1.json");

        Assert.Equal("3.1.0", (string)document["openapi"]!);
        Assert.Equal(expected.Order(), Operations(document).Select(o => (string)o["x-grpc-method"]!).Order());
        Assert.Distinct(Operations(document).Select(o => (string)o["operationId"]!));
    }

    [Theory]
    [InlineData(typeof(EchoService))]
    [InlineData(typeof(Reports))]
    public async Task Document_References_AllResolve(Type service)
    {
        await using var host = await RestHost.StartAsync(null, service);

        var document = await host.GetAsync("/openapi/v1.json");

        var references = Nodes(document).OfType<JsonObject>().Where(o => o.ContainsKey("$ref")).Select(o => (string)o["$ref"]!).ToArray();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(r[2..].Split('/').Aggregate((JsonNode?)document, (node, name) => node?[name])));
    }

    [Fact]
    public async Task Document_PathParameters_AreThoseOfThePath()
    {
        await using var host = await RestHost.StartAsync();

        var document = await host.GetAsync("/openapi/v1.json");

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var inPath = path.Split('{').Skip(1).Select(p => p[..p.IndexOf('}', StringComparison.Ordinal)]);
            foreach (var operation in Methods.Select(m => item![m]).OfType<JsonObject>())
                Assert.Equal(inPath, (operation["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! == "path").Select(p => (string)p!["name"]!));
        }
    }

    [Fact]
    public async Task Document_OfEachField_SaysItsType()
    {
        await using var host = await RestHost.StartAsync();

        var document = await host.GetAsync("/openapi/v1.json");

        var fields = document["components"]!["schemas"]!["federation.tests.Sample"]!["properties"]!;
        Assert.Equal("""{"type":"string","format":"int64"}""", fields["bigNumber"]!.ToJsonString());
        Assert.Equal("""{"type":"object","additionalProperties":{"type":"string","format":"int64"}}""", fields["counts"]!.ToJsonString());
        Assert.Equal("""{"type":["string","null"],"format":"int64"}""", fields["maybe"]!.ToJsonString());
        Assert.Equal("""{"type":"string","description":"Any text."}""", fields["name"]!.ToJsonString());
        Assert.Equal("server", (string)document["paths"]!["/v1/counts/{number}"]!["get"]!["x-streaming"]!);
        Assert.Equal("One segment in the path, the rest in the query.", (string)document["paths"]!["/v1/samples/{name}"]!["get"]!["description"]!);
    }

    [Fact]
    public async Task Document_WrittenTwice_IsTheSame()
    {
        await using var one = await RestHost.StartAsync(null, typeof(Reports), typeof(Divisions));
        await using var two = await RestHost.StartAsync(null, typeof(Divisions), typeof(Reports));
        var path = new Uri("/openapi/v1.json", UriKind.Relative);

        Assert.Equal(await one.Client.GetStringAsync(path), await two.Client.GetStringAsync(path));
    }

    private static ServiceDescriptor DescriptorOf(Type service) =>
        service == typeof(EchoService) ? Echo.Descriptor
        : service == typeof(Divisions) ? V1.Divisions.Descriptor : V1.Reports.Descriptor;

    private static IEnumerable<JsonObject> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(p => Methods.Select(m => p.Value![m]).OfType<JsonObject>());

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        var children = node switch
        {
            JsonObject o => o.Select(p => p.Value),
            JsonArray a => a,
            _ => Enumerable.Empty<JsonNode?>(),
        };
        return children.OfType<JsonNode>().SelectMany(Nodes).Prepend(node);
    }

    private sealed class Divisions : V1.Divisions.DivisionsBase;

    private sealed class Reports : V1.Reports.ReportsBase;
}
