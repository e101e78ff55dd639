using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>
/// Every dated row of every unit: what the tree was on any day. Build it with <see cref="Check"/>; a register exists only when no rule
/// is broken, so a tree taken from it has neither orphans nor cycles.
/// </summary>
/// <remarks>One array in order of id and first day; the rows of a unit are a range of it. With 150,000 units little else fits as well.</remarks>
public sealed class DivisionRegister
{
    private const int UsualDepth = 16;
    private readonly ImmutableArray<Unit> rows;
    private readonly Dictionary<UnitId, int> firsts; // place of a unit's first row; never changed after the constructor

    private DivisionRegister(ImmutableArray<Unit> rows)
    {
        this.rows = rows;
        firsts = new Dictionary<UnitId, int>(rows.Length);
        for (var at = 0; at < rows.Length; at++)
            firsts.TryAdd(rows[at].Id, at);
    }

    /// <summary>The root row that every register has.</summary>
    public static Unit Root { get; } = new(UnitId.Nation, "全国", Tier.Nation, UnitKind.Territory, null, DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Every row, in order of id and first day; the root is among them.</summary>
    public ImmutableArray<Unit> Rows => rows;

    /// <summary>Checks rows and builds the register of them.</summary>
    /// <param name="rows">Rows, each with the line it came from; the nation need not be among them.</param>
    /// <returns>The register, or all findings in order of line.</returns>
    public static (DivisionRegister? Register, ImmutableArray<Finding> Findings) Check(IEnumerable<(int Line, Unit Unit)> rows)
    {
        var all = rows.Where(r => r.Unit.Id != UnitId.Nation).Append((Line: 0, Unit: Root)).ToArray();
        Array.Sort(all, ByIdAndFirstDay);
        var register = new DivisionRegister([.. all.Select(r => r.Unit)]);
        var found = new List<(int Line, Finding Finding)>();
        foreach (var (line, unit) in all)
        {
            if (unit.Parent is not null)
                register.AddFaults(unit, rule => found.Add((line, rule.At(DivisionCsv.Place(line), $"{unit.Name}({unit.Id}):{rule.Title}", $"{unit.Name} ({unit.Id}): {rule.TitleEn}"))));
        }
        return found.Count == 0 ? (register, []) : (null, [.. found.OrderBy(f => f.Line).Select(f => f.Finding)]);
    }

    /// <summary>The rows of one unit over time; empty when it never was.</summary>
    public ImmutableArray<Unit> History(UnitId id) => [.. RowsOf(id)];

    /// <summary>The tree as it was on one day.</summary>
    public DivisionTree AsOf(DateOnly day) => DivisionTree.Of(rows.Where(u => u.HoldsOn(day)));

    private ReadOnlySpan<Unit> RowsOf(UnitId id)
    {
        if (!firsts.TryGetValue(id, out var first))
            return [];
        var end = first + 1;
        while (end < rows.Length && rows[end].Id == id)
            end++;
        return rows.AsSpan(first, end - first);
    }

    private void AddFaults(Unit unit, Action<Rule> found)
    {
        if (unit.From >= unit.To)
            found(DivisionRules.BadDates);
        var own = RowsOf(unit.Id);
        if (own.Length > 1 && CountAtTheTimeOf(unit, own) > 1) // one is the unit's own row
            found(DivisionRules.Overlap);
        if (unit.Id.IsAgency != (unit.Kind == UnitKind.Agency)
            || (unit.Id.IsAgency && !IsCodeOf(unit.Parent!, unit.Id))
            || unit.Parent!.IsAgency)
            found(DivisionRules.AgencyPlace);

        var parents = RowsOf(unit.Parent!);
        if (!Covers(parents, unit))
            found(DivisionRules.Orphan);
        else if (ClosesOnItself(unit, own, parents))
            found(DivisionRules.Cycle);
        else if (IsInWrongOrder(parents, unit))
            found(DivisionRules.WrongOrder);
    }

    private static bool IsCodeOf(UnitId territory, UnitId agency) =>
        agency.Value.Length > territory.Value.Length && agency.Value[territory.Value.Length] == '.' && agency.Value.StartsWith(territory.Value, StringComparison.Ordinal);

    private static bool Meet(Unit a, Unit b) => a.From < b.To && b.From < a.To;

    private static int CountAtTheTimeOf(Unit unit, ReadOnlySpan<Unit> rows)
    {
        var count = 0;
        foreach (var row in rows)
            count += Meet(row, unit) ? 1 : 0;
        return count;
    }

    private static bool IsInWrongOrder(ReadOnlySpan<Unit> parents, Unit unit)
    {
        foreach (var parent in parents)
        {
            if (Meet(parent, unit) && (unit.Kind == UnitKind.Agency ? parent.Tier != unit.Tier : parent.Tier >= unit.Tier))
                return true;
        }
        return false;
    }

    private static bool Covers(ReadOnlySpan<Unit> parents, Unit unit)
    {
        var reached = unit.From;
        foreach (var parent in parents)
        {
            if (Meet(parent, unit) && parent.From <= reached && parent.To > reached)
                reached = parent.To;
        }
        return reached >= unit.To;
    }

    // A row may change its parent over time, so the chain is followed on the first day of each row met on the way.
    private bool ClosesOnItself(Unit unit, ReadOnlySpan<Unit> own, ReadOnlySpan<Unit> parents)
    {
        foreach (var row in own)
        {
            if (ClosesOnItself(unit, row.From > unit.From ? row.From : unit.From))
                return true;
        }
        foreach (var row in parents)
        {
            if (row.From > unit.From && ClosesOnItself(unit, row.From))
                return true;
        }
        return false;
    }

    private bool ClosesOnItself(Unit unit, DateOnly day)
    {
        HashSet<UnitId>? seen = null; // only chains longer than any real one need a memory
        var steps = 0;
        for (var at = unit.Parent; at is not null && at != UnitId.Nation; at = HeldOn(at, day)?.Parent)
        {
            if (at == unit.Id || (++steps > UsualDepth && !(seen ??= []).Add(at)))
                return true;
        }
        return false;
    }

    private Unit? HeldOn(UnitId id, DateOnly day)
    {
        foreach (var row in RowsOf(id))
        {
            if (row.HoldsOn(day))
                return row;
        }
        return null;
    }

    private static int ByIdAndFirstDay((int Line, Unit Unit) a, (int Line, Unit Unit) b) =>
        a.Unit.Id.CompareTo(b.Unit.Id) is var byId and not 0 ? byId
        : a.Unit.From.CompareTo(b.Unit.From) is var byDay and not 0 ? byDay
        : a.Line.CompareTo(b.Line);
}
