namespace Federation.Domain.Notices.Facts;

/// <summary>The outermost brackets of a text, round () or square 〔〕 (【】 and [] were folded into them), with what stands in them.</summary>
internal static class Brackets
{
    private const string Opening = "(〔";
    private const string Closing = ")〕";

    /// <summary>Contents with their places, in order; a bracket that is never closed is left out and hides none behind it.</summary>
    public static IEnumerable<(int Start, string Text)> Of(string text)
    {
        var open = new Stack<int>();
        var pairs = new List<(int From, int To)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Opening.Contains(text[i], StringComparison.Ordinal))
                open.Push(i);
            else if (Closing.IndexOf(text[i], StringComparison.Ordinal) is var kind and >= 0 && open.TryPeek(out var top) && text[top] == Opening[kind])
                pairs.Add((open.Pop(), i));
        }
        var end = -1;
        foreach (var (from, to) in pairs.OrderBy(p => p.From))
        {
            if (from < end)
                continue;
            end = to;
            yield return (from + 1, text[(from + 1)..to]);
        }
    }
}
