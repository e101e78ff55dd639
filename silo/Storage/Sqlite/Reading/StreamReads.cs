using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Names of streams by jumps through the index of events: one step for each kind there is, and one for each name found.</summary>
internal static class StreamReads
{
    private const string From = "SELECT stream FROM event WHERE stream >= ?1 ORDER BY stream LIMIT 1";

    /// <summary>Streams of a unit, of every kind, in order.</summary>
    public static ImmutableArray<string> Of(Reader reader, UnitId unit)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var at = Next(reader, ""); at is not null;)
        {
            var slash = at.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0)
            {
                at = Next(reader, at + "\u0001");
                continue;
            }
            var own = $"{at[..slash]}/{unit}";
            if (Next(reader, own) == own)
                found.Add(own);
            for (var below = Next(reader, own + "/"); below?.StartsWith(own + "/", StringComparison.Ordinal) == true; below = Next(reader, below + "\u0001"))
                found.Add(below);
            at = Next(reader, at[..slash] + "0"); // the sign after the slash: past everything of this kind
        }
        return found.ToImmutable();
    }

    private static string? Next(Reader reader, string from) => Reader.One(reader.Query(From).Bind(1, from), row => row.Text(0));
}
