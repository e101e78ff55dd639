using System.Collections.Immutable;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of events and of the outbox.</summary>
internal static class LedgerReads
{
    private const string StreamAfter = "SELECT * FROM event WHERE stream = ?1 AND seq > ?2 ORDER BY seq";
    private const string AllAfter = "SELECT * FROM event WHERE position > ?1 ORDER BY position LIMIT ?2";
    private const string OutboxAfter = "SELECT * FROM outbox WHERE position > ?1 ORDER BY position LIMIT ?2";

    public static ImmutableArray<RecordedEvent> Stream(Reader reader, string stream, long afterSeq) =>
        Reader.All(reader.Query(StreamAfter).Bind(1, stream).Bind(2, afterSeq), Event);

    public static ImmutableArray<RecordedEvent> All(Reader reader, long afterPosition, int limit) =>
        Reader.All(reader.Query(AllAfter).Bind(1, afterPosition).Bind(2, limit), Event);

    public static ImmutableArray<PendingMessage> Outbox(Reader reader, long afterPosition, int limit) =>
        Reader.All(reader.Query(OutboxAfter).Bind(1, afterPosition).Bind(2, limit), Message);

    internal static RecordedEvent Event(Statement row) => new(
        Position: row.Int64(0),
        Stream: row.Text(1),
        Seq: row.Int64(2),
        At: Columns.Moment(row, 3),
        Actor: row.Text(4),
        OnBehalfOf: row.Text(5),
        Key: row.Text(6),
        Kind: row.Text(7),
        KindVersion: row.Int32(8),
        Payload: row.Blob(9),
        PrevHash: row.Blob(10),
        Hash: row.Blob(11));

    private static PendingMessage Message(Statement row) => new(
        row.Int64(0),
        Columns.Moment(row, 1),
        new NewMessage(row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Blob(6)));
}
