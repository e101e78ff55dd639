using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Keeps the open dates of every reference.</summary>
internal sealed class DueWriter(Connection connection)
{
    private readonly Statement clear = connection.Prepare("DELETE FROM due WHERE ref = ?1");
    private readonly Statement insert = connection.Prepare("INSERT INTO due (ref, kind, at, unit) VALUES (?1, ?2, ?3, ?4)");

    /// <summary>Replaces the dates of a reference.</summary>
    public void Write(DuesChanged changed)
    {
        clear.Bind(1, changed.Ref).Run();
        foreach (var row in changed.Rows)
            insert.Bind(1, row.Ref).Bind(2, row.Kind).Bind(3, row.At.UtcTicks).Bind(4, row.Unit.Value).Run();
    }
}
