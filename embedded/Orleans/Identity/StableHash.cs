using System.Text;

namespace Orleans;

/// <summary>A hash that is the same in every process: FNV-1a, finished so that near keys spread over the ring.</summary>
public static class StableHash
{
    public static uint ComputeHash(string data) => ComputeHash(Encoding.UTF8.GetBytes(data));

    public static uint ComputeHash(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var b in data)
                hash = (hash ^ b) * 16777619u;
            hash ^= hash >> 16;
            hash *= 0x85ebca6bu;
            hash ^= hash >> 13;
            hash *= 0xc2b2ae35u;
            return hash ^ (hash >> 16);
        }
    }
}
