using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class StandardConformance(TestStore store) : StoreConformance(store)
{
    private static readonly UnitId Province = Id("330000"), County = Id("330110"), Other = Id("330111");

    private IStandardReads Standards => (IStandardReads)Ledger;

    [Fact]
    public async Task Versions_AreReadWhole_AndNamedByTheIndex()
    {
        var first = Version(1, "按月");
        var second = Version(2, "按周") with { Base = new StandardVersion(UnitId.Nation, 3) };
        await Change(new StandardVersionAdded(first, At));
        await Change(new StandardVersionAdded(second, At.AddDays(1)));

        var read = await Standards.Standard(second.Of, None);
        Assert.Equal((second.Title, second.Basis, second.Base), (read!.Title, read.Basis, read.Base));
        Assert.True(read.Items["a"].SameAs(second.Items["a"]));
        Assert.Null(await Standards.Standard(second.Of with { Version = 3 }, None));
        Assert.Null(await Standards.Standard(new StandardVersion(County, 1), None));

        Assert.Equal(
            [StandardRow.From(new(second, At.AddDays(1))), StandardRow.From(new(first, At))], (await Standards.Versions(Province, None)).AsEnumerable());
        Assert.Equal(second.Of, Assert.Single(await Standards.Latest([County, Province], None)).Of);
        Assert.NotEqual(StandardRow.From(new(first, At)).Hash, StandardRow.From(new(second, At)).Hash);
    }

    [Fact]
    public async Task SetAside_IsReplacedUnitByUnit()
    {
        await Change(new SetAsideChanged(County, Reasons(("a", "本县无此事项"), ("b", "已划出"))));
        await Change(new SetAsideChanged(Other, Reasons(("a", "无"))));
        await Change(new SetAsideChanged(County, Reasons(("b", "已划出"))));
        Assert.Equal([(County, "b", "已划出"), (Other, "a", "无")], (await Standards.SetAside([County, Other, Province], None)).AsEnumerable());
        await Change(new SetAsideChanged(County, Reasons()));
        Assert.Empty(await Standards.SetAside([County], None));
    }

    [Fact]
    public async Task Fulfilled_CountsEachItemOnce_AndOnlyByEntriesInForce()
    {
        await Put("e1", "art20-02", ValidityState.InForce, 1);
        await Put("e2", "art20-02", ValidityState.Amended, 2);
        await Put("e3", "art20-01", ValidityState.Amended, 3);
        await Put("e4", "art20-03", ValidityState.Repealed, 4);
        await Put("e5", "art20-04", ValidityState.Lapsed, 5);
        await Put("e6", "", ValidityState.InForce, 6);
        await Put("e7", "art20-05", ValidityState.InForce, 7, removed: true);
        Assert.Equal([(County, "art20-01"), (County, "art20-02")], (await Standards.Fulfilled([County, Other], None)).AsEnumerable());
        Assert.Empty(await Standards.Fulfilled([Other], None));
        Assert.Empty(await Standards.Fulfilled([], None));
    }

    private Task<AppendResult> Put(string id, string item, ValidityState validity, long seq, bool removed = false) => Change(new CatalogChanged(
        CatalogHead.Start(County) with { Seq = seq },
        [new EntryRow(County, EntryId.Parse(id), seq, 1, removed ? null : Digest.Of([1]), EntryKind.Matter, "事项", DisclosureAttribute.Proactive, validity, "", item, "", null, null, "330110", At)], [], []));

    private static StandardCatalog Version(int version, string limit) => new(
        new StandardVersion(Province, version), "省标准目录", "省政办〔2026〕1号", null,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("a", new StandardItem("a", "低保", Fields(limit), [Tier.County], true))]));

    private static ImmutableSortedDictionary<string, string> Fields(string limit) => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.Limit, limit)]);

    private static ImmutableSortedDictionary<string, string> Reasons(params IEnumerable<(string Item, string Reason)> reasons) =>
        reasons.ToImmutableSortedDictionary(r => r.Item, r => r.Reason, StringComparer.Ordinal);

    private Task<AppendResult> Change(ReadModelChange change) => Record(Changing(change));
}
