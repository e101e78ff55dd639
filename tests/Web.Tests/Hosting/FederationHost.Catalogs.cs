using System.Collections.Immutable;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Grains.Catalogs;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Tests.Hosting;

public sealed partial class FederationHost
{
    private const string Body = "<h1>办法</h1><p>第一条 低保对象按月发放。</p><script>alert('坏')</script><p onclick=\"x()\">第二条 本办法自发布之日起施行。</p>";

    /// <summary>
    /// Tongliang's catalog: a repealed notice in two versions with a text in HTML and an attachment, what explains it, an item given on request, one that was
    /// removed, and titles that would be markup if they were let.
    /// </summary>
    public async Task MakeCatalog()
    {
        var unit = SampleTree.Tongliang;
        byte[] body = Encoding.UTF8.GetBytes(Body), file = Encoding.UTF8.GetBytes("%PDF-1.4 sample");
        var notice = Entry("notice-1", "铜梁区低保发放办法") with
        {
            Body = Digest.Of(body), Attachments = [new Attachment("附件1:申请表(样式).pdf", "application/pdf", file.Length, Digest.Of(file))],
        };
        await Push(unit, [notice, Entry("evil", "<script>alert('名称')</script>低保 & \"引号\"")], new ContentPart("text/html", [.. body]), new ContentPart("application/pdf", [.. file]));
        await Push(unit, [notice.With("summary", "低保标准每月 700 元") with { Validity = new Validity(ValidityState.Repealed, new DateOnly(2026, 1, 10)) }]);
        await Push(unit, [Entry("why", "《铜梁区低保发放办法》解读") with { Kind = EntryKind.Interpretation, Links = [new EntryLink(LinkRelation.Interprets, null, notice.Id)] }]);
        await Push(unit, [Entry("request", "低保信访处理情况") with { Disclosure = new Disclosure(DisclosureAttribute.OnRequest) }, Entry("a/b:c", "编号带斜线的条目")]);
        await Push(unit, [Entry("gone", "重复的条目")]);
        await Grain<ICatalogGrain>(GrainKeys.Catalog(unit)).Push(new PushEntries("", new Subject("website", unit, [Role.Integrator]), unit.Value, "", [new EntryChange(EntryId.Parse("gone"), null, null, Reason: "重复发布")], []));
        await Push(UnitId.Parse("500151001"), [Entry("town", "巴川街道低保名单")]);
        await Services.GetRequiredService<SearchIndexing>().Follow(default);
    }

    private async Task Push(UnitId unit, ImmutableArray<CatalogEntry> entries, params ImmutableArray<ContentPart> contents)
    {
        var reply = await Grain<ICatalogGrain>(GrainKeys.Catalog(unit)).Push(new PushEntries("", new Subject("website", unit, [Role.Integrator]), unit.Value, "", [.. entries.Select(e => new EntryChange(e.Id, e, null))], contents));
        Assert.All(reply.Value!.Results, r => Assert.Equal(EntryOutcome.Recorded, r.Outcome));
    }

    private static CatalogEntry Entry(string id, string title) => new(
        EntryId.Parse(id), EntryKind.Document, title,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string> { [EntryFields.FormedOn] = "2025-12-20", [EntryFields.PublishedOn] = "2025-12-24", [EntryFields.Domain] = "社会救助" }),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);
}
