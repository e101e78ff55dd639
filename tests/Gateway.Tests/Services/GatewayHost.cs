using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Gateway.Access;
using Federation.Gateway.Catalogs;
using Federation.Host;
using Federation.Host.Composition;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Gateway.Tests.Services;

/// <summary>
/// The real application on free ports, with the annual reports of 2025 open: one province (110000), one city (110100), two counties, three
/// townships and an agency of the first county, one township of the second, a county that ended with 2023, and a province with nothing below.
/// </summary>
public class GatewayHost : IAsyncLifetime
{
    public const string Annual = "annual-2025";
    public const string Nation = "000000", Province = "110000", City = "110100", County = "110101", Audit = "110101.audit", TownA = "110101001",
        TownB = "110101002", TownC = "110101003", OtherCounty = "110102", OtherTown = "110102001", Ended = "110109", LoneProvince = "120000";

    private const string Csv = """
        code,name,tier,parent,kind,from,to
        110000,甲省,province,,territory,,
        110100,乙市,city,110000,territory,,
        110101,丙县,county,110100,territory,,
        110101.audit,丙县审计局,county,110101,agency,,
        110101001,丁镇,township,110101,territory,,
        110101002,戊乡,township,110101,territory,,
        110101003,己镇,township,110101,territory,,
        110102,庚县,county,110100,territory,,
        110102001,辛街道,township,110102,territory,,
        110109,旧丙县,county,110100,territory,,2024-01-01
        120000,壬省,province,,territory,,
        """;

    /// <summary>The units of the installation.</summary>
    protected virtual string Units => Csv;

    /// <summary>Networks in which sources may be beside the public ones; null: as a new installation has it.</summary>
    protected virtual SourceNetworks? Networks => new([IPNetwork.Parse("127.0.0.0/8")]); // where the websites of the tests are

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gateway-");
    private WebApplication? running;
    private GrpcChannel? channel;

    public TestClock Clock { get; } = new();

    public WebApplication App => running ?? throw new InvalidOperationException("not started");

    public CallInvoker Calls => channel!.CreateCallInvoker();

    public V1.Reports.ReportsClient Reports => new(channel!);

    public V1.Divisions.DivisionsClient Divisions => new(channel!);

    public V1.Exchange.ExchangeClient Exchange => new(channel!);

    public V1.Supervision.SupervisionClient Supervision => new(channel!);

    public V1.Delegations.DelegationsClient Delegations => new(channel!);

    public HttpClient Rest { get; private set; } = new();

    public async Task InitializeAsync()
    {
        var units = Path.Combine(folder.FullName, "units.csv");
        await System.IO.File.WriteAllTextAsync(units, Units);
        running = await FederationHost.Start(new HostSettings(Path.Combine(folder.FullName, "data"), 0, 0, units), Clock, CancellationToken.None, services =>
        {
            if (Networks is { } networks)
                services.AddSingleton(networks);
        });
        var urls = running.Urls.ToList(); // in the order in which the host listens
        Rest = new HttpClient { BaseAddress = new Uri(urls[0]) };
        channel = GrpcChannel.ForAddress(urls[1], new GrpcChannelOptions { MaxReceiveMessageSize = null });
        await Reports.OpenPeriodAsync(new V1.OpenPeriodRequest { Period = Annual }, Officer);
    }

    public async Task DisposeAsync()
    {
        channel?.Dispose();
        Rest.Dispose();
        if (running is not null)
            await running.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public string Token(string unit, TimeSpan validFor, params Role[] roles) => TokenOf("tester", unit, validFor, roles);

    /// <summary>Headers of somebody at a unit.</summary>
    public Metadata As(string unit, params Role[] roles) => new() { { "authorization", "Bearer " + Token(unit, TimeSpan.FromHours(1), roles) } };

    public Metadata Officer => As(Nation, Role.Officer, Role.Reader);

    public Metadata Clerk(string unit) => As(unit, Role.Clerk);

    /// <summary>Headers of the system that keeps a unit's website.</summary>
    public Metadata Website(string unit) => As("website", unit, Role.Integrator);

    public Metadata Approver(string unit) => As("approver", unit, Role.Approver);

    public Metadata Reviewer(string unit) => As("reviewer", unit, Role.Reviewer);

    /// <summary>Headers of a named person at a unit.</summary>
    public Metadata As(string person, string unit, params Role[] roles) => new() { { "authorization", "Bearer " + TokenOf(person, unit, TimeSpan.FromHours(1), roles) } };

    /// <summary>Number of events in the ledger.</summary>
    public async Task<int> Events() => (await App.Services.GetRequiredService<ILedger>().ReadAll(0, 100_000, CancellationToken.None)).Length;

    /// <summary>A filing of so many applications from natural persons, all granted.</summary>
    public static V1.SubmitReportRequest Filing(string unit, long applications, long version = 0, string requestId = "") => new()
    {
        Unit = unit,
        Period = Annual,
        ExpectedVersion = version,
        RequestId = requestId,
        Figures = Applications(applications),
    };

    public static V1.Figures Applications(long count) => new()
    {
        Unlisted = V1.Figures.Types.Unlisted.Nil,
        Counts = { ["t3.new.natural"] = count, ["t3.granted.natural"] = count },
    };

    /// <summary>A filing that counts: handed in by the clerk, sealed by the approver of the unit.</summary>
    /// <returns>The receipt of the seal.</returns>
    public Task<V1.Receipt> File(string unit, long applications, long version = 0) => File(Filing(unit, applications, version));

    /// <summary>A filing that counts: handed in by the clerk, sealed by the approver of the unit.</summary>
    public async Task<V1.Receipt> File(V1.SubmitReportRequest filing) => await Seal(await Reports.SubmitReportAsync(filing, Clerk(filing.Unit)));

    /// <summary>Seals what a receipt says was handed in.</summary>
    public async Task<V1.Receipt> Seal(V1.Receipt handedIn) => await Reports.ApproveReportAsync(
        new V1.ApproveReportRequest { Unit = handedIn.Unit, Period = handedIn.Period, Scope = handedIn.Scope, Version = handedIn.Version, ContentHash = handedIn.ContentHash },
        Approver(handedIn.Unit));

    /// <summary>Files, and the unit above accepts.</summary>
    public async Task<V1.Receipt> Accepted(string unit, string above, V1.SubmitReportRequest filing)
    {
        var filed = await File(filing);
        return await Reports.AcceptReportAsync(new V1.AcceptReportRequest { Unit = unit, Period = filed.Period, Scope = filed.Scope, Version = filed.Version }, Reviewer(above));
    }

    /// <summary>The coverage of a unit once so many of its filings count.</summary>
    public async Task<V1.CoverageResponse> Filed(string unit, long filings, Predicate<V1.CoverageResponse>? also = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var watch = Reports.WatchCoverage(new V1.GetCoverageRequest { Unit = unit, Period = Annual }, Officer, cancellationToken: patience.Token);
        V1.CoverageResponse? last = null;
        try
        {
            while (await watch.ResponseStream.MoveNext(patience.Token))
            {
                last = watch.ResponseStream.Current;
                if (last.Whole.Filed == filings && also?.Invoke(last) is not false)
                    return last;
            }
        }
        catch (RpcException) when (patience.IsCancellationRequested)
        {
            // said below
        }
        throw new TimeoutException($"the coverage of {unit} never showed {filings} filings; the last one was {last}");
    }

    /// <summary>Sends a request over REST.</summary>
    public async Task<(int Status, JsonNode? Body)> Send(string method, string path, Metadata? caller = null, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in caller ?? [])
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Rest.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync()));
    }

    private string TokenOf(string person, string unit, TimeSpan validFor, Role[] roles) =>
        App.Services.GetRequiredService<SubjectTokens>().Issue(new Subject(person, UnitId.Parse(unit), [.. roles]), validFor);
}

/// <summary>A date that a test chooses; timers and tokens run as ever.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly long started = System.GetTimestamp();

    public DateTimeOffset Start { get; set; } = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => Start.ToUniversalTime() + System.GetElapsedTime(started);
}
