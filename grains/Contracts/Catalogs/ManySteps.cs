using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Contracts.Catalogs;

/// <summary>批量通过: the steps of many entries, each passed as the list showed it.</summary>
public static class ManySteps
{
    /// <summary>Most entries at once.</summary>
    public const int Most = 500;

    private const int AtOnce = 8;

    /// <summary>Passes them; an entry that changed meanwhile, or is not the caller's to pass, stops itself alone.</summary>
    /// <param name="grains">Where drafts live.</param>
    /// <param name="by">Who reviewed them.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="read">Entries and the hash of what was read.</param>
    /// <param name="note">A remark; empty: none.</param>
    /// <param name="requestIdOf">Request id of an entry's act; the same one twice has one effect.</param>
    /// <returns>Each entry's answer, in the order given.</returns>
    public static async Task<ImmutableArray<(EntryId Entry, Reply<DraftView> Answer)>> PassMany(
        this IGrainFactory grains, Subject by, UnitId unit, ImmutableArray<(EntryId Entry, Digest? Hash)> read, string note, Func<EntryId, string> requestIdOf)
    {
        var answers = new (EntryId, Reply<DraftView>)[read.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, read.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
            answers[i] = (read[i].Entry, await grains.GetGrain<IEntryDraftGrain>(GrainKeys.Entry(unit, read[i].Entry)).Pass(new PassStep(requestIdOf(read[i].Entry), by, read[i].Hash, note))));
        return [.. answers];
    }
}
