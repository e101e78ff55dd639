using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Appends events to their streams and knows where the streams end.</summary>
internal sealed class EventWriter(Connection connection, Counters counters, StreamHeads heads)
{
    private readonly Statement last = connection.Prepare("SELECT seq, hash FROM event WHERE stream = ?1 ORDER BY seq DESC LIMIT 1");
    private readonly Statement hashAt = connection.Prepare("SELECT hash FROM event WHERE position = ?1");
    private readonly Statement insert = connection.Prepare("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");

    /// <summary>The end of a stream; of an unknown one, its origin.</summary>
    public StreamHead HeadOf(string stream)
    {
        if (heads.TryGet(stream, out var head))
            return head;
        head = new StreamHead(0, EventHash.Origin);
        if (last.Bind(1, stream).Step())
        {
            head = new StreamHead(last.Int64(0), last.Blob(1));
            last.Reset();
        }

        heads.Set(stream, head);
        return head;
    }

    /// <summary>Hash of the event at a position; empty when there is none.</summary>
    public ReadOnlyMemory<byte> HashAt(long position)
    {
        if (!hashAt.Bind(1, position).Step())
            return ReadOnlyMemory<byte>.Empty;
        var hash = hashAt.Blob(0);
        hashAt.Reset();
        return hash;
    }

    /// <summary>Appends the events of an act after the head of its stream.</summary>
    /// <returns>The new head.</returns>
    public StreamHead Write(Append act, StreamHead head)
    {
        foreach (var happened in act.Events)
            head = Write(act, head, happened);
        if (act.Events.Length > 0)
            heads.Set(act.Stream, head);
        return head;
    }

    private StreamHead Write(Append act, StreamHead head, NewEvent happened)
    {
        var seq = head.Seq + 1;
        var hash = EventHash.Of(head.Hash.Span, act.Stream, seq, act.At, act.Actor, act.OnBehalfOf, act.Key, happened);
        insert.Bind(1, ++counters.Event)
            .Bind(2, act.Stream)
            .Bind(3, seq)
            .Bind(4, act.At.UtcTicks)
            .Bind(5, act.Actor)
            .Bind(6, act.OnBehalfOf)
            .Bind(7, act.Key)
            .Bind(8, happened.Kind)
            .Bind(9, happened.KindVersion)
            .Bind(10, happened.Payload.Span)
            .Bind(11, head.Hash.Span)
            .Bind(12, hash)
            .Run();
        return new StreamHead(seq, hash);
    }
}
