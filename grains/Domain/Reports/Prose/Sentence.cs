namespace Federation.Domain.Reports.Prose;

/// <summary>Words between two marks, with the numbers in them.</summary>
/// <param name="Start">First character in the normal text.</param>
/// <param name="End">After the last.</param>
/// <param name="Before">Mark before it; <c>\0</c> at the beginning.</param>
/// <param name="After">Mark after it; <c>\0</c> at the end.</param>
/// <param name="Numerals">Numbers in it.</param>
internal sealed record Clause(int Start, int End, char Before, char After, IReadOnlyList<Numeral> Numerals);

/// <summary>Clauses up to a full stop or the end of a line.</summary>
/// <param name="Start">First character in the normal text.</param>
/// <param name="End">After the last.</param>
/// <param name="StartsLine">True for the first of its line.</param>
/// <param name="Clauses">Its clauses; empty ones left out.</param>
internal sealed record Sentence(int Start, int End, bool StartsLine, IReadOnlyList<Clause> Clauses);

/// <summary>Parts a text into sentences and clauses.</summary>
internal static class SentenceReader
{
    private const string Stops = "。\uFF01\uFF1F\n";
    private const string Marks = "\uFF0C\uFF1B\uFF1A、()";

    public static IEnumerable<Sentence> Read(ProseText text)
    {
        var normal = text.Normal;
        for (int start = 0, i = 0; i <= normal.Length; i++)
        {
            if (i < normal.Length && !Stops.Contains(normal[i], StringComparison.Ordinal))
                continue;
            if (i > start)
                yield return new Sentence(start, i, start == 0 || normal[start - 1] == '\n', [.. Clauses(text, start, i)]);
            start = i + 1;
        }
    }

    private static IEnumerable<Clause> Clauses(ProseText text, int start, int end)
    {
        var normal = text.Normal;
        for (var i = start; i <= end; i++)
        {
            if (i < end && !Marks.Contains(normal[i], StringComparison.Ordinal))
                continue;
            if (i > start)
                yield return new Clause(start, i, Mark(start - 1), Mark(i), [.. text.Numerals.Where(n => n.Start >= start && n.End <= i)]);
            start = i + 1;
        }
        char Mark(int at) => at >= 0 && at < normal.Length ? normal[at] : '\0';
    }
}
