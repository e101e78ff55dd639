namespace Federation.Domain.Notices.Text;

/// <summary>注音: a reading in brackets after a character, as in 區(qū). It is taken out; the character keeps its place.</summary>
internal static class PinyinGloss
{
    /// <summary>Letters of the longest syllable.</summary>
    public const int Longest = 6;

    private const string Toned = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü";

    /// <summary>True for a letter a syllable may have.</summary>
    public static bool IsLetter(int value) => value is >= 'a' and <= 'z' || (value < 0x3000 && Toned.Contains((char)value, StringComparison.Ordinal));

    /// <summary>Takes readings out; each lengthens the place of the character it reads.</summary>
    /// <returns>How many.</returns>
    public static int Strip(List<Glyph> text)
    {
        var result = new List<Glyph>(text.Count);
        var stripped = 0;
        var annotated = Enumerable.Range(1, Math.Max(0, text.Count - 1)).Any(i => text[i].Value == '(' && text[i - 1].Value is >= 0x3400 and <= 0x9FFF && Length(text, i + 1, tone: true) > 0);
        if (!annotated)
            return 0; // (app) in a page without readings is a word
        for (var i = 0; i < text.Count; i++)
        {
            var length = result.Count > 0 && result[^1].Value is >= 0x3400 and <= 0x9FFF && text[i].Value == '(' ? Length(text, i + 1, tone: false) : 0;
            if (length == 0)
            {
                result.Add(text[i]);
                continue;
            }
            result[^1] = result[^1] with { End = text[i + length].End };
            i += length;
            stripped++;
        }
        if (stripped > 0)
        {
            text.Clear();
            text.AddRange(result);
        }
        return stripped;
    }

    /// <summary>Length of a syllable with its closing bracket; 0 when there is none, or none with a tone where one is asked for.</summary>
    private static int Length(List<Glyph> text, int at, bool tone)
    {
        var (length, toned, vowel) = (0, 0, false);
        while (at + length < text.Count && length < Longest && IsLetter(text[at + length].Value))
        {
            toned += Toned.Contains(text[at + length].Char, StringComparison.Ordinal) && text[at + length].Value != 'ü' ? 1 : 0;
            vowel |= "aeiouü".Contains(text[at + length].Char, StringComparison.Ordinal);
            length++;
        }
        var closed = at + length < text.Count && text[at + length].Value == ')';
        return closed && length > 0 && (toned == 1 || (toned == 0 && vowel && !tone)) ? length + 1 : 0;
    }
}
