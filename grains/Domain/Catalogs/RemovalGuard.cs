using System.Collections.Immutable;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs;

/// <summary>防误删: many removals at once wait until a second person has looked at them.</summary>
public static class RemovalGuard
{
    /// <summary>Decides on removals that wait.</summary>
    /// <param name="head">The catalog.</param>
    /// <param name="rows">Present rows of the entries that wait.</param>
    /// <param name="number">Number of the hold.</param>
    /// <param name="confirm">Whether they are to happen.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who decides, person@unit.</param>
    /// <returns>The decision and, when confirmed, the removals; refusal with CT-104, CT-105, CT-106, all that hold.</returns>
    public static (ImmutableArray<CatalogEvent> Events, ImmutableArray<Finding> Findings) Decide(
        CatalogHead head, ImmutableDictionary<EntryId, EntryRow> rows, int number, bool confirm, string reason, string by)
    {
        if (head.Holds.FirstOrDefault(h => h.Number == number) is not { } hold)
            return ([], [CatalogRules.NoSuchHold.At("hold")]);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (confirm && hold.By == by)
            findings.Add(CatalogRules.SamePerson.At("hold", $"第 {number} 号由 {by} 提出,须由另一人确认", $"hold {number} was asked for by {by}; another person must confirm"));
        if (string.IsNullOrWhiteSpace(reason))
            findings.Add(CatalogRules.NoReason.At("reason"));
        if (findings.Count > 0)
            return ([], findings.ToImmutable());

        var removals = hold.Entries.Where(e => confirm && rows.GetValueOrDefault(e) is { Removed: false } row && row.At <= hold.At) // changed since: it is wanted again
            .Select(CatalogEvent (e) => new EntryRemoved(e, rows[e].Revision + 1, hold.Reason, hold.Origin, hold.By, rows[e].Seq));
        return ([new RemovalsDecided(number, confirm, reason.Trim()), .. removals], []);
    }

    /// <summary>What is wrong with settings; empty when they can be used.</summary>
    public static ImmutableArray<Finding> Check(CatalogSettings settings) =>
        [.. Bounds(settings), .. IndexPattern.Check(settings.IndexPattern) is { } bad ? [bad] : Array.Empty<Finding>()];

    private static ImmutableArray<Finding> Bounds(CatalogSettings settings) =>
        settings is { GuardShare: >= 1 and <= 100, GuardCount: >= 1 and <= 10_000, ReviewSteps.Length: >= 1 and <= 5 }
        && settings.ReviewSteps.Contains(CatalogSettings.SecrecyReview) && settings.ReviewSteps.Distinct().Count() == settings.ReviewSteps.Length
            ? []
            : [CatalogRules.BadSettings.At("settings")];
}
