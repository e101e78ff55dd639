using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>
/// Every dated row of every unit: what the tree was on any day. Build it with <see cref="Check"/>; a register exists only when no rule
/// is broken, so a tree taken from it has neither orphans nor cycles.
/// </summary>
public sealed class DivisionRegister
{
    private readonly ImmutableDictionary<UnitId, ImmutableArray<Unit>> rowsById;

    private DivisionRegister(ImmutableDictionary<UnitId, ImmutableArray<Unit>> rowsById) => this.rowsById = rowsById;

    /// <summary>The root row that every register has.</summary>
    public static Unit Root { get; } = new(UnitId.Nation, "全国", Tier.Nation, UnitKind.Territory, null, DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Every row, in order of id and first day; the root is among them.</summary>
    public IEnumerable<Unit> Rows => rowsById.OrderBy(r => r.Key).SelectMany(r => r.Value);

    /// <summary>Checks rows and builds the register of them.</summary>
    /// <param name="rows">Rows, each with the line it came from; the nation need not be among them.</param>
    /// <returns>The register, or all findings in order of line.</returns>
    public static (DivisionRegister? Register, ImmutableArray<Finding> Findings) Check(IEnumerable<(int Line, Unit Unit)> rows)
    {
        var all = rows.Where(r => r.Unit.Id != UnitId.Nation).OrderBy(r => r.Line).ToList();
        var byId = all.GroupBy(r => r.Unit.Id)
            .ToImmutableDictionary(g => g.Key, g => g.OrderBy(r => r.Unit.From).Select(r => r.Unit).ToImmutableArray())
            .Add(UnitId.Nation, [Root]);
        var findings = all.SelectMany(r => Faults(r.Unit, byId).Select(f => f with { Where = DivisionCsv.Place(r.Line) })).ToImmutableArray();
        return findings.IsEmpty ? (new DivisionRegister(byId), []) : (null, findings);
    }

    /// <summary>The rows of one unit over time; empty when it never was.</summary>
    public ImmutableArray<Unit> History(UnitId id) => rowsById.GetValueOrDefault(id, []);

    /// <summary>The tree as it was on one day.</summary>
    public DivisionTree AsOf(DateOnly day) => DivisionTree.Of(rowsById.Values.SelectMany(r => r).Where(u => u.HoldsOn(day)));

    private static IEnumerable<Finding> Faults(Unit unit, ImmutableDictionary<UnitId, ImmutableArray<Unit>> byId)
    {
        Finding Fault(Rule rule) => rule.At("", $"{unit.Name}({unit.Id}):{rule.Title}", $"{unit.Name} ({unit.Id}): {rule.TitleEn}");

        if (unit.From >= unit.To)
            yield return Fault(DivisionRules.BadDates);
        if (byId[unit.Id].Count(row => row.From < unit.To && unit.From < row.To) > 1) // one is the unit's own row
            yield return Fault(DivisionRules.Overlap);
        if (unit.Id.IsAgency != (unit.Kind == UnitKind.Agency)
            || (unit.Id.IsAgency && !unit.Id.Value.StartsWith(unit.Parent + ".", StringComparison.Ordinal))
            || unit.Parent!.IsAgency)
            yield return Fault(DivisionRules.AgencyPlace);

        var parents = byId.GetValueOrDefault(unit.Parent!, []).Where(p => p.From < unit.To && unit.From < p.To).ToList();
        if (!Covers(parents, unit))
            yield return Fault(DivisionRules.Orphan);
        else if (ClosesOnItself(unit, byId))
            yield return Fault(DivisionRules.Cycle);
        else if (parents.Any(p => unit.Kind == UnitKind.Agency ? p.Tier != unit.Tier : p.Tier >= unit.Tier))
            yield return Fault(DivisionRules.WrongOrder);
    }

    private static bool Covers(List<Unit> parents, Unit unit)
    {
        var reached = unit.From;
        foreach (var parent in parents.Where(p => p.From <= reached || p.From == DateOnly.MinValue))
            reached = parent.From <= reached && parent.To > reached ? parent.To : reached;
        return reached >= unit.To;
    }

    // A row may change its parent over time, so the chain is followed on the first day of each row met on the way.
    private static bool ClosesOnItself(Unit unit, ImmutableDictionary<UnitId, ImmutableArray<Unit>> byId)
    {
        foreach (var day in byId[unit.Id].Concat(byId.GetValueOrDefault(unit.Parent!, [])).Select(r => r.From > unit.From ? r.From : unit.From).Distinct())
        {
            var seen = new HashSet<UnitId> { unit.Id };
            for (var at = unit.Parent; at is not null && at != UnitId.Nation; at = byId.GetValueOrDefault(at, []).FirstOrDefault(r => r.HoldsOn(day))?.Parent)
            {
                if (!seen.Add(at))
                    return true;
            }
        }
        return false;
    }
}
