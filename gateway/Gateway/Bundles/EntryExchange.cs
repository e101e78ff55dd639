using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;

namespace Federation.Gateway.Bundles;

/// <summary>Entries in, batch by batch: a system's into the catalog, a person's into the review by others.</summary>
public sealed class EntryExchange(IGrainFactory grains, ICatalogReads catalogs, IReviewReads reviews, IDivisions divisions) : IEntryExchange
{
    private const int Batch = 500;

    /// <inheritdoc />
    public async IAsyncEnumerable<EntryStep> Import(Subject by, UnitId unit, EntryFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Permissions.Check(by, Permission.KeepCatalog, unit, divisions.Today) is { } denied)
        {
            yield return About(0, 0, [new ImportFinding(denied, file.Name, "", "")]);
            yield break;
        }
        if (file.Complete && string.IsNullOrWhiteSpace(file.Reason))
        {
            yield return About(0, 0, [new ImportFinding(EntryImportRules.CompleteWithoutReason.At("reason"), file.Name, "", "")]);
            yield break;
        }
        var batch = await Owned(unit, EntryImport.Read(file.Content, file.Name, file.Kind), ct);
        var total = batch.Entries.Length;
        var catalog = grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit));
        var pushes = Permissions.Check(by, Permission.PushEntries, unit, divisions.Today) is null;
        var pushed = new PushedEntries(catalog, by, file.Source.Length == 0 ? unit.Value : $"{unit}/{file.Source}", file.RequestId, pushes && file.Push);
        var run = new ImportRun(pushes ? pushed : new ReviewedEntries(grains, reviews, pushed, by, unit, file), total);
        if (!batch.Findings.IsEmpty)
            yield return About(0, total, batch.Findings);
        foreach (var chunk in batch.Entries.Chunk(Batch))
        {
            var present = await Present(unit, [.. chunk.Where(e => e.Usable).Select(e => e.Entry!)], ct);
            var merged = chunk.Select(e => e.Over(e.Entry is null ? null : present.GetValueOrDefault(e.Entry.Id))).ToList();
            var results = await run.Send([.. merged.Where(e => e.Usable).Select(e => new EntryChange(e.Entry!.Id, e.Entry))]);
            foreach (var one in merged)
                yield return run.Answer(one, one.Entry is null ? null : present.GetValueOrDefault(one.Entry.Id), results);
        }
        if (file.Complete)
        {
            await foreach (var step in Complete(unit, batch, run, file.Reason.Trim(), ct))
                yield return step;
        }
        yield return run.End((await catalog.Get()).Digest);
    }

    // A row without an id that carries the index number of an entry that is here means that entry.
    private async Task<EntryBatch> Owned(UnitId unit, EntryBatch file, CancellationToken ct)
    {
        ImmutableArray<string> numbers = [.. file.Entries.Where(e => e is { Derived: true, Entry.IndexNumber.Length: > 0 }).Select(e => e.Entry!.IndexNumber).Distinct()];
        if (numbers.IsEmpty)
            return file;
        var owners = await catalogs.IndexOwners(unit, numbers, ct);
        return file with
        {
            Entries = [.. file.Entries.Select(e => e is { Derived: true, Entry: { } entry } && owners.TryGetValue(entry.IndexNumber, out var owner) ? e with { Entry = entry with { Id = owner } } : e)],
        };
    }

    // Contents are read only where they differ.
    private async Task<Dictionary<EntryId, CatalogEntry>> Present(UnitId unit, ImmutableArray<CatalogEntry> entries, CancellationToken ct)
    {
        var present = new Dictionary<EntryId, CatalogEntry>();
        var rows = (await catalogs.Rows(unit, [.. entries.Select(e => e.Id).Distinct()], ct)).Where(r => !r.Removed).ToDictionary(r => r.Id);
        foreach (var entry in entries.Where(e => rows.ContainsKey(e.Id)))
        {
            if (rows[entry.Id].Hash == entry.Hash)
                present[entry.Id] = entry;
            else if (await catalogs.Entry(unit, entry.Id, ct) is { Entry: { } before })
                present[entry.Id] = before;
        }
        return present;
    }

    private async IAsyncEnumerable<EntryStep> Complete(UnitId unit, EntryBatch file, ImportRun run, string reason, [EnumeratorCancellation] CancellationToken ct)
    {
        if (file.Faulty || run.AnyRefused || !file.Entries.Any(e => e.Usable))
        {
            yield return About(run.Done, file.Entries.Length, [new ImportFinding(EntryImportRules.NothingRemoved.At("complete"), "", "", "")]);
            yield break;
        }
        var listed = file.Entries.Where(e => e.Entry is not null).Select(e => e.Entry!.Id).ToHashSet();
        List<EntryRow> absent = [];
        for (long? before = null; ;)
        {
            var page = await catalogs.List(unit, new EntryFilter(), before, Batch, ct);
            absent.AddRange(page.Where(r => !listed.Contains(r.Id)));
            if (page.Length < Batch)
                break;
            before = page[^1].Seq;
        }
        foreach (var chunk in absent.Chunk(CatalogPush.MostChanges)) // as few batches as can be: the guard sees the whole loss
        {
            var results = await run.Send([.. chunk.Select(r => new EntryChange(r.Id, null, r.Revision, Reason: reason))]);
            foreach (var row in chunk)
                yield return run.Gone(row, results.GetValueOrDefault(row.Id));
        }
    }

    private static EntryStep About(int done, int total, ImmutableArray<ImportFinding> findings) => new(done, total, "", "", "", 0, EntryFate.None, [], null, findings);
}
