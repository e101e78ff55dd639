using System.Text;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Review;

/// <summary>不予公开: the grounds of articles 14, 15 and 16, and the day of the next look (article 18).</summary>
public static partial class Exemptions
{
    private const int LongestDays = 366;

    /// <summary>What is wrong with a decision to withhold.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="basis">Must name article 14, 15 or 16, as 条例第十四条 or 第14条.</param>
    /// <param name="reviewOn">Day of the next look: after today, within a year.</param>
    /// <param name="today">Beijing date.</param>
    public static IEnumerable<Finding> Check(string reason, string basis, DateOnly? reviewOn, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(reason))
            yield return ReviewRules.NoExemption.At("reason");
        if (!Article().IsMatch(basis.Normalize(NormalizationForm.FormKC)))
            yield return ReviewRules.NoExemption.At("reasonBasis");
        if (reviewOn is not { } day || day <= today || day.DayNumber - today.DayNumber > LongestDays)
            yield return ReviewRules.BadReviewDay.At(EntryFields.ReviewOn);
    }

    [GeneratedRegex(@"第\s*(十[四五六]|1[456])\s*条")]
    private static partial Regex Article();
}
