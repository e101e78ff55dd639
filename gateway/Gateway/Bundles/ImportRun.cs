using System.Collections.Immutable;
using Federation.Documents.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Documents.Import;
using Federation.Domain.Catalogs;
using Federation.Domain.Findings;

namespace Federation.Gateway.Bundles;

/// <summary>One import under way: what became of each entry, and the sums.</summary>
internal sealed class ImportRun(IEntryWay way, int total)
{
    private readonly List<int> holds = [];
    private ImmutableArray<Finding> refusal = [];
    private (int Added, int Altered, int Same, int Removed, int Refused, int Waiting) sums;

    public int Done { get; private set; }

    public bool AnyRefused => sums.Refused > 0;

    public async Task<Dictionary<EntryId, EntryResult>> Send(ImmutableArray<EntryChange> changes)
    {
        if (changes.IsEmpty)
            return [];
        var sent = await way.Send(changes);
        if (!sent.Refusal.IsEmpty)
            refusal = sent.Refusal;
        if (sent.Hold > 0)
            holds.Add(sent.Hold);
        return sent.Results.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First());
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
        sums.Waiting += result.Outcome == EntryOutcome.Held ? 1 : 0;
        return step with { Fate = fate, Changes = changes };
    }

    public EntryStep Gone(EntryRow row, EntryResult? result)
    {
        sums.Removed += result?.Outcome == EntryOutcome.Recorded ? 1 : 0;
        sums.Waiting += result?.Outcome == EntryOutcome.Held && holds.Count == 0 ? 1 : 0;
        return new(Done, total, row.Id.Value, row.Title, "", 0, EntryFate.Removed, [], result?.Outcome, [.. (result?.Findings ?? refusal).Select(f => new ImportFinding(f, "", "", ""))]);
    }

    public EntryStep End(Digest digest) => new(
        Done, total, "", "", "", 0, EntryFate.None, [], null, [], new EntrySums(sums.Added, sums.Altered, sums.Same, sums.Removed, sums.Refused, sums.Waiting, [.. holds], digest));
}
