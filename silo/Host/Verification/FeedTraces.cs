using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Federation.Storage.Sqlite;

namespace Federation.Host.Verification;

/// <summary>One trace for each catalog in the common feed: the feed is in order of arrival and is read once, whatever the number of catalogs.</summary>
internal sealed class FeedTraces
{
    private const int Page = 5000;
    private readonly Dictionary<string, byte[]> traces = new(StringComparer.Ordinal);

    private FeedTraces()
    {
    }

    /// <summary>Catalogs that have a change.</summary>
    public IReadOnlyCollection<string> Catalogs => traces.Keys;

    /// <summary>Reads the feed.</summary>
    public static async Task<FeedTraces> Read(DerivedTables tables, CancellationToken ct)
    {
        var read = new FeedTraces();
        for (long after = 0; await tables.Feed(after, Page, ct) is { IsEmpty: false } page; after = page[^1].Position)
        {
            foreach (var change in page)
                read.traces[change.Catalog] = Next(read.traces.GetValueOrDefault(change.Catalog) ?? [], change.Entry, change.Seq);
        }
        return read;
    }

    /// <summary>Whether the changes of a catalog are these, in this order.</summary>
    public bool Are(string catalog, IEnumerable<(string Entry, long Seq)> changes)
    {
        byte[] trace = [];
        foreach (var (entry, seq) in changes)
            trace = Next(trace, entry, seq);
        return trace.AsSpan().SequenceEqual(traces.GetValueOrDefault(catalog) ?? []);
    }

    private static byte[] Next(byte[] trace, string entry, long seq)
    {
        var most = SHA256.HashSizeInBytes + sizeof(long) + Encoding.UTF8.GetMaxByteCount(entry.Length);
        var bytes = most <= 1024 ? stackalloc byte[1024] : new byte[most];
        trace.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[SHA256.HashSizeInBytes..], seq);
        var length = Encoding.UTF8.GetBytes(entry, bytes[(SHA256.HashSizeInBytes + sizeof(long))..]);
        return SHA256.HashData(bytes[..(SHA256.HashSizeInBytes + sizeof(long) + length)]);
    }
}
