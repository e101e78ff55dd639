using System.Net;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>A plan is written, or read from a notice, checked, issued, amended and withdrawn on the pages.</summary>
public sealed class DraftingTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Text = "重庆市人民政府办公厅关于印发2026年政务公开工作要点的通知\n各区县人民政府:\n重庆市人民政府办公厅\n2026年4月1日\n一、重点工作\n(一)公开清单。11月底前完成。(市审计局牵头,市数据局配合)\n(二)要高度重视。\n";

    [Fact]
    public async Task Draft_WrittenByHand_ShowsFindingsAtTheirFields_AndIsIssuedAmendedWithdrawn()
    {
        const string draft = "/desk/plans/500109/2026/3/draft";
        using var officer = await Visitor.SignIn(host, "zhou", "500109", Role.Officer);
        await officer.Go(draft);
        await officer.Send(draft + "/head", ("title", "北碚区2026年工作要点"), ("document", ""), ("date", "2026-04-01"), ("basis", ""), ("mode", "Straight"), ("accept", "五"), ("r0.kind", "tier"), ("r0.tier", "township"), ("r0.body", "territory"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.Contains("UI-010", officer.Text, StringComparison.Ordinal);
        Assert.Equal("北碚区2026年工作要点", officer.Page.All("input").First(i => i.Attr("name") == "title").Attr("value")); // nothing typed is lost
        await officer.Send(draft + "/head", ("title", "北碚区2026年工作要点"), ("accept", "5"), ("mode", "Straight"), ("r0.kind", "tier"), ("r0.tier", "township"), ("r0.body", "territory"));
        Assert.Equal(draft + "?done=draft-saved", officer.Where);
        Assert.Contains("WP-002", officer.Text, StringComparison.Ordinal);

        await officer.Go(draft + "?edit=new");
        await officer.Send(draft + "/point", ("clause", "一/(一)"), ("title", "公开清单"), ("text", "公开权力清单。"), ("minutes", ""), ("m0.kind", "count"), ("m0.cadence", "quarterly"), ("m0.least", "两"), ("b0.part", "Lead"), ("b0.name", "区教委"), ("b0.unit", "没有这个单位"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.Contains("UI-008", officer.Text, StringComparison.Ordinal);
        Assert.Contains("DV-101", officer.Text, StringComparison.Ordinal);
        await officer.Send(draft + "/point", ("clause", "一/(一)"), ("title", "公开清单"), ("text", "公开权力清单。"), ("minutes", "20"), ("m0.kind", "count"), ("m0.cadence", "quarterly"), ("m0.least", "2"), ("b0.part", "Lead"), ("b0.name", "区教委"), ("b0.unit", "北碚区教育委员会"));
        Assert.StartsWith(draft, officer.Where, StringComparison.Ordinal);
        var point = Assert.Single((await View("500109/2026/3"))!.Draft!.Points);
        Assert.Equal((new CountPerPeriod(2, Cadence.Quarterly), "500109.edu", "一/(一)"), (point.Measures.Single(), point.Bodies.Single().Unit!.Value, point.Clause));

        await officer.Go(draft + "/receivers");
        Assert.Equal(["天生街道", "朝阳街道"], officer.Page.All("tbody").Single().All("th").Select(t => t.Value));
        Assert.Contains("层级:乡级政府", officer.Text, StringComparison.Ordinal);
        await officer.Go(draft);
        await officer.Send(draft + "/issue");
        Assert.Contains("UI-001", officer.Text, StringComparison.Ordinal);
        await officer.Go(draft);
        await officer.SendTwice(draft + "/issue", ("sure", "yes"));
        Assert.Equal("/desk/plans/500109/2026/3?done=plan-issued", officer.Where);

        await officer.Go(draft + "?edit=0");
        await officer.Send(draft + "/point", ("m0.kind", "count"), ("m0.cadence", "quarterly"), ("m0.least", "3"), ("b0.part", "Lead"));
        await officer.Go(draft);
        Assert.Contains("修改", officer.Text, StringComparison.Ordinal);
        await officer.Send(draft + "/issue", ("sure", "yes"), ("reason", "加密频次"));
        Assert.Equal("/desk/plans/500109/2026/3?done=plan-amended", officer.Where);
        Assert.Contains("第 2 版", officer.Text, StringComparison.Ordinal);
        Assert.Equal("3", officer.Page.All("ins").Single().Value);
        Assert.Equal("2", officer.Page.All("del").Single().Value);
        await officer.Send("/desk/plans/500109/2026/3/withdraw", ("reason", "文件废止"));
        Assert.Contains("已撤回:文件废止", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_ChangedByAColleagueMeanwhile_IsNotOverwritten()
    {
        const string draft = "/desk/plans/500151/2026/5/draft";
        using var first = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        using var second = await Visitor.SignIn(host, "wu", "500151", Role.Officer);
        await first.Go(draft);
        await first.Send(draft + "/head", ("title", "甲"), ("mode", "Straight"));
        await first.Go(draft);
        await second.Go(draft);
        await second.Send(draft + "/head", ("title", "乙"), ("mode", "Straight"));
        await first.Send(draft + "/head", ("title", "丙"), ("mode", "Straight"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Contains("WP-20", first.Text, StringComparison.Ordinal);
        Assert.Equal("乙", (await View("500151/2026/5"))!.Draft!.Title);
    }

    [Fact]
    public async Task Notice_Uploaded_IsShownWithItsFacts_KeptWhenToldSo_AndItsNamesAreRemembered()
    {
        const string draft = "/desk/plans/500000/2026/4/draft";
        using var officer = await Visitor.SignIn(host, "zhou", "500000", Role.Officer);
        await officer.Go(draft);
        await officer.Upload(draft + "/notice", "要点.txt", Encoding.UTF8.GetBytes(Text));
        Assert.StartsWith(draft + "/notice/", officer.Where, StringComparison.Ordinal);
        var marks = officer.Page.All("mark").Select(m => m.Value).ToList();
        Assert.Contains("11月底前", marks);
        Assert.Contains(marks, m => m.Contains("市审计局", StringComparison.Ordinal));
        Assert.Contains("2026 年 11 月 30 日前完成", officer.Text, StringComparison.Ordinal);
        Assert.Contains("要高度重视", officer.Text, StringComparison.Ordinal);
        Assert.Null(await View("500000/2026/4")); // nothing is kept yet

        await officer.Send(officer.Where, ("accept", "5"), ("minutes", "30"));
        Assert.StartsWith(draft + "?notice=", officer.Where, StringComparison.Ordinal);
        Assert.NotEmpty(officer.Page.All("mark"));
        var kept = (await View("500000/2026/4"))!.Draft!;
        Assert.Contains(kept.Points, p => p.Measures.Contains(new OnceBy(new DateOnly(2026, 11, 30))) && p.Bodies.Any(b => b.Unit?.Value == "500000.audit"));

        await officer.Go("/desk/plans/names");
        Assert.Contains("市数据局", officer.Text, StringComparison.Ordinal);
        await officer.Send("/desk/plans/names", ("name", "市数据局"), ("how", "choose"), ("other", ""));
        Assert.Contains("UI-002", officer.Text, StringComparison.Ordinal);
        await officer.Send("/desk/plans/names", ("name", "市数据局"), ("how", "choose"), ("other", "重庆市审计局"));
        Assert.Equal("/desk/plans/names?done=name-chosen", officer.Where);
        Assert.Contains((await View("500000/2026/4"))!.Draft!.Points.SelectMany(p => p.Bodies), b => b is { Name: "市数据局", Unit.Value: "500000.audit" });
        await officer.Send("/desk/plans/names/withdraw");
        Assert.Equal("/desk/plans/names?done=name-withdrawn", officer.Where);
    }

    [Fact]
    public async Task Names_AreForOfficersAlone()
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500151", Role.Clerk);
        await clerk.Go("/desk/plans/names");
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        await clerk.Go("/desk/plans/500151/2026/9/draft");
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
    }

    private async Task<PlanView?> View(string plan) => await host.Grain<IWorkPlanGrain>(GrainKeys.Plan(PlanId.Parse(plan))).Get();
}
