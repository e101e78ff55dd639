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
    public ValueTask<ImmutableArray<StandardRow>> Versions(UnitId owner, CancellationToken ct) => readers.Read(reader => StandardReads.Versions(reader, owner), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StandardRow>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct) => readers.Read(reader => StandardReads.Latest(reader, owners), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(ImmutableArray<UnitId> units, CancellationToken ct) =>
        readers.Read(reader => StandardReads.SetAside(reader, units), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(ImmutableArray<UnitId> units, CancellationToken ct) =>
        readers.Read(reader => StandardReads.Fulfilled(reader, units), ct);
}
