namespace Federation.Storage.Sqlite.Writing;

/// <summary>Where a stream ends.</summary>
/// <param name="Seq">Events in it.</param>
/// <param name="Hash">Hash of the last; <see cref="Domain.Ledger.EventHash.Origin"/> when there is none.</param>
internal readonly record struct StreamHead(long Seq, ReadOnlyMemory<byte> Hash);

/// <summary>
/// The heads of the streams used last. Two generations: when the young one is full it becomes the old one, and what nobody asked
/// for since then is forgotten. That keeps nearly the same as an exact order of use, without a list to keep in order.
/// </summary>
internal sealed class StreamHeads(int capacity)
{
    private readonly int generation = Math.Max(1, capacity / 2);
    private Dictionary<string, StreamHead> young = [];
    private Dictionary<string, StreamHead> old = [];

    public bool TryGet(string stream, out StreamHead head)
    {
        if (young.TryGetValue(stream, out head))
            return true;
        if (!old.TryGetValue(stream, out head))
            return false;
        Set(stream, head);
        return true;
    }

    public void Set(string stream, StreamHead head)
    {
        if (young.Count >= generation && !young.ContainsKey(stream))
        {
            (old, young) = (young, old);
            young.Clear();
        }

        young[stream] = head;
    }

    /// <summary>Forgets everything: what was remembered may have been rolled back.</summary>
    public void Clear()
    {
        young.Clear();
        old.Clear();
    }
}
