using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.WorkPoints;

public sealed class CoverageTests
{
    private static readonly ImmutableArray<ClauseRow> Clauses = [Row(Plans.Id, "一"), Row(Plans.Id, "二")];

    [Fact]
    public void Of_ClauseThatNobodyTookUp_IsAHole()
    {
        ImmutableArray<AssignmentCount> tongliang = [Count("一", AssignmentState.Accepted, 3, "done"), Count("一", AssignmentState.Assigned, 1), Count("二", AssignmentState.Delivered, 4)];
        ImmutableArray<AssignmentCount> beibei = [Count("一", AssignmentState.Objected, 2, "late"), Count("一", AssignmentState.Withdrawn, 5)];
        var matrix = CoverageMatrix.Of(Clauses, [Plans.Tongliang, Plans.Beibei], [tongliang, beibei], Clauses, _ => -1);

        Assert.Equal([("二", Plans.Tongliang), ("一", Plans.Beibei)], matrix.Holes.Select(h => (h.Clause.Clause, h.Unit)));
        Assert.Equal("二", Assert.Single(matrix.Untaken).Clause);
        Assert.Equal(new CoverageCell(6, 1, 5, 3, 2, 0, 3, 2, 0, 0), matrix.Sum(0));
    }

    [Fact] // 任务分解: whoever breaks a clause down has taken it up
    public void Of_ClauseCarriedOnBelow_IsNoHole()
    {
        var county = PlanId.Of(Plans.Tongliang, 2026, 1);
        ImmutableArray<ClauseRow> lineage = [.. Clauses, Row(county, "1", $"{Plans.Id}#二"), Row(PlanId.Of(UnitId.Parse("500151001"), 2026, 1), "甲", $"{county}#1")];
        var matrix = CoverageMatrix.Of(Clauses, [Plans.Tongliang, Plans.Beibei], [[], [Count("二", AssignmentState.Opened, 1)]], lineage, u => u.Value.StartsWith("500151", StringComparison.Ordinal) ? 0 : 1);

        Assert.Equal(2, matrix.Columns[0].Cells[1].CarriedOn); // the county, and a township of it
        Assert.False(matrix.Columns[0].Cells[1].IsHole);
        Assert.True(matrix.Columns[1].Cells[1].IsHole);
    }

    [Fact] // lineage is a tree: every clause is found exactly once below its root, and the way up from it ends there
    public void Lineage_OfAnyForest_IsATree() => Property.Holds(Gen.Choose(0, 999).ListOf(), picks =>
    {
        List<ClauseRow> rows = [Row(Plans.Id, "一")];
        foreach (var (pick, i) in picks.Select((p, i) => (p, i)))
            rows.Add(Row(PlanId.Of(Plans.Tongliang, 2026, i + 1), $"{i}", rows[pick % rows.Count].Id));
        var down = PlanLineage.Down(rows[0].Id, rows);

        Assert.Equal(rows.Skip(1).Select(r => r.Id).Order(StringComparer.Ordinal), down.Select(d => d.Clause.Id).Order(StringComparer.Ordinal));
        foreach (var (clause, depth) in down)
        {
            var up = PlanLineage.Up(clause, rows);
            Assert.Equal((depth + 1, rows[0].Id), (up.Length, up[^1].Id));
        }
    });

    private static ClauseRow Row(PlanId plan, string clause, string source = "") => new(plan, clause, 0, clause, "once", source, $"{Plans.Id}#一", 0);

    private static AssignmentCount Count(string clause, AssignmentState state, long count, string light = "") => new(Plans.Id, clause, state, light, false, count);
}
