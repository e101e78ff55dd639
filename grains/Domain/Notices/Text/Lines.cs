namespace Federation.Domain.Notices.Text;

/// <summary>Blanks and line breaks: what a page put between characters goes, what parts paragraphs and cells stays.</summary>
internal static class Lines
{
    private const int Prose = 30; // a shorter line may be a row of headings, where a blank parts two words
    private const int Wrapped = 26; // a shorter line without a stop is a title or a heading

    /// <summary>Trims every line; tabs inside become cell borders; blanks between Chinese characters of prose go.</summary>
    public static List<Glyph> Clean(List<Glyph> text)
    {
        var result = new List<Glyph>(text.Count);
        foreach (var line in Split(text))
        {
            var (from, to) = (0, line.Count);
            while (from < to && char.IsWhiteSpace(line[from].Char))
                from++;
            while (to > from && char.IsWhiteSpace(line[to - 1].Char))
                to--;
            var prose = to - from >= Prose && line[from].Value != '#';
            for (var i = from; i < to; i++)
            {
                var blank = line[i].Value is ' ';
                if (!(blank && (line[i - 1].Value is ' ' || (prose && Joins(line, i)))))
                    result.Add(line[i].Value is '\t' ? line[i] with { Value = '|' } : line[i]);
            }
            result.Add(line.Count > 0 && line[^1].Value == '\n' ? line[^1] : new Glyph('\n', result.Count > 0 ? result[^1].End : 0, result.Count > 0 ? result[^1].End : 0));
        }
        return result;
    }

    /// <summary>Joins a line that breaks off in the middle of a sentence to the next one.</summary>
    public static List<Glyph> Unwrap(List<Glyph> text)
    {
        var lines = Split(text);
        var result = new List<Glyph>(text.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var broken = i + 1 < lines.Count && BreaksOff(Plain(lines[i])) && Continues(Plain(lines[i + 1]));
            result.AddRange(broken ? lines[i].SkipLast(1) : lines[i]);
        }
        return result;
    }

    private static bool BreaksOff(string line) =>
        line.Length >= Wrapped && !line.Contains('|', StringComparison.Ordinal) && line[0] != '#'
        && (IsChinese(line[^1]) || line[^1] is ',' or '、' || char.IsAsciiLetterOrDigit(line[^1]))
        && !(Marker.At(line) is not null && line.AsSpan().IndexOfAny(",。;") < 0) && !Signature.EndsTitle(line) && !Furniture.Is(line);

    private static bool Continues(string line) =>
        line.Length > 0 && line[0] is not '#' and not '|' && !line.Contains('|', StringComparison.Ordinal) && Marker.At(line) is null && !Marker.IsLabel(line)
        && !Furniture.Is(line) && !Signature.IsDate(line) && !Signature.IsAddressed(line);

    private static bool Joins(List<Glyph> line, int at) => Touches(line[at - 1].Value) && Next(line, at) is { } next && Touches(next);

    private static int? Next(List<Glyph> line, int at)
    {
        while (at < line.Count && line[at].Value is ' ')
            at++;
        return at < line.Count ? line[at].Value : null;
    }

    private static bool Touches(int value) => IsChinese((char)value) || (value != '|' && value < 0x3000 && !char.IsAsciiLetter((char)value)) || value is >= 0x3001 and <= 0x303F;

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';

    private static string Plain(List<Glyph> line) => string.Concat(line.Select(g => g.Char)).TrimEnd('\n');

    private static List<List<Glyph>> Split(List<Glyph> text)
    {
        var lines = new List<List<Glyph>> { new() };
        foreach (var glyph in text)
        {
            lines[^1].Add(glyph);
            if (glyph.Value == '\n')
                lines.Add([]);
        }
        if (lines[^1].Count == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
