using Federation.Domain.WorkPoints;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Sqlite.Schema;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Keeps the counts of assignments beside their rows: differences are gathered over an act and written once a block and state.</summary>
internal sealed class PlanCountWriter(Connection connection)
{
    private readonly Statement before = connection.Prepare(
        "SELECT state, light, escalated_on IS NOT NULL FROM assignment WHERE plan = ?1 AND ord = ?2 AND unit = ?3 AND clause = ?4");

    private readonly Statement forget = connection.Prepare("DELETE FROM assignment_count WHERE plan = ?1");
    private readonly Statement add = connection.Prepare(
        """
        INSERT INTO assignment_count VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (plan, block, clause, state, light, escalated) DO UPDATE SET count = count + excluded.count
        """);

    private readonly Statement sweep = connection.Prepare("DELETE FROM assignment_count WHERE plan = ?1 AND block = ?2 AND count = 0");

    /// <summary>Enters what a change of assignments does to the counts; call before the rows themselves are written.</summary>
    public void Write(AssignmentsChanged changed)
    {
        var plan = changed.Plan.ToString();
        var differences = new Dictionary<(int Block, string Clause, int State, string Light, bool Escalated), long>();
        if (changed.All)
            forget.Bind(1, plan).Run();
        foreach (var row in changed.Rows)
        {
            var block = row.Ord / PlanCountTables.Block;
            if (!changed.All && before.Bind(1, plan).Bind(2, row.Ord).Bind(3, row.Unit.Value).Bind(4, row.Clause).Step())
            {
                Add((block, row.Clause, before.Int32(0), before.Text(1), before.Int32(2) != 0), -1);
                before.Reset();
            }
            Add((block, row.Clause, (int)row.State, row.Light, row.EscalatedOn is not null), 1);
        }
        foreach (var (key, count) in differences.Where(d => d.Value != 0))
            add.Bind(1, plan).Bind(2, key.Block).Bind(3, key.Clause).Bind(4, key.State).Bind(5, key.Light).Bind(6, key.Escalated ? 1 : 0).Bind(7, count).Run();
        foreach (var block in differences.Where(d => d.Value < 0).Select(d => d.Key.Block).Distinct())
            sweep.Bind(1, plan).Bind(2, block).Run();

        void Add((int, string, int, string, bool) key, long count) => differences[key] = differences.GetValueOrDefault(key) + count;
    }
}
