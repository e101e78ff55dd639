using System.Collections.Immutable;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs;

/// <summary>What an act makes of a catalog's head and rows. The digest is another matter: see <see cref="DigestTree"/>.</summary>
public static class CatalogFold
{
    /// <summary>Head and changed rows after the events of one act.</summary>
    /// <param name="head">The head before.</param>
    /// <param name="rows">Rows of the entries that the events name, as they were.</param>
    /// <param name="events">The events, in order.</param>
    /// <param name="at">When they were recorded.</param>
    /// <param name="by">Who acted.</param>
    /// <returns>The head, its digest still that of before; and one row for each entry that changed.</returns>
    public static (CatalogHead Head, ImmutableArray<EntryRow> Rows) Apply(
        CatalogHead head, IReadOnlyDictionary<EntryId, EntryRow> rows, IEnumerable<CatalogEvent> events, DateTimeOffset at, string by)
    {
        Dictionary<EntryId, EntryRow> changed = [];
        var confirmed = false;
        foreach (var happened in events)
        {
            head = head with { Seq = head.Seq + 1, ChangedAt = at };
            switch (happened)
            {
                case EntryPut e:
                    changed[e.Entry.Id] = EntryRow.Of(head.Unit, e, head.Seq, at);
                    break;
                case EntryRemoved e:
                    changed[e.Id] = (changed.GetValueOrDefault(e.Id) ?? rows[e.Id]).After(e, head.Seq, at);
                    head = confirmed ? head : Counted(head, BeijingTime.DateOf(at));
                    break;
                case RemovalsHeld e:
                    head = head with { Holds = head.Holds.Add(new Hold(e.Hold, e.Entries, e.Reason, e.Origin, by, at)), LastHold = e.Hold };
                    break;
                case RemovalsDecided e:
                    head = head with { Holds = head.Holds.RemoveAll(h => h.Number == e.Hold) };
                    confirmed = true;
                    break;
                case IndexNumberGiven e:
                    head = head with { Serials = head.Serials.SetItem(e.Part, e.Serial) };
                    break;
                case CatalogSettingsChanged e:
                    head = head with { Settings = e.Settings };
                    break;
                default:
                    throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(events));
            }
        }
        return (head, [.. changed.Values.OrderBy(r => r.Seq)]);
    }

    private static CatalogHead Counted(CatalogHead head, DateOnly day) => head with { RemovedOn = day, RemovedCount = head.RemovedSo(day) + 1 };
}
