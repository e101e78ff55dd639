using System.Net;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>Somebody acts in a colleague's place, and the ledger names both.</summary>
public sealed class StandInTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Unit = "500151104", Report = $"/desk/reports/{Unit}/annual-2025";

    [Fact]
    public async Task Place_LentTakenAndLeft_CarriesItsRolesAndBothNames()
    {
        using var approver = await Visitor.SignIn(host, "chen", Unit, Role.Approver);
        await approver.Go("/desk/stand-ins");
        await approver.Send("/desk/stand-ins/grant", ("to", "li"), ("role", "Approver"), ("first", "2026-04-01"), ("last", "2026-04-30"), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, approver.Status);
        Assert.Contains("AU-104", approver.Text, StringComparison.Ordinal);
        await approver.Send("/desk/stand-ins/grant", ("to", "li"), ("role", "Approver"), ("first", "2026-04-01"), ("last", "2026-04-30"), ("reason", "出差"));
        Assert.Equal("/desk/stand-ins?done=lent", approver.Where);

        using var author = await Visitor.SignIn(host, "wang", Unit, Role.Clerk);
        await author.Go(Report + "/read");
        await author.Send(Report + "/nil", ("sure", "yes"));

        using var other = await Visitor.SignIn(host, "li", Unit, Role.Clerk);
        Assert.Contains("chen 请您代行", other.Text, StringComparison.Ordinal);
        await other.Go(Report + "/read");
        Assert.DoesNotContain(other.Page.All("form"), f => f.Attr("action").EndsWith("/seal", StringComparison.Ordinal));
        await other.Go("/desk/stand-ins");
        await other.Send("/desk/stand-ins/take", ("colleague", "chen"));
        Assert.Contains("li 代 chen", other.Text, StringComparison.Ordinal);
        await other.Go(Report + "/read");
        await other.Send(Report + "/seal");
        var (_, _, faults) = SealReceipt.Verify(await other.Download(Report + "/receipts/1/file"), []);
        Assert.Empty(faults);
        Assert.Contains($"li@{Unit} for chen@{Unit}", other.Text, StringComparison.Ordinal);

        await other.Go("/desk/stand-ins");
        await other.Send("/desk/stand-ins/leave");
        Assert.DoesNotContain("li 代 chen", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_LentFromTomorrow_IsNotTakenToday()
    {
        const string unit = "500151101";
        using var approver = await Visitor.SignIn(host, "chen", unit, Role.Approver);
        await approver.Go("/desk/stand-ins");
        await approver.Send("/desk/stand-ins/grant", ("to", "li"), ("role", "Approver"), ("first", "2026-04-03"), ("last", "2026-04-30"), ("reason", "出差"));
        using var other = await Visitor.SignIn(host, "li", unit, Role.Clerk);
        await other.Go("/desk/stand-ins");
        var token = other.Page.All("input").First(i => i.Attr("name") == "form-token").Attr("value");
        await other.Post("/desk/stand-ins/take", ("form-token", token), ("colleague", "chen")); // begins tomorrow
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("AU-106", other.Text, StringComparison.Ordinal);
    }
}
