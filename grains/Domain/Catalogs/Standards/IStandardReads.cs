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

/// <summary>A published version as the index names it: enough to compare, without its items.</summary>
/// <param name="Of">Whose, and which.</param>
/// <param name="Title">Title.</param>
/// <param name="Base">Version above that it refines; null: none.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Hash">SHA-256 of its stable encoding, see <see cref="StandardJson"/>.</param>
/// <param name="At">When it was published.</param>
public sealed record StandardRow(StandardVersion Of, string Title, StandardVersion? Base, int Items, Digest Hash, DateTimeOffset At)
{
    /// <summary>The row of a version.</summary>
    public static StandardRow From(StandardVersionAdded added) => new(
        added.Standard.Of, added.Standard.Title, added.Standard.Base, added.Standard.Items.Count, Digest.Of(StandardJson.Bytes(added.Standard)), added.At.ToUniversalTime());
}

/// <summary>Whole-tree reads of standards and of what fulfils them. Each costs what it returns.</summary>
public interface IStandardReads
{
    /// <summary>A version; null when there is none.</summary>
    ValueTask<StandardCatalog?> Standard(StandardVersion version, CancellationToken ct);

    /// <summary>Every version of an owner, the newest first.</summary>
    ValueTask<ImmutableArray<StandardRow>> Versions(UnitId owner, CancellationToken ct);

    /// <summary>Newest version of each of these owners that has published one, in the order given.</summary>
    ValueTask<ImmutableArray<StandardRow>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct);

    /// <summary>Items that these units have set aside, with their reasons.</summary>
    ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(ImmutableArray<UnitId> units, CancellationToken ct);

    /// <summary>For which items the catalogs of these units hold an entry that is in force.</summary>
    ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(ImmutableArray<UnitId> units, CancellationToken ct);
}
