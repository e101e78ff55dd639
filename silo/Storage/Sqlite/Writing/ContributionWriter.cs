using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Keeps the newest version of every contribution.</summary>
internal sealed class ContributionWriter(Connection connection)
{
    private readonly Statement upsert = connection.Prepare(
        """
        INSERT INTO contribution VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (unit, scope, period) DO UPDATE SET
            rolls_into = excluded.rolls_into, version = excluded.version, filed = excluded.filed, late = excluded.late,
            returned = excluded.returned, accepted = excluded.accepted, figures = excluded.figures,
            content_hash = excluded.content_hash, head = excluded.head, signer = excluded.signer, at = excluded.at
        WHERE excluded.version >= version
        """);

    /// <summary>Writes a row unless the one there has a higher version.</summary>
    public void Write(ContributionRow row) =>
        upsert.Bind(1, row.Unit.Value)
            .Bind(2, (int)row.Scope)
            .Bind(3, row.Period)
            .Bind(4, row.RollsInto)
            .Bind(5, row.Version)
            .Bind(6, row.Filed)
            .Bind(7, row.Late)
            .Bind(8, row.Returned)
            .Bind(9, row.Accepted)
            .Bind(10, row.Figures.Span)
            .Bind(11, row.ContentHash.Span)
            .Bind(12, row.Head.Span)
            .Bind(13, row.Signer)
            .Bind(14, row.At.UtcTicks)
            .Run();
}
