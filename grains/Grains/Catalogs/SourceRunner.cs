using System.Collections.Concurrent;
using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Grains.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Catalogs;

/// <summary>
/// Reads sources and brings what changed into their catalogs. It waits for the network outside of any grain; everything it does may be repeated, so a
/// crash in the middle is mended by the next reading.
/// </summary>
public sealed partial class SourceRunner(IGrainFactory grains, ICatalogReads catalogs, ISourceReader reader, TimeProvider clock, ILogger<SourceRunner> log) : ISourceRunner
{
    private const int PageSize = 1000;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> underWay = new(); // one reading of a source at a time
    private readonly ConcurrentDictionary<string, SourceProgress> progress = new();

    /// <inheritdoc />
    public async Task<Reply<SourceView>> Run(UnitId unit, string name, CancellationToken ct)
    {
        var gate = underWay.GetOrAdd($"{unit}/{name}", _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        try
        {
            var sources = grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(unit));
            if ((await sources.List()).Sources.FirstOrDefault(s => s.Settings.Name == name) is not { } source)
                return Reply.Refuse<SourceView>(SyncRules.NoSuchSource.At("name", $"{unit} 没有来源 {name}", $"{unit} has no source {name}"));
            if (source.Pause is { } pause)
                return Reply.Refuse<SourceView>(SyncRules.Paused.At("name", $"来源 {name} 已暂停({pause.Reason}),恢复后才能读取", $"source {name} is paused ({pause.Reason}): resume it to have it read"));
            var by = new Subject($"source-{name}", unit, [Role.Integrator]);
            progress[$"{unit}/{name}"] = new SourceProgress(clock.GetUtcNow(), 0, null);
            var kept = await sources.Ran(new KeepSourceRun(by, await Read(unit, source, by, ct)));
            return kept.Refused ? Reply.Refuse<SourceView>(kept.Findings) : Reply.Of(kept.Value!.Sources.First(s => s.Settings.Name == name));
        }
        finally
        {
            progress.TryRemove($"{unit}/{name}", out _);
            gate.Release();
        }
    }

    /// <inheritdoc />
    public async Task<Reply<SourceView>?> Begin(UnitId unit, string name, TimeSpan patience)
    {
        var running = Run(unit, name, CancellationToken.None);
        if (await Task.WhenAny(running, Task.Delay(patience, clock)) == running)
            return await running;
        _ = End(running, unit, name);
        return null;
    }

    /// <inheritdoc />
    public SourceProgress? Progress(UnitId unit, string name) => progress.GetValueOrDefault($"{unit}/{name}");

    /// <summary>Reads every source of a key sources/unit that is due.</summary>
    public async Task RunDue(string key)
    {
        var unit = GrainKeys.UnitOf(key);
        var now = clock.GetUtcNow();
        foreach (var source in (await grains.GetGrain<ISourcesGrain>(key).List()).Sources.Where(s => s.NextAt <= now))
            await Run(unit, source.Settings.Name, CancellationToken.None);
    }

    private async Task<SourceRun> Read(UnitId unit, SourceView source, Subject by, CancellationToken ct)
    {
        var (settings, memory, now) = (source.Settings, source.Last?.Memory ?? SourceMemory.None, clock.GetUtcNow());
        var answer = await reader.Read(settings, memory.ETag, ct);
        var snapshot = SourceReading.Of(settings, memory, answer, unit.Value, now);
        if (answer.Kind == AnswerKind.NotModified || snapshot.Findings.Any(f => f.Blocks))
            return new(settings.Name, now, answer.Kind == AnswerKind.NotModified, 0, 0, 0, 0, 0, 0, snapshot.Memory, snapshot.Findings, [], 0);
        return await Push(unit, settings, snapshot, by, now, ct);
    }

    private async Task<SourceRun> Push(UnitId unit, SourceSettings settings, Snapshot snapshot, Subject by, DateTimeOffset now, CancellationToken ct)
    {
        var origin = $"{unit}/{settings.Name}";
        var catalog = grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit));
        var waiting = (await catalog.Get()).Holds.SelectMany(h => h.Entries).ToHashSet(); // asked for before, and not to be asked for every hour
        var diff = SnapshotDiff.Of(snapshot, origin, await Rows(unit, origin, snapshot, ct), unit.Value);
        ImmutableArray<Finding> findings = [.. snapshot.Findings, .. diff.Findings];
        List<RecordProblem> problems = [.. snapshot.Problems, .. diff.Problems];
        var (recorded, removed, held, conflicts) = (0, 0, waiting.Count == 0 ? 0 : diff.Changes.Count(c => c.Entry is null && waiting.Contains(c.Id)), 0);
        var changes = diff.Changes.Where(c => c.Entry is not null || !waiting.Contains(c.Id)).ToList();
        progress.AddOrUpdate(origin, _ => new(now, 0, changes.Count), (_, before) => before with { Of = changes.Count });
        foreach (var batch in changes.Chunk(CatalogPush.MostChanges))
        {
            var reply = await catalog.Push(new PushEntries("", by, origin, "", [.. batch], []));
            if (reply.Refused)
                return new(settings.Name, now, false, snapshot.Memory.Listed, recorded, diff.Unchanged, removed, held, 0, snapshot.Memory with { ETag = "" }, reply.Findings, [], 0);
            foreach (var (change, result) in batch.Zip(reply.Value!.Results))
            {
                (recorded, removed) = (recorded + (result.Outcome == EntryOutcome.Recorded && change.Entry is not null ? 1 : 0), removed + (result.Outcome == EntryOutcome.Recorded && change.Entry is null ? 1 : 0));
                held += result.Outcome == EntryOutcome.Held ? 1 : 0;
                conflicts += result.Outcome == EntryOutcome.Conflict ? 1 : 0;
                if (result.Outcome is EntryOutcome.Refused or EntryOutcome.Conflict)
                    problems.AddRange(result.Findings.Select(f => new RecordProblem(0, change.Id.Value, "", unit.Value, f)));
            }
            progress.AddOrUpdate(origin, _ => new(now, batch.Length, changes.Count), (_, before) => before with { Done = before.Done + batch.Length });
        }
        var refused = problems.Where(p => p.Finding.Blocks || p.Finding.Code == SyncRules.KeptElsewhere.Code).Select(p => (p.Record, p.Id)).Distinct().Count();
        // after a conflict, or while removals wait or are not believed, the same list must be read again
        var memory = conflicts > 0 || held > 0 || diff.Findings.Any(f => f.Blocks) ? snapshot.Memory with { ETag = "" } : snapshot.Memory;
        return new(
            settings.Name, now, false, snapshot.Memory.Listed, recorded, diff.Unchanged, removed, held, refused, memory, findings, [.. problems.Take(SourceRun.MostProblems)], problems.Count);
    }

    // Nobody waits for this reading any more: what went wrong with it outside of itself is told to the operator.
    private async Task End(Task running, UnitId unit, string name)
    {
        try
        {
            await running;
        }
        catch (Exception e)
        {
            Broken(log, unit.Value, name, e);
        }
    }

    [LoggerMessage(EventId = 4611, Level = LogLevel.Warning, Message = "reading source {Name} of {Unit} broke off")]
    private static partial void Broken(ILogger log, string unit, string name, Exception e);

    // What the source brought before, from an index that holds nothing else; then, one by one, what it has not: new entries and those of others.
    private async Task<Dictionary<EntryId, OriginRow>> Rows(UnitId unit, string origin, Snapshot snapshot, CancellationToken ct)
    {
        Dictionary<EntryId, OriginRow> rows = [];
        for (EntryId? after = null; ;)
        {
            var page = await catalogs.ByOrigin(unit, origin, after, PageSize, ct);
            foreach (var row in page)
                rows[row.Id] = row;
            if (page.Length < PageSize)
                break;
            after = page[^1].Id;
        }
        foreach (var ids in snapshot.Entries.Select(e => e.Id).Where(id => !rows.ContainsKey(id)).ToList().Chunk(PageSize))
        {
            foreach (var row in await catalogs.Rows(unit, [.. ids], ct))
                rows[row.Id] = OriginRow.Of(row);
        }
        return rows;
    }
}

/// <summary>Registers what outside sources need; the host adds an <see cref="ISourceReader"/>.</summary>
public static class SourceServices
{
    /// <summary>The runner, and the route by which it is woken when a source is due.</summary>
    public static IServiceCollection AddCatalogSources(this IServiceCollection services) => services
        .AddSingleton<SourceRunner>().AddSingleton<ISourceRunner>(s => s.GetRequiredService<SourceRunner>())
        .AddSingleton(s => new DueRoute("sources", (_, key) => s.GetRequiredService<SourceRunner>().RunDue(key)));
}
