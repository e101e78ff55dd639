using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class DraftConformance(TestStore store) : StoreConformance(store)
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly DraftRow Row = new(
        Id("330110"), EntryId.Parse("a"), DraftState.Review, "保密审查", EntryKind.Document, "通知", DisclosureAttribute.Proactive, "zhang@330110", ["zhang@330110", "sun@330110 for li@330110"],
        ["step", "validity"], 2, At, new DateOnly(2026, 2, 27), new DateOnly(2026, 3, 27), null, false, null, "", "", Digest.Of([7]));

    private IReviewReads Drafts => (IReviewReads)Ledger;

    [Fact]
    public async Task Lists_HoldWhatBelongsInThem_InOrder_PageByPage()
    {
        await Put(Row with { Id = EntryId.Parse("c") }, Row, Row with { Id = EntryId.Parse("b"), At = At.AddDays(-1) }, Row with { Unit = Id("330111") }, Row with { Id = EntryId.Parse("d"), Tasks = [], LastDay = null });
        var first = await Drafts.Work(Row.Unit, null, 2, None);
        Assert.Equal(["b", "a"], first.Select(r => r.Id.Value));
        Assert.Equal(["c"], (await Drafts.Work(Row.Unit, new DraftPlace(first[1].At.UtcTicks, first[1].Id), 2, None)).Select(r => r.Id.Value));
        var read = first[1];
        Assert.Equal(Row with { Hands = read.Hands, Tasks = read.Tasks }, read);
        Assert.Equal(Row.Hands.AsEnumerable(), read.Hands);
        Assert.Equal(Row.Tasks.AsEnumerable(), read.Tasks);
        Assert.Equal(["a", "b", "c"], (await Drafts.Limits(Row.Unit, null, 9, None)).Select(r => r.Id.Value));
        Assert.Empty(await Drafts.Withheld(Row.Unit, null, 9, None));
    }

    [Fact]
    public async Task Drafts_AreFoundByEntry_InTheirUnitAlone()
    {
        await Put(Row, Row with { Id = EntryId.Parse("b"), Hash = null }, Row with { Id = EntryId.Parse("c"), Unit = Id("330111") });
        var found = await Drafts.DraftsOf(Row.Unit, [Row.Id, EntryId.Parse("b"), EntryId.Parse("c"), EntryId.Parse("d")], None);
        Assert.Equal([("a", Row.Hash), ("b", null)], found.OrderBy(r => r.Id.Value).Select(r => (r.Id.Value, r.Hash)));
    }

    [Fact]
    public async Task Rows_AreReplaced_AndLeaveTheirLists()
    {
        await Put(Row);
        await Put(Row with { State = DraftState.Withheld, Tasks = [], LastDay = null, ReviewOn = new DateOnly(2026, 9, 1), Reason = "内部事务", Basis = "第十六条" });
        Assert.Empty(await Drafts.Work(Row.Unit, null, 9, None));
        Assert.Empty(await Drafts.Limits(Row.Unit, null, 9, None));
        Assert.Equal(("内部事务", "第十六条"), (await Drafts.Withheld(Row.Unit, null, 9, None)).Select(r => (r.Reason, r.Basis)).Single());
    }

    [Fact]
    public async Task Breaches_AreCountedByUnit_PublishedInTimeIsNone()
    {
        var late = Row with { Breached = true, PublishedOn = new DateOnly(2026, 4, 1), Tasks = [] };
        await Put(late, late with { Id = EntryId.Parse("b") }, Row with { Id = EntryId.Parse("c"), PublishedOn = new DateOnly(2026, 3, 27) }, late with { Unit = Id("330111") });
        var counts = await Drafts.Breaches(None);
        Assert.Equal((2, 1), (counts[Row.Unit], counts[Id("330111")]));
        Assert.Equal(["a", "b"], (await Drafts.Limits(Row.Unit, null, 9, None)).Select(r => r.Id.Value));
    }

    [Fact]
    public async Task Content_IsKeptOnce_AndIsNoContentOfACatalog()
    {
        byte[] bytes = [1, 2, 3];
        var hash = Digest.Of(bytes);
        await Append(new DraftContentKept(hash, "text/plain", bytes), new DraftContentKept(hash, "image/png", bytes));
        Assert.Equal("text/plain", (await Drafts.DraftContent(hash, None))!.Value.MediaType);
        Assert.Null(await ((ICatalogReads)Ledger).Content(hash, None));
    }

    private Task Put(params DraftRow[] rows) => Append([.. rows.Select(r => new DraftChanged(r))]);

    private async Task Append(params ReadModelChange[] changes) => await Ledger.Append(new Append("", 0, At, "", "", "", []) { Changes = [.. changes] }, None);
}
