using Federation.Domain.Authority;
using Federation.Grains.Time;
using Federation.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Working days and legal clocks over gRPC and REST, on the real application with the lists that come with it; it is 20 January 2026.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    private Federation.V1.Calendar.CalendarClient Calendar => new(host.Calls);

    private Metadata CountyOfficer => host.As(County, Role.Officer);

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Working_Days_AreCountedExplainedAndListed()
    {
        var added = await Calendar.AddWorkingDaysAsync(new AddWorkingDaysRequest { Unit = TownA, From = "2026-02-10", Days = 20 }, host.Clerk(TownA));
        Assert.Equal(("2026-03-16", false, 0), (added.Day, added.Provisional, added.Steps.Count));
        var explained = await Calendar.ExplainAsync(new AddWorkingDaysRequest { Unit = TownA, From = "2026-02-10", Days = 20 }, host.Clerk(TownA));
        Assert.Equal((20, "2026-03-16"), (explained.Steps.Max(s => s.Number), explained.Steps[^1].Day));
        Assert.Contains(explained.Steps, s => s is { Day: "2026-02-14", Works: true, Rule: "MakeUpWorkday", Notice: "国办发明电〔2025〕7号" });
        Assert.Equal(20, (await Calendar.BetweenAsync(new BetweenRequest { Unit = TownA, After = "2026-02-10", Through = "2026-03-16" }, host.Clerk(TownA))).WorkingDays);
        var year = await Calendar.GetYearAsync(new GetYearRequest { Unit = TownA, Year = 2026 }, host.Clerk(TownA));
        Assert.Equal((248, 365, false), (year.WorkingDays, year.Days.Count, year.Provisional));
        Assert.Equal("2020-02-21", (await Calendar.AddWorkingDaysAsync(new AddWorkingDaysRequest { Unit = TownA, From = "2020-01-20", Days = 20, KnownOn = "2020-01-20" }, host.Clerk(TownA))).Day);

        var unknown = await Calendar.AddWorkingDaysAsync(new AddWorkingDaysRequest { Unit = TownA, From = "2026-12-20", Days = 20 }, host.Clerk(TownA));
        Assert.Equal((true, "CA-009"), (unknown.Provisional, Assert.Single(unknown.Findings).Code));
        var (status, body) = await host.Send("GET", $"/v1/units/{TownA}/working-days:add?from=2026-02-10&days=20", host.Clerk(TownA));
        Assert.Equal((200, "2026-03-16"), (status, (string?)body!["day"]));
    }

    [Fact]
    public async Task Bad_Input_IsRefusedWithEveryFinding()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Calendar.AddWorkingDaysAsync(new AddWorkingDaysRequest { Unit = TownA, From = "10.2.2026", Days = 5000 }, host.Clerk(TownA)));
        Assert.Equal((StatusCode.InvalidArgument, "CA-010 CA-011"), (refused.StatusCode, string.Join(' ', Refused.Of(refused).Codes.Order())));
        var foreign = await Assert.ThrowsAsync<RpcException>(async () => await Calendar.SetOverrideAsync(Festival(OtherCounty), CountyOfficer));
        Assert.Equal(StatusCode.PermissionDenied, foreign.StatusCode);
        var past = Festival(County);
        past.Days[0].First = "2026-01-19";
        past.Days[0].Last = "2026-01-19";
        past.Days[0].Name = "";
        var both = await Assert.ThrowsAsync<RpcException>(async () => await Calendar.SetOverrideAsync(past, CountyOfficer));
        Assert.Equal("CA-004 CA-006", string.Join(' ', Refused.Of(both).Codes.Order()));
    }

    [Fact]
    public async Task An_Override_HoldsBelow_AndMovesOpenDatesWithALogEntry()
    {
        var received = await Calendar.RecordStepAsync(new RecordStepRequest { Unit = TownA, Number = "2026-3", Step = "Receive", On = "2026-01-20" }, host.Clerk(TownA));
        var elsewhere = await Calendar.RecordStepAsync(new RecordStepRequest { Unit = OtherTown, Number = "1", Step = "Receive", On = "2026-01-20" }, host.Clerk(OtherTown));
        Assert.Equal(received.Due, elsewhere.Due);

        var taken = await Calendar.SetOverrideAsync(Festival(County), CountyOfficer);
        Assert.Equal(("2026-01-20", 2, County), (taken.KnownFrom, taken.Days, taken.SetBy));
        Assert.Contains((await Calendar.ListVersionsAsync(new ListVersionsRequest { Unit = TownA }, host.Clerk(TownA))).Versions, v => v.Notice == "县通知");
        await host.App.Services.GetServices<IHostedService>().OfType<DueScan>().Single().Pass(CancellationToken.None);

        var moved = await Calendar.GetClockAsync(new GetClockRequest { Unit = TownA, Number = "2026-3" }, host.Clerk(TownA));
        Assert.Equal(2, (await Calendar.BetweenAsync(new BetweenRequest { Unit = OtherTown, After = received.Due, Through = moved.Due }, host.Clerk(TownA))).WorkingDays);
        Assert.Equal(["application-received", "reply-moved"], moved.Log.Select(l => l.Kind));
        Assert.Equal((received.Due, moved.Due, "县通知"), (moved.Log[0].Due, moved.Log[1].Due, moved.Log[1].Notice));
        Assert.Equal(elsewhere.Due, (await Calendar.GetClockAsync(new GetClockRequest { Unit = OtherTown, Number = "1" }, host.Clerk(OtherTown))).Due);
    }

    private static SetOverrideRequest Festival(string unit) => new()
    {
        RequestId = "festival", Unit = unit, Notice = "县通知", Days = { new OverrideDays { First = "2026-01-28", Last = "2026-01-29", As = "Off", Name = "民族节日" } },
    };
}
