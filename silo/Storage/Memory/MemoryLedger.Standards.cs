using System.Collections.Immutable;
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
    public ValueTask<ImmutableArray<(StandardVersion Of, DateTimeOffset At)>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct)
    {
        lock (gate)
        {
            return new([.. owners.Select(owner => standards.Where(s => s.Key.Owner == owner).OrderByDescending(s => s.Key.Version).Take(1))
                .SelectMany(found => found).Select(s => (s.Key, s.Value.At))]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(UnitId? unit, CancellationToken ct)
    {
        lock (gate)
            return new([.. setAside.Where(s => unit is null || s.Key == unit).OrderBy(s => s.Key).SelectMany(s => s.Value.Select(i => (s.Key, i.Key, i.Value)))]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(UnitId? unit, CancellationToken ct)
    {
        lock (gate)
        {
            return new([.. entries.Where(e => unit is null || e.Key == unit).SelectMany(e => e.Value.Values.Where(r => !r.Removed && r.StandardItem.Length > 0).Select(r => (e.Key, r.StandardItem)))
                .Distinct().OrderBy(f => f.Key).ThenBy(f => f.StandardItem, StringComparer.Ordinal)]);
        }
    }
}
