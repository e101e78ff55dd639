using System.Globalization;
using System.Text;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Catalogs.Search;

/// <summary>
/// 检索词: how text is cut for the index. Chinese is written without blanks, so runs of it become overlapping pairs of characters, and the last one alone:
/// 低保标准 is 低保, 保标, 标准, 准. A word of any length is then a phrase of pairs, and one character the beginning of a pair. Everything else is cut into
/// words; letters and digits are words of their own, so that GB/T21063 is GB/T 21063. What is written into an index and what is looked for are cut by the same rule.
/// </summary>
public static class SearchText
{
    /// <summary>
    /// One form for each sign: half width, lower case, simplified characters one for one. The length is kept, so that a place in the folded text is a place
    /// in the text. Phrases are not looked at: what a query holds must fold like the same characters in the middle of a text.
    /// </summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = One(from[i]);
    });

    /// <summary>Tokens of a text for the index, divided by blanks.</summary>
    public static string Tokens(string text)
    {
        var tokens = new StringBuilder(text.Length * 3);
        foreach (var run in Runs(Fold(text)))
            Write(tokens, run, last: true);
        return tokens.ToString().TrimEnd();
    }

    /// <summary>Tokens that must follow each other for a word to be there; and whether the last is only the beginning of one.</summary>
    public static SearchPhrase Phrase(string word)
    {
        var tokens = new StringBuilder();
        var runs = Runs(Fold(word));
        for (var i = 0; i < runs.Count; i++)
            Write(tokens, runs[i], last: i + 1 < runs.Count || runs[i].Runes.Count == 1);
        return new SearchPhrase(tokens.ToString().TrimEnd(), runs is [.., { Han: true, Runes.Count: 1 }]);
    }

    /// <summary>
    /// A long word cut into words of two characters, as most of Chinese is made, for a search that need not find them together: 低保标准调整 is 低保, 标准,
    /// 调整. Of an odd number the last two overlap.
    /// </summary>
    public static IEnumerable<SearchPhrase> Loose(string word)
    {
        foreach (var run in Runs(Fold(word)))
        {
            if (!run.Han || run.Runes.Count <= 2)
                yield return new SearchPhrase(string.Concat(run.Runes), run is { Han: true, Runes.Count: 1 });
            else
            {
                for (var i = 0; i < run.Runes.Count; i += 2)
                    yield return new SearchPhrase($"{run.Runes[Math.Min(i, run.Runes.Count - 2)]}{run.Runes[Math.Min(i, run.Runes.Count - 2) + 1]}", false);
            }
        }
    }

    /// <summary>True for characters of which words are made.</summary>
    internal static bool IsPartOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>How a character of a word is written.</summary>
    internal static Script ScriptOf(Rune rune) => IsHan(rune) ? Script.Han : Rune.IsDigit(rune) ? Script.Digits : Script.Letters;

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3005 or 0x3007 or (>= 0x3041 and <= 0x30FF);

    private static void Write(StringBuilder tokens, Run run, bool last)
    {
        if (!run.Han)
        {
            foreach (var rune in run.Runes)
                tokens.Append(rune);
            tokens.Append(' ');
            return;
        }
        for (var i = 0; i + 1 < run.Runes.Count; i++)
            tokens.Append(run.Runes[i]).Append(run.Runes[i + 1]).Append(' ');
        if (last)
            tokens.Append(run.Runes[^1]).Append(' ');
    }

    private static List<Run> Runs(string folded)
    {
        List<Run> runs = [];
        Run? open = null;
        foreach (var rune in folded.EnumerateRunes())
        {
            if (!IsPartOfWord(rune))
            {
                open = null;
                continue;
            }
            var script = ScriptOf(rune);
            if (open is null || open.Script != script)
                runs.Add(open = new Run(script, []));
            open.Runes.Add(rune);
        }
        return runs;
    }

    private static char One(char sign)
    {
        var narrow = sign switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
            '\u3000' => ' ',
            _ => sign,
        };
        return narrow < 0x3400 ? char.ToLowerInvariant(narrow) : Simplification.One(narrow);
    }

    private sealed record Run(Script Script, List<Rune> Runes)
    {
        public bool Han => Script == Script.Han;
    }
}

/// <summary>What must stand together.</summary>
/// <param name="Tokens">Divided by blanks; empty: the word had no letter, digit or character.</param>
/// <param name="OpenEnd">The last token is only the beginning of one.</param>
public sealed record SearchPhrase(string Tokens, bool OpenEnd);

/// <summary>How a run of characters is written.</summary>
internal enum Script
{
    /// <summary>Without blanks between words.</summary>
    Han,

    /// <summary>Letters, with blanks between words.</summary>
    Letters,

    /// <summary>Digits.</summary>
    Digits,
}
