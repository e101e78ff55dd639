namespace Federation.Storage.Sqlite.Schema;

/// <summary>Entries before they are public: rows of worklists, registers and limits; and their texts and files, closed to the public.</summary>
internal static class DraftTables
{
    public const string Sql =
        """
        CREATE TABLE draft (
            unit         TEXT    NOT NULL,
            entry        TEXT    NOT NULL,
            state        INTEGER NOT NULL,
            step         TEXT    NOT NULL,
            kind         INTEGER NOT NULL,
            title        TEXT    NOT NULL,
            attribute    INTEGER NOT NULL,
            author       TEXT    NOT NULL,
            hands        TEXT    NOT NULL, -- divided by line feeds
            tasks        TEXT    NOT NULL, -- divided by blanks
            round        INTEGER NOT NULL,
            at           INTEGER NOT NULL,
            formed_on    INTEGER,
            last_day     INTEGER,
            published_on INTEGER,
            breached     INTEGER NOT NULL,
            review_on    INTEGER,
            reason       TEXT    NOT NULL,
            basis        TEXT    NOT NULL,
            PRIMARY KEY (unit, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX draft_work ON draft (unit, at, entry) WHERE tasks <> '';
        CREATE INDEX draft_withheld ON draft (unit, review_on, entry) WHERE review_on IS NOT NULL;
        CREATE INDEX draft_limit ON draft (unit, last_day, entry) WHERE last_day IS NOT NULL AND (published_on IS NULL OR breached <> 0);
        CREATE INDEX draft_breach ON draft (unit) WHERE breached <> 0;

        CREATE TABLE draft_content (
            hash       BLOB NOT NULL UNIQUE,
            media_type TEXT NOT NULL,
            bytes      BLOB NOT NULL
        ) STRICT;
        """;

    /// <summary>What can be passed from a list is what the list showed: rows written before have no hash and are passed one by one.</summary>
    public const string Hashes = "ALTER TABLE draft ADD COLUMN hash BLOB";
}
