using System.Net;
using System.Xml.Linq;
using Federation.Domain.Authority;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>The report of a whole territory: begun from its three parts, held to them, and visibly re-opened.</summary>
public sealed class WholeReportTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string At = "/desk/reports/500151/annual-2025", Whole = "?scope=whole", Cell = "t2.licence.decisions";

    [Fact]
    public async Task Whole_FromItsPartsToItsReopening_IsShownInThreeParts()
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500151", Role.Clerk);
        await clerk.Go(At + "/read" + Whole);
        await clerk.Send(At + "/begin" + Whole);
        var sum = host.Sum(SampleTree.Tongliang, Cell);
        var own = host.Filed[SampleTree.Tongliang][Cell];
        var agencies = host.Filed.Where(f => f.Key.Value.StartsWith("500151.", StringComparison.Ordinal)).Sum(f => f.Value[Cell]);
        Assert.Equal([own, agencies, sum - own - agencies, sum, sum, 0], Figures(clerk.Page, "data-part"));

        // the township part left out: refused, named, and the part marked
        await clerk.Send(At + "/submit" + Whole, ("c." + Cell, $"{own + agencies}"), ("x.s1", "本区情况。"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("AR-080", clerk.Text, StringComparison.Ordinal);
        var row = Row(clerk.Page, "data-part");
        Assert.Contains("恰缺下级", row.Value, StringComparison.Ordinal);
        Assert.Equal("figure lacking", row.All("td").ElementAt(2).Attr("class"));

        await clerk.Send(At + "/submit" + Whole, ("c." + Cell, $"{sum}"));
        Assert.Equal(At + "/read?scope=whole&done=submitted", clerk.Where);
        using var approver = await Visitor.SignIn(host, "chen", "500151", Role.Approver);
        await approver.Go(At + "/read" + Whole);
        await approver.Send(At + "/seal" + Whole);
        Assert.Equal(HttpStatusCode.OK, approver.Status);

        await host.File(FederationHost.Unfiled, 29); // what changes below re-opens it
        await clerk.Go(At + "/read" + Whole);
        var added = host.Filed[FederationHost.Unfiled][Cell];
        Assert.Equal([sum, sum + added, added], Figures(clerk.Page, "data-reopened"));
        await clerk.Go("/desk");
        Assert.Contains(clerk.Page.Links(), l => l == At + "/read?scope=whole#h-parts");
    }

    private static XElement Row(XDocument page, string kind) => page.All("tr").First(r => r.Attr(kind) == Cell);

    private static long[] Figures(XDocument page, string kind) => [.. Row(page, kind).All("td").Select(t => long.Parse(t.Value, System.Globalization.NumberStyles.AllowThousands | System.Globalization.NumberStyles.AllowLeadingSign, null))];
}
