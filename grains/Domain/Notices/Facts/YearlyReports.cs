using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>年度报告: a yearly report to be made or published, where no other time is said.</summary>
internal sealed partial class YearlyReports : IFactRule
{
    private const decimal Likely = 0.8m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose)
            yield break;
        foreach (Match match in Report().Matches(piece.Text))
        {
            if (!OtherTime().IsMatch(match.Value))
                yield return new Found(NoticeFactKind.Cadence, "yearly", piece.Start + match.Index, match.Length, NoticeRules.YearlyReport.Code, Likely);
        }
    }

    [GeneratedRegex(@"(?<=^|[,。;、])[^,。;、()]{0,16}(?:公开|发布|公布|编制|报送)[^,。;、()]{0,24}?年度报告")]
    private static partial Regex Report();

    [GeneratedRegex(@"\d{4}年|\d{1,2}月|纳入|上一年度|本年度|对照|要求")]
    private static partial Regex OtherTime();
}
