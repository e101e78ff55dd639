namespace Federation.Storage.Sqlite.Schema;

/// <summary>Everything with a date. Moments are UTC ticks.</summary>
internal static class DueTables
{
    public const string Sql =
        """
        CREATE TABLE due (
            ref  TEXT    NOT NULL,
            kind TEXT    NOT NULL,
            at   INTEGER NOT NULL,
            unit TEXT    NOT NULL,
            PRIMARY KEY (ref, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX due_at ON due (at, ref, kind);
        """;
}
