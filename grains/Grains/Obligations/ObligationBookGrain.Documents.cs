using Federation.Contracts.Obligations;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Grains.Obligations;

/// <summary>政策解读: a published document opens a duty; an interpretation of it that is in a catalog answers and closes it.</summary>
public sealed partial class ObligationBookGrain
{
    /// <inheritdoc />
    public async Task TakeDocuments(TakeDocuments message)
    {
        foreach (var document in message.Documents)
            await Look(new PublishedDocument(document.Unit, document.Entry, document.Title, document.Needed, document.PublishedOn), document.SentAt);
        await ledger.Append(new Append("", 0, clock.GetUtcNow(), System, "", "", []) { Absorbed = message.Positions }, CancellationToken.None);
    }

    private async Task Look(PublishedDocument document, DateTimeOffset sentAt)
    {
        var duty = InterpretationDuty.IdOf(document);
        if (document.Needed && !Book.Records.ContainsKey(duty) && InterpretationDuty.LastDay(document, days) >= BeijingTime.DateOf(sentAt))
            await Record($"catalog@{unit}", "", book => book.Receive(InterpretationDuty.Of(document, days, sentAt), year, issuerStandsAbove: true), _ => false);
        if (catalogs is null || !Book.Records.TryGetValue(duty, out var record) || record is not { Withdrawn: null, Closed: null })
            return;
        var found = await catalogs.LinksTo(document.Unit, document.Id, CancellationToken.None);
        if (found.FirstOrDefault(l => l is { Relation: LinkRelation.Interprets, From: { Kind: EntryKind.Interpretation, Removed: false } }).From is not { } interpretation)
            return;
        var reference = interpretation.Catalog == unit ? interpretation.Id.Value : $"{interpretation.Catalog}/{interpretation.Id}";
        var item = new EvidenceItem(EvidenceKind.CatalogEntry, reference, interpretation.At, null, null, null, interpretation.Title) { Check = EvidenceCheck.Verified };
        if (!record.Evidence.Any(e => e.Counts && e.Item.Reference == reference))
            await Record($"catalog@{unit}", "", book => book.Give(duty, item, clock.GetUtcNow()), _ => false);
        if (Book.Records[duty].Evidence.FirstOrDefault(e => e.Counts && e.Item.Reference == reference) is { } given) // seen in the catalog: nobody has to review it
            await Record($"system@{unit}", "", book => book.AcceptEvidence(duty, given.Number, $"system@{unit}"), _ => false);
        await Record($"system@{unit}", "", book => book.Close(duty, r => Watch(book).StatusOf(r)), _ => false);
    }
}
