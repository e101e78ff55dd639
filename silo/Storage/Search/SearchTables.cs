namespace Federation.Storage.Search;

/// <summary>
/// The index. The key of a document is its day and then its number, so that the newest first is the order of the table itself and a range of days a range
/// of keys: a page costs what it shows, however many match. The texts are not kept: they are in the ledger.
/// </summary>
internal static class SearchTables
{
    /// <summary>Raised whenever what is written here, or how text is cut, changes: an index of another version is made anew.</summary>
    public const int Version = 1;

    public const string Sql =
        """
        CREATE TABLE document (
            key     INTEGER PRIMARY KEY,
            catalog TEXT NOT NULL,
            entry   TEXT NOT NULL,
            words   TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX document_entry ON document (catalog, entry);
        CREATE VIRTUAL TABLE term USING fts5 (title, text, scope, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
        CREATE TABLE word (
            folded TEXT    NOT NULL PRIMARY KEY,
            word   TEXT    NOT NULL,
            uses   INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE place (
            catalog TEXT NOT NULL PRIMARY KEY,
            place   TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mark (
            name  TEXT    NOT NULL PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO mark VALUES ('position', 0), ('number', 0);
        """;
}
