using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>How a list changes after its opening, by a logged act alone. Each change is a further list; this one stays as it is.</summary>
public sealed partial class Roster
{
    /// <summary>The list under a further layer: bodies it speaks of get its date where it is earlier than theirs.</summary>
    public Roster Under(DeadlineLayer layer)
    {
        if (Find(layer.Top) is not { } top)
            return this;
        return Changed(r => r.Ord >= top.Ord && r.Ord <= top.Last && r.Due is { } due && layer.IsFor(KindOf(r), r.Tier)
            ? r with { Due = layer.Due < due ? layer.Due : due, Basis = layer.Due < due ? layer.Notice : r.Basis, Locks = layer.Locks < r.Locks ? layer.Locks : r.Locks }
            : r);
    }

    /// <summary>免报: the list on which a unit stands but need not file.</summary>
    public Roster Without(UnitId unit, string reason) => Changed(r => r.Unit == unit ? r with { Due = null, Locks = null, Basis = $"免报:{reason}" } : r);

    /// <summary>增列: the list on which a unit must file: one excused before, or one new in the tree, put in its place below its superior.</summary>
    /// <param name="unit">The unit; its parent stands on the list with something below it.</param>
    /// <param name="due">Its dates.</param>
    public Roster With(Unit unit, DueDate due)
    {
        if (Find(unit.Id) is not null)
            return Changed(r => r.Unit == unit.Id ? r with { Due = due.Day, Locks = due.Locks, Basis = due.Basis } : r);
        var parent = Find(unit.Parent!) ?? throw new ArgumentException($"{unit.Parent} is not on the list", nameof(unit));
        var at = ChildrenOf(parent).FirstOrDefault(c => ComesAfter(c, unit))?.Ord ?? parent.Last + 1;
        var rows = Rows.Select(r => r with
        {
            Ord = r.Ord >= at ? r.Ord + 1 : r.Ord,
            Last = r.Last >= at || (r.Ord <= parent.Ord && parent.Ord <= r.Last) ? r.Last + 1 : r.Last,
            Parent = r.Parent >= at ? r.Parent + 1 : r.Parent,
        });
        var added = new RosterRow(at, at, unit.Id, unit.Name, unit.Tier, parent.Ord, due.Day, due.Locks, due.Basis);
        return new Roster(Period, Form, [.. rows.Take(at), added, .. rows.Skip(at)], Revision + 1);
    }

    /// <summary>Rows of this list that an earlier one has not at the same order.</summary>
    public ImmutableArray<RosterRow> ChangesSince(Roster earlier) =>
        [.. Rows.Where(r => r.Ord >= earlier.Rows.Length || r != earlier.Rows[r.Ord])];

    /// <summary>The row's class of body.</summary>
    public static UnitKind KindOf(RosterRow row) => row.Unit.IsAgency ? UnitKind.Agency : UnitKind.Territory;

    /// <summary>Layers of a unit and of the units above it, the highest unit's first.</summary>
    public IEnumerable<DeadlineLayer> ChainOf(UnitId unit, IEnumerable<DeadlineLayer> layers)
    {
        var order = Find(unit)?.Ord ?? -1;
        return layers.Select(layer => (layer, top: Find(layer.Top)))
            .Where(l => l.top is { } top && top.Ord <= order && order <= top.Last)
            .OrderBy(l => l.top!.Ord).Select(l => l.layer);
    }

    // as DivisionTree has it: agencies first, then territories, both in order of code
    private static bool ComesAfter(RosterRow row, Unit unit) =>
        KindOf(row) == unit.Kind ? row.Unit.CompareTo(unit.Id) > 0 : unit.Kind == UnitKind.Agency;

    private Roster Changed(Func<RosterRow, RosterRow> change) => new(Period, Form, ImmutableArray.CreateRange(Rows, change), Revision + 1);
}
