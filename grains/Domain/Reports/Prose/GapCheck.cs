using System.Text.RegularExpressions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>Sentences without their number (收到申请件; 共 件; 现行有效的规范性文件。) and blanks of a draft.</summary>
internal static partial class GapCheck
{
    /// <summary>Findings in order of rule.</summary>
    public static IEnumerable<Finding> Check(ProseText text, ClaimReader reader, ProseContext context)
    {
        foreach (var clause in text.Sentences.SelectMany(s => s.Clauses))
        {
            if (reader.Understand(clause) is { Number: null } words && LacksNumber(clause, words))
                yield return At(text, words.Start, clause.End);
        }
        foreach (Match match in Filler().Matches(text.Normal))
            yield return At(text, match.Index, match.Index + match.Length);
        if (context.Drafting)
            yield break;
        for (var at = text.Normal.IndexOf(OverviewDraft.Blank, StringComparison.Ordinal); at >= 0; at = text.Normal.IndexOf(OverviewDraft.Blank, at + 1, StringComparison.Ordinal))
            yield return ProseRules.BlankLeft.At(text.Where(at, at + OverviewDraft.Blank.Length));
    }

    private static bool LacksNumber(Clause clause, ClauseWords words)
    {
        if (words.Has(WordKind.None))
            return false;
        if (words is { Words: [.., { Word.Kind: WordKind.BareMeasure }] })
        {
            var states = words.Words.Where(w => w.Word.Kind is WordKind.Flow or WordKind.Outcome or WordKind.Case or WordKind.DocumentVerb).ToList();
            var counts = words.Words.Any(w => w.Text is "共" or "共计" or "总计" or "合计" or "累计" or "总共" or "一共");
            return states.Count > 0 && (counts || !states.All(w => ProseWords.AlsoDuties.Contains(w.Text)));
        }
        // 现行有效的规范性文件。 as the last clause of a count of documents
        return clause.After is '。' or '\uFF1B' or '\0' && clause.Before is '\uFF0C' or '\uFF1B' && words is { Words: [{ Word: { Kind: WordKind.DocumentVerb, Meaning: "valid" } }, ..] } && words.Has(WordKind.Document);
    }

    private static Finding At(ProseText text, int start, int end) =>
        ProseRules.NumberMissing.At(text.Where(start, end), $"“{text.Quote(start, end)}”缺少数字", "a number is missing here");

    [GeneratedRegex(@"(_+|×+|X{1,4}|x{1,4}|□+|\*+)(件|条|次|篇|宗|万元|元)|(?<!公)共计?(件|条|次|篇|宗)(?=[\uFF0C。\uFF1B、)\n]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filler();
}
