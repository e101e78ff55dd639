using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Outbox;
using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Grains.Outbox;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Reports;

/// <summary>
/// The total of one territory in one period. Takes its parts in, shows the total at once, hands it up conflated, and writes it down soon
/// after; what it took in leaves the outbox in the same transaction. Lost memory is rebuilt from the parts as written.
/// </summary>
[GrainType("roll-up")]
public sealed partial class RollUpGrain(ILedger ledger, IReadModels readModels, IRosters rosters, TimeProvider clock, ILogger<RollUpGrain> log)
    : Grain, IRollUpGrain
{
    /// <summary>Least time between two totals handed up: what arrives meanwhile goes together.</summary>
    private static readonly TimeSpan Conflation = TimeSpan.FromMilliseconds(40);

    /// <summary>A total that has not changed for so long is written.</summary>
    private static readonly TimeSpan WriteAfter = TimeSpan.FromMilliseconds(750);

    /// <summary>One that keeps changing is written as often; in a surge more would cost as much as the filings.</summary>
    private static readonly TimeSpan LongestUnwritten = TimeSpan.FromMilliseconds(3000);

    // Versions handed up ahead of writing are lost with the memory. So a new activation begins this far above the written one, writes before it
    // first hands up, and hands up no version this far above the written one: none is ever given out twice.
    private const long VersionsAhead = 1_000;

    private UnitId unit = UnitId.Nation;
    private PeriodId period = PeriodId.Annual(2021);
    private Roster? roster;
    private RosterRow? row;
    private RollUp total = RollUp.Empty(Form2021.Form);
    private long version;
    private long versionUp;
    private long versionWritten;
    private bool unwritten;
    private bool writingFirst;
    private bool leaving;
    private readonly List<long> absorbed = [];
    private bool pushPlanned;
    private bool writePlanned;
    private DateTimeOffset pushedAt = DateTimeOffset.MinValue;
    private DateTimeOffset unwrittenSince;
    private long versionAtLastLook;
    private TaskCompletionSource changed = NewSignal();

    private bool IsLeaf => row!.Last == row.Ord;

    private bool MustWriteFirst => version >= versionWritten + VersionsAhead;

    private UnitId? Above => roster!.TotalRollsInto(row!);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (unit, period) = GrainKeys.UnitAndPeriodOf(this.GetPrimaryKeyString());
        roster = await rosters.Find(period, cancellationToken);
        row = roster?.Find(unit);
        if (roster is null || row is null)
            return;
        var written = await readModels.Contribution(unit, ContributionScope.Total, period.ToString(), cancellationToken);
        total = RollUp.Empty(roster.Form).Accept((await PartRows(cancellationToken)).Select(Contribution.From));
        versionWritten = written?.Version ?? 0;
        version = versionWritten + VersionsAhead;
        versionUp = version;
        if (IsLeaf)
            version = versionUp = versionWritten = total.Parts.Values.FirstOrDefault()?.Version ?? 0;
        else if (!total.Parts.IsEmpty && (written is null || !Agrees(Contribution.From(written))))
            Change();
    }

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        leaving = true;
        return Flush();
    }

    /// <inheritdoc />
    public Task Contribute(ImmutableArray<Delivery> deliveries)
    {
        if (row is null)
            throw new InvalidOperationException($"{unit} is not in the frozen tree of {period}");
        var before = total;
        total = total.Accept(deliveries.Select(d => d.Contribution));
        foreach (var delivery in deliveries)
            absorbed.AddRange(delivery.Positions);
        if (!ReferenceEquals(before, total))
            Change();
        else if (absorbed.Count > 0)
            PlanWrite();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Flush() => row is null ? Task.CompletedTask : Write();

    private ValueTask<ImmutableArray<ContributionRow>> PartRows(CancellationToken ct) =>
        IsLeaf ? OwnFiling(ct) : readModels.Parts(period.ToString(), unit, ct);

    private async ValueTask<ImmutableArray<ContributionRow>> OwnFiling(CancellationToken ct) =>
        await readModels.Contribution(unit, ContributionScope.Own, period.ToString(), ct) is { } own ? [own] : [];

    private bool Agrees(Contribution written) => written.Counts == total.Counts && written.Tally.Equals(Tally.Of(total.Sums.AsSpan()));

    private void Change()
    {
        version++;
        unwritten = true;
        var signal = changed;
        changed = NewSignal();
        signal.SetResult();
        PlanPush();
        PlanWrite();
    }

    private void PlanPush()
    {
        if (pushPlanned || leaving || Above is null)
            return;
        pushPlanned = true;
        var since = clock.GetUtcNow() - pushedAt;
        if (since >= Conflation)
            _ = Push(); // goes on in turns of this grain; whoever contributed does not wait for it
        else
            After(Conflation - since, static grain => grain.Push());
    }

    private async Task Push()
    {
        pushPlanned = false;
        if (MustWriteFirst)
            return; // goes on when the total is written
        pushedAt = clock.GetUtcNow();
        var handed = version;
        try
        {
            await GrainFactory.GetGrain<IRollUpGrain>(GrainKeys.RollUp(Above!, period)).Contribute([new Delivery([], total.ToContribution(unit, handed))]);
            versionUp = handed;
        }
        catch (Exception e) // the written message below brings it up in any case
        {
            NotHandedUp(log, this.GetPrimaryKeyString(), e);
        }
    }

    private void PlanWrite()
    {
        if (leaving)
            return;
        if (MustWriteFirst && !writingFirst)
        {
            writingFirst = true;
            After(TimeSpan.Zero, static grain => grain.Write());
        }
        else if (!writePlanned)
        {
            writePlanned = true;
            unwrittenSince = clock.GetUtcNow();
            LookAgain();
        }
    }

    private void LookAgain()
    {
        versionAtLastLook = version;
        After(WriteAfter, static grain => grain.WriteWhenCalm());
    }

    private Task WriteWhenCalm()
    {
        if (version == versionAtLastLook || clock.GetUtcNow() - unwrittenSince >= LongestUnwritten - WriteAfter)
            return Write();
        LookAgain();
        return Task.CompletedTask;
    }

    private async Task Write()
    {
        writePlanned = false;
        if (!unwritten && absorbed.Count == 0)
            return;
        var (writing, settled) = (total.ToContribution(unit, version), absorbed.ToImmutableArray());
        var news = unwritten && !IsLeaf;
        unwritten = false;
        absorbed.Clear();
        try
        {
            var result = await ledger.Append(WriteDown(writing, settled, news), CancellationToken.None);
            versionWritten = news ? writing.Version : versionWritten;
            writingFirst = false;
            if (versionUp < version)
                PlanPush();
            if (!result.MessagePositions.IsEmpty)
                await GrainFactory.GetGrain<IOutboxGrain>(GrainKeys.Outbox(GrainKeys.RollUp(Above!, period))).Post([new Delivery(result.MessagePositions, writing)]);
        }
        catch (LedgerUnavailableException e)
        {
            NotWritten(log, this.GetPrimaryKeyString(), e);
            absorbed.AddRange(settled);
            unwritten |= news;
            PlanWrite();
        }
    }

    private Append WriteDown(Contribution writing, ImmutableArray<long> settled, bool news) => new("", 0, clock.GetUtcNow(), "", "", "", [])
    {
        Changes = news ? [new ContributionChanged(writing.ToRow(period, Above))] : [],
        Outgoing = news && Above is not null
            ? [new NewMessage(this.GetPrimaryKeyString(), GrainKeys.RollUp(Above, period), ContributionMessage.TopicOf(unit, ContributionScope.Total), ContributionMessage.Kind, ReadOnlyMemory<byte>.Empty)]
            : [],
        Absorbed = settled,
    };

    private void After(TimeSpan due, Func<RollUpGrain, Task> act)
    {
        IGrainTimer? timer = null;
        timer = this.RegisterGrainTimer(
            async _ =>
            {
                timer!.Dispose(); // else the grain keeps every timer that ever was
                await act(this);
            },
            new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "{RollUp}: total not handed up")]
    private static partial void NotHandedUp(ILogger log, string rollUp, Exception e);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "{RollUp}: total not written, will try again")]
    private static partial void NotWritten(ILogger log, string rollUp, Exception e);
}
