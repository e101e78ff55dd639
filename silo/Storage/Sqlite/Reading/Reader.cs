using System.Collections.Immutable;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>One read connection with its prepared statements. Each statement sees one snapshot; writing does not disturb it.</summary>
internal sealed class Reader(Connection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> prepared = [];

    /// <summary>A statement, prepared on first use.</summary>
    public Statement Query(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
            prepared[sql] = statement = connection.Prepare(sql);
        return statement;
    }

    /// <summary>All rows of a query whose parameters are bound.</summary>
    public static ImmutableArray<T> All<T>(Statement query, Func<Statement, T> row)
    {
        if (!query.Step())
            return [];
        var rows = ImmutableArray.CreateBuilder<T>();
        do
            rows.Add(row(query));
        while (query.Step());
        return rows.DrainToImmutable();
    }

    /// <summary>The only row of a query whose parameters are bound; null when there is none.</summary>
    public static T? One<T>(Statement query, Func<Statement, T> row)
        where T : class
    {
        if (!query.Step())
            return null;
        var found = row(query);
        query.Reset();
        return found;
    }

    public void Dispose() => connection.Dispose();
}
