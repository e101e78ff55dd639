using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Schema;

/// <summary>Brings a database file to the schema of this code, and records which changes it has seen.</summary>
internal static class Migrations
{
    /// <summary>Every change, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        new(1, "ledger", LedgerTables.Sql),
        new(2, "read models", ReadModelTables.Sql),
        new(3, "checkpoints", CheckpointTables.Sql),
        new(4, "publications and corrections", ReadModelTables.PublicationsSql),
        new(5, "amendments of lists", ReadModelTables.Amendments),
        new(6, "due table", DueTables.Sql),
        new(7, "work plans", PlanTables.Sql),
        new(8, "counts of assignments", PlanCountTables.Sql),
        new(9, "burden of plans", BurdenTables.Sql),
        new(10, "catalogs", CatalogTables.Sql),
        new(11, "entries before they are public", DraftTables.Sql),
        new(12, "hashes of entries before they are public", DraftTables.Hashes),
        new(13, "entries by outside source", CatalogTables.Origins),
    ];

    /// <summary>Applies what is missing, each change in a transaction of its own.</summary>
    /// <exception cref="InvalidOperationException">The file was written by newer code.</exception>
    public static void Apply(Connection connection, DateTimeOffset now)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT");
        RefuseNewer(connection);
        foreach (var migration in All)
            Apply(connection, migration, now);
    }

    private static void RefuseNewer(Connection connection)
    {
        var seen = connection.Scalar("SELECT coalesce(max(number), 0) FROM migration");
        if (seen > All.Count)
        {
            throw new InvalidOperationException(
                $"The database has schema {seen}, this program knows up to {All.Count}: it was written by a newer version. Use that version.");
        }
    }

    private static void Apply(Connection connection, Migration migration, DateTimeOffset now)
    {
        connection.Execute("BEGIN IMMEDIATE"); // another process may be opening the same file; whoever is second finds it done
        try
        {
            if (connection.Scalar($"SELECT count(*) FROM migration WHERE number = {migration.Number}") == 0)
            {
                connection.Execute(migration.Sql);
                connection.Execute($"INSERT INTO migration VALUES ({migration.Number}, '{migration.Name}', {now.UtcTicks})");
            }

            connection.Execute("COMMIT");
        }
        finally
        {
            if (connection.InTransaction)
                connection.Execute("ROLLBACK");
        }
    }
}
