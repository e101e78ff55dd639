using System.Diagnostics;
using System.Globalization;
using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Federation.V1;
using Grpc.Net.Client;
using WorkPoint = Federation.V1.WorkPoint;

namespace Federation.Benchmarks.Runs;

/// <summary>One work point of the nation to every government: from the call until every receipt is durable in the rows of the plan, beside the bulk insert of the same rows.</summary>
internal sealed class PlanRun(Board board, Installation installation, TempFolder temp)
{
    private const int Year = 2026;
    private const int Rounds = 3;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public async Task Run(CancellationToken ct)
    {
        using var channel = GrpcChannel.ForAddress(installation.Server);
        var client = new WorkPlans.WorkPlansClient(channel);
        var ratios = new List<(double Taken, double Floor)>();
        for (var number = 1; number <= Rounds; number++)
            ratios.Add(await Round(client, number, ct));
        var (taken, floor) = ratios.Skip(1).OrderBy(r => r.Taken / r.Floor).ElementAt((Rounds - 1) / 2);
        board.Add(new Row(
            "one work point to everybody, warm", Seconds(taken), $"bulk insert {Seconds(floor)}", string.Create(CultureInfo.InvariantCulture, $"{taken / floor:0.0} x"), "<= 3 x", taken / floor <= 3));
    }

    // The first round activates every book and is cold; later ones find them in memory with what they hold.
    private async Task<(double Taken, double Floor)> Round(WorkPlans.WorkPlansClient client, int number, CancellationToken ct)
    {
        var name = number == 1 ? "cold" : string.Create(CultureInfo.InvariantCulture, $"warm {number - 1}");
        await client.SavePlanDraftAsync(
            new SavePlanDraftRequest { Unit = "000000", Year = Year, Number = number, Content = Content(), RequestId = $"bench-plan-draft-{number}" }, installation.Officer, cancellationToken: ct);
        GC.Collect();
        var before = Spent.Now();
        var started = Stopwatch.GetTimestamp();
        await client.IssuePlanAsync(new IssuePlanRequest { Unit = "000000", Year = Year, Number = number, RequestId = $"bench-plan-issue-{number}" }, installation.Officer, cancellationToken: ct);
        var issued = Stopwatch.GetElapsedTime(started);
        var plan = await Reached(client, number, ct);
        var taken = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var spent = Spent.Now().Since(before);
        board.Add(new Row($"work point {name}: issued in {issued.TotalSeconds:0.0} s, {plan.Counts.Receivers:N0} receipts durable", $"{taken:0.0} s, {spent}"));
        await Check(name, number, plan.Counts.Receivers, ct);
        board.AddTimes($"GetPlan of it, {name}", new Times(await Asked(client, number, ct)), 20);

        var (books, own) = await PlanActs.Of(installation.Ledger, installation.Plans, PlanId.Of(UnitId.Nation, Year, number), ct);
        GC.Collect();
        before = Spent.Now();
        var floor = await PlanFloor.Seconds(temp[$"plan-floor-{number}.db"], books, own);
        var least = Spent.Now().Since(before);
        board.Add(new Row(
            $"work point {name}: {books.Length:N0} books and {own.Length} acts of the plan, bulk insert", $"{Seconds(floor)}, {least}", "",
            string.Create(CultureInfo.InvariantCulture, $"{taken / floor:0.0} x, {spent.Processor / least.Processor:0.0} x of processors")));
        return (taken, floor);
    }

    private async Task<Plan> Reached(WorkPlans.WorkPlansClient client, int number, CancellationToken ct)
    {
        while (true)
        {
            var plan = await client.GetPlanAsync(new GetPlanRequest { Unit = "000000", Year = Year, Number = number }, installation.Officer, cancellationToken: ct);
            if (plan.Counts.Reached == plan.Counts.Receivers)
                return plan;
            await Task.Delay(Between, ct);
        }
    }

    private async Task<List<TimeSpan>> Asked(WorkPlans.WorkPlansClient client, int number, CancellationToken ct)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 50; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await client.GetPlanAsync(new GetPlanRequest { Unit = "000000", Year = Year, Number = number }, installation.Officer, cancellationToken: ct);
            times.Add(Stopwatch.GetElapsedTime(started));
        }
        return times;
    }

    private async Task Check(string name, int number, int receivers, CancellationToken ct)
    {
        var counts = await installation.Plans.Count(PlanId.Of(UnitId.Nation, Year, number), 0, int.MaxValue, ct);
        var delivered = counts.Where(c => c.State == AssignmentState.Delivered).Sum(c => c.Count);
        board.Check($"rows of the work point, {name}", delivered == receivers && counts.Sum(c => c.Count) == receivers ? [] : [$"{delivered} of {receivers} rows are delivered"]);
    }

    private static PlanContent Content()
    {
        var content = new PlanContent { Title = "关于做好政府信息公开专栏建设的通知", Basis = "《中华人民共和国政府信息公开条例》", AcceptWithin = 10 };
        content.Points.Add(new WorkPoint { Clause = "一", Title = "规范专栏", Text = "统一名称、格式建设政府信息公开专栏", Measures = { "once 2026-12-31" }, Minutes = 60 });
        content.Receivers.Add("all");
        return content;
    }

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s");
}
