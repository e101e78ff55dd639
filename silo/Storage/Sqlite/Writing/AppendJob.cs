using Federation.Domain.Ledger;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>One act. Everything that can refuse it is asked before its first row is written, so a refusal leaves nothing to undo.</summary>
internal sealed class AppendJob(Append act) : Job<AppendResult>
{
    private static readonly AppendResult Conflict = new(AppendOutcome.Conflict, 0, ReadOnlyMemory<byte>.Empty, []);

    protected override AppendResult? Write(Session session, out Exception? refusal)
    {
        refusal = null;
        if (Earlier(session) is { } earlier)
            return earlier;
        var head = act.Stream.Length == 0 ? default : session.Events.HeadOf(act.Stream);
        if (act.Stream.Length > 0 && head.Seq != act.ExpectedSeq)
            return Conflict;
        if (session.ReadModels.OpenedOtherwise(act.Changes) is { } period)
        {
            refusal = ActRules.OpenedOtherwise(period);
            return null;
        }

        var position = act.Events.IsEmpty ? 0 : session.Counters.Event + act.Events.Length;
        if (act.Key.Length > 0)
            session.Keys.Claim(act.Key, position, act.Stream);
        head = session.Events.Write(act, head);
        session.ReadModels.Write(act.Changes);
        session.Outbox.Remove(act.Absorbed);
        var messages = session.Outbox.Write(act.At, act.Outgoing);
        return new AppendResult(AppendOutcome.Recorded, position, head.Hash, messages);
    }

    /// <summary>The answer when the act's key was recorded before; null when it was not.</summary>
    private AppendResult? Earlier(Session session) =>
        session.Keys.Find(act.Key) is { } position
            ? new AppendResult(AppendOutcome.Repeated, position, session.Events.HashAt(position), [])
            : null;
}
