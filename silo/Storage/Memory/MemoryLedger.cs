using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Storage.Memory;

/// <summary>
/// The ledger without a disk, for tests and simulation: the same semantics as on SQLite, every answer given at once. It outlives the
/// grains of a simulated crash as long as the object is kept.
/// </summary>
public sealed partial class MemoryLedger : ILedger, IReadModels, IDueTable
{
    private readonly Lock gate = new();
    private readonly List<RecordedEvent> events = [];
    private readonly Dictionary<string, List<RecordedEvent>> streams = [];
    private readonly Dictionary<string, long> keys = [];
    private readonly SortedDictionary<long, PendingMessage> outbox = [];
    private long lastMessage;

    /// <inheritdoc />
    public ValueTask<AppendResult> Append(Append append, CancellationToken ct)
    {
        ActRules.Check(append);
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            try
            {
                return ValueTask.FromResult(Record(append));
            }
            catch (InvalidOperationException refusal)
            {
                return ValueTask.FromException<AppendResult>(refusal); // to be awaited, as from any other store
            }
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string stream, long afterSeq, CancellationToken ct)
    {
        lock (gate)
        {
            return streams.TryGetValue(stream, out var found) && afterSeq < found.Count
                ? new([.. found.Skip((int)Math.Max(0, afterSeq))])
                : new([]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct)
    {
        lock (gate)
            return new([.. events.Skip((int)Math.Clamp(afterPosition, 0, events.Count)).Take(limit)]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct)
    {
        lock (gate)
            return new([.. outbox.Values.SkipWhile(message => message.Position <= afterPosition).Take(limit)]);
    }

    private AppendResult Record(Append act)
    {
        if (act.Key.Length > 0 && keys.TryGetValue(act.Key, out var earlier))
            return new AppendResult(AppendOutcome.Repeated, earlier, earlier == 0 ? default : events[(int)earlier - 1].Hash, []);
        var stream = streams.GetValueOrDefault(act.Stream, []);
        if (act.Stream.Length > 0 && stream.Count != act.ExpectedSeq)
            return new AppendResult(AppendOutcome.Conflict, 0, ReadOnlyMemory<byte>.Empty, []);
        if (act.Changes.OfType<PeriodFrozen>().FirstOrDefault(OpenedOtherwise) is { } frozen)
            throw ActRules.OpenedOtherwise(frozen.Period.Period);

        foreach (var happened in act.Events)
            Add(act, stream, happened);
        if (stream.Count > 0)
            streams[act.Stream] = stream;
        var position = act.Events.IsEmpty ? 0 : events.Count;
        if (act.Key.Length > 0)
            keys.Add(act.Key, position);
        foreach (var change in act.Changes)
            Change(change);
        foreach (var absorbed in act.Absorbed)
            outbox.Remove(absorbed);
        return new AppendResult(AppendOutcome.Recorded, position, HeadOf(act, stream), Send(act));
    }

    private void Add(Append act, List<RecordedEvent> stream, NewEvent happened)
    {
        var prev = stream.Count == 0 ? EventHash.Origin : stream[^1].Hash;
        var seq = stream.Count + 1;
        var hash = EventHash.Of(prev.Span, act.Stream, seq, act.At, act.Actor, act.OnBehalfOf, act.Key, happened);
        var recorded = new RecordedEvent(
            events.Count + 1, act.Stream, seq, act.At.ToUniversalTime(), act.Actor, act.OnBehalfOf, act.Key,
            happened.Kind, happened.KindVersion, happened.Payload.ToArray(), prev, hash);
        events.Add(recorded);
        stream.Add(recorded);
    }

    private ImmutableArray<long> Send(Append act)
    {
        var positions = ImmutableArray.CreateBuilder<long>(act.Outgoing.Length);
        foreach (var message in act.Outgoing)
        {
            outbox.Add(++lastMessage, new PendingMessage(lastMessage, act.At.ToUniversalTime(), message));
            positions.Add(lastMessage);
        }

        return positions.MoveToImmutable();
    }

    private static ReadOnlyMemory<byte> HeadOf(Append act, List<RecordedEvent> stream) =>
        act.Stream.Length == 0 ? ReadOnlyMemory<byte>.Empty
        : stream.Count == 0 ? EventHash.Origin
        : stream[^1].Hash;
}
