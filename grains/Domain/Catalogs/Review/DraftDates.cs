using System.Collections.Immutable;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs.Review;

/// <summary>What follows from a draft by calendar and standard: its last day, and when to wake for it.</summary>
public static class DraftDates
{
    /// <summary>公开时限 of the standard item that an entry fulfils: of the unit's own standard, else of the nearest above that has it; empty when the entry has a limit of its own.</summary>
    public static async ValueTask<string> StandardLimit(IStandardReads standards, DivisionTree tree, UnitId unit, CatalogEntry? content, CancellationToken ct)
    {
        if (content is null || content.StandardItem.Length == 0 || content[EntryFields.Limit].Length > 0)
            return "";
        foreach (var row in await standards.Latest([unit, .. StandardPath.Above(tree, unit)], ct))
        {
            if ((await standards.Standard(row.Of, ct))?.Items.GetValueOrDefault(content.StandardItem) is { } item)
                return item[EntryFields.Limit];
        }
        return "";
    }

    /// <summary>Last day for making it public; null: no clock can run, because nothing says when it was formed.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="standardLimit">See <see cref="StandardLimit"/>.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="days">Working days.</param>
    public static DateOnly? LastDay(EntryDraft draft, string standardLimit, UnitId unit, IWorkingDays days) => draft.Content?.FormedOn is { } formed
        ? PublicationLimit.LastDay(formed, PublicationLimit.Of(draft.Content[EntryFields.Limit], standardLimit), unit, days)
        : null;

    /// <summary>Open dates: the day after the last one while it waits, the next look while it is withheld.</summary>
    /// <param name="reference">Key of whoever is woken.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="lastDay">See <see cref="LastDay"/>.</param>
    public static DuesChanged Open(string reference, UnitId unit, EntryDraft draft, DateOnly? lastDay)
    {
        List<DueRow> rows = [];
        if (draft is { Waits: true, Breach: null } && lastDay is { } last)
            rows.Add(new DueRow(unit, BeijingTime.StartOf(last.AddDays(1)), "limit", reference));
        if (draft.Withheld is { LookDue: false } kept)
            rows.Add(new DueRow(unit, BeijingTime.StartOf(kept.ReviewOn), "look", reference));
        return new DuesChanged(reference, [.. rows.OrderBy(r => r.At).ThenBy(r => r.Kind, StringComparer.Ordinal)]);
    }
}
