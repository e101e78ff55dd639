using Federation.Domain.Authority;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.Gateway.Transcoding;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Who may call what: nobody without a token, nothing without a role.</summary>
public sealed class AccessTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    /// <summary>Facts that are public: every subject may read them. Whatever is not named here is refused without a role.</summary>
    private static readonly string[] OpenToEverySubject =
    [
        "/federation.v1.Divisions/GetUnit", "/federation.v1.Divisions/ListChildren", "/federation.v1.Divisions/ListSubtree", "/federation.v1.Divisions/SearchUnits",
        "/federation.v1.Reports/ListPeriods", "/federation.v1.Reports/GetForm",
        "/federation.v1.Catalogs/GetCatalog", "/federation.v1.Catalogs/ListEntries", "/federation.v1.Catalogs/ListChanges", "/federation.v1.Catalogs/GetDigestNode", "/federation.v1.Catalogs/GetSubtreeDigest",
        "/federation.v1.Supervision/GetPeriodDates", "/federation.v1.Supervision/ExplainDue",
        "/federation.v1.Search/SearchEntries", "/federation.v1.Search/SuggestEntries",
        "/federation.v1.Bundles/ExportCatalog", "/federation.v1.Bundles/GetEntryTemplate",
        "/federation.v1.Standards/GetStandard", "/federation.v1.Standards/ListStandardVersions", "/federation.v1.Standards/ListStandardsBelow", "/federation.v1.Standards/GetStandardDifference",
        "/federation.v1.Standards/ListGaps", "/federation.v1.Standards/ListGapsBelow",
        "/federation.v1.Catalogs/GetCatalog", "/federation.v1.Catalogs/GetEntry", "/federation.v1.Catalogs/ListEntries", "/federation.v1.Catalogs/ListChanges", "/federation.v1.Catalogs/WatchChanges",
        "/federation.v1.Catalogs/GetEntryHistory", "/federation.v1.Catalogs/GetDigestNode", "/federation.v1.Catalogs/GetSubtreeDigest", "/federation.v1.Catalogs/GetContent",
    ];

    public static TheoryData<string> EveryMethod => [.. Contract.Methods.Select(Contract.PathOf)];

    private string[] BadAuthorizations =>
    [
        "Bearer", "Bearer ", "Bearer not-a-token", "Basic dGVzdGVyOng=",
        "Bearer " + Damage(host.Token(Nation, TimeSpan.FromHours(1), Role.Officer)),
        "Bearer " + host.Token(Nation, TimeSpan.FromSeconds(-1), Role.Officer),
    ];

    [Fact]
    public void EveryServiceMapped_IsAmongThoseTestedHere()
    {
        var mapped = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(path => path.StartsWith("/federation.", StringComparison.Ordinal) && !path.Contains('{', StringComparison.Ordinal));
        Assert.Equal(Contract.Methods.Select(Contract.PathOf).Order(), mapped.Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public async Task EveryMethod_WithoutAToken_IsUnauthenticated(string path)
    {
        foreach (var headers in (Metadata[])[[], .. BadAuthorizations.Select(a => new Metadata { { "authorization", a } })])
        {
            var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Call(path, headers)));
            Assert.Equal(("UNAUTHENTICATED", "AU-002"), (refused.Status, Assert.Single(refused.Codes)));
        }
    }

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public async Task EveryMethod_ForASubjectWithoutRoles_IsDenied_UnlessItsFactsArePublic(string path)
    {
        if (path.StartsWith("/federation.v1.Catalogs/", StringComparison.Ordinal))
            await Catalogs.Seed(host, TownA, Contract.Entry, Contract.Text); // what is asked for must be there
        var before = await host.Events();
        var call = () => Call(path, host.As(Nation));
        if (OpenToEverySubject.Contains(path))
            await call();
        else
            Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(call)).Status);
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task Rest_WithoutAValidToken_Answers401_AndNamesTheScheme()
    {
        foreach (var authorization in BadAuthorizations)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/units/{TownA}");
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await host.Rest.SendAsync(request);
            Assert.Equal((401, "Bearer"), ((int)response.StatusCode, response.Headers.WwwAuthenticate.ToString()));
        }
        var (status, problem) = await host.Send("GET", $"/v1/units/{TownA}/totals/{Annual}");
        Assert.Equal("AU-002", Refused.Of(status, problem).Findings.Single().Code);
    }

    [Fact] // no service has such methods yet
    public async Task AStreamOfRequests_WithoutAToken_IsUnauthenticatedToo()
    {
        using var context = new RestCallContext(new DefaultHttpContext { RequestServices = host.App.Services }, "/federation.v1.Reports/FileMany");
        var interceptor = new SubjectInterceptor(host.App.Services.GetRequiredService<SubjectTokens>(), host.App.Services.GetRequiredService<IGrainFactory>());
        var client = await Assert.ThrowsAsync<RefusedException>(() => interceptor.ClientStreamingServerHandler<string, string>(null!, context, (_, _) => Task.FromResult("")));
        var duplex = await Assert.ThrowsAsync<RefusedException>(() => interceptor.DuplexStreamingServerHandler<string, string>(null!, null!, context, (_, _, _) => Task.CompletedTask));
        Assert.Equal((StatusCode.Unauthenticated, StatusCode.Unauthenticated), (client.StatusCode, duplex.StatusCode));
    }

    private async Task Call(string path, Metadata headers)
    {
        var method = Contract.Methods.Single(m => Contract.PathOf(m) == path);
        await Contract.Call(host.Calls, method, Contract.Plausible(method.InputType), headers);
    }

    private static string Damage(string token) => token[..40] + (token[40] == 'A' ? 'B' : 'A') + token[41..];
}
