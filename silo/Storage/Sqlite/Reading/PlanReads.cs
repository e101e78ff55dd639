using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Sqlite.Schema;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of plans, clauses and assignments.</summary>
internal static class PlanReads
{
    private const string One = "SELECT * FROM plan WHERE plan = ?1";
    private const string Many = "SELECT * FROM plan WHERE (?1 IS NULL OR issuer = ?1) AND (?2 IS NULL OR year = ?2) ORDER BY year DESC, issuer, number LIMIT ?3";
    private const string ClausesOf = "SELECT * FROM clause WHERE plan = ?1 ORDER BY ord";
    private const string OfRoot = "SELECT * FROM clause WHERE root = ?1 ORDER BY plan, ord";

    private const string Counts =
        """
        SELECT clause, state, light, escalated, sum(count) FROM (
            SELECT clause, state, light, escalated, count FROM assignment_count WHERE plan = ?1 AND block BETWEEN ?2 AND ?3
            UNION ALL
            SELECT clause, state, light, escalated_on IS NOT NULL, 1 FROM assignment WHERE plan = ?1 AND ord BETWEEN ?4 AND ?5
            UNION ALL
            SELECT clause, state, light, escalated_on IS NOT NULL, 1 FROM assignment WHERE plan = ?1 AND ord BETWEEN ?6 AND ?7)
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        """;

    private const string Places =
        """
        SELECT * FROM assignment
        WHERE plan = ?1 AND ord > ?2 AND ord <= ?3 AND (?4 IS NULL OR clause = ?4) AND (?5 IS NULL OR state = ?5) ORDER BY ord, unit, clause LIMIT ?6
        """;

    private static readonly string Told =
        $"""
        SELECT * FROM assignment
        WHERE unit = ?1 AND escalated_on IS NOT NULL AND state IN ({(int)AssignmentState.Assigned}, {(int)AssignmentState.Delivered}, {(int)AssignmentState.Opened}) ORDER BY plan, clause
        """;

    private const string LateOnes =
        "SELECT * FROM assignment WHERE plan = ?1 AND ord BETWEEN ?2 AND ?3 AND light = 'late' AND state <> 5 ORDER BY ord, unit, clause LIMIT ?4";

    public static ImmutableArray<AssignmentRow> Late(Reader reader, PlanId plan, int first, int last, int limit) =>
        Reader.All(reader.Query(LateOnes).Bind(1, plan.ToString()).Bind(2, first).Bind(3, last).Bind(4, limit), row => ReadAssignment(row, plan));

    // 5: withdrawn
    private const string BurdenOfUnits =
        """
        SELECT a.unit, m.month, sum(m.minutes) FROM assignment a JOIN clause_month m ON m.plan = a.plan AND m.clause = a.clause
        WHERE a.plan = ?1 AND a.ord BETWEEN ?2 AND ?3 AND a.state <> 5 AND m.month BETWEEN ?4 AND ?4 + 11 GROUP BY a.ord, a.unit, m.month ORDER BY a.ord, m.month
        """;

    private const string BurdenOfAll =
        """
        SELECT m.month, sum(m.minutes * a.units) FROM
        (SELECT clause, count(*) AS units FROM assignment WHERE plan = ?1 AND ord BETWEEN ?2 AND ?3 AND state <> 5 GROUP BY clause) a
        JOIN clause_month m ON m.plan = ?1 AND m.clause = a.clause
        WHERE m.month BETWEEN ?4 AND ?4 + 11 GROUP BY m.month ORDER BY m.month
        """;

    public static ImmutableArray<PlanBurdenRow> Burden(Reader reader, PlanId plan, int year, int first, int last) => Reader.All(
        reader.Query(BurdenOfUnits).Bind(1, plan.ToString()).Bind(2, first).Bind(3, last).Bind(4, year * 12),
        row => new PlanBurdenRow(plan, UnitId.Parse(row.Text(0)), Month(row.Int32(1)), row.Int64(2)));

    public static ImmutableArray<PlanBurdenRow> BurdenSum(Reader reader, PlanId plan, int year, int first, int last) => Reader.All(
        reader.Query(BurdenOfAll).Bind(1, plan.ToString()).Bind(2, first).Bind(3, last).Bind(4, year * 12),
        row => new PlanBurdenRow(plan, null, Month(row.Int32(0)), row.Int64(1)));

    private static DateOnly Month(int month) => new(month / 12, (month % 12) + 1, 1);

    public static PlanRow? Plan(Reader reader, PlanId plan) => Reader.One(reader.Query(One).Bind(1, plan.ToString()), ReadPlan);

    public static ImmutableArray<PlanRow> Plans(Reader reader, UnitId? issuer, int? year, int limit)
    {
        var query = reader.Query(Many);
        _ = issuer is null ? query.BindNull(1) : query.Bind(1, issuer.Value);
        _ = year is { } known ? query.Bind(2, known) : query.BindNull(2);
        return Reader.All(query.Bind(3, limit), ReadPlan);
    }

    public static ImmutableArray<ClauseRow> Clauses(Reader reader, PlanId plan) => Reader.All(reader.Query(ClausesOf).Bind(1, plan.ToString()), ReadClause);

    public static ImmutableArray<ClauseRow> Lineage(Reader reader, ImmutableArray<string> roots) =>
        [.. roots.Distinct().SelectMany(root => Reader.All(reader.Query(OfRoot).Bind(1, root), ReadClause))];

    // Whole blocks of orders are counted already; only the rows of the two edges are looked at.
    public static ImmutableArray<AssignmentCount> Count(Reader reader, PlanId plan, int first, int last)
    {
        const long block = PlanCountTables.Block;
        var (from, to) = ((first + block - 1) / block, ((last + 1L) / block) - 1);
        var whole = from <= to;
        var query = reader.Query(Counts).Bind(1, plan.ToString()).Bind(2, from).Bind(3, whole ? to : from - 1)
            .Bind(4, first).Bind(5, whole ? (from * block) - 1 : last)
            .Bind(6, whole ? (to + 1) * block : 1).Bind(7, whole ? last : 0);
        return Reader.All(query, row => ReadCount(row, plan));
    }

    private static AssignmentCount ReadCount(Statement row, PlanId plan) =>
        new(plan, row.Text(0), (AssignmentState)row.Int32(1), row.Text(2), row.Int32(3) != 0, row.Int64(4));

    public static ImmutableArray<AssignmentRow> Assignments(Reader reader, PlanId plan, string? clause, AssignmentState? state, int after, int last, int limit)
    {
        var query = reader.Query(Places).Bind(1, plan.ToString()).Bind(2, after).Bind(3, last);
        _ = clause is null ? query.BindNull(4) : query.Bind(4, clause);
        _ = state is { } known ? query.Bind(5, (int)known) : query.BindNull(5);
        return Reader.All(query.Bind(6, limit), row => ReadAssignment(row, plan));
    }

    public static ImmutableArray<AssignmentRow> Silent(Reader reader, ImmutableArray<UnitId> units) =>
        [.. units.SelectMany(u => Reader.All(reader.Query(Told).Bind(1, u.Value), row => ReadAssignment(row, PlanId.Parse(row.Text(0)))))];

    private static PlanRow ReadPlan(Statement row) => new(
        PlanId.Parse(row.Text(0)), UnitId.Parse(row.Text(1)), row.Int32(2), row.Text(4), row.Text(5), row.Int32(6),
        row.IsNull(7) ? null : Columns.Moment(row, 7), Columns.Day(row, 8), row.Int32(9), row.Int32(10) != 0);

    private static ClauseRow ReadClause(Statement row) =>
        new(PlanId.Parse(row.Text(0)), row.Text(2), row.Int32(1), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Int32(7));

    private static AssignmentRow ReadAssignment(Statement row, PlanId plan) => new(
        plan, row.Int32(1), UnitId.Parse(row.Text(2)), row.Text(3), row.Int32(4), (AssignmentState)row.Int32(5), Columns.Moment(row, 6),
        Moment(row, 7), Moment(row, 8), Moment(row, 9), Day(row, 10), row.Text(11), row.Text(12), Day(row, 13));

    private static DateTimeOffset? Moment(Statement row, int column) => row.IsNull(column) ? null : Columns.Moment(row, column);

    private static DateOnly? Day(Statement row, int column) => row.IsNull(column) ? null : Columns.Day(row, column);
}
