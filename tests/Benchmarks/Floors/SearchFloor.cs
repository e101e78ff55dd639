using System.Diagnostics;
using Federation.Domain.Catalogs.Search;
using Microsoft.Data.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>A bare full-text table given the same tokens as the index: no removals, no words to suggest, no place; asked for the first twenty numbers alone.</summary>
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
            + "CREATE VIRTUAL TABLE term USING fts5 (title, text, scope, content = '', tokenize = \"unicode61 remove_diacritics 0\")";
        made.ExecuteNonQuery();
    }

    /// <summary>Takes documents in, as many in one transaction as the index takes.</summary>
    /// <returns>Documents a second.</returns>
    public double Write(IReadOnlyCollection<SearchDocument> documents)
    {
        var (count, spent) = (0, TimeSpan.Zero);
        foreach (var batch in documents.Chunk(Batch))
        {
            var started = Stopwatch.GetTimestamp();
            using var all = connection.BeginTransaction();
            using var add = connection.CreateCommand();
            add.CommandText = "INSERT INTO term (rowid, title, text, scope) VALUES ($n, $title, $text, $scope)";
            var (number, title, text, scope) = (add.Parameters.Add("$n", SqliteType.Integer), add.Parameters.Add("$title", SqliteType.Text), add.Parameters.Add("$text", SqliteType.Text), add.Parameters.Add("$scope", SqliteType.Text));
            foreach (var document in batch)
            {
                (number.Value, title.Value, text.Value, scope.Value) = (++count, document.Title, document.Text, document.Scope);
                add.ExecuteNonQuery();
            }
            all.Commit();
            spent += Stopwatch.GetElapsedTime(started);
        }
        return count / spent.TotalSeconds;
    }

    /// <summary>Asks for the first twenty that have a word.</summary>
    public Times Ask(string word, int times)
    {
        var phrase = SearchText.Phrase(word)!;
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT rowid FROM term WHERE term MATCH $expression LIMIT 20";
        ask.Parameters.AddWithValue("$expression", $"\"{phrase.Tokens}\"{(phrase.OpenEnd ? " *" : "")}");
        return new Times(Enumerable.Range(0, times).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            using var rows = ask.ExecuteReader();
            while (rows.Read())
                rows.GetInt64(0);
            return Stopwatch.GetElapsedTime(started);
        }).ToList());
    }

    public void Dispose() => connection.Dispose();
}
