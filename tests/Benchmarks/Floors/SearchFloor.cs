using System.Diagnostics;
using Federation.Domain.Catalogs.Search;
using Microsoft.Data.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>
/// A bare full-text table given the same tokens as the index, beside a bare table of the same contents: no filters, no order, no removals, no marks. A page is the first twenty numbers,
/// how many there are up to 1,001, and twenty contents by number.
/// </summary>
internal sealed class SearchFloor : IDisposable
{
    private const int Batch = 1000;
    private readonly SqliteConnection connection;

    public SearchFloor(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var made = connection.CreateCommand();
        made.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144; "
            + "CREATE VIRTUAL TABLE term USING fts5 (title, text, scope, content = '', tokenize = \"unicode61 remove_diacritics 0\"); CREATE TABLE content (number INTEGER PRIMARY KEY, bytes BLOB)";
        made.ExecuteNonQuery();
    }

    /// <summary>Takes documents in, as many in one transaction as the index takes.</summary>
    /// <returns>Documents a second.</returns>
    public double Write(IReadOnlyCollection<(SearchDocument Document, byte[] Content)> documents)
    {
        var (count, kept, spent) = (0, 0, TimeSpan.Zero);
        foreach (var batch in documents.Chunk(Batch))
        {
            var started = Stopwatch.GetTimestamp();
            using var all = connection.BeginTransaction();
            using var add = connection.CreateCommand();
            add.CommandText = "INSERT INTO term (rowid, title, text, scope) VALUES ($n, $title, $text, $scope)";
            var (number, title, text, scope) = (add.Parameters.Add("$n", SqliteType.Integer), add.Parameters.Add("$title", SqliteType.Text), add.Parameters.Add("$text", SqliteType.Text), add.Parameters.Add("$scope", SqliteType.Text));
            foreach (var (document, _) in batch)
            {
                (number.Value, title.Value, text.Value, scope.Value) = (++count, document.Title, document.Text, document.Scope);
                add.ExecuteNonQuery();
            }
            all.Commit();
            spent += Stopwatch.GetElapsedTime(started);
            Keep(batch.Select(d => d.Content), ref kept);
        }
        return count / spent.TotalSeconds;
    }

    /// <summary>Asks for a page of what has a word.</summary>
    public Times Ask(string word, int times)
    {
        var phrase = SearchText.Phrase(word)!;
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT bytes FROM content WHERE number IN (SELECT rowid FROM term WHERE term MATCH $expression LIMIT 20); SELECT count(*) FROM (SELECT 1 FROM term WHERE term MATCH $expression LIMIT 1001)";
        ask.Parameters.AddWithValue("$expression", $"\"{phrase.Tokens}\"{(phrase.OpenEnd ? " *" : "")}");
        return new Times(Enumerable.Range(0, times).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            using var rows = ask.ExecuteReader();
            do
            {
                while (rows.Read())
                    rows.GetValue(0);
            }
            while (rows.NextResult());
            return Stopwatch.GetElapsedTime(started);
        }).ToList());
    }

    public void Dispose() => connection.Dispose();

    private void Keep(IEnumerable<byte[]> contents, ref int kept)
    {
        using var all = connection.BeginTransaction();
        using var add = connection.CreateCommand();
        add.CommandText = "INSERT INTO content VALUES ($n, $bytes)";
        var (number, bytes) = (add.Parameters.Add("$n", SqliteType.Integer), add.Parameters.Add("$bytes", SqliteType.Blob));
        foreach (var content in contents)
        {
            (number.Value, bytes.Value) = (++kept, content);
            add.ExecuteNonQuery();
        }
        all.Commit();
    }
}
