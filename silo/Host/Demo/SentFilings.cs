using System.Collections.Concurrent;
using Federation.Domain.Divisions;

namespace Federation.Host.Demo;

/// <summary>Every filing of the demonstration as it was sent last: what the totals are checked against at the end.</summary>
public sealed class SentFilings(IEnumerable<SentFiling> filings)
{
    private readonly ConcurrentDictionary<UnitId, SentFiling> byUnit = new(filings.Select(f => KeyValuePair.Create(f.Unit, f)));

    /// <summary>The filing of a unit.</summary>
    public SentFiling this[UnitId unit] => byUnit[unit];

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<SentFiling> All => [.. byUnit.Values];

    /// <summary>Changes figures of a unit and keeps the result as what counts from now on.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="additions">What is added, by cell id.</param>
    /// <returns>The filing as it is to be sent.</returns>
    public SentFiling Mend(UnitId unit, IReadOnlyDictionary<string, long> additions)
    {
        var cells = byUnit[unit].Cells.ToDictionary();
        foreach (var (cell, more) in additions)
            cells[cell] = cells.GetValueOrDefault(cell) + more;
        return byUnit[unit] = byUnit[unit] with { Cells = cells };
    }
}
