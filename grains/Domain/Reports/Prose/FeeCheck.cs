using System.Text.RegularExpressions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>信息处理费 (identity I9): who closes applications for unpaid fees has sent fee notices, and section six cannot know nothing of it.</summary>
internal static partial class FeeCheck
{
    /// <summary>Findings over all sections; none when the prose explains the notices.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyCollection<ProseText> texts, Figures figures)
    {
        if (Reading.OfTable3(figures.Form, ["other_fee_unpaid"], ["total"]) is not { } reading || reading.Value(figures) is not > 0 || texts.Any(t => Explained().IsMatch(t.Normal)))
            yield break;
        foreach (var text in texts)
        {
            foreach (Match match in Denied().Matches(text.Normal))
            {
                var (start, end) = (match.Index, match.Index + match.Length);
                yield return ProseRules.ProcessingFee.At(
                    text.Where(start, end),
                    $"文字写“{text.Quote(start, end)}”；表中{reading.Label}为 {Claim.Write(reading.Value(figures)!.Value)}，应说明收费通知和缴费情况",
                    $"the text denies any fee; {reading.Ids} is {Claim.Write(reading.Value(figures)!.Value)}: tell of the fee notices");
            }
        }
    }

    [GeneratedRegex("收费通知|逾期未|未缴|未按期缴|不再处理", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Explained();

    [GeneratedRegex("(未|没有|无|不存在|不涉及|未曾)(发生|产生|涉及)?(收取|收费)?(政府|依申请公开)?信息(公开)?处理费|信息处理费(收取|金额|共|为|计|合计|共计)*0(件|元|万元)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Denied();
}
