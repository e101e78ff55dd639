using System.Diagnostics;
using Federation.Benchmarks.Load;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Host.Demo;
using FilingSet = Federation.Benchmarks.Load.FilingSet;

namespace Federation.Benchmarks.Runs;

/// <summary>How long after a township has the receipt of its seal the national total shows its filing: alone, and while the nation files.</summary>
internal sealed class FreshnessRun(BenchSettings settings, Board board, Installation installation)
{
    private const string Marked = "t2.rules.repealed"; // no generated filing fills it
    private const int Quiet = 200;
    private const int Lanes = 4;
    private static readonly PeriodId Period = PeriodId.Annual(2022);

    public async Task Run(CancellationToken ct)
    {
        await installation.Open(Period, ct);
        var filings = FilingSet.Make(installation.Tree, Period, settings.Seed);
        var townships = filings.Where(f => installation.Tree.Find(f.Unit)!.Tier == Tier.Township).ToArray();
        var (alone, amid) = (townships.Take(Quiet).ToArray(), townships.Skip(Quiet).Take(Lanes * NationWatch.MostOfALane).ToArray());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = new NationWatch(installation.Nation(Period), Form2021.Form[Marked].Index);
        var watching = Task.Run(() => watch.Run(stop.Token), ct);

        board.AddTimes("township receipt -> in the national total, quiet", new Times(await Probe(watch, 0, alone, ct)), 50);
        var waits = await InSurge(watch, amid, PreparedCall.Of(filings.Except(alone).Except(amid), Period, installation.Tokens), ct);
        board.AddTimes("township receipt -> in the national total, in the surge", new Times(waits), 500);
        await stop.CancelAsync();
        await watching;
    }

    private async Task<List<TimeSpan>> InSurge(NationWatch watch, SentFiling[] probes, PreparedCall[] rest, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lanes = probes.Chunk(NationWatch.MostOfALane).Select((chunk, lane) => Task.Run(() => Probe(watch, lane + 1, chunk, over.Token))).ToArray();
        await new Sender(installation.Server).Send(rest, ct);
        await over.CancelAsync();
        return [.. (await Task.WhenAll(lanes)).SelectMany(w => w)];
    }

    // One after another: the next is filed when the last was seen.
    private async Task<List<TimeSpan>> Probe(NationWatch watch, int lane, SentFiling[] chunk, CancellationToken over)
    {
        var waits = new List<TimeSpan>();
        var marked = chunk.Select(f => f with { Cells = new Dictionary<string, long> { [Marked] = NationWatch.MarkOf(lane) } });
        foreach (var call in PreparedCall.Of(marked, Period, installation.Tokens))
        {
            if (over.IsCancellationRequested)
                break;
            var seen = watch.Seen(lane, waits.Count + 1);
            await call.File(installation.Client, CancellationToken.None);
            var answered = Stopwatch.GetTimestamp();
            waits.Add(TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(answered, await seen).Ticks)));
        }
        return waits;
    }
}
