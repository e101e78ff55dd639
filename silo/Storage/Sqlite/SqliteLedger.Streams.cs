using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger : IStreamNames
{
    /// <inheritdoc />
    public ValueTask<ImmutableArray<string>> StreamsOf(UnitId unit, CancellationToken ct) => readers.Read(reader => StreamReads.Of(reader, unit), ct);
}
