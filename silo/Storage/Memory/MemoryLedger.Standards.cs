using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger : IStandardReads
{
    private readonly Dictionary<StandardVersion, (StandardCatalog Standard, DateTimeOffset At)> standards = [];
    private readonly Dictionary<UnitId, ImmutableSortedDictionary<string, string>> setAside = [];

    /// <inheritdoc />
    public ValueTask<StandardCatalog?> Standard(StandardVersion version, CancellationToken ct)
    {
        lock (gate)
            return new(standards.TryGetValue(version, out var found) ? found.Standard : null);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StandardRow>> Versions(UnitId owner, CancellationToken ct)
    {
        lock (gate)
            return new([.. StandardRowsOf(owner)]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StandardRow>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct)
    {
        lock (gate)
            return new([.. owners.SelectMany(owner => StandardRowsOf(owner).Take(1))]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(ImmutableArray<UnitId> units, CancellationToken ct)
    {
        lock (gate)
            return new([.. units.Where(setAside.ContainsKey).SelectMany(unit => setAside[unit].Select(i => (unit, i.Key, i.Value)))]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(ImmutableArray<UnitId> units, CancellationToken ct)
    {
        lock (gate)
        {
            return new([.. units.Where(entries.ContainsKey).SelectMany(unit => entries[unit].Values
                .Where(r => !r.Removed && r.StandardItem.Length > 0 && r.Validity is (ValidityState.InForce or ValidityState.Amended))
                .Select(r => r.StandardItem).Distinct().Order(StringComparer.Ordinal).Select(item => (unit, item)))]);
        }
    }

    private IEnumerable<StandardRow> StandardRowsOf(UnitId owner) =>
        standards.Where(s => s.Key.Owner == owner).OrderByDescending(s => s.Key.Version).Select(s => StandardRow.From(new(s.Value.Standard, s.Value.At)));
}
