using System.Collections.Immutable;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger : IStandardReads
{
    /// <inheritdoc />
    public ValueTask<StandardCatalog?> Standard(StandardVersion version, CancellationToken ct) => readers.Read(reader => StandardReads.Standard(reader, version), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(StandardVersion Of, DateTimeOffset At)>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct) =>
        readers.Read(reader => StandardReads.Latest(reader, owners), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(UnitId? unit, CancellationToken ct) => readers.Read(reader => StandardReads.SetAside(reader, unit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(UnitId? unit, CancellationToken ct) => readers.Read(reader => StandardReads.Fulfilled(reader, unit), ct);
}
