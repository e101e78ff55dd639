using System.Text.RegularExpressions;

namespace Federation.Domain.Reports.Prose;

/// <summary>A change as the prose states it: 同比增长1.05%, 较上年减少13件.</summary>
/// <param name="Start">First character of its words in the normal text.</param>
/// <param name="Number">How much: a percentage or a count.</param>
/// <param name="Up">True for a rise.</param>
/// <param name="Compared">True when it says with what it compares: 同比, 较上年.</param>
/// <param name="Other">True when it compares with something else than the year before: 环比, 较2019年.</param>
internal sealed record Change(int Start, Numeral Number, bool Up, bool Compared, bool Other);

/// <summary>The words of growth.</summary>
internal static partial class Growth
{
    /// <summary>Every change in a clause.</summary>
    public static IEnumerable<Change> In(string text, Clause clause, int year)
    {
        foreach (var number in clause.Numerals.Where(n => n.Kind == NumeralKind.Percent || n.CountsThings))
        {
            if (string.CompareOrdinal(text, number.End, "百分点", 0, 3) == 0)
                continue;
            if (Words().Match(text[clause.Start..number.Start]) is not { Success: true } words)
                continue;
            var compare = words.Groups["compare"].Value;
            var other = compare.Contains('环', StringComparison.Ordinal) || (words.Groups["year"] is { Success: true } y && y.Value != $"{year - 1}");
            yield return new Change(clause.Start + words.Index, number, "增上提升涨递".Contains(words.Groups["verb"].Value[0], StringComparison.Ordinal), compare.Length > 0, other);
        }
    }

    /// <summary>Where the first change of a clause begins; the clause's end when it states none.</summary>
    public static int StartIn(string text, Clause clause) => In(text, clause, 0).Select(c => c.Start).DefaultIfEmpty(clause.End).Min();

    /// <summary>True for a clause that only says with what is compared: 与上年相比.</summary>
    public static bool OnlyCompares(string clause) => Comparison().IsMatch(clause);

    /// <summary>由23件上升到60件: both numbers; null when the clause does not say so.</summary>
    public static (Numeral From, Numeral To)? FromTo(string text, Clause clause)
    {
        Numeral[] counts = [.. clause.Numerals.Where(n => n.Kind == NumeralKind.Count)];
        for (var i = 0; i + 1 < counts.Length; i++)
        {
            var lead = text[clause.Start..counts[i].Start];
            if ((lead.Contains('由', StringComparison.Ordinal) || lead.Contains('从', StringComparison.Ordinal)) && Reaches().IsMatch(text[counts[i].End..counts[i + 1].Start]))
                return (counts[i], counts[i + 1]);
        }
        return null;
    }

    [GeneratedRegex(@"(?<compare>同比|环比|(较|比|与|同)?(上年|去年|上一年|(?<year>[0-9]{4})年)度?(同期)?(相比)?)?(大幅|略有|小幅|有所|明显|净)?(?<verb>增长|增加|上升|提升|提高|增多|上涨|递增|下降|减少|降低|回落|下滑)(了|约|幅度|率|幅|为|达到|达|至少)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("^(同比|(与|较|比|同)(上年|去年|上一年)度?(同期)?(相比|比较|相较)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex("^[^0-9]{0,8}(上升|增加|增长|提高|提升|下降|减少|降低)(到|至)[^0-9]{0,8}([0-9]{4}年[^0-9]{0,6})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reaches();
}
