using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>How one clause stands in one part of the tree.</summary>
/// <param name="Assigned">Units there that it binds, in whatever state.</param>
/// <param name="Unreached">Those not reached yet.</param>
/// <param name="Opened">Those that have opened it, accepted or objected.</param>
/// <param name="Accepted">Those that have accepted it.</param>
/// <param name="Objected">Those that object.</param>
/// <param name="Escalated">Those whose silence was told to the unit above.</param>
/// <param name="Done">Those that have done what is due.</param>
/// <param name="Late">Those that are late.</param>
/// <param name="CarriedOn">Plans there that carry the clause on (任务分解).</param>
/// <param name="Refused">Those whose book did not take it.</param>
public sealed record CoverageCell(long Assigned, long Unreached, long Opened, long Accepted, long Objected, long Escalated, long Done, long Late, long CarriedOn, long Refused)
{
    /// <summary>Nothing.</summary>
    public static CoverageCell Empty { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>True when somebody there has accepted the clause or carries it on.</summary>
    public bool IsTaken => Accepted > 0 || CarriedOn > 0;

    /// <summary>空档: it was asked there, and nobody has taken it up.</summary>
    public bool IsHole => Assigned > 0 && !IsTaken;

    /// <summary>With more units.</summary>
    public CoverageCell Plus(AssignmentCount count) => count.State == AssignmentState.Withdrawn ? this : this with
    {
        Assigned = Assigned + count.Count,
        Unreached = Unreached + On(count.State == AssignmentState.Assigned, count.Count),
        Opened = Opened + On(count.State is AssignmentState.Opened or AssignmentState.Accepted or AssignmentState.Objected, count.Count),
        Accepted = Accepted + On(count.State == AssignmentState.Accepted, count.Count),
        Objected = Objected + On(count.State == AssignmentState.Objected, count.Count),
        Escalated = Escalated + On(count.Escalated, count.Count),
        Done = Done + On(count.Light == "done", count.Count),
        Late = Late + On(count.Light == "late", count.Count),
        Refused = Refused + On(count.State == AssignmentState.Refused, count.Count),
    };

    /// <summary>Both together.</summary>
    public CoverageCell Plus(CoverageCell other) => new(
        Assigned + other.Assigned, Unreached + other.Unreached, Opened + other.Opened, Accepted + other.Accepted, Objected + other.Objected, Escalated + other.Escalated,
        Done + other.Done, Late + other.Late, CarriedOn + other.CarriedOn, Refused + other.Refused);

    // one place knows how counts of a row enter a cell
    private static long On(bool counts, long count) => counts ? count : 0;
}

/// <summary>A part of the tree in a coverage matrix: a unit with everything below it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Cells">By clause, in the order of the matrix.</param>
public sealed record CoverageColumn(UnitId Unit, ImmutableArray<CoverageCell> Cells);

/// <summary>覆盖矩阵: clause by unit, with what nobody took up.</summary>
/// <param name="Clauses">Rows.</param>
/// <param name="Columns">The units directly below the top that the plan concerns, each with its subtree.</param>
public sealed record CoverageMatrix(ImmutableArray<ClauseRow> Clauses, ImmutableArray<CoverageColumn> Columns)
{
    /// <summary>Holes: clause and unit.</summary>
    public IEnumerable<(ClauseRow Clause, UnitId Unit)> Holes =>
        Columns.SelectMany(column => column.Cells.Select((cell, i) => (cell, i)).Where(c => c.cell.IsHole).Select(c => (Clauses[c.i], column.Unit)));

    /// <summary>Clauses that nobody in any column took up.</summary>
    public IEnumerable<ClauseRow> Untaken => Clauses.Where((_, i) => !Columns.Any(c => c.Cells[i].IsTaken));

    /// <summary>One clause over all columns.</summary>
    public CoverageCell Sum(int clause) => Columns.Aggregate(CoverageCell.Empty, (sum, column) => sum.Plus(column.Cells[clause]));

    /// <summary>Builds it.</summary>
    /// <param name="clauses">Clauses of the plan, in order.</param>
    /// <param name="columns">Units directly below the top.</param>
    /// <param name="counts">Assignments of the plan itself in the subtree of each of these.</param>
    /// <param name="lineage">Every clause that carries one of these on, however far down.</param>
    /// <param name="columnOf">Which of the columns a unit lies in, counted from 0; -1: in none.</param>
    public static CoverageMatrix Of(
        ImmutableArray<ClauseRow> clauses, ImmutableArray<UnitId> columns, IReadOnlyList<ImmutableArray<AssignmentCount>> counts, ImmutableArray<ClauseRow> lineage, Func<UnitId, int> columnOf)
    {
        var place = clauses.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i);
        var cells = columns.Select(_ => Enumerable.Repeat(CoverageCell.Empty, clauses.Length).ToArray()).ToArray();
        for (var column = 0; column < columns.Length; column++)
        {
            foreach (var count in counts[column])
            {
                if (place.TryGetValue($"{count.Plan}#{count.Clause}", out var row))
                    cells[column][row] = cells[column][row].Plus(count);
            }
        }
        foreach (var (carrying, row) in PlanLineage.Descendants(clauses, lineage))
        {
            if (columnOf(carrying.Plan.Issuer) is >= 0 and var column)
                cells[column][row] = cells[column][row] with { CarriedOn = cells[column][row].CarriedOn + 1 };
        }
        return new(clauses, [.. columns.Zip(cells, (unit, column) => new CoverageColumn(unit, [.. column])).Where(c => c.Cells.Any(cell => cell.Assigned > 0 || cell.IsTaken))]);
    }
}
