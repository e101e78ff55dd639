using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Simulation.Tests;

/// <summary>A reporting season drawn from the seed: filings, refilings, returns, acceptances and corrections of what was accepted, while activations crash. Every act is tried until it is answered.</summary>
internal sealed class SeasonDriver(SimulatedProvince province)
{
    private const int AtOnce = 6;
    private const int Tries = 40;
    private int requests;

    /// <summary>Filings acknowledged: unit, version and hash of what was filed.</summary>
    public List<ReceiptView> Acknowledged { get; } = [];

    /// <summary>Runs so many acts, several under way at a time.</summary>
    public void Run(int acts, double crashes)
    {
        for (var done = 0; done < acts; done += AtOnce)
        {
            province.Simulation.Run(() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Act())));
            if (province.Simulation.Next(1000) < crashes * 1000)
                province.Simulation.CrashAll();
            else
                province.Simulation.Crash(province.RollUp(Draw().Parent!));
        }
    }

    private async Task Act()
    {
        var unit = Draw();
        var request = $"request-{requests++}";
        switch (province.Simulation.Next(10))
        {
            case 0:
                await Review(unit, version => province.Report(unit.Id).Accept(new AcceptReport(request, Reviewer(unit), version)));
                break;
            case 1:
                await Review(unit, version => province.Report(unit.Id).Return(new ReturnReport(request, Reviewer(unit), version, [new ReturnReason("", "与台账不符")])));
                break;
            default:
                await File(unit, request);
                break;
        }
    }

    private async Task File(Unit unit, string request)
    {
        var clerk = new Subject("clerk", unit.Id, [Role.Clerk]);
        var content = ReportContent.Of(Some(province.Simulation.Next(50)));
        var version = (await Answered(() => province.Report(unit.Id).Get(clerk))).Value!.Version;
        var handedIn = await Answered(() => province.Report(unit.Id).Submit(new SubmitReport(request, clerk, content, version, "更正")));
        if (handedIn.Value is not { } pending)
            return;
        var leader = new Subject("leader", unit.Id, [Role.Approver]);
        var reply = await Answered(() => province.Report(unit.Id).Approve(new ApproveReport(request + "-seal", leader, pending.Version, pending.ContentHash)));
        if (reply.Value is { } receipt)
            Acknowledged.Add(receipt);
    }

    private async Task Review(Unit unit, Func<long, Task<Reply<ReceiptView>>> act)
    {
        var reader = new Subject("clerk", unit.Id, [Role.Clerk]);
        var version = (await Answered(() => province.Report(unit.Id).Get(reader))).Value!.Version;
        await Answered(() => act(version));
    }

    private static async Task<T> Answered<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (attempt < Tries && e is TimeoutException or OrleansException)
            {
                // lost on the way there or back, or crashed meanwhile: the same request again
            }
        }
    }

    private Unit Draw() => province.Units[province.Simulation.Next(province.Units.Length)];

    private static Subject Reviewer(Unit unit) => new("reviewer", unit.Parent!, [Role.Reviewer]);

    private static Figures Some(long applications) => FigureReader.Read(
        Form2021.Form,
        new FigureEntries(new Dictionary<string, long> { ["t3.new.natural"] = applications, ["t3.granted.natural"] = applications }, ImmutableDictionary<string, string>.Empty, [], RestIsNil: true)).Figures;
}
