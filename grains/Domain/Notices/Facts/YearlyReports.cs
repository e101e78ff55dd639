using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>年度报告: a yearly report to be made or published, where no other time is said.</summary>
internal sealed partial class YearlyReports : IFactRule
{
    private const decimal Likely = 0.8m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose || time.OfYearlyReport)
            yield break;
        foreach (Match match in Report().Matches(piece.Text))
        {
            var clause = ClauseBefore(piece.Text, match.Index);
            if ((Verb().IsMatch(clause + match.Value) || VerbAfter().IsMatch(piece.Text[(match.Index + match.Length)..])) && !OtherTime().IsMatch(match.Value))
                yield return new Found(NoticeFactKind.Cadence, "yearly", piece.Start + match.Index, match.Length, NoticeRules.YearlyReport.Code, Likely);
        }
    }

    /// <summary>The words of the clause before a place.</summary>
    private static string ClauseBefore(string text, int at) => text[(text.LastIndexOfAny([',', '。', ';'], Math.Max(0, at - 1)) + 1)..at];

    [GeneratedRegex(@"(?<=^|[,。;、:)])[^,。;、()]{0,40}?年度报告")]
    private static partial Regex Report();

    [GeneratedRegex(@"(?<!信息|政务)公开(?!工作年度|年度)|发布|公布|编制|报送")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:予以|并|的)?(?:编制|公开|公布|发布|报送)")]
    private static partial Regex VerbAfter();

    [GeneratedRegex(@"\d{4}年|\d{1,2}月|上一年度|本年度|对照|要求")]
    private static partial Regex OtherTime();
}
