using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Ledger;

namespace Federation.Domain.Tests.Catalogs;

/// <summary>Where one act of a catalog ends and the next begins.</summary>
public sealed class CatalogActsTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 20, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EventsOfOneMomentActorAndRequest_AreOneAct() => Assert.Equal([3], Sizes(Put("a"), Put("b"), Given("b")));

    [Theory]
    [InlineData(1, "zhang", "k")] // another moment
    [InlineData(0, "li", "k")] // another actor
    [InlineData(0, "zhang", "other")] // another request
    public void AnotherStamp_BeginsAnAct(int seconds, string actor, string key) => Assert.Equal([1, 1], Sizes((Put("a"), 0, "zhang", "k"), (Put("b"), seconds, actor, key)));

    [Fact] // without a request id, two acts of one moment look alike but for this
    public void AnEntryNamedAgain_BeginsAnAct() => Assert.Equal([2, 1], Sizes(Put("a"), Put("b"), Removed("a")));

    [Fact] // what a second person confirmed does not count as removed today without one
    public void ADecision_BeginsAnAct_AndOnlyRemovalsGoOnWithIt() => Assert.Equal([1, 3, 1], Sizes(Removed("x"), new RemovalsDecided(1, true, "已核对"), Removed("a"), Removed("b"), Put("c")));

    [Fact]
    public void NoEvents_AreNoAct() => Assert.Empty(new CatalogActs().End());

    private static int[] Sizes(params CatalogEvent[] events) => Sizes([.. events.Select(e => (e, 0, "zhang", ""))]);

    private static int[] Sizes(params (CatalogEvent Happened, int Seconds, string Actor, string Key)[] events)
    {
        var acts = new CatalogActs();
        List<int> sizes = [];
        foreach (var (happened, seconds, actor, key) in events)
            sizes.Add(acts.Add(new RecordedEvent(0, "catalog/110101", 1, At.AddSeconds(seconds), actor, "", key, "", 1, default, default, default), happened).Count);
        sizes.Add(acts.End().Count);
        return [.. sizes.Where(s => s > 0)];
    }

    private static EntryPut Put(string id) => new(
        new CatalogEntry(EntryId.Parse(id), EntryKind.Document, id, ImmutableSortedDictionary<string, string>.Empty, new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []), 1, "110101", "", "", "", 0);

    private static EntryRemoved Removed(string id) => new(EntryId.Parse(id), 2, "重复", "110101", "", 1);

    private static IndexNumberGiven Given(string id) => new(EntryId.Parse(id), "K/1", "K", 1);
}
