using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Keeps the newest version of every contribution.</summary>
internal sealed class ContributionWriter(Connection connection)
{
    private const string NewFigures =
        """
        version = ?5, filed = ?6, late = ?7, returned = ?8, accepted = ?9, figures = ?10, content_hash = ?11, head = ?12, signer = ?13, at = ?14,
        published = ?15, corrected = ?16
        """;

    // the usual change: SQLite rewrites an index whenever its column is named in SET, so the parent is left out when it stays
    private readonly Statement update = connection.Prepare(
        $"UPDATE contribution SET {NewFigures} WHERE unit = ?1 AND scope = ?2 AND period = ?3 AND rolls_into = ?4 AND version <= ?5");

    private readonly Statement upsert = connection.Prepare(
        $"""
        INSERT INTO contribution VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        ON CONFLICT (unit, scope, period) DO UPDATE SET rolls_into = ?4, {NewFigures} WHERE excluded.version >= version
        """);

    /// <summary>Writes a row unless the one there has a higher version.</summary>
    public void Write(ContributionRow row)
    {
        Bind(update, row).Run();
        if (connection.Changes == 0)
            Bind(upsert, row).Run();
    }

    private static Statement Bind(Statement statement, ContributionRow row) =>
        statement.Bind(1, row.Unit.Value)
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
            .Bind(15, row.Published)
            .Bind(16, row.Corrected);
}
