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
            found.AddRange(Below(reader, own + "/"));
            at = Next(reader, at[..slash] + "0"); // the sign after the slash: past everything of this kind
        }
        return found.ToImmutable();
    }

    /// <summary>Streams whose name begins so, in order.</summary>
    public static IEnumerable<string> Below(Reader reader, string prefix)
    {
        for (var at = Next(reader, prefix); at?.StartsWith(prefix, StringComparison.Ordinal) == true; at = Next(reader, at + "\u0001"))
            yield return at;
    }

    /// <summary>Units that have a name of the form <c>kind/unit</c> or <c>kind/unit/...</c>, each once: one step for each.</summary>
    /// <param name="kind">The word before the first slash.</param>
    /// <param name="next">The first name that is not before another; null: there is none.</param>
    public static IEnumerable<string> Units(string kind, Func<string, string?> next)
    {
        for (var at = next(kind + "/"); at?.StartsWith(kind + "/", StringComparison.Ordinal) == true;)
        {
            var own = $"{kind}/{at.Split('/')[1]}";
            yield return own[(kind.Length + 1)..];
            at = next(own + "\u0001");
            if (at?.StartsWith(own + "/", StringComparison.Ordinal) == true)
                at = next(own + "0"); // the sign after the slash: past everything of this unit
        }
    }

    /// <summary>The first name that is not before another; null: there is none.</summary>
    public static string? Next(Reader reader, string from) => Reader.One(reader.Query(From).Bind(1, from), row => row.Text(0));
}
