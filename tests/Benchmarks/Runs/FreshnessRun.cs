using System.Diagnostics;
using Federation.Benchmarks.Load;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Host.Demo;
using FilingSet = Federation.Benchmarks.Load.FilingSet;

namespace Federation.Benchmarks.Runs;

/// <summary>How long after a township has its receipt the national total shows its filing: alone, and while the nation files.</summary>
internal sealed class FreshnessRun(BenchSettings settings, Board board, Installation installation)
{
    private const string Marked = "t2.rules.repealed"; // no generated filing fills it
    private const int Quiet = 200;
    private const int Lanes = 4;

    public async Task Run(CancellationToken ct)
    {
        board.AddTimes("township receipt -> in the national total, quiet", await Measure(PeriodId.Annual(2023), surge: false, ct), 50);
        board.AddTimes("township receipt -> in the national total, in the surge", await Measure(PeriodId.Annual(2022), surge: true, ct), 500);
    }

    private async Task<Times> Measure(PeriodId period, bool surge, CancellationToken ct)
    {
        await installation.Open(period, ct);
        var filings = FilingSet.Make(installation.Tree, period, settings.Seed);
        var probes = filings.Where(f => installation.Tree.Find(f.Unit)!.Tier == Tier.Township).Take(surge ? Lanes * NationWatch.MostOfALane : Quiet).ToArray();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watch = new NationWatch(installation.Nation(period), Form2021.Form[Marked].Index);
        var watching = Task.Run(() => watch.Run(stop.Token), ct);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);

        var lanes = probes.Chunk(surge ? NationWatch.MostOfALane : Quiet).Select((chunk, lane) => Task.Run(() => Probe(watch, lane, chunk, period, over.Token))).ToArray();
        if (surge)
        {
            await new Sender(installation.Server).Send(PreparedCall.Of(filings.Except(probes), period, installation.Tokens), ct);
            await over.CancelAsync();
        }
        var waits = (await Task.WhenAll(lanes)).SelectMany(w => w).ToList();
        await stop.CancelAsync();
        await watching;
        return new Times(waits);
    }

    // One after another: the next is filed when the last was seen.
    private async Task<List<TimeSpan>> Probe(NationWatch watch, int lane, SentFiling[] chunk, PeriodId period, CancellationToken over)
    {
        var waits = new List<TimeSpan>();
        var marked = chunk.Select(f => f with { Cells = new Dictionary<string, long> { [Marked] = NationWatch.MarkOf(lane) } });
        foreach (var call in PreparedCall.Of(marked, period, installation.Tokens))
        {
            if (over.IsCancellationRequested)
                break;
            var seen = watch.Seen(lane, waits.Count + 1);
            await installation.Client.SubmitReportAsync(call.Request, call.Headers, cancellationToken: CancellationToken.None);
            var answered = Stopwatch.GetTimestamp();
            waits.Add(TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(answered, await seen).Ticks)));
        }
        return waits;
    }
}
