using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    /// <summary>Writes a consistent copy of the whole file, compacted, while the ledger goes on.</summary>
    /// <param name="path">The copy; must not exist yet.</param>
    /// <param name="ct">Not started when cancelled before; a copy under way is carried to its end.</param>
    /// <exception cref="LedgerUnavailableException">The copy cannot be written; what was written of it is removed.</exception>
    public Task Backup(string path, CancellationToken ct) => Task.Run(() => Copy(System.IO.Path.GetFullPath(path)), ct);

    /// <summary>Looks over the pages and indexes of the file itself; <see cref="Verification.ChainVerifier"/> looks over the content.</summary>
    /// <returns>What is wrong, in SQLite's words; empty when nothing is.</returns>
    public ValueTask<IReadOnlyList<string>> CheckFile(CancellationToken ct) =>
        readers.Read<IReadOnlyList<string>>(
            reader => [.. Reading.Reader.All(reader.Query("PRAGMA integrity_check"), row => row.Text(0)).Where(line => line != "ok")],
            ct);

    private void Copy(string path)
    {
        if (File.Exists(path))
            throw new LedgerUnavailableException($"{path} exists already; a backup never replaces a file.");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        try
        {
            using var connection = file.OpenReader();
            connection.Execute("PRAGMA query_only = OFF"); // the copy is written through this connection; the ledger is only read
            connection.Execute($"VACUUM INTO '{unfinished.Replace("'", "''", StringComparison.Ordinal)}'");
            using (var copy = File.Open(unfinished, FileMode.Open, FileAccess.ReadWrite))
                copy.Flush(flushToDisk: true);
            File.Move(unfinished, path);
        }
        catch (Exception failure) when (failure is SqliteFailure or IOException)
        {
            File.Delete(unfinished);
            throw new LedgerUnavailableException($"The backup to {path} failed.", failure);
        }
    }
}
