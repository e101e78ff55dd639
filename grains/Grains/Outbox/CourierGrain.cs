using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Contracts.Outbox;
using Federation.Contracts.WorkPoints;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Outbox;

/// <summary>
/// Carries the duties of a plan to every book and the answers of the books back to the plan. At most <see cref="Window"/> books are asked at once, so that
/// their acts fill whole commits of the ledger and never its queue. A message is settled with the recording of its answer, not before: whatever
/// breaks in between is delivered and answered once more, and books and plans take a repeat for what it is.
/// </summary>
[GrainType("courier")]
public sealed partial class CourierGrain(TimeProvider clock, ILogger<CourierGrain> log) : Grain, ICourierGrain
{
    private const int Window = 512;
    private const int LargestBatch = 1000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly HashSet<long> held = [];
    private readonly Dictionary<string, Queue<Parcel>> lines = []; // by receiver: in turn, on its way or blocked
    private readonly Queue<string> turn = [];
    private readonly List<string> blocked = [];
    private readonly Queue<Answer> answers = [];
    private (ImmutableArray<byte> Payload, ReceiveDuties Message)? readLast;
    private int asked;
    private bool answering;
    private bool retrying;
    private TimeSpan pause = FirstPause;

    private string Sender => this.GetPrimaryKeyString()["courier/".Length..];

    /// <inheritdoc />
    public Task Send(ImmutableArray<Parcel> parcels)
    {
        foreach (var parcel in parcels.Where(p => held.Add(p.Position)))
        {
            if (!lines.TryGetValue(parcel.Receiver, out var line))
            {
                lines[parcel.Receiver] = line = [];
                turn.Enqueue(parcel.Receiver);
            }
            line.Enqueue(parcel);
        }
        Ask();
        return Task.CompletedTask;
    }

    private void Ask()
    {
        while (asked < Window && turn.TryDequeue(out var receiver))
        {
            asked++;
            _ = Carry(receiver);
        }
    }

    private async Task Carry(string receiver)
    {
        var line = lines[receiver];
        try
        {
            answers.Enqueue(await Deliver(line.Peek()));
            line.Dequeue();
            if (line.Count > 0)
                turn.Enqueue(receiver);
            else
                lines.Remove(receiver);
        }
        catch (Exception e) // whatever kept it away, it stays here and in the ledger's outbox
        {
            blocked.Add(receiver);
            Undelivered(log, receiver, pause.TotalSeconds, e);
            Retry();
        }
        asked--;
        Ask();
        if (!answering)
            await Answers();
    }

    private async Task<Answer> Deliver(Parcel parcel)
    {
        if (parcel.Kind != DutyMessages.Issued)
            throw new FormatException($"'{parcel.Kind}' is no message for a courier");
        var message = Read(parcel);
        var reply = await GrainFactory.GetGrain<IObligationBookGrain>(parcel.Receiver).Receive(message);
        return reply.Value is { } receipts
            ? new Answer(parcel.Position, receipts, null)
            : new Answer(parcel.Position, null, new DutiesRefused(GrainKeys.UnitAndYearOf(parcel.Receiver).Unit, message.Plan, message.PlanVersion, clock.GetUtcNow(), reply.Findings));
    }

    // receivers bound alike are sent one text: it is read once
    private ReceiveDuties Read(Parcel parcel)
    {
        if (readLast is not { } last || last.Payload != parcel.Payload)
            readLast = last = (parcel.Payload, DutyMessages.ReadIssued("", parcel.Payload));
        return last.Message with { MessageId = string.Create(CultureInfo.InvariantCulture, $"outbox-{parcel.Position}") };
    }

    private async Task Answers()
    {
        answering = true;
        var batch = new List<Answer>(LargestBatch);
        try
        {
            while (answers.Count > 0)
            {
                while (batch.Count < LargestBatch && answers.TryDequeue(out var answer))
                    batch.Add(answer);
                await GrainFactory.GetGrain<IWorkPlanGrain>(Sender).TakeReceipts(new TakeReceipts(
                    [.. batch.Select(a => a.Receipts).OfType<DutyReceipts>()], [.. batch.Select(a => a.Refused).OfType<DutiesRefused>()], [.. batch.Select(a => a.Position)]));
                held.ExceptWith(batch.Select(a => a.Position));
                batch.Clear();
            }
        }
        catch (Exception e) // the plan is away: its answers wait here, and their messages in the ledger
        {
            foreach (var answer in batch)
                answers.Enqueue(answer);
            Undelivered(log, Sender, pause.TotalSeconds, e);
            Retry();
        }
        finally
        {
            answering = false;
        }
    }

    private void Retry()
    {
        if (retrying)
            return;
        retrying = true;
        this.RegisterGrainTimer(static (grain, _) => grain.Again(), this, new GrainTimerCreationOptions(pause, Timeout.InfiniteTimeSpan) { Interleave = true });
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }

    private Task Again()
    {
        retrying = false;
        if (blocked.Count == 0 && answers.Count == 0)
            pause = FirstPause;
        foreach (var receiver in blocked)
            turn.Enqueue(receiver);
        blocked.Clear();
        Ask();
        return answering ? Task.CompletedTask : Answers();
    }

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "{Receiver}: not reached, next try in {Seconds} s")]
    private static partial void Undelivered(ILogger log, string receiver, double seconds, Exception e);

    private sealed record Answer(long Position, DutyReceipts? Receipts, DutiesRefused? Refused);
}
