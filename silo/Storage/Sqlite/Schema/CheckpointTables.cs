namespace Federation.Storage.Sqlite.Schema;

/// <summary>Snapshots of grain state; each may be lost at any time, the ledger is the truth.</summary>
internal static class CheckpointTables
{
    public const string Sql =
        """
        CREATE TABLE checkpoint (
            state TEXT    NOT NULL,
            key   TEXT    NOT NULL,
            etag  INTEGER NOT NULL, -- drawn from one counter, so that a row written anew never bears an old tag
            bytes BLOB    NOT NULL,
            UNIQUE (state, key)
        ) STRICT;
        INSERT INTO counter VALUES ('checkpoint', 0);
        """;
}
