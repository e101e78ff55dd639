using System.Runtime.CompilerServices;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Catalogs;

/// <summary>Reads a catalog from its beginning to its end, page by page; never the whole in memory.</summary>
public static class CatalogPages
{
    private const int Page = 500;

    /// <summary>Every entry that is not removed, each once, in the order of its last change.</summary>
    /// <remarks>
    /// An entry that changes while it is read is given out once, as it was when its turn came. What is remembered for this is one number for each
    /// entry, its place in the digest tree.
    /// </remarks>
    public static async IAsyncEnumerable<StoredEntry> Entries(ICatalogReads reads, UnitId unit, [EnumeratorCancellation] CancellationToken ct)
    {
        HashSet<long> given = [];
        long after = 0;
        while (true)
        {
            var page = await reads.Changes(unit, after, Page, ct);
            foreach (var stored in page)
            {
                after = stored.Row.Seq;
                if (stored.Entry is not null && given.Add(stored.Row.Id.Path))
                    yield return stored;
            }
            if (page.Length < Page)
                yield break;
        }
    }
}
