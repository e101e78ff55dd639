using System.Text;

namespace Federation.Documents;

/// <summary>
/// Chinese text is printed with full-width punctuation (GB/T 15834). Forms, rules and sentences are kept with the plain characters, so that
/// they compare; what stands beside a Chinese character is widened when a Chinese page or document is written.
/// </summary>
public static class Punctuation
{
    private const string Plain = ",;:?!()";
    private const string Wide = "\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09";

    /// <summary>Widens marks after a Chinese character or a wide mark, opening brackets before one, and a comma between a figure and one. Markup holds no such places.</summary>
    public static string FullWidth(string text)
    {
        var wide = new StringBuilder(text.Length);
        var open = 0; // brackets that were widened and wait for their partners
        for (var at = 0; at < text.Length; at++)
        {
            var mark = Plain.IndexOf(text[at], StringComparison.Ordinal);
            var widen = mark >= 0 && text[at] switch
            {
                '(' => (at + 1 < text.Length && IsChinese(text[at + 1])) || (at > 0 && IsChinese(wide[at - 1]) && IsClosedBefore(text, at, '<')),
                ')' => open > 0 || (at > 0 && IsChinese(wide[at - 1])),
                ',' => at > 0 && (IsChinese(wide[at - 1]) || (at + 1 < text.Length && IsChinese(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]))),
                _ => at > 0 && IsChinese(wide[at - 1]),
            };
            open = !widen ? open : text[at] == '(' ? open + 1 : text[at] == ')' ? Math.Max(0, open - 1) : open;
            wide.Append(widen ? Wide[mark] : text[at]);
        }
        return wide.ToString();
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3001' and <= '\u301f' or >= '\uff01' and <= '\uff5e' or '\u201d';

    private static bool IsClosedBefore(string text, int at, char end)
    {
        var close = text.IndexOf(')', at);
        var markup = text.IndexOf(end, at);
        return close >= 0 && (markup < 0 || close < markup);
    }
}
