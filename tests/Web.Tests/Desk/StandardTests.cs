using System.Net;
using System.Xml.Linq;
using Federation.Domain.Authority;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>Standards and gaps on the desk: from a newer version above to conflicts decided and items set aside.</summary>
public sealed class StandardTests : IAsyncLifetime
{
    private const string County = "/desk/standards/500151";

    private readonly FederationHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        await host.MakeStandards();
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Sync_LeadsToConflictsSideBySide_DecidedWithAReason_AndPublished()
    {
        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        Assert.Contains(County, officer.Page.Links().Select(l => l == "/desk/standards" ? County : l)); // reachable from the desk
        await officer.Go("/desk/standards");
        Assert.Equal(County, officer.Where);
        Assert.Contains("上级有新版本:重庆市第 2 版", officer.Text, StringComparison.Ordinal);
        await officer.Send(County + "/sync");
        Assert.StartsWith(County + "/conflicts", officer.Where, StringComparison.Ordinal);
        var sides = officer.Page.All("div").Where(d => d.Attr("class") == "side").Select(d => d.Value).ToList();
        Assert.Equal(4, sides.Count); // limit and basis, both sides of each
        Assert.Contains(sides, s => s.Contains("按月", StringComparison.Ordinal) && s.Contains("渝民发〔2026〕1号", StringComparison.Ordinal));
        Assert.Contains(sides, s => s.Contains("按周", StringComparison.Ordinal) && s.Contains("铜民发〔2026〕3号", StringComparison.Ordinal));
        Assert.Contains("未成年人保护", officer.Text, StringComparison.Ordinal); // taken over without a question

        await officer.Send(County + "/decide", ("choice-dibao.limit", "ours"), ("choice-dibao.basis", "theirs"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.Contains("CT-302", officer.Text, StringComparison.Ordinal);
        await officer.Send(County + "/decide", ("choice-dibao.limit", "ours"), ("reason-dibao.limit", "本区按周公开"), ("choice-dibao.basis", "theirs"));
        Assert.StartsWith(County + "?done", officer.Where, StringComparison.Ordinal);
        Assert.Contains("草稿有未发布的改动", officer.Text, StringComparison.Ordinal);
        await officer.Send(County + "/publish");
        Assert.Contains("已发布", officer.Text, StringComparison.Ordinal);
        Assert.Contains("铜梁区第 2 版", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_IsEdited_AndAStaleFormIsRefused()
    {
        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        using var other = await Visitor.SignIn(host, "wu", "500151", Role.Officer);
        await officer.Go(County + "?edit=yanglao");
        await other.Go(County + "?edit=yanglao");
        await officer.Send(County + "/edit", ("limit", "实时"));
        Assert.Contains("草稿已修改", officer.Text, StringComparison.Ordinal);
        Assert.Contains("实时", officer.Page.All("tbody").Single().Value, StringComparison.Ordinal);
        await other.Send(County + "/edit", ("limit", "按日"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("CT-101", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_AreListed_SetAsideWithAReason_AndShownBelowAsBars()
    {
        using var officer = await Visitor.SignIn(host, "zhou", "500151", Role.Officer);
        await officer.Go(County + "/gaps");
        Assert.Equal(3, Rows(officer).Count);
        Assert.Contains("20个工作日内", officer.Text, StringComparison.Ordinal);
        await officer.Send(County + "/gaps/aside", ("item", "shinong"), ("reason", " "));
        Assert.Contains("CT-310", officer.Text, StringComparison.Ordinal);
        await officer.Send(County + "/gaps/aside", ("item", "shinong"), ("reason", "本区无此项补贴"));
        Assert.Contains("本区无此项补贴", officer.Text, StringComparison.Ordinal);
        Assert.Equal(2, Rows(officer).Count);

        using var above = await Visitor.SignIn(host, "zhou", "500000", Role.Officer);
        await above.Go("/desk/standards/500000/gaps/below");
        var row = Rows(above).Single(r => r.Value.Contains("铜梁区", StringComparison.Ordinal));
        Assert.Equal("33.33", row.All("rect").Single(r => r.Attr("class") == "part").Attr("width"));
        await above.Go("/desk/standards/500000/gaps/below?deep=1");
        Assert.Contains("巴川街道", above.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClerk_ReadsTheDraftOfTheOwnUnit_ActsOnNone_AndOfOthersSeesWhatIsInForce()
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500151", Role.Clerk);
        await clerk.Go(County);
        Assert.DoesNotContain(clerk.Page.All("form"), f => f.Attr("action").StartsWith(County, StringComparison.Ordinal));
        await clerk.Go("/desk/standards/500109");
        Assert.Contains("现行事项", clerk.Text, StringComparison.Ordinal);
        await clerk.Go("/desk/standards/500109/conflicts");
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        await clerk.Go("/desk/standards/999999");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.Go(County + "?lang=en");
        Assert.Contains("Standard catalog of", clerk.Text, StringComparison.Ordinal);
    }

    private static List<XElement> Rows(Visitor visitor) => [.. visitor.Page.All("tbody").First().All("tr")];
}
