using System.Collections.Immutable;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Host.Verification;

/// <summary>Standards read once: a hundred thousand drafts ask for the limit of an item of the same few versions, which never change.</summary>
internal sealed class RememberedStandards(IStandardReads standards) : IStandardReads
{
    private readonly Dictionary<StandardVersion, StandardCatalog?> known = [];

    /// <inheritdoc />
    public async ValueTask<StandardCatalog?> Standard(StandardVersion version, CancellationToken ct) =>
        known.TryGetValue(version, out var standard) ? standard : known[version] = await standards.Standard(version, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StandardRow>> Versions(UnitId owner, CancellationToken ct) => standards.Versions(owner, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StandardRow>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct) => standards.Latest(owners, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(ImmutableArray<UnitId> units, CancellationToken ct) => standards.SetAside(units, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(ImmutableArray<UnitId> units, CancellationToken ct) => standards.Fulfilled(units, ct);
}
