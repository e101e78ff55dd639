using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger : IStreamNames
{
    /// <inheritdoc />
    public ValueTask<ImmutableArray<string>> StreamsOf(UnitId unit, CancellationToken ct)
    {
        lock (gate)
            return new([.. streams.Keys.Where(s => s.Split('/') is [_, var of, ..] && of == unit.Value).Order(StringComparer.Ordinal)]);
    }
}
