using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Gateway.Access;
using Federation.Host;
using Federation.Host.Composition;
using Federation.Journeys.Tests.Support;
using Federation.Storage.Sqlite;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Journeys.Tests;

/// <summary>A county is cut off when its city issues: the city sees since when, the others work, and on return everything arrives in order.</summary>
public sealed class CutOffJourney : IAsyncLifetime
{
    private const string City = "110100", Away = "110101", Here = "110102", Town = "110101001";
    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cut-off-");
    private WebApplication? app;
    private GrpcChannel? channel;
    private CutOff? link;

    private WorkPlans.WorkPlansClient Plans => new(channel!);

    private Obligations.ObligationsClient Books => new(channel!);

    public async Task InitializeAsync()
    {
        var units = Path.Combine(folder.FullName, "units.csv");
        await File.WriteAllTextAsync(units, new Country(provinces: 1, cities: 1, counties: 2, townships: 2).Csv);
        app = await FederationHost.Start(
            new HostSettings(Path.Combine(folder.FullName, "data"), 0, 0, units), TimeProvider.System, CancellationToken.None,
            services => services.AddSingleton<ILedger>(s => link = new CutOff(s.GetRequiredService<SqliteLedger>(), FormattableString.Invariant($"duties/{Away}/{Year}"))));
        channel = GrpcChannel.ForAddress(FederationHost.AddressesOf(app).Grpc);
        app.Services.GetRequiredService<ILedger>();
    }

    public async Task DisposeAsync()
    {
        channel?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Notice_ToACountyThatIsCutOff_IsSeenAsNotReached_AndArrivesInOrderOnReturn()
    {
        // the county already has a plan of its own, and works on it while it is away
        await Issue(Away, 1, FormattableString.Invariant($"关于印发{Year}年工作要点的通知\n各乡镇人民政府:\n一、目录。按月更新目录。(各乡镇人民政府负责)\n"));
        await Until(Away, 1, p => p.Counts.Reached == 2);

        link!.Away = true;
        await Issue(City, 1, FormattableString.Invariant($"关于印发{Year}年工作要点的通知\n各县人民政府:\n一、解读。每季度解读不少于2次。(各县人民政府负责)\n"));
        await Issue(City, 2, FormattableString.Invariant($"关于做好{Year}年公开专栏的通知\n各县人民政府:\n一、专栏。按月更新专栏。(各县人民政府负责)\n"));
        await Until(City, 1, p => p.Counts.Reached == 1);
        await Until(City, 2, p => p.Counts.Reached == 1);
        foreach (var number in new[] { 1, 2 })
        {
            var missing = Assert.Single(await Assignments(number), a => a.State == "assigned");
            Assert.Equal((Away, true, true), (missing.Unit, missing.DeliveredAt is null, missing.SentAt is not null)); // not reached since the day it was sent
        }
        Assert.Equal(1, (await Plans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = City, Year = Year, Number = 1 }, Officer(City))).Units.Single(u => u.Unit == Away).Cells[0].Unreached);
        await Accept(Here, $"{City}/{Year}/1"); // the other county goes on
        await Accept(Town, $"{Away}/{Year}/1"); // and so does what lies below the one that is away
        await Until(City, 1, p => p.Counts.Accepted == 1);

        link.Away = false;
        await Until(City, 1, p => p.Counts.Reached == 2);
        await Until(City, 2, p => p.Counts.Reached == 2);
        var book = await Books.ListDutiesAsync(new ListDutiesRequest { Unit = Away, Year = Year }, Clerk(Away));
        Assert.Equal([$"{City}/{Year}/1", $"{City}/{Year}/2"], book.Plans.Where(p => p.Issuer == City).Select(p => p.Plan)); // in the order of issue
        Assert.Equal(2, book.Duties.Count);
        Assert.All(await Assignments(1), a => Assert.NotNull(a.DeliveredAt));
    }

    private async Task Issue(string unit, int number, string text)
    {
        var drafted = await Plans.DraftPlanFromNoticeAsync(
            new DraftPlanFromNoticeRequest { Unit = unit, Year = Year, Number = number, FileName = "n.txt", Content = ByteString.CopyFromUtf8(text), AcceptWithin = 5, Minutes = 30 }, Officer(unit));
        Assert.Single(drafted.Content.Points);
        await Plans.IssuePlanAsync(new IssuePlanRequest { Unit = unit, Year = Year, Number = number }, Officer(unit));
    }

    private async Task Accept(string unit, string plan)
    {
        var book = await Books.OpenPlanAsync(new OpenPlanRequest { Unit = unit, Year = Year, Plan = plan }, Clerk(unit));
        var accept = new AcceptDutiesRequest { Unit = unit, Year = Year };
        accept.Duties.AddRange(book.Duties.Where(d => d.Id.StartsWith(plan + "#", StringComparison.Ordinal)).Select(d => d.Id));
        await Books.AcceptDutiesAsync(accept, Clerk(unit));
    }

    private async Task<IEnumerable<Assignment>> Assignments(int number) =>
        (await Plans.ListAssignmentsAsync(new ListAssignmentsRequest { Unit = City, Year = Year, Number = number }, Officer(City))).Assignments;

    private async Task Until(string unit, int number, Func<Plan, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var plan = await Plans.GetPlanAsync(new GetPlanRequest { Unit = unit, Year = Year, Number = number }, Officer(unit));
            if (holds(plan))
                return;
            Assert.False(patience.IsCancellationRequested, $"plan {number} of {unit} stopped at {plan.Counts}");
            await Task.Delay(50);
        }
    }

    private Metadata Officer(string unit) => As(unit, Role.Officer, Role.Reader);

    private Metadata Clerk(string unit) => As(unit, Role.Clerk);

    private Metadata As(string unit, params Role[] roles) => new()
    {
        { "authorization", "Bearer " + app!.Services.GetRequiredService<SubjectTokens>().Issue(new Subject("tester", UnitId.Parse(unit), [.. roles]), TimeSpan.FromHours(1)) },
    };
}
