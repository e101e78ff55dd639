using System.Collections.Immutable;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Ledger;
using Federation.Domain.Time;

namespace Federation.Grains.Catalogs;

/// <summary>签发: what drafts of the unit release. The catalog is the one writer of its index numbers, so that serials have no gap.</summary>
public sealed partial class CatalogGrain
{
    private const int Window = 200; // numbers given elsewhere that are stepped over at once

    /// <inheritdoc />
    public async Task<ReleaseAnswers> Release(ReleaseEntries message)
    {
        var answers = ImmutableArray.CreateBuilder<ReleaseAnswer>(message.Releases.Length);
        foreach (var m in message.Releases)
            answers.Add(await Release(new EntryRelease(m.Entry, m.Round, m.Content, m.BaseRevision, m.Author, m.ApprovedBy, m.Reason)));
        return new(answers.MoveToImmutable());
    }

    private async Task<ReleaseAnswer> Release(EntryRelease release)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var rows = await reads.Rows(Head.Unit, [release.Id], CancellationToken.None);
            var row = rows.FirstOrDefault();
            if (row is not null && row.Revision > release.BaseRevision && await Earlier(release) is { } earlier)
                return earlier;
            var today = clock.Today();
            var pattern = IndexPattern.Read(Head.Settings.IndexPattern);
            var owners = await Owners(release, pattern, today);
            var (change, given) = release.Prepare(row, pattern, Head.Serials, number => owners.TryGetValue(number, out var owner) && owner != release.Id, today);
            var opened = await Opened(change.Entry);
            var context = new PushContext(Head, rows.ToImmutableDictionary(r => r.Id), owners, Head.Unit.Value, release.ApprovedBy, today)
            {
                SecondPersonAgreed = true, Missing = change.Entry is null ? [] : await Missing([change.Entry], opened),
            };
            var decision = CatalogPush.Decide([change], context);
            var answer = new ReleaseAnswer(decision.Results[0], change.Entry?.IndexNumber ?? row?.IndexNumber ?? "", change.Entry?.PublishedOn ?? row?.PublishedOn ?? today);
            if (decision.Events.IsEmpty)
                return answer;
            ImmutableArray<CatalogEvent> events = given is null ? decision.Events : [.. decision.Events, given];
            switch (await Journal.Record(release.ApprovedBy, release.KeyIn(Head.Unit), events, context.Rows, opened))
            {
                case AppendOutcome.Recorded:
                    return answer;
                case AppendOutcome.Repeated:
                    return await Earlier(release) ?? throw new LedgerUnavailableException($"{release.KeyIn(Head.Unit)} was recorded and cannot be found");
            }
        }
        throw new LedgerUnavailableException($"catalog {Head.Unit} moved on {Attempts} times while one release was decided");
    }

    // The same release, recorded before: answered as it was then, whatever has become of the entry since.
    private async Task<ReleaseAnswer?> Earlier(EntryRelease release)
    {
        foreach (var act in (await reads.History(Head.Unit, release.Id, CancellationToken.None)).Reverse())
        {
            if (release.Entry is not null && act.Happened is EntryPut put && put.SourceVersion == release.SourceVersion && put.Revision == release.BaseRevision + 1 && put.ApprovedBy == release.ApprovedBy)
                return new(new EntryResult(release.Id, EntryOutcome.Recorded, put.Revision, act.Seq, []), put.Entry.IndexNumber, put.Entry.PublishedOn ?? BeijingTime.DateOf(act.At));
            if (release.Entry is null && act.Happened is EntryRemoved removed && removed.Revision == release.BaseRevision + 1)
                return new(new EntryResult(release.Id, EntryOutcome.Recorded, removed.Revision, act.Seq, []), "", BeijingTime.DateOf(act.At));
        }
        return null;
    }

    private async Task<ImmutableDictionary<string, EntryId>> Owners(EntryRelease release, IndexPattern? pattern, DateOnly today)
    {
        if (release.Entry is null)
            return ImmutableDictionary<string, EntryId>.Empty;
        var next = pattern is null ? 0 : Head.Serials.GetValueOrDefault(pattern.PartOf(today)) + 1;
        ImmutableArray<string> numbers = release.Entry.IndexNumber is { Length: > 0 } own ? [own]
            : pattern is null ? [] : [.. Enumerable.Range(next, Window).Select(serial => pattern.Number(today, serial))];
        return numbers.IsEmpty ? ImmutableDictionary<string, EntryId>.Empty : await reads.IndexOwners(Head.Unit, numbers, CancellationToken.None);
    }

    // Texts and files of the draft become public with the entry, and not before.
    private async Task<ImmutableArray<ContentKept>> Opened(CatalogEntry? entry)
    {
        if (entry is null || review is null)
            return [];
        var contents = ImmutableArray.CreateBuilder<ContentKept>();
        foreach (var hash in entry.Named.Distinct())
        {
            if (await review.DraftContent(hash, CancellationToken.None) is { } kept)
                contents.Add(new ContentKept(hash, kept.MediaType, kept.Bytes));
        }
        return contents.ToImmutable();
    }
}
