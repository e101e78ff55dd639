using Federation.Contracts;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;

namespace Federation.Grains.Reports;

/// <summary>A report that comes home with its unit's bundle.</summary>
public sealed partial class ReportGrain
{
    /// <inheritdoc />
    public async Task<Reply<RestoredCount>> Restore(RestoreActs message)
    {
        roster = await rosters.Find(period);
        if (Permissions.Check(message.By, Permission.SetCatalogs, unit, divisions.Today) is { } denied)
            return Reply.Refuse<RestoredCount>(denied);
        if (journal.Acts.Count != message.After)
            return Reply.Refuse<RestoredCount>(UnitBundleRules.HasHistory.At("unit"));
        var counts = Listed?.Due is not null; // a period that was never opened here has no list and no totals
        if (await journal.Restore(message.Acts, counts ? Along : (_, _) => Journals.Along.Nothing) is not { } messages)
            return Reply.Refuse<RestoredCount>(UnitBundleRules.NotRestored.At(this.GetPrimaryKeyString()));
        if (!messages.IsEmpty)
            await PostUpward(messages[^1]);
        return Reply.Of(new RestoredCount(journal.Acts.Count, counts));
    }
}
