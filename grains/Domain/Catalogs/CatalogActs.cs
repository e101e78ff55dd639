using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs;

/// <summary>
/// Divides the stream of a catalog into the acts that wrote it, since some things are counted by act (<see cref="CatalogFold"/>). The events of one act have
/// one moment, one actor and one request id; an act names an entry once; and a decision on removals begins an act, which only removals go on with.
/// </summary>
public sealed class CatalogActs
{
    private readonly HashSet<EntryId> named = [];
    private List<(RecordedEvent Recorded, CatalogEvent Happened)> act = [];

    /// <summary>Takes the next event.</summary>
    /// <param name="recorded">As it stands in the ledger.</param>
    /// <param name="happened">What it says.</param>
    /// <returns>The act before it, when that is over; else nothing.</returns>
    public IReadOnlyList<(RecordedEvent Recorded, CatalogEvent Happened)> Add(RecordedEvent recorded, CatalogEvent happened)
    {
        var over = act.Count > 0 && Begins(recorded, happened) ? End() : [];
        act.Add((recorded, happened));
        if (EntryOf(happened) is { } entry)
            named.Add(entry);
        return over;
    }

    /// <summary>The last act.</summary>
    /// <returns>Its events; nothing when there is none.</returns>
    public IReadOnlyList<(RecordedEvent Recorded, CatalogEvent Happened)> End()
    {
        var over = act;
        act = [];
        named.Clear();
        return over;
    }

    /// <summary>The entry that an event puts or removes; null: none.</summary>
    public static EntryId? EntryOf(CatalogEvent happened) => happened switch
    {
        EntryPut put => put.Entry.Id,
        EntryRemoved removed => removed.Id,
        _ => null,
    };

    private bool Begins(RecordedEvent recorded, CatalogEvent happened)
    {
        var first = act[0].Recorded;
        return (first.At, first.Actor, first.OnBehalfOf, first.Key) != (recorded.At, recorded.Actor, recorded.OnBehalfOf, recorded.Key)
            || happened is RemovalsDecided
            || (act[0].Happened is RemovalsDecided && happened is not EntryRemoved)
            || (EntryOf(happened) is { } entry && named.Contains(entry)); // without a request id, two acts of one moment look alike
    }
}
