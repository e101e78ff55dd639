using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Domain.Tests.Catalogs;

/// <summary>Entries and catalogs as the tests need them.</summary>
internal static class Entries
{
    public static UnitId County { get; } = UnitId.Parse("330110");

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>A document that nothing is wrong with.</summary>
    public static CatalogEntry Document(string id, string title = "关于调整城乡居民最低生活保障标准的通知", params (string Field, string Value)[] fields) => new(
        EntryId.Parse(id), EntryKind.Document, title,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new[] { (EntryFields.FormedOn, "2026-02-27") }.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);

    /// <summary>A matter with everything that the guide demands.</summary>
    public static CatalogEntry Matter(string id) => Document(id, "最低生活保障标准") with
    {
        Kind = EntryKind.Matter,
        Fields = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [EntryFields.Content] = "标准、依据、申请程序", [EntryFields.Basis] = "《社会救助暂行办法》", [EntryFields.Limit] = "信息形成或者变更之日起20个工作日内",
            [EntryFields.Agency] = "县民政局", [EntryFields.Channels] = "政府网站、公示栏", [EntryFields.Audience] = "全社会",
        }),
    };

    public static EntryChange Put(CatalogEntry entry, long? expected = null) => new(entry.Id, entry, expected);

    public static EntryChange Remove(string id, long? expected = null) => new(EntryId.Parse(id), null, expected, Reason: "重复发布");

    public static PushContext Context(CatalogHead? head = null, params EntryRow[] rows) => new(
        head ?? CatalogHead.Start(County), rows.ToImmutableDictionary(r => r.Id),
        rows.Where(r => r.IndexNumber.Length > 0).ToImmutableDictionary(r => r.IndexNumber, r => r.Id), "330110", "", Today);

    /// <summary>A row of an entry as it would be after one push.</summary>
    public static EntryRow Row(CatalogEntry entry, long seq = 1, long revision = 1) =>
        EntryRow.Of(County, new EntryPut(entry, revision, "330110", "", "", "", 0), seq, Now);
}

/// <summary>A catalog in memory: rows and a digest tree, both by the domain's own rules.</summary>
internal sealed class PaperCatalog : IDigestSource
{
    private readonly Dictionary<string, DigestNode> nodes = [];

    public CatalogHead Head { get; set; } = CatalogHead.Start(Entries.County);

    public Dictionary<EntryId, EntryRow> Rows { get; } = [];

    /// <summary>Places of the tree read since it was last set to 0.</summary>
    public int Reads { get; set; }

    public Branch Whole => Head.Whole;

    /// <summary>Compares two; both are in memory, so nothing is waited for.</summary>
    public static Comparison Compare(PaperCatalog left, PaperCatalog right) => DigestCompare.Of(left, left.Whole, right, right.Whole).AsTask().GetAwaiter().GetResult();

    public PushDecision Push(params EntryChange[] changes)
    {
        var decision = CatalogPush.Decide([.. changes], new PushContext(
            Head, Rows.ToImmutableDictionary(), Rows.Values.Where(r => r is { Removed: false, IndexNumber.Length: > 0 }).ToImmutableDictionary(r => r.IndexNumber, r => r.Id), "330110", "", Entries.Today));
        Record(decision.Events);
        return decision;
    }

    public DigestChange Record(ImmutableArray<CatalogEvent> events, string by = "zhang@330110")
    {
        var (head, rows) = CatalogFold.Apply(Head, Rows, events, Entries.Now, by);
        var change = rows.IsEmpty ? new DigestChange(head.Whole, [], []) : DigestTree.Change(this, [.. rows.Select(r => DigestLeaf.Of(r.Id, r.Hash))]).AsTask().GetAwaiter().GetResult();
        foreach (var row in rows)
            Rows[row.Id] = row;
        foreach (var gone in change.Folded.SelectMany(f => nodes.Keys.Where(k => k.StartsWith(f, StringComparison.Ordinal))).ToList())
            nodes.Remove(gone);
        foreach (var node in change.Nodes)
            nodes[node.Prefix] = node;
        Head = head with { Whole = change.Whole };
        return change;
    }

    public ValueTask<DigestNode?> Node(string prefix)
    {
        Reads++;
        return new(nodes.GetValueOrDefault(prefix));
    }

    public ValueTask<ImmutableArray<DigestLeaf>> Leaves(string prefix)
    {
        Reads++;
        return new([.. Rows.Values.Where(r => !r.Removed && r.Id.Path >= DigestNode.First(prefix) && r.Id.Path <= DigestNode.Last(prefix)).Select(r => DigestLeaf.Of(r.Id, r.Hash))]);
    }
}
