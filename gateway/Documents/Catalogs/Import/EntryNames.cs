using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs.Import;

/// <summary>
/// Ids of entries whose table gives none: made from what identifies an entry, so that the same table read again names the same entries. By index
/// number where there is one, else by document number, else by kind, title, place in the catalog and day. What is the same even then is told apart by order.
/// </summary>
internal static class EntryNames
{
    /// <summary>Stands for an id that is still to be made; no table can hold it.</summary>
    public static EntryId Unnamed { get; } = EntryId.Parse("0:unnamed");

    /// <summary>Id of sample rows.</summary>
    public static EntryId Sample { get; } = EntryId.Parse("SAMPLE");

    /// <summary>Gives every entry its id, drops rows that repeat an earlier one word for word, and finds ids that stand twice.</summary>
    public static ImmutableArray<ImportedEntry> Give(IEnumerable<ImportedEntry> read)
    {
        var named = ImmutableArray.CreateBuilder<ImportedEntry>();
        var seen = new Dictionary<EntryId, int>();
        var contents = new HashSet<Digest>();
        var orders = new Dictionary<string, int>();
        foreach (var one in read)
        {
            if (one.Entry is not { } entry)
            {
                named.Add(one);
                continue;
            }
            if (entry.Title.StartsWith("(示例)", StringComparison.Ordinal) || entry.Title.StartsWith("(示例)", StringComparison.Ordinal))
            {
                named.Add(one with { Entry = null, Findings = [one.Place(EntryImportRules.SampleRow.At("title"))] });
                continue;
            }
            if (!contents.Add(entry.Hash))
            {
                named.Add(one with { Entry = null, Findings = one.Findings.Add(one.Place(EntryImportRules.RowTwice.At("id"))) });
                continue;
            }
            var now = one;
            if (one.Derived)
            {
                var name = NameOf(entry);
                var order = orders[name] = orders.GetValueOrDefault(name) + 1;
                now = one with { Entry = entry with { Id = EntryId.Parse(order == 1 ? name : FormattableString.Invariant($"{name}-{order}")) } };
                if (order > 1)
                    now = now with { Findings = now.Findings.Add(one.Place(EntryImportRules.IdByOrder.At("title"))) };
            }
            if (seen.TryGetValue(now.Entry!.Id, out var row))
                now = now with { Findings = now.Findings.Add(one.Place(EntryImportRules.IdTwice.At("id", $"条目编号 {now.Entry.Id} 已见于第 {row} 行", $"entry id {now.Entry.Id} stands in row {row} already"))) };
            else
                seen[now.Entry.Id] = one.Row;
            named.Add(now);
        }
        return named.ToImmutable();
    }

    private static string NameOf(CatalogEntry entry)
    {
        string[] parts = entry.IndexNumber.Length > 0 ? ["index", entry.IndexNumber]
            : entry[EntryFields.DocumentNumber].Length > 0 && entry.Kind == EntryKind.Document ? ["document", entry[EntryFields.DocumentNumber]]
            : [entry.Kind.Word(), entry.Title, entry[EntryFields.Domain], entry[EntryFields.List], entry[EntryFields.Item1], entry[EntryFields.Item2], entry[EntryFields.FormedOn]];
        return "auto-" + Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(p => Widths.Narrow(p).Trim())))).ToString()[..20];
    }
}
