using System.Text;
using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Text;

/// <summary>
/// 双字节错位: pages that a program annotated with pinyin byte by byte, without regard to the two bytes of a character, and that were then
/// decoded with question marks. The stream is out of step by one byte from a question mark on until a pair closes on a single-byte
/// character; put the lost byte back, decode again, and the text is as it was. Only what closes in this way is changed.
/// </summary>
internal sealed partial class DoubleByteRepair
{
    private const int Passes = 4; // a run may need the splice at its end mended first
    private const int LongestLine = 5000; // a longer one is no paragraph, and mending shifts what is behind
    private const byte SpaceLead = 0xA1; // an ideographic space at the head of a paragraph is A1 A1
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private readonly ILookup<string, char> glossed;

    private DoubleByteRepair(ILookup<string, char> glossed) => this.glossed = glossed;

    /// <summary>Mends the text in place and says where.</summary>
    /// <returns>Spans of the original that were decoded anew.</returns>
    public static List<TextSpan> Mend(List<Glyph> text)
    {
        var mended = new List<TextSpan>();
        if (text.Exists(g => g.Value == '?'))
        {
            var plain = string.Concat(text.Select(g => g.Char));
            var repair = new DoubleByteRepair(Gloss().Matches(plain).ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value[0]));
            var result = new List<Glyph>(text.Count);
            foreach (var line in LinesOf(text))
            {
                for (var pass = 0; pass < Passes && line.Count <= LongestLine && repair.Pass(line, mended); pass++)
                {
                }
                result.AddRange(line.Select(g => g.IsRaw ? g with { Value = '?' } : g));
            }
            text.Clear();
            text.AddRange(result);
        }
        return mended;
    }

    /// <summary>The text line by line, each with its break: no damage reaches over one.</summary>
    private static IEnumerable<List<Glyph>> LinesOf(List<Glyph> text)
    {
        var from = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Value != '\n' && i < text.Count - 1)
                continue;
            yield return text.GetRange(from, i + 1 - from);
            from = i + 1;
        }
    }

    private bool Pass(List<Glyph> text, List<TextSpan> mended)
    {
        var changed = false;
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Value == '?')
                changed |= Spliced(text, i, mended) || Shifted(text, i, mended);
        }
        return changed;
    }

    /// <summary>A gloss was put between the two bytes of a character: the byte before tells its lead, the pinyin the character.</summary>
    private bool Spliced(List<Glyph> text, int at, List<TextSpan> mended)
    {
        var length = GlossLength(text, at + 1);
        if (length == 0 || at == 0 || Bytes(text[at - 1]) is not { Length: 2 } before)
            return false;
        var pinyin = string.Concat(text.Skip(at + 1).Take(length - 1).Select(g => g.Char));
        var trails = glossed[pinyin].Distinct().Select(c => Bytes(new Glyph(c, 0, 0))).Where(b => b is { Length: 2 } && b[0] == before[1]).ToList();
        if (trails.Count != 1)
            return false;
        var trail = trails[0]![1];
        var rest = at + 1 + length;
        if (Decode(text, trail, text[at], rest) is { } run)
        {
            Replace(text, at, rest + run.Used, run.Text, mended);
            return true;
        }
        text[at] = text[at] with { Value = Glyph.RawByte + trail }; // belongs to a run that begins further left
        text.Insert(at + 1, new Glyph('(', text[at].End, text[at].End));
        return true;
    }

    /// <summary>The head of a line is out of step: its first byte is half of an ideographic space.</summary>
    private static bool Shifted(List<Glyph> text, int at, List<TextSpan> mended)
    {
        if (at + 1 >= text.Count || Bytes(text[at + 1]) is not { Length: 2 } next || next[0] != SpaceLead || !LeadsLine(text, at))
            return false;
        if (Decode(text, SpaceLead, text[at], at + 1) is not { } run)
            return false;
        Replace(text, at, at + 1 + run.Used, run.Text, mended);
        return true;
    }

    private static bool LeadsLine(List<Glyph> text, int at)
    {
        for (var i = at - 1; i >= 0 && text[i].Value != '\n'; i--)
        {
            if (!char.IsWhiteSpace(text[i].Char))
                return false;
        }
        return true;
    }

    private static void Replace(List<Glyph> text, int from, int to, List<Glyph> by, List<TextSpan> mended)
    {
        mended.Add(new TextSpan(text[from].Start, text[to - 1].End - text[from].Start));
        text.RemoveRange(from, to - from);
        text.InsertRange(from, by);
    }

    private static (List<Glyph> Text, int Used)? Decode(List<Glyph> text, byte lead, Glyph mark, int from)
    {
        var half = (Value: lead, From: mark);
        var open = true;
        var result = new List<Glyph>();
        for (var i = from; i < text.Count && text[i].Value != '\n'; i++)
        {
            if (Bytes(text[i]) is not { } bytes)
                return null;
            foreach (var b in bytes)
            {
                if (!open)
                {
                    (half, open) = ((b, text[i]), true);
                    continue;
                }
                if (Pair(half.Value, b) is not { } character)
                    return null;
                result.Add(new Glyph(character, half.From.Start, text[i].End));
                open = false;
            }
            if (!open)
                return (result, i - from + 1);
        }
        return null;
    }

    private static char? Pair(byte lead, byte trail)
    {
        try
        {
            var text = Gbk.GetString([lead, trail]);
            return text.Length == 1 ? text[0] : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(Glyph glyph)
    {
        if (glyph.IsRaw)
            return [(byte)(glyph.Value - Glyph.RawByte)];
        try
        {
            return Gbk.GetBytes([glyph.Char]);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Length of <c>pinyin)</c> at a place; 0 when there is none.</summary>
    private static int GlossLength(List<Glyph> text, int at)
    {
        var length = 0;
        while (at + length < text.Count && length < PinyinGloss.Longest && PinyinGloss.IsLetter(text[at + length].Value))
            length++;
        return length > 0 && at + length < text.Count && text[at + length].Value == ')' ? length + 1 : 0;
    }

    [GeneratedRegex(@"([㐀-鿿])\(([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6})\)")]
    private static partial Regex Gloss();
}
