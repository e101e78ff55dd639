using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Web.Catalogs;

/// <summary>Reads what the pages of catalogs show. Everything in a catalog is public, so nobody is asked who they are.</summary>
internal sealed class CatalogPageReader(ICatalogReads catalogs, EntryFinder finder, IDivisions divisions)
{
    private const int PageSize = 20;
    private const int RowsOfPage = 50;
    private const int MostCounted = 3000;
    private const int MostShown = 50_000;

    /// <summary>The tree of today.</summary>
    public DivisionTree Tree => divisions.Today;

    /// <summary>What was found.</summary>
    /// <param name="asked">As typed.</param>
    /// <param name="words">The same, read.</param>
    /// <param name="page">Where the page begins; empty: the first.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<FindModel> Find(Asked asked, FilterWords words, string page, CancellationToken ct)
    {
        List<Finding> findings = [];
        var within = Within(asked.Within, findings);
        var filter = new SearchFilter(
            within, false, new EntryFilter(words.Kind(), words.Disclosure(), words.Validity(), "", asked.Domain), Day(asked.From, "from", findings), Day(asked.To, "to", findings));
        var order = words.Order();
        findings.AddRange(words.Findings);
        var (found, wrong) = await finder.Find(asked.Text, filter, order, page, PageSize, ct);
        var tree = divisions.Today;
        var names = found?.Entries.Select(e => e.Stored.Row.Catalog).Distinct().ToImmutableDictionary(u => u, u => tree.Find(u)?.Name ?? u.Value);
        return new FindModel(asked, findings.Count == 0 ? found : null, names ?? ImmutableDictionary<UnitId, string>.Empty, [.. findings, .. wrong], page.Length == 0, within == UnitId.Nation ? null : tree.Find(within));
    }

    /// <summary>What somebody may mean.</summary>
    public Task<ImmutableArray<string>> Suggest(string text, string within, CancellationToken ct) => finder.Suggest(text, Within(within, []), 8, ct);

    /// <summary>A catalog; null when there is no such unit.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="filter">Narrowed to.</param>
    /// <param name="before">Where the page begins; null: the first.</param>
    /// <param name="words">The address that was read.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<BrowseModel?> Browse(UnitId unit, EntryFilter filter, long? before, FilterWords words, CancellationToken ct)
    {
        var tree = divisions.Today;
        if (!tree.TryFind(unit, out var top))
            return null;
        var head = await catalogs.Head(unit, ct) ?? CatalogHead.Start(unit);
        ImmutableArray<Finding> wrong = [.. words.Findings];
        var rows = wrong.IsEmpty ? await catalogs.List(unit, filter, before, RowsOfPage + 1, ct) : [];
        return new BrowseModel(
            tree[top], head, filter, [.. rows.Take(RowsOfPage)], rows.Length > RowsOfPage ? rows[RowsOfPage - 1].Seq : null, before is null, await Below(tree, top, ct), wrong);
    }

    /// <summary>An entry with everything around it; null when it was never there.</summary>
    public async Task<EntryModel?> Entry(UnitId unit, EntryId id, CancellationToken ct)
    {
        if (await catalogs.Entry(unit, id, ct) is not { } stored)
            return null;
        var body = stored.Entry?.Body is { } hash && await catalogs.Content(hash, ct) is { } kept ? BodyText.Read(kept.MediaType, kept.Bytes) : null;
        var cut = body?.Length > MostShown;
        return new EntryModel(
            unit, divisions.Today.Find(unit)?.Name ?? unit.Value, stored, string.IsNullOrWhiteSpace(body) ? null : cut ? body[..MostShown] : body, cut, await Links(unit, stored, ct),
            Versions(await catalogs.History(unit, id, ct)));
    }

    /// <summary>A text or file that an entry has or had; null when it never did, or it is not kept here.</summary>
    public async Task<(string Name, string MediaType, byte[] Bytes)?> Content(UnitId unit, EntryId id, Digest hash, CancellationToken ct)
    {
        foreach (var entry in (await catalogs.History(unit, id, ct)).Select(a => a.Happened).OfType<EntryPut>().Reverse().Select(p => p.Entry))
        {
            var file = entry.Attachments.FirstOrDefault(a => a.Hash == hash);
            if (file is null && entry.Body != hash)
                continue;
            return await catalogs.Content(hash, ct) is { } kept ? (file?.Name ?? "", kept.MediaType, kept.Bytes) : null;
        }
        return null;
    }

    /// <summary>The canonical form of an entry; null when it is not there.</summary>
    public async Task<byte[]?> Canonical(UnitId unit, EntryId id, CancellationToken ct) => await catalogs.Entry(unit, id, ct) is { Entry: { } entry } ? EntryJson.Bytes(entry) : null;

    private async Task<ImmutableArray<BelowLine>> Below(DivisionTree tree, int top, CancellationToken ct)
    {
        var units = tree.LastOf(top) - top;
        if (units > MostCounted)
            return [.. tree.ChildrenOf(top).Select(o => new BelowLine(tree[o], null))];
        var heads = (await catalogs.Heads([.. Enumerable.Range(top + 1, units).Select(o => tree[o].Id)], ct)).ToDictionary(h => h.Unit, h => (long)h.Whole.Count);
        return [.. tree.ChildrenOf(top).Select(o => new BelowLine(tree[o], Enumerable.Range(o, tree.LastOf(o) - o + 1).Sum(at => heads.GetValueOrDefault(tree[at].Id))))];
    }

    private async Task<ImmutableArray<LinkLine>> Links(UnitId unit, StoredEntry stored, CancellationToken ct)
    {
        var lines = ImmutableArray.CreateBuilder<LinkLine>();
        foreach (var link in stored.Entry?.Links ?? [])
        {
            var catalog = link.Catalog ?? unit;
            lines.Add(new LinkLine(link.Relation, false, catalog, link.Entry, (await catalogs.Rows(catalog, [link.Entry], ct)) is [{ Removed: false } row] ? row.Title : null));
        }
        lines.AddRange((await catalogs.LinksTo(unit, stored.Row.Id, ct)).Select(l => new LinkLine(l.Relation, true, l.From.Catalog, l.From.Id, l.From.Title)));
        return lines.ToImmutable();
    }

    private static ImmutableArray<VersionLine> Versions(ImmutableArray<EntryAct> acts)
    {
        var lines = new List<VersionLine>();
        CatalogEntry? before = null;
        foreach (var act in acts)
        {
            var entry = (act.Happened as EntryPut)?.Entry;
            lines.Add(new VersionLine(act, before is not null && entry is not null ? EntryDifference.Between(before, entry) : [], before is null));
            before = entry;
        }
        lines.Reverse();
        return [.. lines];
    }

    private UnitId Within(string text, List<Finding> findings)
    {
        var (asked, tree) = (text.Trim(), divisions.Today);
        if (asked.Length == 0)
            return UnitId.Nation;
        if (UnitId.TryParse(asked, out var unit) && tree.Find(unit) is not null)
            return unit;
        var named = Enumerable.Range(0, tree.Count).Where(at => tree[at].Name == asked).Select(at => tree[at].Id).Take(2).ToList();
        if (named is [var only])
            return only;
        findings.Add(named.Count > 1 ? Desk.DeskRules.ManyNamed.At("within") : DivisionRules.UnknownUnit.At("within", $"没有单位 {asked}", $"there is no unit {asked}"));
        return UnitId.Nation;
    }

    private static DateOnly? Day(string text, string where, List<Finding> findings)
    {
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        findings.Add(CatalogRules.BadDay.At(where, $"日期“{text}”写法不对", $"'{text}' is no date"));
        return null;
    }
}
