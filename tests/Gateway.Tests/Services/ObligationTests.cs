using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Duties of a township over gRPC, from opening to closing, and what is refused.</summary>
public sealed class ObligationTests(CityPlan host) : IClassFixture<CityPlan>
{
    private const string First = $"{CityPlan.CountyPlanId}#{CityPlan.First}", Second = $"{CityPlan.CountyPlanId}#{CityPlan.Second}";

    [Fact]
    public async Task Duty_OpenedAcceptedEvidencedReviewedAndClosed_IsSeenByItsIssuer()
    {
        await host.Duties.OpenPlanAsync(new OpenPlanRequest { Unit = TownA, Year = 2026, Plan = CityPlan.CountyPlanId }, host.Clerk(TownA));
        var accept = new AcceptDutiesRequest { Unit = TownA, Year = 2026, Duties = { First, Second }, RequestId = "take-on" };
        var book = await host.Duties.AcceptDutiesAsync(accept, host.Clerk(TownA));
        Assert.All(book.Duties, d => Assert.NotNull(d.AcceptedAt));
        Assert.Equal(book.Revision, (await host.Duties.AcceptDutiesAsync(accept, host.Clerk(TownA))).Revision); // the same id twice has one effect

        var evidence = new GiveEvidenceRequest { Unit = TownA, Year = 2026, Duty = First, Kind = "catalog", Reference = "catalog:110101001/7" };
        var given = Assert.Single((await host.Duties.GiveEvidenceAsync(evidence, host.Clerk(TownA))).Duties, d => d.Id == First);
        Assert.Equal(("claimed", true, "given"), (given.Light, given.AwaitsReview, given.Evidence.Single().State));
        var early = await Assert.ThrowsAsync<RpcException>(async () => await host.Duties.CloseDutyAsync(new CloseDutyRequest { Unit = TownA, Year = 2026, Duty = First }, host.Reviewer(County)));
        Assert.StartsWith("OB-", Refused.Of(early).Codes.First(), StringComparison.Ordinal);
        var own = await Assert.ThrowsAsync<RpcException>(async () => await host.Duties.ReviewEvidenceAsync(new ReviewEvidenceRequest { Unit = TownA, Year = 2026, Duty = First, Number = 1, Accepted = true }, host.Clerk(TownA)));
        Assert.Equal("AU-001", Refused.Of(own).Codes.Single());

        await host.Duties.ReviewEvidenceAsync(new ReviewEvidenceRequest { Unit = TownA, Year = 2026, Duty = First, Number = 1, Accepted = true }, host.Reviewer(County));
        var closed = Assert.Single((await host.Duties.CloseDutyAsync(new CloseDutyRequest { Unit = TownA, Year = 2026, Duty = First }, host.Reviewer(County))).Duties, d => d.Id == First);
        Assert.Equal("reviewer@" + County, closed.ClosedBy);
        await host.Counted(County, c => c.Accepted >= 1);
        var row = (await host.Plans.ListAssignmentsAsync(new ListAssignmentsRequest { Unit = County, Year = 2026, Number = 1, Below = TownA, Clause = CityPlan.First }, host.OfficerOf(County))).Assignments.Single();
        Assert.Equal(("accepted", "done"), (row.State, row.Light));
    }

    [Fact]
    public async Task Objection_NeedsAReason_AndIsCounted()
    {
        var bare = await Assert.ThrowsAsync<RpcException>(async () => await host.Duties.ObjectToDutyAsync(new ObjectToDutyRequest { Unit = TownB, Year = 2026, Duty = First }, host.Clerk(TownB)));
        Assert.StartsWith("OB-", Refused.Of(bare).Codes.Single(), StringComparison.Ordinal);
        await host.Duties.ObjectToDutyAsync(new ObjectToDutyRequest { Unit = TownB, Year = 2026, Duty = First, Reason = "无此职能" }, host.Clerk(TownB));
        await host.Counted(County, c => c.Objected == 1);
    }

    [Fact]
    public async Task Waiver_Burden_Digest_AndAppraisal_AreRead()
    {
        await host.Duties.WaiveDutyAsync(new WaiveDutyRequest { Unit = TownC, Year = 2026, Duty = Second, Until = "2026-04-30", Reason = "机构改革" }, host.OfficerOf(County));
        var book = await host.Duties.ListDutiesAsync(new ListDutiesRequest { Unit = TownC, Year = 2026 }, host.Clerk(TownC));
        Assert.Equal("机构改革", book.Duties.Single(d => d.Id == Second).Exceptions.Single().Reason);
        Assert.Contains(book.Escalations, e => e.ToUnit == County); // visible beforehand
        Assert.True((await host.Duties.GetBurdenAsync(new GetBurdenRequest { Unit = TownC, Year = 2026 }, host.OfficerOf(County))).Months.Sum(m => m.Minutes) > 0);
        Assert.Equal(TownC, (await host.Duties.GetDigestAsync(new GetDigestRequest { Unit = TownC, Year = 2026 }, host.Clerk(TownC))).Unit);
        Assert.NotEmpty((await host.Duties.GetAppraisalAsync(new GetAppraisalRequest { Unit = TownC, Year = 2026 }, host.Clerk(TownC))).Formula);
        var (status, body) = await host.Send("GET", $"/v1/units/{TownC}/duties/2026?light=late", host.Clerk(TownC));
        Assert.Equal((200, TownC), (status, (string?)body!["unit"]));
    }

    [Fact]
    public async Task Bad_Input_AndForeignUnits_AreRefused()
    {
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await host.Duties.AcceptDutiesAsync(new AcceptDutiesRequest { Unit = TownC, Year = 2026, Duties = { $"{CityPlan.CountyPlanId}#九", "no duty" } }, host.Clerk(TownC)));
        Assert.StartsWith("OB-", Refused.Of(unknown).Codes.First(), StringComparison.Ordinal);
        var foreign = await Assert.ThrowsAsync<RpcException>(async () => await host.Duties.ListDutiesAsync(new ListDutiesRequest { Unit = OtherTown, Year = 2026 }, host.OfficerOf(County)));
        Assert.Equal("AU-001", Refused.Of(foreign).Codes.Single());
        var waiver = await Assert.ThrowsAsync<RpcException>(async () => await host.Duties.WaiveDutyAsync(new WaiveDutyRequest { Unit = TownC, Year = 2026, Duty = First, Until = "", Reason = "" }, host.OfficerOf(County)));
        Assert.StartsWith("OB-", Refused.Of(waiver).Codes.First(), StringComparison.Ordinal);
    }
}
