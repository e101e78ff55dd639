namespace Federation.Domain.Notices.Facts;

/// <summary>The outermost round brackets of a text, with what stands in them.</summary>
internal static class Brackets
{
    /// <summary>Contents with their places, in order; a bracket that is never closed is left out.</summary>
    public static IEnumerable<(int Start, string Text)> Of(string text)
    {
        var depth = 0;
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
            {
                if (depth++ == 0)
                    from = i + 1;
            }
            else if (text[i] == ')' && depth > 0 && --depth == 0)
                yield return (from, text[from..i]);
        }
    }
}
