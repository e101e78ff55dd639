using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>A version of a standard was published.</summary>
/// <param name="Standard">All of it.</param>
/// <param name="At">When.</param>
public sealed record StandardVersionAdded(StandardCatalog Standard, DateTimeOffset At) : ReadModelChange;

/// <summary>Items that do not apply to a unit are now these and no others.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Items">Reason by item.</param>
public sealed record SetAsideChanged(UnitId Unit, ImmutableSortedDictionary<string, string> Items) : ReadModelChange;

/// <summary>Whole-tree reads of standards and of what fulfils them.</summary>
public interface IStandardReads
{
    /// <summary>A version; null when there is none.</summary>
    ValueTask<StandardCatalog?> Standard(StandardVersion version, CancellationToken ct);

    /// <summary>Newest version of each of these owners that has published one, in the order given, with the moment of its publication.</summary>
    ValueTask<ImmutableArray<(StandardVersion Of, DateTimeOffset At)>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct);

    /// <summary>Items that units have set aside, with their reasons; of every unit when null.</summary>
    ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(UnitId? unit, CancellationToken ct);

    /// <summary>Which catalogs hold an entry for which item; of every unit when null.</summary>
    ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(UnitId? unit, CancellationToken ct);
}
