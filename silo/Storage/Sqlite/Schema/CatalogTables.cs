namespace Federation.Storage.Sqlite.Schema;

/// <summary>
/// Catalogs. The content of an entry is its event; the row says which. In order of path, so that an entry, and a leaf of the digest tree, is a
/// range of the table itself; the feed is the one index beside it.
/// </summary>
internal static class CatalogTables
{
    public const string Sql =
        """
        CREATE TABLE catalog (
            catalog       TEXT    NOT NULL PRIMARY KEY,
            seq           INTEGER NOT NULL,
            digest        BLOB    NOT NULL,
            entries       INTEGER NOT NULL,
            changed_at    INTEGER,
            removed_on    INTEGER,
            removed_count INTEGER NOT NULL,
            last_hold     INTEGER NOT NULL,
            small         BLOB    NOT NULL -- settings and holds
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry (
            catalog      TEXT    NOT NULL,
            path         INTEGER NOT NULL,
            entry        TEXT    NOT NULL,
            seq          INTEGER NOT NULL,
            revision     INTEGER NOT NULL,
            hash         BLOB,             -- null: a tombstone
            kind         INTEGER NOT NULL,
            title        TEXT    NOT NULL,
            attribute    INTEGER NOT NULL,
            validity     INTEGER NOT NULL,
            index_number TEXT    NOT NULL,
            item         TEXT    NOT NULL,
            domain       TEXT    NOT NULL,
            formed_on    INTEGER,
            published_on INTEGER,
            origin       TEXT    NOT NULL,
            at           INTEGER NOT NULL,
            PRIMARY KEY (catalog, path, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_feed ON entry (catalog, seq);
        CREATE INDEX entry_index_number ON entry (catalog, index_number) WHERE index_number <> '' AND hash IS NOT NULL;
        CREATE INDEX entry_item ON entry (catalog, item) WHERE item <> '' AND hash IS NOT NULL AND validity <= 1; -- in force

        -- every change of every catalog in order of arrival: only appended
        CREATE TABLE catalog_feed (
            position INTEGER PRIMARY KEY,
            catalog  TEXT    NOT NULL,
            entry    TEXT    NOT NULL,
            seq      INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE entry_link (
            catalog    TEXT    NOT NULL,
            entry      TEXT    NOT NULL,
            relation   INTEGER NOT NULL,
            to_catalog TEXT    NOT NULL,
            to_entry   TEXT    NOT NULL,
            PRIMARY KEY (catalog, entry, relation, to_catalog, to_entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entry_link_to ON entry_link (to_catalog, to_entry);

        CREATE TABLE digest_node (
            catalog  TEXT NOT NULL,
            prefix   TEXT NOT NULL,
            branches BLOB NOT NULL, -- sixteen times a digest and a count of four bytes, big-endian
            PRIMARY KEY (catalog, prefix)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE content (
            hash       BLOB NOT NULL UNIQUE,
            media_type TEXT NOT NULL,
            bytes      BLOB NOT NULL
        ) STRICT;

        CREATE TABLE standard (
            owner        TEXT    NOT NULL,
            version      INTEGER NOT NULL,
            at           INTEGER NOT NULL,
            title        TEXT    NOT NULL,
            base_owner   TEXT,
            base_version INTEGER,
            items        INTEGER NOT NULL,
            hash         BLOB    NOT NULL, -- SHA-256 of the content
            content      BLOB    NOT NULL,
            PRIMARY KEY (owner, version)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE set_aside (
            unit   TEXT NOT NULL,
            item   TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (unit, item)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>What an outside source keeps, without a look at the rows themselves; entries of the units' own cost nothing here.</summary>
    public const string Origins = "CREATE INDEX entry_origin ON entry (catalog, origin, path, entry, seq, revision, hash) WHERE hash IS NOT NULL AND origin <> catalog;";
}
