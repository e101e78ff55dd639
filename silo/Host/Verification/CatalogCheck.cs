using System.Globalization;
using Federation.Contracts;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite;

namespace Federation.Host.Verification;

/// <summary>What was proved of catalogs.</summary>
/// <param name="Catalogs">How many.</param>
/// <param name="Events">Events replayed.</param>
/// <param name="Entries">Entries that are not removed.</param>
/// <param name="Places">Places of digest trees with branches.</param>
/// <param name="Contents">Different texts and files that entries name, each counted once for each catalog.</param>
internal sealed record CatalogFindings(int Catalogs, long Events, long Entries, long Places, long Contents);

/// <summary>
/// Makes every catalog anew from its events alone, and compares head, rows, digest tree, links and feed with what is kept; one catalog is held at a time.
/// </summary>
internal sealed class CatalogCheck(DerivedTables tables, Differences found)
{
    private const string Nothing = "无 / nothing";
    private const string Something = "一行 / a row";
    private const int Page = 2000;
    private const int FeedsExplained = 20; // each costs the whole feed

    private int feedsExplained;

    /// <summary>Runs it.</summary>
    /// <param name="progress">Told how many of how many catalogs are done.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<CatalogFindings> Run(IProgress<(int Done, int Of)>? progress, CancellationToken ct)
    {
        var feed = await FeedTraces.Read(tables, ct);
        List<string> units = [.. (await tables.UnitsOfCatalogs(ct)).Union(feed.Catalogs, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var sum = new CatalogFindings(units.Count, 0, 0, 0, 0);
        for (var done = 0; done < units.Count; done++)
        {
            progress?.Report((done, units.Count));
            if (!UnitId.TryParse(units[done], out var unit))
                found.Row("catalog", units[done], "", "单位代码 / the code of a unit", units[done]);
            else if (await Replay(unit, ct) is var replayed && replayed.Fault is { } fault)
                found.Add("event", fault + ";该目录不再比对 / this catalog is compared no further");
            else
                sum = await Compare(replayed, feed, sum, ct);
        }
        progress?.Report((units.Count, units.Count));
        return sum;
    }

    private async Task<CatalogReplay> Replay(UnitId unit, CancellationToken ct)
    {
        var replay = new CatalogReplay(unit);
        for (long after = 0; await tables.Events(GrainKeys.Catalog(unit), after, Page, ct) is { IsEmpty: false } page; after = page[^1].Seq)
        {
            foreach (var recorded in page)
                replay.Take(recorded);
        }
        await replay.End();
        return replay;
    }

    private async Task<CatalogFindings> Compare(CatalogReplay replayed, FeedTraces feed, CatalogFindings sum, CancellationToken ct)
    {
        var unit = replayed.Head.Unit.Value;
        Head(unit, replayed, await tables.Head(unit, ct));
        await Rows(unit, replayed, ct);
        await Nodes(unit, replayed, ct);
        await Links(unit, replayed, ct);
        if (!feed.Are(unit, replayed.Feed.Select(c => (c.Id.Value, c.Seq))))
            await Explain(unit, replayed, ct);
        var contents = await Contents(unit, replayed, ct);
        return sum with
        {
            Events = sum.Events + replayed.Head.Seq, Entries = sum.Entries + replayed.Head.Whole.Count, Places = sum.Places + replayed.Nodes.Count, Contents = sum.Contents + contents,
        };
    }

    private void Head(string unit, CatalogReplay replayed, StoredRow<CatalogHead>? kept)
    {
        if (replayed.Head.Seq == 0)
        {
            if (kept is not null)
                found.Row("catalog", unit, "", Nothing, Something);
        }
        else if (kept?.Row is not { } row)
        {
            found.Row("catalog", unit, "", Something, kept is null ? Nothing : kept.Unreadable);
        }
        else if (RowColumns.Head.Differ(replayed.Head, row) is var (expected, stands))
        {
            found.Row("catalog", unit, "", expected, stands);
        }
    }

    private async Task Rows(string unit, CatalogReplay replayed, CancellationToken ct)
    {
        var missing = new HashSet<EntryId>(replayed.Rows.Keys);
        EntryPage page;
        var after = (Path: long.MinValue, Entry: "");
        do
        {
            page = await tables.Entries(unit, after, Page, ct);
            after = page.Last ?? after;
            foreach (var kept in page.Rows)
            {
                if (!EntryId.TryParse(kept.Key, out var id) || !replayed.Rows.TryGetValue(id, out var expected))
                {
                    found.Row("entry", unit, kept.Key, Nothing, Something);
                    continue;
                }
                missing.Remove(id);
                if (kept.Row is not { } row)
                    found.Row("entry", unit, kept.Key, Something, kept.Unreadable);
                else if (row != expected && RowColumns.Entry.Differ(expected, row) is var (should, stands))
                    found.Row("entry", unit, kept.Key, should, stands);
            }
        }
        while (page.Last is not null);
        foreach (var id in missing.Order())
            found.Row("entry", unit, id.Value, replayed.Rows[id].Hash is { } hash ? $"hash={hash}" : "tombstone", Nothing);
    }

    private async Task Nodes(string unit, CatalogReplay replayed, CancellationToken ct)
    {
        var missing = replayed.Nodes.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var kept in await tables.Nodes(unit, ct))
        {
            missing.Remove(kept.Key);
            if (!replayed.Nodes.TryGetValue(kept.Key, out var expected))
                found.Row("digest_node", unit, PlaceOf(kept.Key), Nothing, Something);
            else if (kept.Row is not { } row)
                found.Row("digest_node", unit, PlaceOf(kept.Key), TextOf(expected.Whole), kept.Unreadable);
            else if (Enumerable.Range(0, DigestNode.Width).Where(i => row.Branches[i] != expected.Branches[i]).ToList() is { Count: > 0 } branches)
                found.Row("digest_node", unit, DigestNode.Below(kept.Key, branches[0]), TextOf(expected.Branches[branches[0]]), TextOf(row.Branches[branches[0]]));
        }
        foreach (var prefix in missing.Order(StringComparer.Ordinal))
            found.Row("digest_node", unit, PlaceOf(prefix), TextOf(replayed.Nodes[prefix].Whole), Nothing);
    }

    private async Task Links(string unit, CatalogReplay replayed, CancellationToken ct)
    {
        var expected = replayed.Links.SelectMany(l => l.Value.Select(one => new StoredLink(l.Key.Value, (int)one.Relation, (one.Catalog ?? replayed.Head.Unit).Value, one.Entry.Value))).ToHashSet();
        foreach (var kept in await tables.Links(unit, ct))
        {
            if (!expected.Remove(kept))
                found.Row("entry_link", unit, kept.Entry, Nothing, TextOf(kept));
        }
        foreach (var link in expected.OrderBy(l => l.Entry, StringComparer.Ordinal))
            found.Row("entry_link", unit, link.Entry, TextOf(link), Nothing);
    }

    private async Task Explain(string unit, CatalogReplay replayed, CancellationToken ct)
    {
        if (++feedsExplained > FeedsExplained)
        {
            found.Row("catalog_feed", unit, "", $"{replayed.Feed.Count} 次变更 / changes", "其他变更 / other changes");
            return;
        }
        var kept = (await tables.FeedOf(unit, ct)).Select(c => (Entry: c.Entry, c.Seq)).ToList();
        var expected = replayed.Feed.Select(c => (Entry: c.Id.Value, c.Seq)).ToList();
        var (more, fewer) = (kept.Except(expected).ToList(), expected.Except(kept).ToList());
        foreach (var (entry, seq) in more)
            found.Row("catalog_feed", unit, entry, Nothing, $"seq={seq}");
        foreach (var (entry, seq) in fewer)
            found.Row("catalog_feed", unit, entry, $"seq={seq}", Nothing);
        if (more.Count + fewer.Count == 0)
            found.Row("catalog_feed", unit, "", $"按序的 {expected.Count} 次变更 / changes in order", $"{kept.Count} 次,次序不同或有重复 / out of order or twice");
    }

    private async Task<int> Contents(string unit, CatalogReplay replayed, CancellationToken ct)
    {
        if (replayed.Contents.Count == 0)
            return 0;
        HashSet<Digest> named = [.. replayed.Contents.Values.SelectMany(c => c).Select(c => c.Hash)];
        var sizes = await tables.Sizes(named, ct);
        foreach (var (id, contents) in replayed.Contents.OrderBy(c => c.Key))
        {
            foreach (var one in contents)
            {
                if (!sizes.TryGetValue(one.Hash, out var size))
                    found.Row("content", unit, id.Value, one.Hash.ToString(), Nothing);
                else if (one.Size is { } said && said != size)
                    found.Row("content", unit, id.Value, $"{said} 字节 / bytes of {one.Hash}", RowColumns.Number(size));
            }
        }
        return named.Count;
    }

    private static string PlaceOf(string prefix) => prefix.Length == 0 ? "根 / root" : prefix;

    private static string TextOf(Branch branch) => string.Create(CultureInfo.InvariantCulture, $"digest={branch.Digest} entries={branch.Count}");

    private static string TextOf(StoredLink link) => $"{(Enum.IsDefined((LinkRelation)link.Relation) ? ((LinkRelation)link.Relation).Word() : RowColumns.Number(link.Relation))} {link.ToCatalog} {link.ToEntry}";
}
