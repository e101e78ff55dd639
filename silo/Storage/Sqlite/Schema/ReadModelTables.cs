namespace Federation.Storage.Sqlite.Schema;

/// <summary>Rows that follow from events and become true with them. Days are day numbers, moments UTC ticks.</summary>
internal static class ReadModelTables
{
    /// <summary>Locks and bases of due dates, titles, and the number of amendments of a list.</summary>
    public const string Amendments =
        """
        ALTER TABLE period ADD COLUMN title TEXT NOT NULL DEFAULT '';
        ALTER TABLE period ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roster ADD COLUMN locks INTEGER;
        ALTER TABLE roster ADD COLUMN basis TEXT NOT NULL DEFAULT '';
        """;

    public const string Sql =
        """
        CREATE TABLE unit (
            id         TEXT    NOT NULL,
            first_day  INTEGER NOT NULL,
            end_day    INTEGER NOT NULL, -- first day on which the row no longer holds
            name       TEXT    NOT NULL,
            tier       INTEGER NOT NULL,
            kind       INTEGER NOT NULL,
            parent     TEXT,
            PRIMARY KEY (id, first_day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE period (
            ord         INTEGER PRIMARY KEY, -- order of opening
            period      TEXT    NOT NULL UNIQUE,
            form        TEXT    NOT NULL,
            opened_at   INTEGER NOT NULL,
            as_of       INTEGER NOT NULL,
            roster_hash BLOB    NOT NULL
        ) STRICT;

        CREATE TABLE roster (
            period TEXT    NOT NULL,
            ord    INTEGER NOT NULL,
            last   INTEGER NOT NULL,
            unit   TEXT    NOT NULL,
            name   TEXT    NOT NULL,
            tier   INTEGER NOT NULL,
            parent INTEGER NOT NULL,
            due    INTEGER,
            PRIMARY KEY (period, ord)
        ) STRICT, WITHOUT ROWID;

        -- a rowid table: its rows are long, and new ones are appended whatever unit they are of
        CREATE TABLE contribution (
            unit         TEXT    NOT NULL,
            scope        INTEGER NOT NULL,
            period       TEXT    NOT NULL,
            rolls_into   TEXT    NOT NULL,
            version      INTEGER NOT NULL,
            filed        INTEGER NOT NULL,
            late         INTEGER NOT NULL,
            returned     INTEGER NOT NULL,
            accepted     INTEGER NOT NULL,
            figures      BLOB    NOT NULL,
            content_hash BLOB    NOT NULL,
            head         BLOB    NOT NULL,
            signer       TEXT    NOT NULL,
            at           INTEGER NOT NULL,
            UNIQUE (unit, scope, period)
        ) STRICT;
        CREATE INDEX contribution_parts ON contribution (period, rolls_into);
        """;

    public const string PublicationsSql =
        """
        ALTER TABLE contribution ADD COLUMN published INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE contribution ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
        """;
}
