using System.Net;
using Google.Api;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Gateway.Tests.Services;

/// <summary>What operators and tools ask, without a token.</summary>
public sealed class ServingTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Health_OverGrpc_AnswersServing()
    {
        var answer = await new Health.HealthClient(host.Calls).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Health_OverHttp_Answers()
    {
        using var response = await host.Rest.GetAsync("/health");
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact] // two endpoints for one address would answer nobody
    public void Addresses_AreServedOnce()
    {
        var served = host.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [""]).Select(method => $"{method} {e.RoutePattern.RawText}")).ToList();
        Assert.Contains("GET /catalogs/{unit}/contents/{hash}/{**entry}", served);
        Assert.Equal([], served.GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task Reflection_ListsEveryService()
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Calls).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        Assert.True(await call.ResponseStream.MoveNext(default));
        var services = call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name).ToHashSet();
        await call.RequestStream.CompleteAsync();
        Assert.Superset(new HashSet<string>(Contract.Services.Select(s => s.FullName)) { "grpc.health.v1.Health" }, services);
    }

    [Fact]
    public async Task OpenApi_ListsEveryAnnotatedMethod()
    {
        var (status, document) = await host.Send("GET", "/openapi/v1.json");
        var listed = document!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));
        var annotated = Contract.Methods
            .Select(m => m.GetOptions().GetExtension(AnnotationsExtensions.Http))
            .Select(rule => rule.PatternCase switch
            {
                HttpRule.PatternOneofCase.Get => $"get {rule.Get}",
                HttpRule.PatternOneofCase.Put => $"put {rule.Put}",
                HttpRule.PatternOneofCase.Post => $"post {rule.Post}",
                HttpRule.PatternOneofCase.Patch => $"patch {rule.Patch}",
                _ => $"another verb: {rule}",
            });
        Assert.Equal(200, status);
        Assert.Equal(annotated.Select(a => a.Replace("=**}", "}", StringComparison.Ordinal)).Order(), listed.Order()); // OpenAPI knows no variable of many segments
    }

    [Fact]
    public async Task Rest_AtAPathOfNobody_AnswersAProblem()
    {
        var (status, problem) = await host.Send("GET", "/v1/no/such/path");
        Assert.Equal("GW-009", Refused.Of(status, problem).Codes.Single());
    }
}
