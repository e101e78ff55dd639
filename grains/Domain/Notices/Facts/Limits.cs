using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Facts;

/// <summary>时限: within so long of an event, as 公开后3个工作日内, 最迟在5小时内.</summary>
internal sealed partial class Limits : IFactRule
{
    private const decimal Sure = 0.97m;
    private const decimal NoEvent = 0.85m;
    private const int EventWords = 60; // characters before a span that may name its event
    private const int DaysOfWeek = 7;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose and not PieceKind.TimeCell)
            yield break;
        foreach (Match match in (piece.Kind == PieceKind.TimeCell ? InCell() : Within()).Matches(piece.Text))
        {
            var amount = Numerals.Of(match.Groups["n"].Value) * (match.Groups["u"].Value.EndsWith('周') ? DaysOfWeek : 1);
            if (amount <= 0)
                continue;
            var happened = Happened(piece.Text[Math.Max(0, match.Index - EventWords)..match.Index]);
            yield return new Found(NoticeFactKind.Limit, string.Create(CultureInfo.InvariantCulture, $"{amount} {Unit(match.Groups["u"].Value)}"), piece.Start + match.Index, match.Length,
                NoticeRules.Limit.Code, happened is null ? NoEvent : Sure) { Event = happened };
        }
    }

    private static string Unit(string unit) => unit switch
    {
        "个工作日" or "工作日" or "个工作天" => "working_days",
        "个小时" or "小时" => "hours",
        "个月" => "months",
        "年" => "years",
        _ => "days",
    };

    /// <summary>What starts the clock: the words before, up to the last stop.</summary>
    private static string? Happened(string before)
    {
        var match = EventBefore().Match(before);
        return match.Success && match.Groups["e"].Length > 0 && !Within().IsMatch(match.Groups["e"].Value) ? match.Groups["e"].Value : null;
    }

    [GeneratedRegex(@"(?<![\d年月])(?<n>\d{1,3}|[一二三四五六七八九十两]{1,3})(?<u>个工作日|工作日|个工作天|个自然日|日|天|个?小时|个月|个?周|年)(?:之|以)?内")]
    private static partial Regex Within();

    [GeneratedRegex(@"(?<![\d年月])(?<n>\d{1,3}|[一二三四五六七八九十两]{1,3})(?<u>个工作日|工作日|个工作天|个自然日|天|个?小时|个月|个?周|年|日(?=内|$))(?:(?:之|以)?内)?")]
    private static partial Regex InCell();

    [GeneratedRegex(@"(?:自|从|在|于|应|要|须|并|将)*(?<e>[^,。;、(]{1,30}?)(?:之日起|之日|起|之后|以后|后|的|时)?,?(?:应当?|要|须|的)?(?:最迟)?(?:在|于|的)?$")]
    private static partial Regex EventBefore();
}
