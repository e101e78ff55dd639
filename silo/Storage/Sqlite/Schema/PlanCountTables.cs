namespace Federation.Storage.Sqlite.Schema;

/// <summary>
/// How many assignments of a plan stand alike, block by block of its tree order: a count over a subtree reads whole blocks and the rows of two
/// edges, whatever the number of receivers.
/// </summary>
internal static class PlanCountTables
{
    /// <summary>Orders in a block.</summary>
    public const int Block = 256;

    public static readonly string Sql =
        $"""
        CREATE TABLE assignment_count (
            plan      TEXT    NOT NULL,
            block     INTEGER NOT NULL,
            clause    TEXT    NOT NULL,
            state     INTEGER NOT NULL,
            light     TEXT    NOT NULL,
            escalated INTEGER NOT NULL,
            count     INTEGER NOT NULL,
            PRIMARY KEY (plan, block, clause, state, light, escalated)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO assignment_count
        SELECT plan, ord / {Block}, clause, state, light, escalated_on IS NOT NULL, count(*) FROM assignment GROUP BY 1, 2, 3, 4, 5, 6;
        CREATE INDEX assignment_silent ON assignment (unit) WHERE escalated_on IS NOT NULL;
        """;
}
