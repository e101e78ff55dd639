using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Facts;

/// <summary>次数: how many in a period, as 每季度…不少于2次, 年内至少听取一次, 每周更新1次.</summary>
internal sealed partial class Quotas : IFactRule
{
    private const decimal Sure = 0.97m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose and not PieceKind.TimeCell)
            yield break;
        foreach (Match match in AtLeast().Matches(piece.Text))
        {
            var number = match.Groups["n"];
            var count = Numerals.Of(number.Value);
            if (count <= 0 || Periods.Of(match.Groups["p"].Value) is not { } period)
                continue; // 至少建立1个 says how many, not how often
            yield return new Found(NoticeFactKind.Quota, string.Create(CultureInfo.InvariantCulture, $">={count}/{period}"), piece.Start + match.Index, match.Length, NoticeRules.Quota.Code, Sure);
        }
    }

    [GeneratedRegex(@"(?:(?<p>年内|每年度?|每半年|每个?季度|每季|每个?月|每周|每日|每天|每个?工作日|全年|年度内|本年度|一年)[^,。;()]{0,40}?,?)?(?:(?:不少于|至少|不低于|不得少于|不得低于|不小于)[^,。;()]{0,10}?(?<n>\d+|[一二两三四五六七八九十]{1,3})(?:余)?(?:次|场|期|篇|条|件|项|轮|例|份|部|批|个(?!月|工作日|小时))(?:以上)?|(?<n>\d+|[一二两三四五六七八九十]{1,3})(?:次|场|期|篇|条|件|项)(?:\(含\))?以上)|(?<p>每年度?|每半年|每个?季度|每季|每个?月|每周|每日|每天)[^,。;()]{0,12}?(?<n>\d+|[一二两三四五六七八九十]{1,3})次")]
    private static partial Regex AtLeast();
}
