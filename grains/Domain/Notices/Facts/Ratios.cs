using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>比例: a share against a bound, and 全覆盖 and 全部 as a duty on the whole.</summary>
internal sealed partial class Ratios : IFactRule
{
    private const decimal Sure = 0.97m;
    private const decimal Likely = 0.85m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose)
            yield break;
        foreach (Match match in Share().Matches(piece.Text))
        {
            if (Value(match) is { } value)
                yield return new Found(NoticeFactKind.Ratio, value, piece.Start + match.Index, match.Length, NoticeRules.Ratio.Code, Sure);
        }
        foreach (Match match in Whole().Matches(piece.Text))
            yield return new Found(NoticeFactKind.Ratio, ">=100%", piece.Start + match.Index, match.Length, NoticeRules.RatioWhole.Code, Likely);
    }

    private static string? Value(Match match)
    {
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        var number = match.Groups["n"].Success ? match.Groups["n"].Value : Spoken(match.Groups["spoken"].Value);
        if (number is null || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share))
            return null;
        var most = before is "不超过" or "不高于" or "不得超过" or "低于" or "控制在" or "不得高于" || after is "以内" or "以下" or "之内";
        var least = before.Length > 0 || after is "以上" || share == 100;
        return most ? string.Create(CultureInfo.InvariantCulture, $"<={share}%") : least ? string.Create(CultureInfo.InvariantCulture, $">={share}%") : null;
    }

    private static string? Spoken(string words) =>
        words is "百" or "一百" ? "100" : Text.Numerals.Of(words) is var n and >= 0 ? n.ToString(CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<before>不低于|不少于|不得低于|不得少于|达到|达|超过|高于|不超过|不高于|不得超过|不得高于|低于|控制在|至少|保持在)?(?:在|到)?(?:(?<n>\d+(?:\.\d+)?)%|百分之(?<spoken>[一二三四五六七八九十百]+))(?<after>以上|以内|以下|之内)?")]
    private static partial Regex Share();

    [GeneratedRegex(@"全覆盖|(?<!不)全部(?=按|公开|纳入|完成|实现|上网|落实|入驻|进驻|进入|到位|向社会|归集|发布|接入|整合|办结|开通|编制|予以|列入|做到|实行|主动|及时|录入|上线|建立|制定)|(?:确保|保证)所有[^,。;]{1,15}(?:均|都)|所有[^,。;]{1,24}(?:均|都)(?:应当|应|要|须|必须)|件件(?:有|都有)(?:回音|回应|答复|着落|落实)|原则上(?:都|均|全部)(?:要|应|应当|须)")]
    private static partial Regex Whole();
}
