using System.Collections.Immutable;

namespace Federation.Domain.WorkPoints;

/// <summary>任务分解链: clauses that carry on other clauses. Every clause carries on one at most, of a unit above: a tree.</summary>
public static class PlanLineage
{
    /// <summary>From a clause up to the first: itself first, the first clause last.</summary>
    /// <param name="clause">Where to begin.</param>
    /// <param name="all">Clauses of its lineage.</param>
    public static ImmutableArray<ClauseRow> Up(ClauseRow clause, IEnumerable<ClauseRow> all)
    {
        var byId = all.ToDictionary(c => c.Id);
        var way = ImmutableArray.CreateBuilder<ClauseRow>();
        var seen = new HashSet<string>();
        for (var at = clause; at is not null && seen.Add(at.Id); at = byId.GetValueOrDefault(at.Source))
            way.Add(at);
        return way.ToImmutable();
    }

    /// <summary>Everything that carries a clause on, with its depth: 1 for what carries it on directly; itself not.</summary>
    /// <param name="clause">Where to begin.</param>
    /// <param name="all">Clauses of its lineage.</param>
    /// <returns>Each clause before those that carry it on.</returns>
    public static ImmutableArray<(ClauseRow Clause, int Depth)> Down(string clause, IEnumerable<ClauseRow> all)
    {
        var below = all.ToLookup(c => c.Source);
        var found = ImmutableArray.CreateBuilder<(ClauseRow, int)>();
        var seen = new HashSet<string> { clause };
        Add(clause, 1);
        return found.ToImmutable();

        void Add(string at, int depth)
        {
            foreach (var next in below[at].Where(c => seen.Add(c.Id)))
            {
                found.Add((next, depth));
                Add(next.Id, depth + 1);
            }
        }
    }

    internal static IEnumerable<(ClauseRow Carrying, int Row)> Descendants(ImmutableArray<ClauseRow> clauses, ImmutableArray<ClauseRow> all) =>
        clauses.SelectMany((clause, row) => Down(clause.Id, all).Select(d => (d.Clause, row)));
}
