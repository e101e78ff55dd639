using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Review;

/// <summary>What a draft sends to the catalog of its unit: an entry to be put or removed, with who wrote and who approved it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Round">Round of the draft; it and the entry are the message's identity.</param>
/// <param name="Entry">Its content; null: it is to be removed.</param>
/// <param name="BaseRevision">Revision that it was written on.</param>
/// <param name="Author">Who wrote it, person@unit, several divided by commas.</param>
/// <param name="ApprovedBy">Who passed the last step.</param>
/// <param name="Reason">Why it is removed; empty otherwise.</param>
public sealed record EntryRelease(EntryId Id, int Round, CatalogEntry? Entry, long BaseRevision, string Author, string ApprovedBy, string Reason)
{
    /// <summary>What a draft that is released, or leaving, sends; null in every other state.</summary>
    public static EntryRelease? Of(EntryId id, EntryDraft draft) => draft.State switch
    {
        DraftState.Released => new(id, draft.Round, draft.Content, draft.BaseRevision, string.Join(", ", draft.Authors), draft.ApprovedBy, ""),
        DraftState.Leaving => new(id, draft.Round, null, draft.Withdrawal!.Revision, draft.Withdrawal.By, draft.ApprovedBy, draft.Withdrawal.Reason),
        _ => null,
    };

    /// <summary>Version at the origin, as it stands in the provenance.</summary>
    public string SourceVersion => string.Create(CultureInfo.InvariantCulture, $"round-{Round}");

    /// <summary>The same release has the same key: it has one effect, however often it comes.</summary>
    /// <param name="unit">Whose catalog.</param>
    public string KeyIn(UnitId unit) => string.Create(CultureInfo.InvariantCulture, $"release:{unit}/{Id}#{Round}{(Entry is null ? "-" : "+")}{BaseRevision}");

    /// <summary>The change that the catalog is asked for, with the day and number that only the publication gives.</summary>
    /// <param name="row">The entry in the catalog; null: never there.</param>
    /// <param name="pattern">How index numbers are made; null: not here.</param>
    /// <param name="serials">Last serial of each part.</param>
    /// <param name="taken">Whether a number belongs to another entry.</param>
    /// <param name="today">Beijing date.</param>
    /// <returns>The change, and the number made for it; null when none was.</returns>
    public (EntryChange Change, IndexNumberGiven? Given) Prepare(
        EntryRow? row, IndexPattern? pattern, ImmutableSortedDictionary<string, int> serials, Func<string, bool> taken, DateOnly today)
    {
        if (Entry is null)
            return (new EntryChange(Id, null, BaseRevision, Author, SourceVersion, Reason), null);
        var entry = Entry.PublishedOn is null ? Entry.With(EntryFields.PublishedOn, EntryFields.Text(today)) : Entry;
        IndexNumberGiven? given = null;
        if (entry.IndexNumber.Length == 0 && row is { IndexNumber.Length: > 0 })
        {
            entry = entry.With(EntryFields.IndexNumber, row.IndexNumber); // a number is for ever
        }
        else if (entry.IndexNumber.Length == 0 && pattern is not null)
        {
            var part = pattern.PartOf(today);
            var serial = serials.GetValueOrDefault(part) + 1;
            while (taken(pattern.Number(today, serial)))
                serial++; // given by hand or by a website before: nobody gets it twice
            given = new IndexNumberGiven(Id, pattern.Number(today, serial), part, serial);
            entry = entry.With(EntryFields.IndexNumber, given.Number);
        }
        return (new EntryChange(Id, entry, BaseRevision, Author, SourceVersion), given);
    }
}
