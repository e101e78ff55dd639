using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;

namespace Federation.Grains.Journals;

/// <summary>
/// The grains' one way to record: opens a stream, decides against its state, appends at the expected place together with everything that
/// must become true with it, and applies only what is on disk. The same request id twice has one effect.
/// </summary>
/// <typeparam name="TState">The aggregate.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <typeparam name="TStream">How it is kept.</typeparam>
/// <remarks>Belongs to one grain and is used in its turns only. An activation that lost its place reloads and decides again.</remarks>
internal sealed class Journal<TState, TEvent, TStream>(ILedger ledger, TimeProvider clock)
    where TState : class
    where TStream : IStreamOf<TState, TEvent>
{
    private const int Attempts = 4;
    private readonly List<Act<TEvent>> acts = [];
    private string stream = "";

    /// <summary>The aggregate as recorded.</summary>
    public TState State { get; private set; } = TStream.Start;

    /// <summary>Every act, oldest first.</summary>
    public IReadOnlyList<Act<TEvent>> Acts => acts;

    private ReadOnlyMemory<byte> Head => acts.Count == 0 ? EventHash.Origin : acts[^1].Hash.AsMemory();

    /// <summary>Opens a stream and replays it.</summary>
    public Task Open(string streamName, CancellationToken ct)
    {
        stream = streamName;
        return CatchUp(ct);
    }

    /// <summary>Records what is decided.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="key">Request id; empty: none.</param>
    /// <param name="decide">Decides against the state; may run again after a conflict.</param>
    /// <param name="sameAct">Whether an act recorded under the same request id is the one asked for.</param>
    /// <param name="along">What becomes true together with the act, given the state after it.</param>
    /// <returns>The act and the outbox positions of its messages; or the earlier act of the same request id; or no act and the findings.</returns>
    public async Task<Committed<TEvent>> Commit(
        string actor,
        string key,
        Func<TState, Decision<TEvent>> decide,
        Func<TEvent, bool> sameAct,
        Func<TState, Act<TEvent>, Along> along)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (key.Length > 0 && acts.Find(a => a.Key == key) is { } earlier)
                return sameAct(earlier.Event) ? new(earlier, [], []) : Reused(key);

            var decision = decide(State);
            if (decision.Refused || decision.Events.IsEmpty)
                return new(null, decision.Findings, []);

            var (append, act, after) = Prepare(actor, key, decision.Events[0], along);
            var result = await ledger.Append(append, CancellationToken.None);
            if (result.Outcome == AppendOutcome.Recorded)
            {
                var recorded = act with { Position = result.Position };
                acts.Add(recorded);
                State = after;
                return new(recorded, decision.Findings, result.MessagePositions);
            }
            await CatchUp(CancellationToken.None);
            if (result.Outcome == AppendOutcome.Repeated && !acts.Exists(a => a.Key == key))
                return Reused(key);
            if (attempt == Attempts)
                throw new LedgerUnavailableException($"stream {stream} moved on {Attempts} times while one act was decided");
        }
    }

    /// <summary>Records acts of another installation as they were recorded there, byte for byte, so that the chain is the same.</summary>
    /// <param name="restored">Acts from the first on.</param>
    /// <param name="along">What becomes true together with each.</param>
    /// <returns>Outbox positions of the messages of the last act that had any; null when one could not be recorded.</returns>
    public async Task<ImmutableArray<long>?> Restore(IEnumerable<RestoredAct> restored, Func<TState, Act<TEvent>, Along> along)
    {
        ImmutableArray<long> messages = [];
        foreach (var (one, happened) in restored.SelectMany(one => one.Events.Select(e => (one, e))))
        {
            var encoded = new NewEvent(happened.Kind, happened.KindVersion, happened.Payload.AsMemory());
            var hash = EventHash.Of(Head.Span, stream, acts.Count + 1, one.At, one.Actor, one.OnBehalfOf, one.Key, encoded);
            var read = TStream.Read(new RecordedEvent(0, stream, acts.Count + 1, one.At, one.Actor, one.OnBehalfOf, one.Key, encoded.Kind, encoded.KindVersion, encoded.Payload, Head, hash));
            var act = new Act<TEvent>(read, one.At, one.Actor, one.Key, ImmutableArray.Create(hash), 0);
            var after = TStream.Apply(State, act);
            var with = along(after, act);
            var result = await ledger.Append(
                new Append(stream, acts.Count, one.At, one.Actor, one.OnBehalfOf, one.Key, [encoded]) { Changes = with.Changes, Outgoing = with.Outgoing, Absorbed = with.Absorbed }, CancellationToken.None);
            if (result.Outcome != AppendOutcome.Recorded)
                return null;
            acts.Add(act with { Position = result.Position });
            State = after;
            messages = result.MessagePositions.IsEmpty ? messages : result.MessagePositions;
        }
        return messages;
    }

    private (Append Append, Act<TEvent> Act, TState After) Prepare(string actor, string key, TEvent happened, Func<TState, Act<TEvent>, Along> along)
    {
        var at = clock.GetUtcNow();
        var encoded = TStream.Write(happened);
        var hash = EventHash.Of(Head.Span, stream, acts.Count + 1, at, actor, "", key, encoded);
        var act = new Act<TEvent>(happened, at, actor, key, ImmutableArray.Create(hash), 0);
        var after = TStream.Apply(State, act);
        var with = along(after, act);
        return (new Append(stream, acts.Count, at, actor, "", key, [encoded]) { Changes = with.Changes, Outgoing = with.Outgoing, Absorbed = with.Absorbed }, act, after);
    }

    private async Task CatchUp(CancellationToken ct)
    {
        foreach (var recorded in await ledger.ReadStream(stream, acts.Count, ct))
        {
            var act = new Act<TEvent>(TStream.Read(recorded), recorded.At, recorded.Actor, recorded.Key, [.. recorded.Hash.Span], recorded.Position);
            State = TStream.Apply(State, act);
            acts.Add(act);
        }
    }

    private static Committed<TEvent> Reused(string key) =>
        new(null, [Domain.Reports.ReportRules.RequestIdReused.At("request_id", $"请求编号 {key} 已用于另一次操作", $"request id {key} was used for another act")], []);
}

/// <summary>What becomes true together with an act.</summary>
/// <param name="Changes">Rows of read models.</param>
/// <param name="Outgoing">Messages to others.</param>
internal sealed record Along(ImmutableArray<ReadModelChange> Changes, ImmutableArray<NewMessage> Outgoing)
{
    /// <summary>Nothing besides the event.</summary>
    public static Along Nothing { get; } = new([], []);

    /// <summary>Messages of the outbox that the act settles.</summary>
    public ImmutableArray<long> Absorbed { get; init; } = [];
}

/// <summary>How a commit ended.</summary>
/// <typeparam name="TEvent">Family of events.</typeparam>
/// <param name="Act">The act recorded now or earlier under the same request id; null when nothing was recorded.</param>
/// <param name="Findings">Everything found.</param>
/// <param name="MessagePositions">Outbox positions of the act's messages; empty for an earlier act.</param>
internal sealed record Committed<TEvent>(Act<TEvent>? Act, ImmutableArray<Finding> Findings, ImmutableArray<long> MessagePositions)
{
    /// <summary>True when nothing was recorded because a finding blocks.</summary>
    public bool Refused => Act is null && Findings.Any(f => f.Blocks);
}
