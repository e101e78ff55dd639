using System.Text;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Tests.Working;

/// <summary>Entries of a catalog by pages alone: tried, compared, recorded; faults named at their cells.</summary>
public sealed class EntryImportTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Path = "/desk/catalog/import";
    private const string Unit = "500151003";
    private const string Pass = $"/desk/entries/{Unit}/pass";

    [Fact]
    public async Task Table_IsTried_ReviewedByOthersManyAtOnce_AndComparedTheNextTime()
    {
        using var clerk = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await clerk.Go(Path);
        await clerk.Upload(Path, "目录.csv", Csv("甲通知"), ("mode", "dry"), ("kind", "document"));
        Assert.Contains("新增 2,改动 0,相同 0", clerk.Text, StringComparison.Ordinal);
        Assert.Null(await Head()); // nothing is recorded
        var kept = clerk.Page.All("input").Single(i => i.Attr("name") == "shelf").Attr("value");
        await clerk.SendTwice(Path, ("shelf", kept), ("kind", "document"), ("complete", ""), ("reason", ""), ("mode", "push"));
        Assert.Contains("其中 2 条由他人审查后公开", clerk.Text, StringComparison.Ordinal);
        Assert.Null(await Head()); // not before others have seen it
        foreach (var (person, role) in new[] { ("zhou", Role.SecrecyReviewer), ("li", Role.Approver) })
        {
            using var reviewer = await Visitor.SignIn(host, person, Unit, role);
            await reviewer.Go($"/desk/entries/{Unit}");
            await reviewer.Send(Pass, ("note", ""));
            Assert.Contains("UI-002", reviewer.Text, StringComparison.Ordinal); // nothing was chosen
            await reviewer.Go($"/desk/entries/{Unit}?all=1");
            var chosen = reviewer.Page.All("input").Where(i => i.Attr("name") == "read" && i.Attr("checked").Length > 0).Select(i => ("read", i.Attr("value"))).ToList();
            Assert.Equal(2, chosen.Count);
            await reviewer.Send(Pass, [.. chosen, ("note", "无涉密内容")]);
            Assert.Contains("所选条目已通过", reviewer.Text, StringComparison.Ordinal);
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await Head())?.Whole.Count != 2)
            await Task.Delay(20, patience.Token);

        await clerk.Upload(Path, "目录.csv", Csv("甲通知(修订)"), ("mode", "dry"), ("kind", "document"));
        Assert.Contains("新增 0,改动 1", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("甲通知(修订)", clerk.Text, StringComparison.Ordinal);
        await clerk.Upload(Path, "错.csv", Encoding.UTF8.GetBytes("标题,公开属性,成文日期\n乙,主动公开,2026-02-30\n"), ("mode", "dry"), ("kind", "document"));
        Assert.Contains("CT-007", clerk.Text, StringComparison.Ordinal);
        Assert.Contains("C2", clerk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_IsToldThatItIsNotTheirs()
    {
        using var reader = await Visitor.SignIn(host, "wu", Unit, Role.Reader);
        await reader.Go(Path);
        await reader.Upload(Path, "目录.csv", Csv("甲通知"), ("mode", "push"), ("kind", "document"));
        Assert.Contains("AU-001", reader.Text, StringComparison.Ordinal);
    }

    private static byte[] Csv(string title) => Encoding.UTF8.GetBytes($"条目编号,标题,公开属性,成文日期\nA,{title},主动公开,2026-02-27\nB,乙通知,主动公开,2026-02-27\n");

    private async Task<CatalogHead?> Head() => await host.Services.GetRequiredService<ICatalogReads>().Head(UnitId.Parse(Unit), CancellationToken.None);
}
