using System.Net;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>A report from a blank form to its publication and correction, by pages alone and without script.</summary>
public sealed class FilingTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Unit = "500151003";
    private const string Report = $"/desk/reports/{Unit}/annual-2025";

    [Fact]
    public async Task Report_FromBlankToPublished_ByPagesAlone()
    {
        var sample = SampleFigures.Of(5);
        using var clerk = await Visitor.SignIn(host, "wang", Unit, Role.Clerk);
        Assert.Contains("未报", clerk.Text, StringComparison.Ordinal);
        await clerk.Go(Report + "/read");
        await clerk.Send(Report + "/begin");
        Assert.Equal(Report + "?done=begun", clerk.Where);

        // what cannot be read comes back as typed, with its finding at the cell, and nothing is handed in
        var fields = sample.Form.Cells.Where(c => !c.Derived).Select(c => ("c." + c.Id, CellText.Write(c, sample[c.Index]))).ToArray();
        await clerk.Send(Report + "/submit", [.. fields.Where(f => f.Item1 != "c.t3.new.natural"), ("c.t3.new.natural", "many")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        var cell = clerk.Page.All("input").Single(i => i.Attr("id") == "c-t3.new.natural");
        Assert.Equal(("many", "true"), (cell.Attr("value"), cell.Attr("aria-invalid")));
        Assert.Contains(clerk.Page.All("li"), li => cell.Attr("aria-describedby").Split(' ').Contains(li.Attr("id")));

        await clerk.Send(Report + "/submit", fields);
        Assert.Equal(Report + "/read?done=submitted", clerk.Where);
        Assert.DoesNotContain(clerk.Page.All("form"), f => f.Attr("action").EndsWith("/seal", StringComparison.Ordinal)); // not by its author

        using var approver = await Visitor.SignIn(host, "chen", Unit, Role.Approver);
        Assert.Contains(Report + "/read", approver.Page.Links());
        await approver.Go(Report + "/read");
        await approver.Send(Report + "/seal");
        Assert.Equal(Report + "/receipts/1", approver.Where);
        var (receipt, _, faults) = SealReceipt.Verify(await approver.Download(Report + "/receipts/1/file"), []);
        Assert.Empty(faults);
        Assert.Contains(Convert.ToHexStringLower(receipt.ContentHash.AsSpan()), approver.Text, StringComparison.Ordinal);

        using var reviewer = await Visitor.SignIn(host, "li", "500151", Role.Reviewer);
        await reviewer.Go("/desk/review/500151/annual-2025");
        await reviewer.Send("/desk/review/500151/annual-2025", ("pick", Unit + "|1"), ("act", "accept"));
        Assert.Contains("所选 1 个单位中已办理 1 个", reviewer.Text, StringComparison.Ordinal);

        await clerk.Go(Report + "/read");
        await clerk.Send(Report + "/publish", ("where", "https://www.example.gov.cn/2025"));
        Assert.Contains("https://www.example.gov.cn/2025", clerk.Text, StringComparison.Ordinal);

        // a correction needs its reason
        await clerk.Send(Report + "/begin");
        await clerk.Send(Report + "/submit", ("c.t2.licence.decisions", "999"), ("correction", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("AR-116", clerk.Text, StringComparison.Ordinal);
        await clerk.Send(Report + "/submit", ("correction", "漏计"));
        Assert.Equal(Report + "/read?done=submitted", clerk.Where);
        var view = (await host.Grain<IReportGrain>(GrainKeys.Report(UnitId.Parse(Unit), FederationHost.Period)).Get(new Subject("wang", UnitId.Parse(Unit), [Role.Clerk]))).Value!;
        Assert.Equal(("漏计", 999L), (view.Pending!.Correction, view.Pending.Content.Figures["t2.licence.decisions"]));
    }

    [Fact]
    public async Task Review_ReturnWithReasonAtACell_ReachesTheDeskOfItsAuthor()
    {
        const string unit = "500151001", report = $"/desk/reports/{unit}/annual-2025";
        using var reviewer = await Visitor.SignIn(host, "li", "500151", Role.Reviewer);
        await reviewer.Go(report + "/read");
        await reviewer.Send(report + "/return", ("reason", ""), ("cell", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reviewer.Status); // no reason
        await reviewer.Send(report + "/return", ("cell", "t3.new.natural"), ("reason", "与台账不符"));
        Assert.Contains("已退回", reviewer.Text, StringComparison.Ordinal);

        using var clerk = await Visitor.SignIn(host, "wang", unit, Role.Clerk);
        Assert.Contains("与台账不符", clerk.Text, StringComparison.Ordinal);
        await clerk.Go(report);
        Assert.Contains(clerk.Page.Links(), l => l == "#c-t3.new.natural");
    }

    [Fact]
    public async Task Save_OfAPageThatIsBehind_OverwritesNothing()
    {
        const string unit = "500151104", report = $"/desk/reports/{unit}/annual-2025";
        using var first = await Visitor.SignIn(host, "wang", unit, Role.Clerk);
        await first.Go(report + "/read");
        await first.Send(report + "/begin");
        using var second = await Visitor.SignIn(host, "zhao", unit, Role.Clerk);
        await second.Go(report);
        await first.Send(report + "/save", ("c.t2.licence.decisions", "11"), ("x.s1", "第一段,有标点:(一)"));
        await second.Send(report + "/save", ("c.t2.licence.decisions", "22"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("AR-104", second.Text, StringComparison.Ordinal);
        var draft = (await host.Grain<IReportGrain>(GrainKeys.Report(UnitId.Parse(unit), FederationHost.Period)).Get(new Subject("wang", UnitId.Parse(unit), [Role.Clerk]))).Value!.Draft!;
        Assert.Equal(11, draft.Figures["t2.licence.decisions"]);
        Assert.Equal("第一段,有标点:(一)", draft.Texts["s1"]); // marks are as they were typed
        await first.Go(report);
        Assert.Equal("第一段,有标点:(一)", first.Page.All("textarea").Single(t => t.Attr("name") == "x.s1").Value.Trim());
    }

    [Theory]
    [InlineData("wang", "500151002", Role.Clerk, "/desk/reports/500151001/annual-2025")] // a neighbour
    [InlineData("wang", "500151002", Role.Clerk, "/desk/review/500151/annual-2025")]
    [InlineData("wang", "500151002", Role.Clerk, "/desk/due/500151/annual-2025")]
    [InlineData("li", "500109", Role.Reviewer, "/desk/reports/500151001/annual-2025/read")]
    public async Task Page_OfAForeignUnit_IsDenied(string person, string unit, Role role, string address)
    {
        using var visitor = await Visitor.SignIn(host, person, unit, role);
        await visitor.Go(address);
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        Assert.Contains("AU-001", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seal")]
    [InlineData("accept")]
    [InlineData("return")]
    [InlineData("publish")]
    [InlineData("begin")]
    public async Task Act_OnAForeignUnit_IsDenied(string act)
    {
        using var visitor = await Visitor.SignIn(host, "zhang", "500151002", Role.Clerk);
        var token = visitor.Page.All("input").First(i => i.Attr("name") == "form-token").Attr("value");
        await visitor.Post($"/desk/reports/500151001/annual-2025/{act}", ("form-token", token), ("version", "1"), ("reason", "x"), ("cell", ""));
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
    }

    [Fact]
    public async Task Nil_Unconfirmed_IsRefused()
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500109.edu", Role.Clerk);
        await clerk.Go("/desk/reports/500109.edu/annual-2025/read");
        await clerk.Send("/desk/reports/500109.edu/annual-2025/nil");
        Assert.Contains("UI-001", clerk.Text, StringComparison.Ordinal);
        await clerk.Go("/desk/reports/500109.edu/annual-2025/read");
        await clerk.Send("/desk/reports/500109.edu/annual-2025/nil", ("sure", "yes"));
        var state = (await host.Grain<IReportGrain>(GrainKeys.Report(UnitId.Parse("500109.edu"), FederationHost.Period)).Get(new Subject("wang", UnitId.Parse("500109.edu"), [Role.Clerk]))).Value!;
        Assert.True(state.Pending is not null, string.Join('\n', state.Findings.Select(f => f.Code + " " + f.Text)));
    }

    [Fact]
    public async Task Due_UrgedAndExcepted_IsSeenByTheUnit()
    {
        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        await officer.Go("/desk/due/500151/annual-2025");
        await officer.Send("/desk/due/500151/annual-2025/urge", ("pick", "500151.health"), ("text", "请于本周报送"));
        Assert.Contains("已办理 1 个", officer.Text, StringComparison.Ordinal);
        await officer.Send("/desk/due/500151/annual-2025/grant", ("whom", "500151.health"), ("until", "2026-04-20"), ("reason", "系统迁移"));
        Assert.Contains("例外已批准", officer.Text, StringComparison.Ordinal);
        await officer.Send("/desk/due/500151/annual-2025/grant", ("whom", "500151.health"), ("until", "2020-01-01"), ("reason", "系统迁移"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status); // before today

        using var clerk = await Visitor.SignIn(host, "wang", "500151.health", Role.Clerk);
        Assert.Contains("请于本周报送", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("例外延至 2026-04-20", clerk.Text, StringComparison.Ordinal);
    }
}
