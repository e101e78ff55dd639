using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Documents.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using EntryChange = Federation.Domain.Catalogs.EntryChange;
using EntryResult = Federation.Domain.Catalogs.EntryResult;
using FileFinding = Federation.V1.FileFinding;

namespace Federation.Gateway.Bundles;

/// <summary>federation.v1.Bundles: entries in. The file is judged whole and compared with the catalog before anything is sent.</summary>
public sealed partial class BundlesService
{
    private const int Batch = 500;

    /// <inheritdoc />
    public override async Task ImportEntries(ImportEntriesRequest request, IServerStreamWriter<ImportEntriesResponse> responseStream, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var (by, ct) = (context.Subject(), context.CancellationToken);
        requests.Demand(by, Permission.KeepCatalog, unit);
        var push = Requests.Known(request.Mode, "mode") == ImportEntriesRequest.Types.Mode.Push;
        if (request.Source.Length > 0 && !EntryId.TryParse(request.Source, out _))
            throw Refusals.ToRpcException([CatalogRules.BadId.At("source")]);
        var kind = request.Kind.Length == 0 ? (EntryKind?)null
            : CatalogWords.KindOf(request.Kind) ?? throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At("kind", $"没有类型“{request.Kind}”", $"there is no kind '{request.Kind}'")]);
        if (request.Complete && string.IsNullOrWhiteSpace(request.Reason))
            throw Refusals.ToRpcException([EntryImportRules.CompleteWithoutReason.At("reason")]);

        var file = await Owned(unit, EntryImport.Read(request.Content.ToByteArray(), request.FileName, kind), ct);
        var run = new ImportRun(grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit)), by, request.Source.Length == 0 ? unit.Value : $"{unit}/{request.Source}", Requests.RequestId(request.RequestId), push);
        var total = file.Entries.Length;
        if (!file.Findings.IsEmpty)
            await responseStream.WriteAsync(About(new ImportEntriesResponse { Total = total }, file.Findings), ct);
        foreach (var chunk in file.Entries.Chunk(Batch))
        {
            var results = await run.Put([.. chunk.Where(e => e.Usable).Select(e => e.Entry!)], await Present(unit, chunk, ct));
            foreach (var one in chunk)
                await responseStream.WriteAsync(run.Answer(one, results, total), ct);
        }
        if (request.Complete)
            await Complete(unit, file, run, request.Reason.Trim(), total, responseStream, ct);
        run.Summary.Digest = (await run.Catalog.Get()).Digest.ToString();
        await responseStream.WriteAsync(new ImportEntriesResponse { Done = run.Done, Total = total, Summary = run.Summary }, ct);
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

    private async Task<Dictionary<EntryId, CatalogEntry>> Present(UnitId unit, IEnumerable<ImportedEntry> entries, CancellationToken ct)
    {
        var present = new Dictionary<EntryId, CatalogEntry>();
        var rows = (await catalogs.Rows(unit, [.. entries.Where(e => e.Usable).Select(e => e.Entry!.Id).Distinct()], ct)).Where(r => !r.Removed).ToDictionary(r => r.Id);
        foreach (var one in entries.Where(e => e.Usable && rows.TryGetValue(e.Entry!.Id, out var row) && row.Hash != e.Entry.Hash))
        {
            if (await catalogs.Entry(unit, one.Entry!.Id, ct) is { Entry: { } entry })
                present[entry.Id] = entry;
        }
        foreach (var one in entries.Where(e => e.Usable && rows.TryGetValue(e.Entry!.Id, out var row) && row.Hash == e.Entry.Hash))
            present[one.Entry!.Id] = one.Entry;
        return present;
    }

    private async Task Complete(UnitId unit, EntryBatch file, ImportRun run, string reason, int total, IServerStreamWriter<ImportEntriesResponse> to, CancellationToken ct)
    {
        if (file.Faulty || !file.Entries.Any(e => e.Usable))
        {
            await to.WriteAsync(About(new ImportEntriesResponse { Done = run.Done, Total = total }, [new ImportFinding(EntryImportRules.NothingRemoved.At("complete"), "", "", "")]), ct);
            return;
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
            var results = await run.Remove(chunk, reason);
            foreach (var row in chunk)
                await to.WriteAsync(run.Removed(row, results.GetValueOrDefault(row.Id), total), ct);
        }
    }

    private static ImportEntriesResponse About(ImportEntriesResponse response, IEnumerable<ImportFinding> findings)
    {
        response.Findings.AddRange(findings.Select(f => new FileFinding { Finding = Refusals.ToProto(f.Finding), File = f.File, Sheet = f.Sheet, Address = f.Address, Proposed = f.Proposed }));
        return response;
    }

    private sealed class ImportRun(ICatalogGrain catalog, Subject by, string origin, string requestId, bool push)
    {
        private Dictionary<EntryId, CatalogEntry> present = [];
        private int batches;

        public ICatalogGrain Catalog => catalog;

        public int Done { get; private set; }

        public ImportSummary Summary { get; } = new();

        public Task<Dictionary<EntryId, EntryResult>> Put(ImmutableArray<CatalogEntry> entries, Dictionary<EntryId, CatalogEntry> before)
        {
            present = before;
            return Send([.. entries.Select(e => new EntryChange(e.Id, e))]);
        }

        public Task<Dictionary<EntryId, EntryResult>> Remove(IEnumerable<EntryRow> rows, string reason) => Send([.. rows.Select(r => new EntryChange(r.Id, null, r.Revision, Reason: reason))]);

        public ImportEntriesResponse Answer(ImportedEntry one, Dictionary<EntryId, EntryResult> results, int total)
        {
            var response = new ImportEntriesResponse { Done = ++Done, Total = total, Title = one.Title, Sheet = one.Sheet, Row = one.Row, Entry = one.Entry?.Id.Value ?? "" };
            About(response, one.Findings);
            if (!one.Usable || results.GetValueOrDefault(one.Entry!.Id) is not { } result)
            {
                Summary.Refused += one.Findings.Any(f => f.Finding.Blocks) ? 1 : 0;
                return response;
            }
            response.Outcome = Word(result.Outcome);
            About(response, result.Findings.Where(f => one.Findings.All(o => o.Finding.Code != f.Code || o.Finding.Where != f.Where)).Select(one.Place));
            if (result.Outcome is EntryOutcome.Refused or EntryOutcome.Conflict)
            {
                Summary.Refused++;
                return response;
            }
            var before = present.GetValueOrDefault(one.Entry.Id);
            response.Differences.AddRange(EntryDiff.Of(before, one.Entry).Select(d => new ColumnDifference { Column = d.Column.Id, Name = d.Column.Zh, Before = d.Before, After = d.After }));
            response.Change = before is null ? ImportEntriesResponse.Types.Change.New
                : response.Differences.Count == 0 ? ImportEntriesResponse.Types.Change.Same : ImportEntriesResponse.Types.Change.Altered;
            if (result.Outcome == EntryOutcome.Unchanged && push)
            {
                response.Change = ImportEntriesResponse.Types.Change.Same;
                response.Differences.Clear();
            }
            _ = response.Change switch
            {
                ImportEntriesResponse.Types.Change.New => Summary.Added++,
                ImportEntriesResponse.Types.Change.Altered => Summary.Changed++,
                _ => Summary.Same++,
            };
            return response;
        }

        public ImportEntriesResponse Removed(EntryRow row, EntryResult? result, int total)
        {
            var response = new ImportEntriesResponse
            {
                Done = Done, Total = total, Entry = row.Id.Value, Title = row.Title, Change = ImportEntriesResponse.Types.Change.Removed, Outcome = result is null ? "" : Word(result.Outcome),
            };
            if (result is not null)
                About(response, result.Findings.Select(f => new ImportFinding(f, "", "", "")));
            Summary.Removed += result?.Outcome == EntryOutcome.Recorded ? 1 : 0;
            return response;
        }

        private async Task<Dictionary<EntryId, EntryResult>> Send(ImmutableArray<EntryChange> changes)
        {
            if (changes.IsEmpty)
                return [];
            var id = Requests.RequestIdOf(requestId, (++batches).ToString(CultureInfo.InvariantCulture));
            var receipt = (await catalog.Push(new PushEntries(id, by, origin, "", changes, [], DryRun: !push))).OrThrow();
            if (receipt.Hold > 0)
                Summary.Holds.Add(receipt.Hold);
            return receipt.Results.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First());
        }

        private static string Word(EntryOutcome outcome) => outcome switch
        {
            EntryOutcome.Recorded => "recorded",
            EntryOutcome.Unchanged => "unchanged",
            EntryOutcome.Refused => "refused",
            EntryOutcome.Conflict => "conflict",
            _ => "held",
        };
    }
}
