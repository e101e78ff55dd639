using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints.Drafting;

/// <summary>A name that no plan of an issuer has a unit for yet.</summary>
/// <param name="Name">As written.</param>
/// <param name="Clauses">Where it was met, for example <c>330000/2026/12#一/(一)</c>.</param>
public sealed record OpenName(string Name, ImmutableArray<string> Clauses);

/// <summary>待定名称: names of bodies in plans that still mean nobody.</summary>
public static class OpenNames
{
    /// <summary>Open names of several plans, the most frequent first.</summary>
    public static ImmutableArray<OpenName> Of(IEnumerable<(PlanId Plan, PlanDraft Draft)> plans) =>
    [
        .. plans.SelectMany(p => p.Draft.Points.SelectMany(point => point.Bodies.Where(b => b.Unit is null).Select(b => (b.Name, Clause: $"{p.Plan}#{point.Clause}"))))
            .GroupBy(m => m.Name).Select(g => new OpenName(g.Key, [.. g.Select(m => m.Clause).Distinct()]))
            .OrderByDescending(n => n.Clauses.Length).ThenBy(n => n.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// A draft in which a name means what was chosen: each unit is a body in its place, and receives the clause where the clause has receivers of its own; with no
    /// unit the body is taken out. A clause without receivers of its own keeps those of the plan.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="name">The name.</param>
    /// <param name="units">What it means.</param>
    /// <param name="issuer">Never a receiver of its own plan.</param>
    public static PlanDraft Fill(PlanDraft draft, string name, ImmutableArray<UnitId> units, UnitId issuer) =>
        draft with { Points = [.. draft.Points.Select(p => p.Bodies.Any(b => b.Unit is null && b.Name == name) ? Fill(p, name, units, issuer) : p)] };

    private static WorkPoint Fill(WorkPoint point, string name, ImmutableArray<UnitId> units, UnitId issuer)
    {
        var bodies = point.Bodies.SelectMany(b => b.Unit is null && b.Name == name ? units.Select(u => b with { Unit = u }) : [b]);
        var below = units.Where(u => u != issuer).ToList();
        return point with
        {
            Bodies = [.. bodies.DistinctBy(b => (b.Name, b.Unit, b.Unit is null ? b.Part : default))],
            Receivers = point.Receivers.IsEmpty || below.Count == 0 ? point.Receivers
                : [.. point.Receivers.Where(r => r is not Listed), new Listed([.. point.Receivers.OfType<Listed>().SelectMany(l => l.Units).Concat(below).Distinct()])],
        };
    }
}
