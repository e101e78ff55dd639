using System.Diagnostics;
using Federation.Domain.Divisions;
using Federation.Host.Demo;
using Microsoft.Data.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>The plain way to a total: one row for every cell filed, and a recursive query over the tree of units.</summary>
internal sealed class CellTable : IDisposable
{
    private const string Sum =
        """
        WITH RECURSIVE below (id) AS (SELECT $top UNION ALL SELECT unit.id FROM unit JOIN below ON unit.parent = below.id)
        SELECT cell.cell, sum(cell.value) FROM below JOIN cell ON cell.unit = below.id GROUP BY cell.cell
        """;

    private readonly SqliteConnection connection;

    public CellTable(string file, DivisionTree tree, IEnumerable<SentFiling> filings)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA cache_size = -262144; CREATE TABLE unit (id TEXT PRIMARY KEY, parent TEXT) WITHOUT ROWID; CREATE TABLE cell (unit TEXT, cell TEXT, value INTEGER, PRIMARY KEY (unit, cell)) WITHOUT ROWID");
        using var all = connection.BeginTransaction();
        for (var order = 0; order < tree.Count; order++)
            Execute("INSERT INTO unit VALUES ($a, $b)", ("$a", tree[order].Id.Value), ("$b", tree.ParentOf(order) < 0 ? DBNull.Value : tree[tree.ParentOf(order)].Id.Value));
        foreach (var filing in filings)
        {
            foreach (var (cell, value) in filing.Cells)
                Execute("INSERT INTO cell VALUES ($a, $b, $c)", ("$a", filing.Unit.Value), ("$b", cell), ("$c", value));
        }
        all.Commit();
        Execute("CREATE INDEX unit_parent ON unit (parent); ANALYZE");
    }

    /// <summary>Adds up a unit's subtree, a few times.</summary>
    public Times Total(UnitId top, int times) => new(Enumerable.Range(0, times).Select(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        using var command = connection.CreateCommand();
        command.CommandText = Sum;
        command.Parameters.AddWithValue("$top", top.Value);
        using var reader = command.ExecuteReader();
        var cells = new Dictionary<string, long>();
        while (reader.Read())
            cells[reader.GetString(0)] = reader.GetInt64(1);
        return Stopwatch.GetElapsedTime(started);
    }));

    public void Dispose() => connection.Dispose();

    private void Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
