using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs.Review;

/// <summary>Worklists, the register and the limits, with the light of the day: one for the wire and the pages.</summary>
public sealed class DraftLists(IReviewReads reads, IDivisions divisions, IWorkingDays days, TimeProvider clock)
{
    private const int Pages = 20; // read at most for one page of what a person may do

    /// <summary>What waits in a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="mine">Whose tasks alone; null: everybody's.</param>
    /// <param name="after">Where the page before ended; null: the first.</param>
    /// <param name="size">Most rows.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<(ImmutableArray<DraftRow> Rows, DraftPlace? Next)> Work(UnitId unit, Subject? mine, DraftPlace? after, int size, CancellationToken ct)
    {
        var rows = ImmutableArray.CreateBuilder<DraftRow>();
        for (var page = 0; page < Pages; page++)
        {
            var read = await reads.Work(unit, after, size + 1, ct);
            foreach (var row in read.Take(size))
            {
                if (rows.Count == size)
                    return (rows.ToImmutable(), after);
                after = new DraftPlace(row.At.UtcTicks, row.Id);
                if (mine is null || MayDo(row, mine))
                    rows.Add(row);
            }
            if (read.Length <= size)
                return (rows.ToImmutable(), null);
        }
        return (rows.ToImmutable(), after);
    }

    /// <summary>The register of what a unit withholds.</summary>
    public async Task<(ImmutableArray<DraftRow> Rows, DraftPlace? Next)> Withheld(UnitId unit, DraftPlace? after, int size, CancellationToken ct) =>
        Page(await reads.Withheld(unit, after, size + 1, ct), size, r => r.ReviewOn!.Value.DayNumber);

    /// <summary>What is to be public by a day, or was not in time.</summary>
    public async Task<(ImmutableArray<DraftRow> Rows, DraftPlace? Next)> Limits(UnitId unit, DraftPlace? after, int size, CancellationToken ct) =>
        Page(await reads.Limits(unit, after, size + 1, ct), size, r => r.LastDay!.Value.DayNumber);

    /// <summary>How many entries of a unit, and of each unit below it that has one, were not public in time.</summary>
    public async Task<(int Own, ImmutableArray<(Unit Unit, int Count)> Below)> Breaches(UnitId unit, CancellationToken ct)
    {
        var tree = divisions.Today;
        var all = await reads.Breaches(ct);
        return (all.GetValueOrDefault(unit), [.. all.Where(b => b.Key != unit && tree.Contains(unit, b.Key)).OrderByDescending(b => b.Value).ThenBy(b => b.Key)
            .Select(b => (tree.Find(b.Key), b.Value)).Where(b => b.Item1 is not null).Select(b => (b.Item1!, b.Value))]);
    }

    /// <summary>The light of a row today; empty: no clock.</summary>
    public string LightOf(DraftRow row) => row.LastDay is { } last ? PublicationLimit.Light(last, row.PublishedOn, clock.Today(), row.Unit, days) : "";

    /// <summary>Whether a person may do something that waits.</summary>
    public bool MayDo(DraftRow row, Subject by)
    {
        var keeps = Permissions.Check(by, Permission.KeepCatalog, row.Unit, divisions.Today) is null;
        var reviews = Permissions.Check(by, Permission.ReviewEntries, row.Unit, divisions.Today) is null;
        return row.Tasks.Any(task => task switch
        {
            "write" or "validity" => keeps,
            "look" => reviews || keeps,
            "step" => reviews && !HadAHand(row, by) && (row.Step != CatalogSettings.SecrecyReview || by.Roles.Contains(Role.SecrecyReviewer)),
            _ => reviews && !HadAHand(row, by),
        });
    }

    private static bool HadAHand(DraftRow row, Subject by) => row.Hands.Any(h => ReportAct.SamePerson(h, by.Actor));

    private static (ImmutableArray<DraftRow> Rows, DraftPlace? Next) Page(ImmutableArray<DraftRow> read, int size, Func<DraftRow, long> number) =>
        read.Length <= size ? (read, null) : (read[..size], new DraftPlace(number(read[size - 1]), read[size - 1].Id));
}
