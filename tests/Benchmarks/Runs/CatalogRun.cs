using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Spectre.Console;

namespace Federation.Benchmarks.Runs;

/// <summary>
/// Catalogs: what one changed entry costs in a large catalog and in a small one; and many entries across a province: taking them in, finding them,
/// following them, each beside its floor.
/// </summary>
internal sealed class CatalogRun(BenchSettings settings, Board board, Installation installation, TempFolder temp)
{
    private const int OfOne = 1000;
    private const int Batch = 200;
    private const int Tries = 5;
    private const int AtOnce = 8;
    private const int Large = 100_000;
    private const int Small = 100;
    private const int Edits = 100;
    private double indexed; // documents a second while the index caught up; 0: it never lagged
    private static readonly UnitId Province = UnitId.Parse("330000"), LargeUnit = UnitId.Parse("440000"), SmallUnit = UnitId.Parse("450000");

    public async Task Run(CancellationToken ct)
    {
        await OneChange(ct);
        var units = Units();
        await TakeIn(units, ct);
        await Follow(units, ct);
        await new SearchRun(board, installation, temp, indexed).Run(units, ct);
    }

    private async Task OneChange(CancellationToken ct)
    {
        var large = Math.Min(Large, settings.Entries);
        for (var first = 0; first < large; first += Batch)
            await Push(EntrySet.Batch(LargeUnit, first, Math.Min(Batch, large - first)));
        await Push(EntrySet.Batch(SmallUnit, 0, Small));
        await Indexed("one catalog", ct);
        await Change(SmallUnit, Small, ct); // once for nothing: everything is then in memory
        var (few, many) = (await Change(SmallUnit, Small, ct), await Change(LargeUnit, large, ct));
        foreach (var (what, of) in new (string, Func<Costs, Times>)[] { ("edit and digest", c => c.Edit), ("page of changes", c => c.Page), ("index", c => c.Index) })
        {
            var (a, b) = (of(few), of(many));
            board.Add(new Row(
                $"one changed entry of {large:N0}: {what}", b.ToString(), $"of {Small}: {a}", string.Create(CultureInfo.InvariantCulture, $"{b.P50 / a.P50:0.00} x"), "<= 2 x", b.P50 / a.P50 <= 2));
        }
    }

    private async Task<Costs> Change(UnitId unit, int entries, CancellationToken ct)
    {
        List<TimeSpan> edit = [], page = [], index = [];
        for (var i = 0; i < Edits; i++)
        {
            var number = (int)((long)i * 7919 % entries);
            var entry = EntrySet.Entry(number, string.Create(CultureInfo.InvariantCulture, $"修改 {i} {Stopwatch.GetTimestamp()}"));
            var before = await installation.Catalogs.Head(unit, ct);
            var started = Stopwatch.GetTimestamp();
            await Push(EntrySet.Batch(unit, 0, 0) with { Changes = [new EntryChange(entry.Id, entry, null)] });
            edit.Add(Stopwatch.GetElapsedTime(started));
            started = Stopwatch.GetTimestamp();
            var changes = await installation.Catalogs.Changes(unit, before!.Seq, 100, ct);
            page.Add(Stopwatch.GetElapsedTime(started));
            if (changes is not [{ Entry: { } changed } stored])
                throw new InvalidOperationException($"{changes.Length} changes after one edit");
            started = Stopwatch.GetTimestamp();
            await installation.Index.Write([SearchDocument.Of(stored.Row, changed, "", SearchScope.Of(unit))], [], null, ct);
            index.Add(Stopwatch.GetElapsedTime(started));
        }
        return new Costs(new Times(edit), new Times(page), new Times(index));
    }

    private async Task TakeIn(ImmutableArray<UnitId> units, CancellationToken ct)
    {
        GC.Collect();
        var (spent, started, done, next) = (Spent.Now(), Stopwatch.GetTimestamp(), 0, -1);
        using var shown = new Timer(_ => AnsiConsole.MarkupLineInterpolated($"[grey]{Volatile.Read(ref done):N0} entries taken in[/]"), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(
            async () =>
            {
                for (var at = Interlocked.Increment(ref next); at < units.Length; at = Interlocked.Increment(ref next))
                {
                    for (var first = 0; first < OfOne; first += Batch)
                    {
                        await Push(EntrySet.Batch(units[at], (at * OfOne) + first, Batch));
                        Interlocked.Add(ref done, Batch);
                    }
                }
            },
            ct)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var rate = done / seconds;

        var sample = units.Take(Math.Min(units.Length, 100)).Select((unit, at) => (unit, Enumerable.Range(0, OfOne / Batch)
            .Select(b => Enumerable.Range((at * OfOne) + (b * Batch), Batch).Select(n => CatalogEventJson.Write(new EntryPut(EntrySet.Entry(n), 1, unit.Value, "", "", "", 0))).ToArray()).ToArray())).ToList();
        var (events, bytes) = (sample.Sum(s => s.Item2.Sum(b => b.Length)), sample.Sum(s => s.Item2.Sum(b => b.Sum(e => (long)e.Payload.Length))));
        var floor = events / await CatalogFloor.Seconds(temp["catalog-floor.db"], sample, AtOnce);
        var each = (double)bytes / events;
        board.AddRate($"{done:N0} entries into {units.Length:N0} catalogs ({rate * each / 1e6:0.0} MB/s of content), index following", rate, "bare writer, same bytes", floor);
        board.Add(new Row("taking in spent", Spent.Now().Since(spent).ToString()));
        var behind = await installation.Catalogs.FeedEnd(ct) - await installation.Index.Position(ct);
        started = Stopwatch.GetTimestamp();
        await Indexed("the province", ct);
        var caught = Stopwatch.GetElapsedTime(started).TotalSeconds;
        indexed = behind > 0 ? behind / caught : 0;
        board.Add(new Row($"index behind by {behind:N0} when the last was taken in", string.Create(CultureInfo.InvariantCulture, $"{caught:0.0} s until it knew all"), "", behind > 0 ? Board.PerSecond(behind / caught) : ""));
    }

    private async Task Follow(ImmutableArray<UnitId> units, CancellationToken ct)
    {
        var (read, started) = (0, Stopwatch.GetTimestamp());
        foreach (var unit in units)
        {
            var after = 0L;
            while (await installation.Catalogs.Changes(unit, after, OfOne, ct) is { IsEmpty: false } page)
                (after, read) = (page[^1].Row.Seq, read + page.Length);
        }
        var rate = read / Stopwatch.GetElapsedTime(started).TotalSeconds;
        board.Check("every entry is in the feed once", read == units.Length * OfOne ? [] : [$"{read} of {units.Length * OfOne}"]);

        (read, started) = (0, Stopwatch.GetTimestamp());
        var position = 0L;
        while (read < 300_000 && await installation.Ledger.ReadAll(position, OfOne, ct) is { IsEmpty: false } page)
            (position, read) = (page[^1].Position, read + page.Length);
        board.AddRate("feed of every catalog of the province, entries read and understood", rate, "the same events bare", read / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private ImmutableArray<UnitId> Units()
    {
        var tree = installation.Tree;
        var top = tree.TryFind(Province, out var order) ? order : throw new InvalidOperationException("the province is not loaded");
        return [.. Enumerable.Range(top, tree.LastOf(top) - top + 1).Take(Math.Max(1, settings.Entries / OfOne)).Select(o => tree[o].Id)];
    }

    private async Task Push(PushEntries batch)
    {
        var reply = await Sent(batch with { RequestId = Guid.NewGuid().ToString("N") });
        if (reply.Value is not { } receipt || (!receipt.Repeated && receipt.Results.Any(r => r.Outcome != EntryOutcome.Recorded)))
            throw new InvalidOperationException($"{batch.By.Unit}: {reply.Findings.FirstOrDefault()?.TextEn ?? "not every entry was recorded"}");
    }

    // On a machine busy with other things an answer may not come in time; the same request id again has no second effect.
    private async Task<Reply<PushReceipt>> Sent(PushEntries batch)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await installation.Grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(batch.By.Unit)).Push(batch);
            }
            catch (TimeoutException) when (tries < Tries)
            {
                AnsiConsole.MarkupLineInterpolated($"[grey]{batch.By.Unit}: no answer in time, once more[/]");
            }
        }
    }

    private async Task Indexed(string what, CancellationToken ct)
    {
        for (var waited = 0; await installation.Index.Position(ct) is var position && await installation.Catalogs.FeedEnd(ct) is var end && position < end; waited++)
        {
            if (waited % 50 == 49)
                AnsiConsole.MarkupLineInterpolated($"[grey]{what}: index at {position:N0} of {end:N0}[/]");
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private sealed record Costs(Times Edit, Times Page, Times Index);
}
