using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Host.Demo;

/// <summary>One filing as it was sent.</summary>
/// <param name="Unit">By whom.</param>
/// <param name="Cells">Cells other than zero.</param>
/// <param name="Late">Meant to come after the due date.</param>
public sealed record SentFiling(UnitId Unit, IReadOnlyDictionary<string, long> Cells, bool Late);

/// <summary>
/// 核对: what every total must be, added up the plain way from what was sent, with nothing of the product but the form's list of cells and
/// the tree's edges.
/// </summary>
public sealed class BruteForce
{
    private readonly Dictionary<UnitId, long[]> sums = [];
    private readonly Dictionary<UnitId, (long Filed, long Late)> counts = [];

    /// <summary>Adds up all filings for every unit of a tree with anything below it.</summary>
    public BruteForce(DivisionTree tree, ReportForm form, IEnumerable<SentFiling> filings)
    {
        foreach (var filing in filings)
        {
            tree.TryFind(filing.Unit, out var order);
            if (tree.LastOf(order) == order)
                order = tree.ParentOf(order); // nothing hangs below: its filing is its total
            for (; order >= 0; order = tree.ParentOf(order))
                Add(tree[order].Id, form, filing);
        }
    }

    /// <summary>Every unit with anything in it.</summary>
    public IReadOnlyCollection<UnitId> Units => sums.Keys;

    /// <summary>What differs between a total as served and as added up here; empty when nothing does.</summary>
    /// <param name="unit">Whose total.</param>
    /// <param name="form">The form.</param>
    /// <param name="served">Value served for a cell.</param>
    /// <param name="filed">Filings served as counted.</param>
    /// <param name="late">Filings served as late.</param>
    public IEnumerable<string> Differences(UnitId unit, ReportForm form, Func<FormCell, long> served, long filed, long late)
    {
        var expected = sums[unit];
        foreach (var cell in form.Cells.Where(c => served(c) != expected[c.Index]))
            yield return $"{unit} {cell.Id}: {served(cell)}, by brute force {expected[cell.Index]}";
        if ((filed, late) != counts[unit])
            yield return $"{unit}: filed {filed} late {late}, by brute force {counts[unit]}";
    }

    private void Add(UnitId unit, ReportForm form, SentFiling filing)
    {
        if (!sums.TryGetValue(unit, out var sum))
            sums[unit] = sum = new long[form.Cells.Length];
        var (filed, late) = counts.GetValueOrDefault(unit);
        counts[unit] = (filed + 1, late + (filing.Late ? 1 : 0));
        foreach (var (id, value) in filing.Cells)
        {
            sum[form[id].Index] += value;
            var (table, row, column) = (id.Split('.')[0], id.Split('.')[1], id.Split('.')[2]);
            if (table == "t4")
                sum[form[$"t4.{row}.total"].Index] += value;
            if (table != "t3")
                continue;
            sum[form[$"t3.{row}.total"].Index] += value;
            if (row is "new" or "carried_in" or "carried_out")
                continue;
            sum[form[$"t3.handled_total.{column}"].Index] += value;
            sum[form["t3.handled_total.total"].Index] += value;
        }
    }
}
