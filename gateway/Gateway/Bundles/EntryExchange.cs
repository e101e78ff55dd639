using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Documents.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Gateway.Bundles;

/// <summary>Entries in, batch by batch, through the grain that keeps the catalog.</summary>
public sealed class EntryExchange(IGrainFactory grains, ICatalogReads catalogs, IDivisions divisions) : IEntryExchange
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
        var run = new ImportRun(grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit)), by, file.Source.Length == 0 ? unit.Value : $"{unit}/{file.Source}", file.RequestId, file.Push, total);
        if (!batch.Findings.IsEmpty)
            yield return About(0, total, batch.Findings);
        foreach (var chunk in batch.Entries.Chunk(Batch))
        {
            var present = await Present(unit, [.. chunk.Where(e => e.Usable).Select(e => e.Entry!)], ct);
            var results = await run.Send([.. chunk.Where(e => e.Usable).Select(e => new EntryChange(e.Entry!.Id, e.Entry))]);
            foreach (var one in chunk)
                yield return run.Answer(one, one.Entry is null ? null : present.GetValueOrDefault(one.Entry.Id), results);
        }
        if (file.Complete)
        {
            await foreach (var step in Complete(unit, batch, run, file.Reason.Trim(), ct))
                yield return step;
        }
        yield return await run.End();
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

    private sealed class ImportRun(ICatalogGrain catalog, Subject by, string origin, string requestId, bool push, int total)
    {
        private readonly List<int> holds = [];
        private ImmutableArray<Finding> refusal = [];
        private (int Added, int Altered, int Same, int Removed, int Refused) sums;
        private int batches;

        public int Done { get; private set; }

        public bool AnyRefused => sums.Refused > 0;

        public async Task<Dictionary<EntryId, EntryResult>> Send(ImmutableArray<EntryChange> changes)
        {
            if (changes.IsEmpty)
                return [];
            var id = Requests.RequestIdOf(requestId, (++batches).ToString(CultureInfo.InvariantCulture));
            var reply = await catalog.Push(new PushEntries(id, by, origin, "", changes, [], DryRun: !push));
            if (reply.Value is not { } receipt)
            {
                refusal = reply.Findings;
                return [];
            }
            if (receipt.Hold > 0)
                holds.Add(receipt.Hold);
            return receipt.Results.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First());
        }

        public EntryStep Answer(ImportedEntry one, CatalogEntry? before, Dictionary<EntryId, EntryResult> results)
        {
            var step = new EntryStep(++Done, total, one.Entry?.Id.Value ?? "", one.Title, one.Sheet, one.Row, EntryFate.None, [], null, one.Findings);
            if (!one.Usable)
            {
                sums.Refused += one.Findings.Any(f => f.Finding.Blocks) ? 1 : 0;
                return step;
            }
            if (results.GetValueOrDefault(one.Entry!.Id) is not { } result)
            {
                sums.Refused++;
                return step with { Findings = step.Findings.AddRange(refusal.Select(one.Place)) };
            }
            step = step with
            {
                Outcome = result.Outcome,
                Findings = step.Findings.AddRange(result.Findings.Where(f => one.Findings.All(o => o.Finding.Code != f.Code || o.Finding.Where != f.Where)).Select(one.Place)),
            };
            if (result.Outcome is EntryOutcome.Refused or EntryOutcome.Conflict)
            {
                sums.Refused++;
                return step;
            }
            var changes = EntryDiff.Of(before, one.Entry);
            var fate = before is null ? EntryFate.New : changes.IsEmpty ? EntryFate.Same : EntryFate.Altered;
            _ = fate switch
            {
                EntryFate.New => sums.Added++,
                EntryFate.Altered => sums.Altered++,
                _ => sums.Same++,
            };
            return step with { Fate = fate, Changes = changes };
        }

        public EntryStep Gone(EntryRow row, EntryResult? result)
        {
            sums.Removed += result?.Outcome == EntryOutcome.Recorded ? 1 : 0;
            return new(Done, total, row.Id.Value, row.Title, "", 0, EntryFate.Removed, [], result?.Outcome, [.. (result?.Findings ?? refusal).Select(f => new ImportFinding(f, "", "", ""))]);
        }

        public async Task<EntryStep> End()
        {
            var digest = (await catalog.Get()).Digest;
            return About(Done, total, []) with { Sums = new EntrySums(sums.Added, sums.Altered, sums.Same, sums.Removed, sums.Refused, [.. holds], digest) };
        }
    }
}
