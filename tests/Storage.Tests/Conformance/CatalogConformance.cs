using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Catalogs;
using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class CatalogConformance(TestStore store) : StoreConformance(store)
{
    private static readonly CatalogEntry Notice = new(
        EntryId.Parse("a"), EntryKind.Document, "通知", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.IndexNumber, "000000001/2025-00037")]),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);

    private CatalogHead head = CatalogHead.Start(Id("330110"));

    private ICatalogReads Catalogs => (ICatalogReads)Ledger;

    [Fact]
    public async Task Entries_AreReadWithContent_HistoryAndFeed()
    {
        await Put(Notice, 1, 0);
        await Put(Notice with { Id = EntryId.Parse("b"), Fields = Notice.Fields.Clear() }, 1, 0);
        await Put(Notice with { Title = "通知(修改)" }, 2, 1);
        await Remove("b", 2, 2);

        Assert.Equal(4, (await Catalogs.Head(head.Unit, None))!.Seq);
        var stored = await Catalogs.Entry(head.Unit, Notice.Id, None);
        Assert.Equal("通知(修改)", stored!.Entry!.Title);
        Assert.Equal(("330110/website", "王", "v2"), (stored.Provenance.Origin, stored.Provenance.Author, stored.Provenance.SourceVersion));
        var tombstone = await Catalogs.Entry(head.Unit, EntryId.Parse("b"), None);
        Assert.Equal((true, null, "重复"), (tombstone!.Row.Removed, tombstone.Entry, tombstone.Reason));
        Assert.Null(await Catalogs.Entry(head.Unit, EntryId.Parse("z"), None));

        Assert.Equal([(3L, "a"), (4L, "b")], (await Catalogs.Changes(head.Unit, 0, 10, None)).Select(c => (c.Row.Seq, c.Row.Id.Value)));
        Assert.Equal([4L], (await Catalogs.Changes(head.Unit, 3, 10, None)).Select(c => c.Row.Seq));
        Assert.Single(await Catalogs.Changes(head.Unit, 0, 1, None));
        Assert.Equal([(2L, "b", 2L), (3L, "a", 3L)], (await Catalogs.Feed(1, 2, None)).Select(f => (f.Position, f.Id.Value, f.Seq)));
        Assert.Equal(4, await Catalogs.FeedEnd(None));
        Assert.Equal([1L, 3L], (await Catalogs.History(head.Unit, Notice.Id, None)).Select(a => a.Seq));
        Assert.Equal(["a"], (await Catalogs.List(head.Unit, new EntryFilter(), null, 10, None)).Select(r => r.Id.Value));
        Assert.Empty(await Catalogs.List(head.Unit, new EntryFilter(EntryKind.Meeting), null, 10, None));
        Assert.Empty(await Catalogs.List(head.Unit, new EntryFilter(), 3, 10, None));
    }

    [Fact]
    public async Task WhatASourceKeeps_IsReadInPages_WithoutTombstones_AndWithoutTheUnitsOwn()
    {
        foreach (var id in new[] { "a", "b", "c", "d" })
            await Put(Notice with { Id = EntryId.Parse(id), Fields = Notice.Fields.Clear() }, 1, 0);
        await Put(Notice with { Id = EntryId.Parse("own"), Fields = Notice.Fields.Clear() }, 1, 0, "330110");
        await Remove("b", 2, 2);

        var first = await Catalogs.ByOrigin(head.Unit, "330110/website", null, 2, None);
        var second = await Catalogs.ByOrigin(head.Unit, "330110/website", first[^1].Id, 2, None);
        Assert.Equal(["a", "c", "d"], first.Concat(second).Select(r => r.Id.Value).Order());
        Assert.Equal(first.Concat(second).Select(r => r.Id.Path).Order(), first.Concat(second).Select(r => r.Id.Path));
        var row = Assert.Single(await Catalogs.Rows(head.Unit, [first[0].Id], None));
        Assert.Equal(OriginRow.Of(row), first[0]);
        Assert.Empty(await Catalogs.ByOrigin(head.Unit, "330110/other", null, 10, None));
        Assert.Empty(await Catalogs.ByOrigin(head.Unit, "330110", null, 10, None));
        Assert.Empty(await Catalogs.ByOrigin(Id("330111"), "330110/website", null, 10, None));
    }

    [Fact]
    public async Task IndexNumbers_BelongToWhatIsNotRemoved()
    {
        await Put(Notice, 1, 0);
        Assert.Equal(Notice.Id, Assert.Single(await Catalogs.IndexOwners(head.Unit, [Notice.IndexNumber, "other"], None)).Value);
        await Remove("a", 2, 1);
        Assert.Empty(await Catalogs.IndexOwners(head.Unit, [Notice.IndexNumber], None));
        Assert.Empty(await Catalogs.IndexOwners(Id("330111"), [Notice.IndexNumber], None));
    }

    [Fact]
    public async Task Links_AreFoundFromTheOtherSide_AndEndWithTheirEntry()
    {
        await Put(Notice, 1, 0);
        var interpretation = Notice with { Id = EntryId.Parse("i"), Fields = Notice.Fields.Clear(), Links = [new EntryLink(LinkRelation.Interprets, null, Notice.Id)] };
        await Put(interpretation, 1, 0);
        var (from, relation) = Assert.Single(await Catalogs.LinksTo(head.Unit, Notice.Id, None));
        Assert.Equal(("i", LinkRelation.Interprets), (from.Id.Value, relation));
        await Remove("i", 2, 2);
        Assert.Empty(await Catalogs.LinksTo(head.Unit, Notice.Id, None));
    }

    [Fact]
    public async Task DigestNodes_AreReplaced_AndFoldedWithAllBelow()
    {
        var branches = Enumerable.Range(0, 16).Select(i => new Branch(Digest.Of([(byte)i]), i)).ToImmutableArray();
        await Change(new CatalogChanged(head, [], [new("", branches), new("a", branches), new("ab", branches), new("b", branches)], []));
        Assert.Equal(branches.AsEnumerable(), (await Catalogs.Node(head.Unit, "ab", None))!.Branches.AsEnumerable());
        await Change(new CatalogChanged(head, [], [new("b", branches.SetItem(3, Branch.Empty))], ["a"]));
        Assert.Null(await Catalogs.Node(head.Unit, "a", None));
        Assert.Null(await Catalogs.Node(head.Unit, "ab", None));
        Assert.NotNull(await Catalogs.Node(head.Unit, "", None));
        Assert.Equal(Branch.Empty, (await Catalogs.Node(head.Unit, "b", None))!.Branches[3]);
    }

    [Fact]
    public async Task Leaves_OfARange_AreWhatIsThere()
    {
        for (var i = 0; i < 20; i++)
            await Put(Notice with { Id = EntryId.Parse($"e{i}"), Fields = Notice.Fields.Clear() }, 1, 0);
        await Remove("e3", 2, 4);
        Assert.Equal(19, (await Catalogs.Leaves(head.Unit, 0, long.MaxValue, None)).Length);
        var some = EntryId.Parse("e7").Path;
        Assert.Equal("e7", Assert.Single(await Catalogs.Leaves(head.Unit, some, some, None)).Id.Value);
    }

    [Fact]
    public async Task Content_IsKeptOnce_ByItsHash()
    {
        var hash = Digest.Of("正文"u8);
        await Change(new ContentKept(hash, "text/plain", "正文"u8.ToArray()));
        await Change(new ContentKept(hash, "text/html", "正文"u8.ToArray()));
        var content = await Catalogs.Content(hash, None);
        Assert.Equal(("text/plain", "正文"), (content!.Value.MediaType, Encoding.UTF8.GetString(content.Value.Bytes)));
        Assert.Null(await Catalogs.Content(Digest.None, None));
        Assert.Equal([(hash, 6L)], (await Catalogs.Sizes([hash, Digest.None], None)).Select(s => (s.Key, s.Value)));
    }

    [Fact]
    public async Task Heads_KeepHoldsAndSettings()
    {
        var held = head with
        {
            Seq = 7, ChangedAt = At.ToUniversalTime(), RemovedOn = new DateOnly(2026, 3, 2), RemovedCount = 4, LastHold = 2,
            Holds = [new Hold(2, [EntryId.Parse("a")], "栏目撤并", "330110/website", "zhang@330110", At)], Settings = CatalogSettings.Default with { IndexPattern = "{year}-{serial:5}" },
        };
        await Change(new CatalogChanged(held, [], [], []));
        var read = Assert.Single(await Catalogs.Heads([Id("330111"), head.Unit], None));
        Assert.Equal((held.Seq, held.RemovedOn, held.RemovedCount, held.LastHold, held.ChangedAt), (read.Seq, read.RemovedOn, read.RemovedCount, read.LastHold, read.ChangedAt));
        Assert.Equal("{year}-{serial:5}", read.Settings.IndexPattern);
        Assert.Equal((2, "栏目撤并", At), (read.Holds[0].Number, read.Holds[0].Reason, read.Holds[0].At));
    }

    private Task Put(CatalogEntry entry, long revision, long previous, string origin = "330110/website") => Happen(new EntryPut(entry, revision, origin, "王", $"v{revision}", "", previous), new Dictionary<EntryId, EntryRow>(), entry.Links);

    private async Task Remove(string id, long revision, long previous)
    {
        var row = Assert.Single(await Catalogs.Rows(head.Unit, [EntryId.Parse(id)], None));
        await Happen(new EntryRemoved(row.Id, revision, "重复", "330110", "王", previous), new Dictionary<EntryId, EntryRow> { [row.Id] = row }, []);
    }

    private async Task Happen(CatalogEvent happened, Dictionary<EntryId, EntryRow> rows, ImmutableArray<EntryLink> links)
    {
        var (after, changed) = CatalogFold.Apply(head, rows, [happened], At, "wang@330110");
        await Record(new Append($"catalog/{head.Unit}", head.Seq, At, "wang@330110", "", "", [CatalogEventJson.Write(happened)])
        {
            Changes = [new CatalogChanged(after, changed, [], []), new EntryLinksChanged(head.Unit, changed[0].Id, links)],
        });
        head = after;
    }

    private Task<AppendResult> Change(ReadModelChange change) => Record(Changing(change));
}
