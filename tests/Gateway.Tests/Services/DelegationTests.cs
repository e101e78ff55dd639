using Federation.Domain.Authority;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>代行: a colleague acts in another's place, and the ledger keeps both names.</summary>
public sealed class DelegationTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    private Metadata Away => host.As("li", County, Role.Reviewer, Role.Officer);

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task AStandIn_ActsWithBothNames_UntilTheLastDay()
    {
        await host.File(TownA, 3);
        await host.File(TownB, 4);
        var lent = await host.Delegations.GrantDelegationAsync(
            new GrantDelegationRequest { To = "wang", Roles = { "Reviewer" }, FirstDay = "2026-01-20", LastDay = "2026-01-25", Reason = "出差" }, Away);
        Assert.Equal((1, "li", "wang", true), (lent.Number, lent.From, lent.To, lent.Holds));

        var accept = new AcceptReportRequest { Unit = TownA, Period = Annual, Version = 1 };
        Assert.Equal(StatusCode.PermissionDenied, (await Refused(accept, host.As("wang", County, Role.Clerk))).StatusCode); // in the own place: no
        await host.Reports.AcceptReportAsync(accept, StandIn("wang"));
        var report = await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownA, Period = Annual }, host.Officer);
        Assert.Equal($"wang@{County} for li@{County}", report.History.Single(a => a.Act == "accepted").By);
        var (status, _) = await host.Send("POST", $"/v1/units/{TownB}/reports/{Annual}:accept", StandIn("wang"), """{"version":"1"}""");
        Assert.Equal(200, status);

        host.Clock.Start = host.Clock.Start.AddDays(6); // the 26th
        var over = await Refused(accept, StandIn("wang"));
        Assert.Equal((StatusCode.PermissionDenied, "AU-106"), (over.StatusCode, Assert.Single(Services.Refused.Of(over).Codes)));
    }

    [Fact]
    public async Task WhatWasNotLent_IsNotThere_AndCannotBeLentOn()
    {
        await host.Delegations.GrantDelegationAsync(new GrantDelegationRequest { To = "wang", Roles = { "Reviewer" }, Reason = "出差" }, Away);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.OpenPeriodAsync(new OpenPeriodRequest { Period = "annual-2024" }, StandIn("wang")))).StatusCode);
        var on = await Assert.ThrowsAsync<RpcException>(async () => await host.Delegations.GrantDelegationAsync(new GrantDelegationRequest { To = "zhao", Reason = "x" }, StandIn("wang")));
        Assert.Equal(["AU-101"], Services.Refused.Of(on).Codes);
        Assert.Equal("AU-106", Assert.Single(Services.Refused.Of(await Refused(new AcceptReportRequest { Unit = TownA, Period = Annual, Version = 1 }, StandIn("zhao"))).Codes));
    }

    [Fact]
    public async Task ADelegation_EndsEarly_ByWhoeverGrantedIt()
    {
        var lent = await host.Delegations.GrantDelegationAsync(new GrantDelegationRequest { To = "wang", LastDay = "2026-03-01", Reason = "休假" }, Away);
        Assert.Equal(["Officer", "Reviewer"], lent.Roles.Order());
        var other = await Assert.ThrowsAsync<RpcException>(async () => await host.Delegations.EndDelegationAsync(new EndDelegationRequest { Number = lent.Number }, host.As("wang", County, Role.Reviewer)));
        Assert.Equal(["AU-105"], Services.Refused.Of(other).Codes);
        Assert.Equal("2026-01-20", (await host.Delegations.EndDelegationAsync(new EndDelegationRequest { Number = lent.Number }, Away)).LastDay);
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/delegations", host.As(County, Role.Reader));
        Assert.Equal((200, "2026-01-20", true), (status, (string)body!["delegations"]![0]!["lastDay"]!, (bool)body["delegations"]![0]!["holds"]!));
    }

    [Fact]
    public async Task WhatIsWrong_IsToldAtOnce()
    {
        var unread = new GrantDelegationRequest { To = "wang", Roles = { "Chief", "Emperor" }, FirstDay = "x", LastDay = "2026-02-30", Reason = "r" };
        Assert.Equal(["AU-103", "AU-103", "GW-101", "GW-101"], await Codes(unread));
        var unlawful = new GrantDelegationRequest { To = "li", Roles = { "Approver" }, LastDay = "2025-12-31" };
        Assert.Equal(["AU-102", "AU-103", "AU-104"], await Codes(unlawful));
    }

    private async Task<IEnumerable<string>> Codes(GrantDelegationRequest request) =>
        Services.Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await host.Delegations.GrantDelegationAsync(request, Away))).Codes;

    private async Task<RpcException> Refused(AcceptReportRequest request, Metadata by) => await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.AcceptReportAsync(request, by));

    private Metadata StandIn(string person)
    {
        var headers = host.As(person, County, Role.Clerk);
        headers.Add(Access.SubjectInterceptor.StandsInFor, "li");
        return headers;
    }
}
