using System.Collections.Immutable;
using System.Globalization;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of grain snapshots.</summary>
internal static class CheckpointReads
{
    private const string One = "SELECT key, bytes, etag FROM checkpoint WHERE state = ?1 AND key = ?2";
    private const string OfState = "SELECT key, bytes, etag FROM checkpoint WHERE state = ?1 ORDER BY key";

    public static Checkpoint? Find(Reader reader, string state, string key) =>
        Reader.One(reader.Query(One).Bind(1, state).Bind(2, key), Row);

    public static ImmutableArray<Checkpoint> List(Reader reader, string state) =>
        Reader.All(reader.Query(OfState).Bind(1, state), Row);

    private static Checkpoint Row(Statement row) =>
        new(row.Text(0), row.Blob(1), row.Int64(2).ToString(CultureInfo.InvariantCulture));
}
