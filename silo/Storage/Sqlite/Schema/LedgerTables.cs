namespace Federation.Storage.Sqlite.Schema;

/// <summary>
/// Events in arrival order: a row is always appended at the end of its table, only the narrow indexes are written at random.
/// Moments are UTC ticks, hashes 32 bytes.
/// </summary>
internal static class LedgerTables
{
    public const string Sql =
        """
        CREATE TABLE event (
            position     INTEGER PRIMARY KEY,
            stream       TEXT    NOT NULL,
            seq          INTEGER NOT NULL,
            at           INTEGER NOT NULL,
            actor        TEXT    NOT NULL,
            on_behalf_of TEXT    NOT NULL,
            key          TEXT    NOT NULL,
            kind         TEXT    NOT NULL,
            kind_version INTEGER NOT NULL,
            payload      BLOB    NOT NULL,
            prev_hash    BLOB    NOT NULL,
            hash         BLOB    NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX event_stream ON event (stream, seq);

        -- idempotency keys; lags behind the events by the keys of the newest (counter 'keys-entered')
        CREATE TABLE act_key (
            key      TEXT    NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL, -- of the act's last event; 0 when it held none
            stream   TEXT    NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE outbox (
            position INTEGER PRIMARY KEY,
            at       INTEGER NOT NULL,
            sender   TEXT    NOT NULL,
            receiver TEXT    NOT NULL,
            topic    TEXT    NOT NULL,
            kind     TEXT    NOT NULL,
            payload  BLOB    NOT NULL
        ) STRICT;

        -- 'outbox' and 'checkpoint': the last number given; never given twice, though the rows that bore it may be gone
        CREATE TABLE counter (
            name  TEXT    NOT NULL PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO counter VALUES ('outbox', 0), ('keys-entered', 0);
        """;
}
