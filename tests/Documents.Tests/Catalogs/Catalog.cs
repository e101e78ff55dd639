using System.Collections.Immutable;
using Federation.Documents.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>Entries, and a catalog of them with its history, as the tests need them.</summary>
internal static class Catalog
{
    public static UnitId Unit { get; } = UnitId.Parse("330110");

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static CatalogEntry Document(string id, string title = "关于调整城乡居民最低生活保障标准的通知", params (string Field, string Value)[] fields) => new(
        EntryId.Parse(id), EntryKind.Document, title,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new[] { (EntryFields.FormedOn, "2026-02-27") }.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);

    /// <summary>One with everything that an entry can hold.</summary>
    public static CatalogEntry Full { get; } = Document(
        "GW/2026:甲-1", "=合计(测试)\"引号\",逗号", (EntryFields.IndexNumber, "11330110/2026-00001"), (EntryFields.PublishedOn, "2026-03-02"), ("theme", "民政"), ("keywords", "低保;救助"),
        ("url", "https://example.gov.cn/a b?x=1"), (EntryFields.Limit, "每月"), (EntryFields.StandardItem, "社会救助/低保/标准"), ("summary", "第一行\n第二行")) with
    {
        Links = [new EntryLink(LinkRelation.BasedOn, UnitId.Parse("330000"), EntryId.Parse("S-1")), new EntryLink(LinkRelation.Related, null, EntryId.Parse("GW-2"))],
        Body = Digest.Of("正文"u8),
        Attachments = [new Attachment("附件;一|表%.pdf", "application/pdf", 5, Digest.Of("file1"u8))],
        Validity = new Validity(ValidityState.Amended, new DateOnly(2026, 3, 1)),
    };

    public static CatalogFacts Facts(CatalogHead? head = null) => new(Unit, "余杭区", head ?? CatalogHead.Start(Unit) with { Seq = 3, ChangedAt = Now }, new Uri("https://open.example.gov.cn/"));

    public static StoredEntry Stored(CatalogEntry entry, long seq = 1) =>
        new(EntryRow.Of(Unit, new EntryPut(entry, 1, "330110/website", "li", "", "", 0), seq, Now), entry, new Provenance("330110/website", "li", "7", "", Now), "");

    public static async IAsyncEnumerable<StoredEntry> Stream(params CatalogEntry[] entries)
    {
        foreach (var (entry, i) in entries.Select((e, i) => (e, i)))
        {
            await Task.Yield();
            yield return Stored(entry, i + 1);
        }
    }

    public static async Task<byte[]> Bytes(Func<Stream, Task> write)
    {
        var bytes = new MemoryStream();
        await write(bytes);
        return bytes.ToArray();
    }

    /// <summary>A chain of events as the ledger makes it.</summary>
    public static ImmutableArray<RecordedEvent> Chain(string stream, params IEnumerable<NewEvent> events)
    {
        var chain = ImmutableArray.CreateBuilder<RecordedEvent>();
        ReadOnlyMemory<byte> head = EventHash.Origin;
        foreach (var e in events)
        {
            var hash = EventHash.Of(head.Span, stream, chain.Count + 1, Now, "zhang@330110", "", "k" + chain.Count, e);
            chain.Add(new RecordedEvent(chain.Count + 1, stream, chain.Count + 1, Now, "zhang@330110", "", "k" + chain.Count, e.Kind, e.KindVersion, e.Payload, head, hash));
            head = hash;
        }
        return chain.ToImmutable();
    }
}
