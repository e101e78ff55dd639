using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>
/// 应报名单: who must file in a period, frozen with its tree at the opening. A rate over it can never pass 100 %, and a later change of the
/// tree does not move what is expected.
/// </summary>
public sealed partial class Roster
{
    private readonly FrozenDictionary<UnitId, int> orders;
    private readonly ImmutableArray<int> expectedBefore;

    /// <summary>The roster of rows as they were frozen.</summary>
    /// <param name="period">Its period.</param>
    /// <param name="form">Form of the period.</param>
    /// <param name="rows">In preorder; row n has order n.</param>
    /// <param name="revision">Number of amendments since the opening.</param>
    public Roster(PeriodId period, ReportForm form, ImmutableArray<RosterRow> rows, int revision = 0)
    {
        Period = period;
        Revision = revision;
        Form = form;
        Rows = rows;
        orders = rows.ToFrozenDictionary(r => r.Unit, r => r.Ord);
        var before = ImmutableArray.CreateBuilder<int>(rows.Length + 1);
        before.Add(0);
        foreach (var row in rows)
            before.Add(before[^1] + (row.Due is null ? 0 : 1));
        expectedBefore = before.MoveToImmutable();
    }

    /// <summary>Its period.</summary>
    public PeriodId Period { get; }

    /// <summary>Number of amendments since the opening.</summary>
    public int Revision { get; }

    /// <summary>Form of the period.</summary>
    public ReportForm Form { get; }

    /// <summary>Frozen units in preorder.</summary>
    public ImmutableArray<RosterRow> Rows { get; }

    /// <summary>Number of units that must file.</summary>
    public int Expected => expectedBefore[^1];

    /// <summary>Freezes a tree with its dates: every territory below the nation and every agency must file.</summary>
    /// <param name="tree">The tree of the day.</param>
    /// <param name="period">Its period.</param>
    /// <param name="form">Form of the period.</param>
    /// <param name="dates">Dates without any layer; null: those of the law.</param>
    /// <param name="layers">Earlier local dates; one whose top is not in the tree is for nobody.</param>
    public static Roster Freeze(DivisionTree tree, PeriodId period, ReportForm form, BaseDates? dates = null, ImmutableArray<DeadlineLayer> layers = default)
    {
        dates ??= Deadlines.For(period);
        var due = new DueDates(tree, dates, layers.IsDefault ? [] : layers);
        var rows = ImmutableArray.CreateBuilder<RosterRow>(tree.Count);
        for (var order = 0; order < tree.Count; order++)
        {
            var unit = tree[order];
            var row = new RosterRow(order, tree.LastOf(order), unit.Id, unit.Name, unit.Tier, tree.ParentOf(order), null);
            var expected = unit.Tier != Tier.Nation || unit.Kind != UnitKind.Territory;
            rows.Add(expected && due.Of(order) is var date ? row with { Due = date.Day, Locks = date.Locks, Basis = date.Basis } : row);
        }
        return new Roster(period, form, rows.MoveToImmutable());
    }

    /// <summary>The frozen row of a unit, or null when it is not on the list.</summary>
    public RosterRow? Find(UnitId unit) => orders.TryGetValue(unit, out var order) ? Rows[order] : null;

    /// <summary>How many must file in a subtree.</summary>
    public int ExpectedIn(RosterRow top) => expectedBefore[top.Last + 1] - expectedBefore[top.Ord];

    /// <summary>Rows directly below.</summary>
    public IEnumerable<RosterRow> ChildrenOf(RosterRow row)
    {
        for (var child = row.Ord + 1; child <= row.Last; child = Rows[child].Last + 1)
            yield return Rows[child];
    }

    /// <summary>Names from below the nation down to the row.</summary>
    public ImmutableArray<string> PathOf(RosterRow row)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var at = row.Ord; at > 0; at = Rows[at].Parent)
            names.Add(Rows[at].Name);
        names.Reverse();
        return names.ToImmutable();
    }

    /// <summary>
    /// The unit whose total a filing enters first: the unit's own when anything hangs below it, else its parent's, because the filing of
    /// a unit with nothing below is its total.
    /// </summary>
    public UnitId FilingRollsInto(RosterRow row) => row.Last > row.Ord ? row.Unit : Rows[row.Parent].Unit;

    /// <summary>The unit whose total a unit's total enters; null for the nation.</summary>
    public UnitId? TotalRollsInto(RosterRow row) => row.Parent < 0 ? null : Rows[row.Parent].Unit;

    /// <summary>SHA-256 over period, form and every row: what the event of the opening, or of the last amendment, vouches for.</summary>
    /// <remarks>A row without lock and basis, as they were frozen at first, enters as it did then, so that old lists stay verifiable.</remarks>
    public ImmutableArray<byte> Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Period}\n{Form.Id}\n"));
        foreach (var r in Rows)
        {
            var further = r.Locks is null && r.Basis.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $",{r.Locks:yyyy-MM-dd},{r.Basis}");
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{r.Ord},{r.Last},{r.Unit},{r.Name},{r.Tier},{r.Parent},{r.Due:yyyy-MM-dd}{further}\n")));
        }
        return ImmutableArray.Create(hash.GetHashAndReset());
    }
}
