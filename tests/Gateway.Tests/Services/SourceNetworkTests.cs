using System.Net;
using System.Net.Sockets;
using Federation.Domain.Catalogs.Sources;
using Federation.Gateway.Catalogs;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>An installation whose operator has allowed no network.</summary>
public sealed class ClosedHost : GatewayHost
{
    protected override SourceNetworks? Networks => null;
}

/// <summary>Sources are on the public internet, or where the operator allows; a name cannot mean something else a moment later.</summary>
public sealed class SourceNetworkTests(ClosedHost host) : IClassFixture<ClosedHost>
{
    [Theory]
    [InlineData("127.0.0.1")] // this machine
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")] // private networks
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")] // behind a provider's translation
    [InlineData("169.254.169.254")] // link-local: data of virtual machines
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")] // an IPv4 address in the clothes of another
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001::1")]
    public void Allows_NoAddressThatIsNotPublic(string address) => Assert.False(new SourceNetworks([]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("11.0.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.128.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:11.0.0.1")]
    [InlineData("2400:3200::1")]
    public void Allows_PublicAddresses(string address) => Assert.True(new SourceNetworks([]).Allows(IPAddress.Parse(address)));

    [Fact]
    public void Read_OfTheOperatorsSetting_AsOneTextOrAsAList()
    {
        foreach (var settings in new Dictionary<string, string?>[] { new() { ["Sources:AllowedNetworks"] = "10.1.0.0/16, fd00::/8" }, new() { ["Sources:AllowedNetworks:0"] = "10.1.0.0/16", ["Sources:AllowedNetworks:1"] = "fd00::/8" } })
        {
            var networks = SourceNetworks.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            Assert.Equal([true, true, true, false, false], new[] { "10.1.2.3", "::ffff:10.1.2.3", "fd12::1", "10.2.0.1", "127.0.0.1" }.Select(a => networks.Allows(IPAddress.Parse(a))));
        }
        Assert.Throws<InvalidDataException>(() => SourceNetworks.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Sources:AllowedNetworks"] = "10.1.0.0/33" }).Build()));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/list")]
    [InlineData("http://localhost/list")]
    [InlineData("http://intranet.localhost./list")]
    [InlineData("http://[::1]/list")]
    [InlineData("http://[::ffff:192.168.1.1]/list")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://2130706433/list")] // 127.0.0.1 as one number
    [InlineData("http://0x7f.1/list")]
    public async Task Set_OfAnAddressThatIsNotPublic_IsRefused_WithEverythingElseThatIsWrong(string url)
    {
        var catalogs = new V1.Catalogs.CatalogsClient(host.Calls);
        var source = new V1.CatalogSource { Name = "website", Kind = "json", Url = url, EveryMinutes = 5, Fields = { ["id"] = "id", ["title"] = "name" } };
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.SetSourceAsync(new V1.SetSourceRequest { Unit = County, Source = source }, host.Approver(County))));
        Assert.Equal(["CT-410", "CT-424"], refused.Findings.Select(f => f.Code).Order());
        Assert.All(refused.Findings, f => Assert.NotEmpty(f.Basis));
    }

    [Fact]
    public async Task Read_OfANameThatMeansSomethingElseLater_IsJudgedWhereItConnects()
    {
        using var website = new Website { Answers = _ => Website.Answer(200, "[]") };
        var leads = "127.0.0.2";
        var networks = new SourceNetworks([IPNetwork.Parse("127.0.0.2/32")], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(leads)]));
        using var reader = new HttpSourceReader(networks);
        Assert.Null(networks.Refuses("http://rebind.example/list"));
        Assert.Equal(AnswerKind.Unreachable, (await reader.Read(Source($"http://rebind.example:{Closed()}/list"), "", CancellationToken.None)).Kind); // it was allowed, and nobody was there
        leads = "127.0.0.1";
        Assert.Equal((AnswerKind.Forbidden, 0), ((await reader.Read(Source($"http://rebind.example:{website.Port}/list"), "", CancellationToken.None)).Kind, website.Asked));
    }

    [Fact]
    public async Task Read_OfARedirectToWhereItMayNotGo_StopsThere()
    {
        using var inner = new Website { Answers = _ => Website.Answer(200, "[]") };
        using var outer = new Website();
        outer.Answers = _ => Website.Answer(302, "", $"Location: http://inner.example:{inner.Port}/list\r\n");
        var networks = new SourceNetworks([IPNetwork.Parse("127.0.0.1/32")], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.0.1")]));
        using var reader = new HttpSourceReader(networks);
        Assert.Equal((AnswerKind.Forbidden, 1, 0), ((await reader.Read(Source(outer.Url), "", CancellationToken.None)).Kind, outer.Asked, inner.Asked));
    }

    [Fact]
    public async Task Read_OfRedirectsWithoutEnd_StopsAfterThree()
    {
        using var website = new Website();
        website.Answers = _ => Website.Answer(302, "", $"Location: {website.Url}\r\n");
        using var reader = new HttpSourceReader(new SourceNetworks([IPNetwork.Parse("127.0.0.1/32")]));
        var answer = await reader.Read(Source(website.Url), "", CancellationToken.None);
        Assert.Equal((AnswerKind.Refused, "302", 4), (answer.Kind, answer.Detail, website.Asked));
    }

    private static SourceSettings Source(string url) =>
        new("website", SourceKind.Json, url, 0, 10, 1_000_000, 1000, "", "", "", "", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);

    // A port of loopback at which nobody listens.
    private static int Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
