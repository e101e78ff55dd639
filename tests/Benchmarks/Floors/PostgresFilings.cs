using Federation.Domain.Ledger;
using Federation.V1;
using Npgsql;

namespace Federation.Benchmarks.Floors;

/// <summary>A plain filing service on PostgreSQL: the same rows, one commit for each hand-in and each seal, each in one round trip.</summary>
internal sealed class PostgresFilings(NpgsqlDataSource source, IReadOnlyDictionary<string, Append[]> acts)
{
    private const string Schema =
        """
        CREATE TABLE event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text NOT NULL, seq bigint NOT NULL, at bigint NOT NULL, actor text NOT NULL,
            key text NOT NULL UNIQUE, kind text NOT NULL, payload bytea NOT NULL, UNIQUE (stream, seq));
        CREATE TABLE contribution (unit text NOT NULL, scope int NOT NULL, period text NOT NULL, rolls_into text NOT NULL, version bigint NOT NULL, figures bytea NOT NULL,
            content_hash bytea NOT NULL, head bytea NOT NULL, signer text NOT NULL, at bigint NOT NULL, PRIMARY KEY (unit, scope, period));
        CREATE INDEX contribution_parts ON contribution (period, rolls_into);
        CREATE TABLE outbox (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at bigint NOT NULL, sender text NOT NULL, receiver text NOT NULL, topic text NOT NULL);
        """;

    public static async Task CreateTables(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Schema);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes a hand-in; ended when it is on disk.</summary>
    public async Task HandIn(SubmitReportRequest request)
    {
        await using var batch = source.CreateBatch();
        AddEvent(batch, acts[request.Unit][0]);
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Seals; ended when it is on disk.</summary>
    public async Task Seal(ApproveReportRequest request)
    {
        var act = acts[request.Unit][1];
        var (row, message) = (((ContributionChanged)act.Changes[0]).Row, act.Outgoing[0]);
        await using var batch = source.CreateBatch(); // statements of one batch are one transaction
        AddEvent(batch, act);
        Add(batch, "INSERT INTO contribution VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            row.Unit.Value, (int)row.Scope, row.Period, row.RollsInto, row.Version, row.Figures.ToArray(), row.ContentHash.ToArray(), row.Head.ToArray(), row.Signer, row.At.UtcTicks);
        Add(batch, "INSERT INTO outbox (at, sender, receiver, topic) VALUES ($1, $2, $3, $4)", act.At.UtcTicks, message.Sender, message.Receiver, message.Topic);
        await batch.ExecuteNonQueryAsync();
    }

    private static void AddEvent(NpgsqlBatch batch, Append act) => Add(
        batch, "INSERT INTO event (stream, seq, at, actor, key, kind, payload) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        act.Stream, act.ExpectedSeq + 1, act.At.UtcTicks, act.Actor, act.Key, act.Events[0].Kind, act.Events[0].Payload.ToArray());

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
