using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Ledger;

/// <summary>Which streams there are: for whoever takes the history of one unit out of the ledger.</summary>
public interface IStreamNames
{
    /// <summary>Streams whose name is <c>kind/unit</c> or begins with <c>kind/unit/</c>, of every kind, in order. Costs what it returns.</summary>
    ValueTask<ImmutableArray<string>> StreamsOf(UnitId unit, CancellationToken ct);
}
