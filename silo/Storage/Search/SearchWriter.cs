using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Search;

/// <summary>Writes the index: one batch, one transaction. Used by one thread at a time.</summary>
internal sealed class SearchWriter(Connection connection)
{
    private const char Between = '\n';
    private readonly Statement find = connection.Prepare("SELECT key, words FROM document WHERE catalog = ?1 AND entry = ?2");
    private readonly Statement drop = connection.Prepare("DELETE FROM document WHERE key = ?1");
    private readonly Statement dropTerms = connection.Prepare("DELETE FROM term WHERE rowid = ?1");
    private readonly Statement add = connection.Prepare("INSERT INTO document VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement addTerms = connection.Prepare("INSERT INTO term (rowid, title, text, scope) VALUES (?1, ?2, ?3, ?4)");
    private readonly Statement use = connection.Prepare("INSERT INTO word VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET uses = uses + excluded.uses, word = excluded.word");
    private readonly Statement place = connection.Prepare("INSERT OR IGNORE INTO place VALUES (?1, ?2)");
    private readonly Statement replace = connection.Prepare("INSERT OR REPLACE INTO place VALUES (?1, ?2)");
    private readonly Statement mark = connection.Prepare("UPDATE mark SET value = ?2 WHERE name = ?1");

    public void Write(IReadOnlyCollection<SearchDocument> documents, IReadOnlyCollection<(UnitId Catalog, EntryId Entry)> removed, long? position) => Transaction(() =>
    {
        Dictionary<string, int> uses = [];
        foreach (var (catalog, entry) in removed)
            Remove(catalog, entry, uses);
        var number = connection.Scalar("SELECT value FROM mark WHERE name = 'number'");
        var keyed = documents.Select(d => (Key: SearchKey.Of(d.Day, Remove(d.Catalog, d.Entry, uses) is { } old ? SearchKey.NumberOf(old) : ++number), Document: d));
        foreach (var (key, document) in keyed.OrderBy(d => d.Key).ToList()) // in order of key: the index then gathers a whole batch before it writes
            Add(key, document, uses);
        foreach (var one in documents.DistinctBy(d => d.Catalog))
            place.Bind(1, one.Catalog.Value).Bind(2, one.Place).Run();
        foreach (var (word, count) in uses.Where(u => u.Value != 0))
            use.Bind(1, SearchText.Fold(word)).Bind(2, word).Bind(3, count).Run();
        mark.Bind(1, "number").Bind(2, number).Run();
        if (position is { } known)
            mark.Bind(1, "position").Bind(2, known).Run();
    });

    public void SetPlace(UnitId catalog, string now) => Transaction(() => replace.Bind(1, catalog.Value).Bind(2, now).Run());

    private long? Remove(UnitId catalog, EntryId entry, Dictionary<string, int> uses)
    {
        find.Bind(1, catalog.Value).Bind(2, entry.Value);
        if (!find.Step())
            return null;
        var (key, words) = (find.Int64(0), find.Text(1));
        find.Reset();
        foreach (var word in words.Split(Between, StringSplitOptions.RemoveEmptyEntries))
            uses[word] = uses.GetValueOrDefault(word) - 1;
        drop.Bind(1, key).Run();
        dropTerms.Bind(1, key).Run();
        return key;
    }

    private void Add(long key, SearchDocument document, Dictionary<string, int> uses)
    {
        foreach (var word in document.Words)
            uses[word] = uses.GetValueOrDefault(word) + 1;
        add.Bind(1, key).Bind(2, document.Catalog.Value).Bind(3, document.Entry.Value).Bind(4, string.Join(Between, document.Words)).Run();
        addTerms.Bind(1, key).Bind(2, document.Title).Bind(3, document.Text).Bind(4, document.Scope).Run();
    }

    private void Transaction(Action write)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            write();
            connection.Execute("COMMIT");
        }
        catch
        {
            if (connection.InTransaction)
                connection.Execute("ROLLBACK");
            throw;
        }
    }
}
