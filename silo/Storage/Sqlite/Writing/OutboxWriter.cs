using System.Collections.Immutable;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Puts messages into the outbox and takes absorbed ones out.</summary>
internal sealed class OutboxWriter(Connection connection, Counters counters)
{
    private readonly Statement insert = connection.Prepare("INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly Statement remove = connection.Prepare("DELETE FROM outbox WHERE position = ?1");

    /// <summary>Writes outgoing messages.</summary>
    /// <returns>Their positions, in order.</returns>
    public ImmutableArray<long> Write(DateTimeOffset at, ImmutableArray<NewMessage> outgoing)
    {
        if (outgoing.IsEmpty)
            return [];
        var positions = ImmutableArray.CreateBuilder<long>(outgoing.Length);
        foreach (var message in outgoing)
        {
            insert.Bind(1, ++counters.Outbox)
                .Bind(2, at.UtcTicks)
                .Bind(3, message.Sender)
                .Bind(4, message.Receiver)
                .Bind(5, message.Topic)
                .Bind(6, message.Kind)
                .Bind(7, message.Payload.Span)
                .Run();
            positions.Add(counters.Outbox);
        }

        return positions.MoveToImmutable();
    }

    /// <summary>Removes absorbed messages; one that is gone already is no matter.</summary>
    public void Remove(ImmutableArray<long> absorbed)
    {
        foreach (var position in absorbed)
            remove.Bind(1, position).Run();
    }
}
