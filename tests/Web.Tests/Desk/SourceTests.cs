using System.Net;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Tests.Working;

/// <summary>Outside sources by pages alone, without script: registered with findings at the field, read, mended, paused, removed.</summary>
public sealed class SourceTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Path = "/desk/catalog/sources", Set = Path + "/set", Unit = "500151101";

    [Fact]
    public async Task ASource_IsRegistered_Read_Mended_Paused_AndRemoved()
    {
        await using var site = await Site(
            """{"data":[{"no":"x1","name":"网站公告","open":"主动公开","made":"2026-01-15"},{"no":"x2","name":"缺属性","open":"待定","made":"2026-01-15"}]}""");
        using var approver = await Visitor.SignIn(host, "li", Unit, Role.Approver);
        await approver.Go(Path);
        Assert.Contains("尚未登记来源", approver.Text, StringComparison.Ordinal);
        await approver.Go($"{Path}/form?unit={Unit}");
        await approver.Send(Set, ("name", "Web Site"), ("url", "ftp://x"), ("kind", "json"), ("every", "1440"), ("wait", "viele"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, approver.Status);
        Assert.Equal(["name", "url", "f-id", "f-title", "wait"], Invalid(approver));
        Assert.Equal("Web Site", approver.Page.All("input").Single(i => i.Attr("id") == "name").Attr("value")); // what was typed stays

        await approver.Send(
            Set, ("name", "website"), ("url", site.Urls.First() + "/list"), ("kind", "json"), ("every", "1440"), ("wait", "30"), ("records", "data"), ("contact", "网站管理员"),
            ("field.id", "no"), ("field.title", "name"), ("field.disclosure", "open"), ("field.formedOn", "made"));
        Assert.StartsWith(Path, approver.Where, StringComparison.Ordinal);
        Assert.Contains("来源已保存", approver.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("立即读取", approver.Text, StringComparison.Ordinal); // who sets a source is not who has it read

        using var clerk = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await clerk.Go(Path);
        await clerk.Send(Path, ("how", "run"));
        Assert.StartsWith(Path + "/report", clerk.Where, StringComparison.Ordinal);
        var problem = clerk.Page.All("tbody").Single().All("tr").Single().Value;
        Assert.All(["x2", "open", "网站管理员", "CT-420"], part => Assert.Contains(part, problem, StringComparison.Ordinal));
        Assert.NotNull((await host.Services.GetRequiredService<ICatalogReads>().Entry(UnitId.Parse(Unit), EntryId.Parse("x1"), default))!.Entry);
        await clerk.Go(Path);
        Assert.Contains("须由网站管理员改正 1 处", clerk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("暂停或移除", clerk.Text, StringComparison.Ordinal);

        await approver.Go(Path);
        await approver.Send(Path, ("how", "remove"), ("reason", " "));
        Assert.Contains("CT-427", approver.Text, StringComparison.Ordinal);
        await approver.SendTwice(Path, ("how", "pause"), ("reason", "网站改版"));
        Assert.Contains("暂停:网站改版", approver.Text, StringComparison.Ordinal);
        await clerk.Go(Path);
        Assert.DoesNotContain(clerk.Page.All("button"), b => b.Attr("value") == "run");
        await approver.Send(Path, ("how", "resume"));
        await approver.Send(Path, ("how", "remove"), ("reason", "栏目撤销"));
        Assert.Contains("栏目撤销", approver.Page.All("ul").Single(u => u.Attr("class") == "gone").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReadingThatTakesLong_ShowsHowFarItIs_AndGoesOn()
    {
        const string unit = "500151103";
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var site = await Site(() => answer.Task);
        using var approver = await Visitor.SignIn(host, "li", unit, Role.Approver);
        await approver.Go($"{Path}/form?unit={unit}");
        await approver.Send(Set, ("name", "slow"), ("url", site.Urls.First() + "/list"), ("kind", "csv"), ("every", "0"), ("field.id", "编号"), ("field.title", "标题"), ("field.formedOn", "=2026-01-15"));
        using var clerk = await Visitor.SignIn(host, "zhang", unit, Role.Clerk);
        await clerk.Go(Path);
        await clerk.Send(Path, ("how", "run"));
        Assert.Contains("正在取来清单", clerk.Text, StringComparison.Ordinal);
        var report = clerk.Where;
        await clerk.Go(Path);
        Assert.Contains("正在读取", clerk.Text, StringComparison.Ordinal);

        answer.SetResult("编号,标题\na,慢的公告\n");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (clerk.Text.Contains("正在", StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, "the reading never ended");
            await clerk.Go(report);
        }
        Assert.Equal("1", clerk.Page.All("div").Single(d => d.Attr("class").StartsWith("tile", StringComparison.Ordinal) && d.Value.Contains("写入", StringComparison.Ordinal)).All("span").Single().Value);
    }

    [Theory]
    [InlineData(Role.Clerk, Unit, Path, HttpStatusCode.OK)]
    [InlineData(Role.Clerk, Unit, Path + "/form", HttpStatusCode.Forbidden)]
    [InlineData(Role.Clerk, "500151102", Path, HttpStatusCode.UnprocessableEntity)] // no such unit
    [InlineData(Role.Clerk, "500109", Path + "?unit=" + Unit, HttpStatusCode.Forbidden)]
    [InlineData(Role.Officer, "500151", Path + "?unit=" + Unit, HttpStatusCode.OK)]
    [InlineData(Role.Officer, "500151", Path + "/form?unit=" + Unit, HttpStatusCode.OK)]
    [InlineData(Role.Integrator, Unit, Path, HttpStatusCode.Forbidden)]
    public async Task Pages_AreForThoseWhoMay(Role role, string unit, string address, HttpStatusCode status)
    {
        using var visitor = await Visitor.SignIn(host, "wu", unit, role);
        await visitor.Go(address);
        Assert.Equal(status, visitor.Status);
    }

    [Fact]
    public async Task CatalogAndImport_LeadToTheSources_OfThoseWhoMaySeeThem()
    {
        using var clerk = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await clerk.Go($"/catalogs/{Unit}");
        Assert.Contains($"{Path}?unit={Unit}", clerk.Page.Links());
        await clerk.Go("/desk/catalog/import");
        Assert.Contains(Path, clerk.Page.Links());
        Assert.DoesNotContain($"{Path}?unit={Unit}", (await host.Page($"/catalogs/{Unit}")).Links());
    }

    [Fact]
    public async Task Pages_InEnglish_HaveNoChineseWordsOfTheirOwn()
    {
        using var officer = await Visitor.SignIn(host, "wu", "500151", Role.Officer);
        foreach (var page in new[] { $"{Path}?unit={Unit}", $"{Path}/form?unit={Unit}" })
        {
            await officer.Go(page + "&lang=en");
            Assert.Empty(Html.ChineseOutside(officer.Page));
        }
    }

    [Fact]
    public async Task RemovalsThatWait_AreShownWithTitles_AndDecidedByAnotherPerson()
    {
        const string unit = "500151104";
        var catalog = host.Grain<Federation.Contracts.Catalogs.ICatalogGrain>(Federation.Contracts.GrainKeys.Catalog(UnitId.Parse(unit)));
        var author = new Subject("zhang", UnitId.Parse(unit), [Role.Integrator]);
        CatalogEntry Entry(int i) => new(
            EntryId.Parse($"h{i}"), EntryKind.Document, $"旧通知 {i}", System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-01-05")]),
            new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);
        Assert.False((await catalog.Push(new("", author, unit, "", [.. Enumerable.Range(0, 20).Select(i => new EntryChange(EntryId.Parse($"h{i}"), Entry(i)))], []))).Refused);
        Assert.False((await catalog.Push(new("", author, unit, "", [.. Enumerable.Range(0, 9).Select(i => new EntryChange(EntryId.Parse($"h{i}"), null, Reason: "栏目撤并"))], []))).Refused);

        using var approver = await Visitor.SignIn(host, "li", unit, Role.Approver);
        Assert.Contains("9 个条目的删除待另一人确认", approver.Text, StringComparison.Ordinal);
        await approver.Go("/desk/catalog/holds");
        Assert.Contains("旧通知 3", approver.Text, StringComparison.Ordinal);
        await approver.Send("/desk/catalog/holds", ("how", "confirm"), ("reason", " "));
        Assert.Contains("CT-106", approver.Text, StringComparison.Ordinal);
        await approver.SendTwice("/desk/catalog/holds", ("how", "confirm"), ("reason", "已核对"));
        Assert.Contains("没有待确认的删除", approver.Text, StringComparison.Ordinal);
        Assert.Equal(11, (await catalog.Get()).Entries);
        using var clerk = await Visitor.SignIn(host, "zhang", unit, Role.Clerk);
        Assert.DoesNotContain("待另一人确认", clerk.Text, StringComparison.Ordinal);
    }

    private static string[] Invalid(Visitor visitor) =>
        [.. new[] { "name", "url", "f-id", "f-title", "wait" }.Where(id => visitor.Page.All("input").Single(i => i.Attr("id") == id).Attr("aria-invalid") == "true")];

    private static Task<WebApplication> Site(string list) => Site(() => Task.FromResult(list));

    private static async Task<WebApplication> Site(Func<Task<string>> list)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/list", async () => Results.Text(await list(), "application/json"));
        await site.StartAsync();
        return site;
    }
}
