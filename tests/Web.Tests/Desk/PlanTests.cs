using System.Net;
using System.Xml.Linq;
using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.WorkPoints;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>Two plans that have gone down, with holes, an objection, silence and lateness.</summary>
public sealed class PlansGoneDown : IAsyncLifetime
{
    public FederationHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        await Host.MakePlans();
    }

    public Task DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Plans as those who issue them and those whom they bind see them.</summary>
public sealed class PlanTests(PlansGoneDown gone) : IClassFixture<PlansGoneDown>
{
    private const string Province = "/desk/plans/500000/2026/1", County = "/desk/plans/500151/2026/1";

    private FederationHost Host => gone.Host;

    [Fact]
    public async Task List_HasOwnPlansWithCounts_AndThoseFromAbove_ByYear()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500151", Role.Officer);
        Assert.Contains("下级已签收", officer.Text, StringComparison.Ordinal);
        await officer.Go("/desk/plans");
        var (issued, received) = (officer.Page.All("table").First(), officer.Page.All("table").Last());
        Assert.Equal(["9", "9", "0", "2", "0", "7"], Cells(issued).TakeLast(6));
        Assert.Equal(["5", "5", "0", "1"], Cells(received).TakeLast(4));
        Assert.Contains(County, issued.Links());
        Assert.Contains(Province, received.Links());
        await officer.Go("/desk/plans?year=2025");
        Assert.Empty(officer.Page.All("table"));
    }

    [Fact]
    public async Task Plan_ShowsClausesInWords_WithFiguresThatLeadToTheUnits()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500151", Role.Officer);
        await officer.Go(County);
        Assert.Contains("每季度不少于 2 次", officer.Text, StringComparison.Ordinal);
        Assert.Contains("2026 年 4 月 25 日前完成", officer.Text, StringComparison.Ordinal);
        Assert.Contains("承接 500000/2026/1#一/(一)", officer.Text, StringComparison.Ordinal);
        var late = officer.Page.All("dd").SelectMany(d => d.All("a")).First(a => a.Attr("href").EndsWith("light=late", StringComparison.Ordinal));
        Assert.Equal("8", late.Value);
        await officer.Go(late.Attr("href"));
        Assert.Equal(8, officer.Page.All("tbody").Single().All("tr").Count());
        Assert.DoesNotContain("铜梁区财政局", officer.Page.All("tbody").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matrix_ShowsHolesInWords_AndGoesDown()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500000", Role.Officer);
        await officer.Go(Province + "/coverage");
        var holes = officer.Page.All("td").Where(t => t.Attr("class") == "hole").ToList();
        Assert.Equal(8, holes.Count);
        Assert.All(holes, h => Assert.Contains("空", h.Value, StringComparison.Ordinal));
        Assert.All(holes, h => Assert.Contains("空档", h.All("a").Single().Attr("title"), StringComparison.Ordinal));
        Assert.Contains("空档 8 处", officer.Text, StringComparison.Ordinal);
        var down = officer.Page.Links().First(l => l.EndsWith("coverage?below=500151", StringComparison.Ordinal));
        await officer.Go(down);
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        await officer.Go(Province + "/coverage");
        await officer.Go(holes[0].All("a").Single().Attr("href"));
        Assert.Contains("重庆市审计局", officer.Page.All("tbody").Single().Value, StringComparison.Ordinal);
        Assert.Contains("已报其上级", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assignments_AreFiltered_AndNotForThoseBeside()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500000", Role.Officer);
        await officer.Go(Province + "/assignments?state=Objected");
        Assert.Contains("本区无此项业务", officer.Page.All("tbody").Single().Value, StringComparison.Ordinal);
        Assert.Single(officer.Page.All("tbody").Single().All("tr"));
        using var beside = await Visitor.SignIn(Host, "zhou", "500109", Role.Officer);
        await beside.Go(Province + "/assignments?below=500151");
        Assert.Equal(HttpStatusCode.Forbidden, beside.Status);
        await beside.Go(Province);
        Assert.Equal(HttpStatusCode.OK, beside.Status);
        Assert.DoesNotContain(beside.Page.Links(), l => l.Contains("light=late", StringComparison.Ordinal)); // figures of others are not theirs
        Assert.DoesNotContain(beside.Page.All("form"), f => f.Attr("action").EndsWith("/withdraw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lineage_GoesUpAndDown()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500151", Role.Officer);
        await officer.Go(County + "/lineage?clause=" + Uri.EscapeDataString("一/(一)"));
        Assert.Equal(["重庆市", "铜梁区"], officer.Page.All("ol").Where(o => o.Attr("class") == "lineage").Single().All("li").Select(l => l.All("span").First().Value));
        await officer.Go(County + "/lineage?clause=" + Uri.EscapeDataString("九"));
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        Assert.Contains("UI-007", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_NotThere_IsNotFound()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500151", Role.Officer);
        await officer.Go("/desk/plans/500151/2026/77");
        Assert.Equal(HttpStatusCode.NotFound, officer.Status);
        await officer.Go("/desk/plans/500000/2026/1/draft");
        Assert.Equal(HttpStatusCode.Forbidden, officer.Status);
    }

    [Fact]
    public async Task Cascade_FromThePage_MakesADraftOnce()
    {
        using var officer = await Visitor.SignIn(Host, "zhou", "500109", Role.Officer);
        await officer.Go(Province);
        await officer.Send(Province + "/cascade", ("to", "direct"), ("earlier", "x"));
        Assert.Contains("UI-010", officer.Text, StringComparison.Ordinal);
        await officer.Go(Province);
        await officer.SendTwice(Province + "/cascade", ("to", "direct"), ("earlier", "3"));
        Assert.Equal("/desk/plans/500109/2026/1/draft?done=cascaded", officer.Where);
        Assert.Contains("2026 年 4 月 27 日前完成", officer.Text, StringComparison.Ordinal);
        Assert.Null(await Host.Grain<IWorkPlanGrain>(GrainKeys.Plan(PlanId.Parse("500109/2026/2"))).Get());
    }

    [Fact]
    public async Task Duties_AcceptedFromThePage_KeepTheirBrackets()
    {
        using var clerk = await Visitor.SignIn(Host, "wang", "500151.audit", Role.Clerk);
        var html = await clerk.Download("/desk/duties/500151.audit/2026");
        Assert.Contains("value=\"500151/2026/1#一/(一)\"", html, StringComparison.Ordinal); // widened, nobody could send it back
        await clerk.Go("/desk/duties/500151.audit/2026");
        await clerk.Send("/desk/duties/500151.audit/2026/accept", ("pick", "500151/2026/1#一/(一)"));
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("已签收", clerk.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cells(XElement table) => table.All("tbody").Single().All("tr").Single().All("td").Select(t => t.Text());
}
