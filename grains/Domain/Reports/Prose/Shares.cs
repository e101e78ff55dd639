using System.Text.RegularExpressions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>Shares and rates: 当面申请24件,占26%; 办结率100%.</summary>
internal static partial class Shares
{
    /// <summary>Where the words of a share begin in a clause (占…%); its end when there is none.</summary>
    public static int StartIn(string text, Clause clause)
    {
        var at = text.IndexOf('占', clause.Start, clause.End - clause.Start);
        return at >= 0 && clause.Numerals.Any(n => n.Kind == NumeralKind.Percent && n.Start > at) ? at : clause.End;
    }

    /// <summary>A share is complained of when it is the share of none of the numbers before it, nor of a total of table three.</summary>
    public static IEnumerable<Finding> Check(ProseText text, Figures figures)
    {
        var inLine = new List<Numeral>();
        decimal[] totals = [.. ((string[])["new", "new+carried_in", "handled_total"]).Select(r => Reading.OfTable3(figures.Form, r.Split('+'), ["total"])?.Value(figures)).OfType<decimal>()];
        foreach (var sentence in text.Sentences)
        {
            if (sentence.StartsLine)
                inLine.Clear();
            Numeral? part = null;
            var partAt = -2;
            var inSentence = new List<Numeral>();
            for (var i = 0; i < sentence.Clauses.Count; i++)
            {
                var clause = sentence.Clauses[i];
                foreach (var number in clause.Numerals)
                {
                    if (number.CountsThings)
                    {
                        if (part is not null)
                            inSentence.Add(part);
                        (part, partAt) = (number, i);
                    }
                    else if (number.Kind == NumeralKind.Percent && part is not null && partAt >= i - 1 && IsShare(text.Normal, clause, number, part))
                    {
                        if (Judge(text, part, number, inSentence, [.. inLine.Select(n => n.Value), .. totals]) is { } finding)
                            yield return finding;
                    }
                    else if (number.Kind == NumeralKind.Percent && Rate().IsMatch(text.Normal[clause.Start..number.Start]) && number.Value > 100)
                    {
                        yield return ProseRules.RateAboveAll.At(text.Where(clause.Start, number.End), $"文字写“{text.Quote(clause.Start, number.End)}”；这一比率不会超过 100%", $"the text gives a rate of {Claim.Write(number.Value)}%, which cannot exceed 100%");
                    }
                }
            }
            inLine.AddRange(sentence.Clauses.SelectMany(c => c.Numerals).Where(n => n.CountsThings));
        }
    }

    private static Finding? Judge(ProseText text, Numeral part, Numeral share, List<Numeral> before, IEnumerable<decimal> others)
    {
        Numeral[] wholes = [.. before.Where(n => n.Measure == part.Measure && n.Value >= part.Value && n.Value > 0)];
        if (wholes.Length == 0 || part.Approximate || share.Approximate || wholes.Any(w => w.Approximate))
            return null;
        if (wholes.Select(w => w.Value).Concat(others.Where(o => o > 0)).Any(whole => share.Shows(part.Value / whole * 100)))
            return null;
        var whole = wholes[0].Value;
        var percent = Math.Round(part.Value / whole * 100, 2, MidpointRounding.AwayFromZero);
        return ProseRules.Share.At(
            text.Where(part.Start, share.End),
            $"文字写“{text.Quote(part.Start, share.End)}”；{Claim.Write(part.Value)} 占 {Claim.Write(whole)} 的 {Claim.Write(percent)}%",
            $"the text says {Claim.Write(share.Value)}%; {Claim.Write(part.Value)} of {Claim.Write(whole)} is {Claim.Write(percent)}%");
    }

    private static bool IsShare(string text, Clause clause, Numeral share, Numeral part)
    {
        var from = part.Start >= clause.Start ? part.End : clause.Start;
        var lead = text[from..share.Start];
        return Share().IsMatch(lead) || (lead.Length == 0 && clause is { Before: '(', After: ')' } && clause.End == share.End);
    }

    [GeneratedRegex("^(约)?占(比|总数|总量|申请总数|申请总量|总申请量|办结总数|办理总数|答复总数|全部申请)?(的|为|达|约)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();

    [GeneratedRegex("(办结|答复|公开|公布|办理|按时|满意|回复|解读|覆盖|更新|合格|准确|受理|回应|采纳|及时)率[^0-9增提升上]{0,6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rate();
}
