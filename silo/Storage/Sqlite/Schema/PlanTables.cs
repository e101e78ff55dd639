namespace Federation.Storage.Sqlite.Schema;

/// <summary>Work plans, their clauses, and how each clause stands with each unit.</summary>
internal static class PlanTables
{
    public const string Sql =
        """
        CREATE TABLE plan (
            plan      TEXT    NOT NULL PRIMARY KEY,
            issuer    TEXT    NOT NULL,
            year      INTEGER NOT NULL,
            number    INTEGER NOT NULL,
            title     TEXT    NOT NULL,
            document  TEXT    NOT NULL,
            version   INTEGER NOT NULL,
            issued_at INTEGER,
            as_of     INTEGER NOT NULL,
            receivers INTEGER NOT NULL,
            withdrawn INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX plan_issuer ON plan (issuer, year, number);

        CREATE TABLE clause (
            plan     TEXT    NOT NULL,
            ord      INTEGER NOT NULL,
            clause   TEXT    NOT NULL,
            title    TEXT    NOT NULL,
            measures TEXT    NOT NULL,
            source   TEXT    NOT NULL,
            root     TEXT    NOT NULL,
            minutes  INTEGER NOT NULL,
            PRIMARY KEY (plan, ord)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX clause_root ON clause (root);

        -- in tree order: an issue appends, a subtree is a range
        CREATE TABLE assignment (
            plan         TEXT    NOT NULL,
            ord          INTEGER NOT NULL,
            unit         TEXT    NOT NULL,
            clause       TEXT    NOT NULL,
            version      INTEGER NOT NULL,
            state        INTEGER NOT NULL,
            sent_at      INTEGER NOT NULL,
            delivered_at INTEGER,
            opened_at    INTEGER,
            answered_at  INTEGER,
            escalated_on INTEGER,
            objection    TEXT    NOT NULL,
            light        TEXT    NOT NULL,
            due          INTEGER,
            PRIMARY KEY (plan, ord, unit, clause)
        ) STRICT, WITHOUT ROWID;
        """;
}
