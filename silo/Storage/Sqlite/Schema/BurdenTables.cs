namespace Federation.Storage.Sqlite.Schema;

/// <summary>What each clause of a plan will cost a receiver, month by month.</summary>
internal static class BurdenTables
{
    public const string Sql =
        """
        -- month: year times 12 plus month minus 1
        CREATE TABLE clause_month (
            plan    TEXT    NOT NULL,
            clause  TEXT    NOT NULL,
            month   INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            PRIMARY KEY (plan, clause, month)
        ) STRICT, WITHOUT ROWID;
        """;
}
