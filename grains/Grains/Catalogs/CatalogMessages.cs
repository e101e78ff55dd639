using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Grains.Outbox;

namespace Federation.Grains.Catalogs;

/// <summary>
/// What a catalog tells others of what became public in it, however it came in: books of duties of documents to be interpreted and of interpretations,
/// other entries of what is said of their validity.
/// </summary>
internal static class CatalogMessages
{
    private const int FreshDays = 14; // three working days are never more; what is older is history taken in, and opens no duty

    /// <summary>The messages of an act.</summary>
    /// <param name="unit">Whose catalog.</param>
    /// <param name="events">Events of the act.</param>
    /// <param name="reads">Where the documents that interpretations explain are looked up.</param>
    /// <param name="today">Beijing date.</param>
    public static async Task<ImmutableArray<NewMessage>> Of(UnitId unit, ImmutableArray<CatalogEvent> events, ICatalogReads reads, DateOnly today)
    {
        var messages = ImmutableArray.CreateBuilder<NewMessage>();
        foreach (var entry in events.OfType<EntryPut>().Select(p => p.Entry))
        {
            if (InterpretationDuty.IsNeeded(entry) && entry.PublishedOn is { } on && on >= today.AddDays(-FreshDays))
                messages.Add(Document(unit, new PublishedDocument(unit, entry.Id, entry.Title, true, on)));
            foreach (var (catalog, document) in ValidityLinks.Interpreted(entry, unit))
            {
                if ((await reads.Rows(catalog, [document], CancellationToken.None)).FirstOrDefault() is { PublishedOn: { } since } row)
                    messages.Add(Document(unit, new PublishedDocument(catalog, document, row.Title, false, since)));
            }
            foreach (var (catalog, other, state) in ValidityLinks.Of(entry, unit))
                messages.Add(new NewMessage(GrainKeys.Catalog(unit), GrainKeys.Entry(catalog, other), "", EntryMessages.Validity, EntryMessages.Write(unit, entry, state)));
        }
        return messages.ToImmutable();
    }

    private static NewMessage Document(UnitId unit, PublishedDocument document) => new(
        GrainKeys.Catalog(unit), GrainKeys.Duties(document.Unit, document.PublishedOn.Year), "", EntryMessages.Document, EntryMessages.Write(document));
}
