using System.Net;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Tests.Working;

/// <summary>Entries on the desk: written with findings at the field, reviewed by others, public; withheld with its register.</summary>
public sealed class EntryTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Unit = "500151", Save = $"/desk/entries/{Unit}/save", Act = $"/desk/entries/{Unit}/act";

    [Fact]
    public async Task AnEntry_IsWritten_SentBackWithoutAttribute_Reviewed_AndPublic()
    {
        using var author = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await author.Go($"/desk/entries/{Unit}/new");
        Assert.Contains("要公开的是什么", author.Text, StringComparison.Ordinal);
        await author.Go(Address("w-1") + "&kind=document");
        await author.Upload(Save, "附件.txt", Encoding.UTF8.GetBytes("附件内容"), ("kind", "document"), ("title", "关于春耕生产的通知"), ("f-formedOn", "2026-01-12"), ("how", "hand-in"));
        Assert.Contains("已退文", author.Text, StringComparison.Ordinal);
        Assert.Contains("CT-003", author.Page.All("ul").Single(u => u.Attr("id") == "w-disclosure").Value, StringComparison.Ordinal);
        Assert.Contains("附件.txt", author.Text, StringComparison.Ordinal);

        await author.Send(Save, ("kind", "document"), ("disclosure", "proactive"), ("body", "各镇街:\n请抓紧。"), ("how", "hand-in"));
        Assert.Contains("待办步骤:保密审查", author.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(author.Page.All("form"), f => f.Attr("id") == "pass");

        using var secrecy = await Visitor.SignIn(host, "zhou", Unit, Role.SecrecyReviewer);
        await secrecy.Go($"/desk/entries/{Unit}");
        Assert.Contains("关于春耕生产的通知", secrecy.Page.All("table").First().Value, StringComparison.Ordinal);
        await secrecy.Go(Address("w-1"));
        await secrecy.Send(Act, ("note", "无涉密内容"), ("how", "pass"));
        Assert.Contains("待办步骤:签发", secrecy.Text, StringComparison.Ordinal);
        Assert.Contains("此步骤须由他人办理", secrecy.Text, StringComparison.Ordinal);

        using var leader = await Visitor.SignIn(host, "li", Unit, Role.Approver);
        await leader.Go(Address("w-1"));
        Assert.Contains("请抓紧。", leader.Text, StringComparison.Ordinal);
        await leader.Send(Act, ("how", "pass"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!leader.Text.Contains("已公开", StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, "never public");
            await leader.Go(Address("w-1"));
        }
        var stored = await host.Services.GetRequiredService<ICatalogReads>().Entry(UnitId.Parse(Unit), EntryId.Parse("w-1"), default);
        Assert.Equal(("zhang@500151", "li@500151"), (stored!.Provenance.Author, stored.Provenance.ApprovedBy));
        Assert.Single(stored.Entry!.Attachments);
        var file = leader.Page.Links().Single(l => l.Contains("/file?", StringComparison.Ordinal));
        Assert.Equal("附件内容", Encoding.UTF8.GetString((await leader.File(file)).Content));
    }

    [Fact]
    public async Task WhatIsWithheld_StandsInTheRegister_ForItsReadersAlone()
    {
        var grain = host.Grain<IEntryDraftGrain>(GrainKeys.Entry(UnitId.Parse(Unit), EntryId.Parse("w-2")));
        using var author = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await author.Go(Address("w-2") + "&kind=meeting");
        await author.Send(
            Save, ("kind", "meeting"), ("title", "内部协调会"), ("disclosure", "withheld"), ("reason", "内部工作流程"), ("reasonBasis", "条例第十三条"), ("how", "hand-in"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("CT-208", author.Page.All("ul").Single(u => u.Attr("id") == "w-reasonBasis").Value, StringComparison.Ordinal);
        Assert.Contains("CT-209", author.Page.All("ul").Single(u => u.Attr("id") == "w-reviewOn").Value, StringComparison.Ordinal);
        await author.Send(Save, ("kind", "meeting"), ("disclosure", "withheld"), ("reasonBasis", "条例第十六条"), ("f-reviewOn", Day(60)), ("how", "hand-in"));
        var hash = (await grain.Get(new Subject("zhang", UnitId.Parse(Unit), [Role.Clerk]))).Value!.Entry!.Hash;
        Assert.False((await grain.Pass(new PassStep("", new Subject("zhou", UnitId.Parse(Unit), [Role.SecrecyReviewer]), hash, ""))).Refused);
        Assert.False((await grain.Pass(new PassStep("", new Subject("li", UnitId.Parse(Unit), [Role.Approver]), hash, ""))).Refused);

        await author.Go($"/desk/entries/{Unit}/withheld");
        Assert.Contains("条例第十六条", author.Page.All("tbody").Single().Value, StringComparison.Ordinal);
        using var stranger = await Visitor.SignIn(host, "wu", "500109", Role.Clerk);
        await stranger.Go($"/desk/entries/{Unit}/withheld");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        await stranger.Go(Address("w-2"));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        Assert.DoesNotContain("内部协调会", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_ShowWhatRunsOutOfTime()
    {
        using var author = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await author.Go(Address("w-3") + "&kind=document");
        await author.Send(Save, ("kind", "document"), ("title", "去年的通知"), ("f-formedOn", "2025-06-02"), ("how", "save"));
        Assert.Contains("CT-003", author.Text, StringComparison.Ordinal);
        await author.Go($"/desk/entries/{Unit}/limits");
        var row = author.Page.All("tbody").Single().All("tr").First();
        Assert.Contains("去年的通知", row.Value, StringComparison.Ordinal);
        Assert.Contains("已超期", row.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_TellsWhatWaits_AndListsNameWhatTheCatalogHolds_InTheReadersLanguage()
    {
        const string unit = "500151.health", save = $"/desk/entries/{unit}/save";
        using var author = await Visitor.SignIn(host, "zhang", unit, Role.Clerk);
        Assert.Equal("0", Tile(author, "待我办理"));
        await author.Go($"/desk/entries/{unit}/entry?entry=k-1&kind=document");
        await author.Send(save, ("kind", "document"), ("title", "关于(春季)防疫的通知"), ("f-formedOn", "2025-11-03"), ("how", "save"));
        await author.Go($"/desk/entries/{unit}/entry?entry=k-2&kind=document");
        await author.Send(save, ("kind", "document"), ("disclosure", "proactive"), ("title", "关于体检的通知"), ("f-formedOn", "2026-01-12"), ("body", "正文:如下"), ("how", "hand-in"));
        await author.Go("/desk");
        Assert.Equal("1", Tile(author, "待我办理"));
        Assert.Contains("已超期", author.Page.All("dl").Single(d => d.Attr("class") == "tiles desk" && d.Value.Contains("待我办理", StringComparison.Ordinal)).Value, StringComparison.Ordinal);

        using var secrecy = await Visitor.SignIn(host, "zhou", unit, Role.SecrecyReviewer);
        await secrecy.Go($"/desk/entries/{unit}/entry?entry=k-2");
        Assert.All(secrecy.Page.All("dl").Single(d => d.Attr("class") == "facts").Elements(), e => Assert.Equal("div", e.Name.LocalName)); // each label with its value
        foreach (var page in new[] { "/desk?", $"/desk/entries/{unit}?", $"/desk/entries/{unit}/limits?", $"/desk/entries/{unit}/withheld?", $"/desk/entries/{unit}/entry?entry=k-2&", $"/desk/entries/{unit}/entry?entry=k-3&", "/desk/catalog/holds?" })
        {
            var reader = page.Contains("k-3", StringComparison.Ordinal) ? author : secrecy;
            await reader.Go(page + "lang=en");
            Assert.Equal([], Html.ChineseOutside(reader.Page));
        }
    }

    [Fact]
    public async Task AnEntryOfWhichNothingIsWritten_IsListedByTheTitleInTheCatalog()
    {
        const string unit = "500151.finance";
        var id = EntryId.Parse("old-1");
        var catalog = host.Grain<ICatalogGrain>(GrainKeys.Catalog(UnitId.Parse(unit)));
        var system = new Subject("site", UnitId.Parse(unit), [Role.Integrator]);
        CatalogEntry Document(string entry, string title, params EntryLink[] links) => new(
            EntryId.Parse(entry), EntryKind.Document, title, System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-01-05")]),
            new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [.. links], null, []);
        await catalog.Push(new PushEntries("", system, unit, "", [new EntryChange(id, Document("old-1", "旧的补贴办法"))], []));
        await catalog.Push(new PushEntries("", system, unit, "", [new EntryChange(EntryId.Parse("new-1"), Document("new-1", "新的补贴办法", new EntryLink(LinkRelation.Repeals, null, id)))], []));
        using var author = await Visitor.SignIn(host, "zhang", unit, Role.Clerk);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        do
        {
            Assert.False(patience.IsCancellationRequested, "the other entry was never proposed for a decision");
            await author.Go($"/desk/entries/{unit}");
        }
        while (!author.Text.Contains("核定时效", StringComparison.Ordinal));
        Assert.Contains("旧的补贴办法", author.Page.All("tbody").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_AreSetByTheApprover_AndOpenTheComparison()
    {
        const string path = $"/desk/entries/{Unit}/settings";
        using var clerk = await Visitor.SignIn(host, "zhang", Unit, Role.Clerk);
        await clerk.Go(path);
        Assert.DoesNotContain(clerk.Page.All("form"), f => f.Attr("action") == path);
        Assert.Contains("未参加同级比较", clerk.Text, StringComparison.Ordinal);
        using var leader = await Visitor.SignIn(host, "li", Unit, Role.Approver);
        await leader.Go(path);
        await leader.Send(path, ("steps", "签发"));
        Assert.Contains("CT-107", leader.Text, StringComparison.Ordinal);
        await leader.Go(path);
        await leader.Send(path, ("peers", "yes"));
        Assert.Contains("已保存", leader.Text, StringComparison.Ordinal);
        Assert.Contains("标准缺项", leader.Text, StringComparison.Ordinal);
        Assert.Contains("第 1 / 1", leader.Page.All("tfoot").Single().Value, StringComparison.Ordinal);
    }

    private static string Tile(Visitor visitor, string label) =>
        visitor.Page.All("div").Single(d => d.Attr("class").StartsWith("tile", StringComparison.Ordinal) && d.All("dt").Single().Value == label).All("a").Single().Value;

    private string Day(int ahead) => EntryFields.Text(Domain.Time.BeijingTime.Today(host.Services.GetRequiredService<TimeProvider>()).AddDays(ahead));

    private static string Address(string id) => $"/desk/entries/{Unit}/entry?entry={id}";
}
