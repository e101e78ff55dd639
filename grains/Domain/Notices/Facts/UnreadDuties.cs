using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>Sentences that bind someone but hold no measure that was understood.</summary>
internal static partial class UnreadDuties
{
    /// <summary>Places of such sentences.</summary>
    public static IEnumerable<(int Start, int Length)> In(IEnumerable<Piece> pieces, IReadOnlyList<Found> facts)
    {
        var measures = facts.Where(f => f.Kind is NoticeFactKind.Deadline or NoticeFactKind.Cadence or NoticeFactKind.Quota or NoticeFactKind.Ratio or NoticeFactKind.Limit).ToList();
        var next = 0;
        foreach (var piece in pieces.Where(p => p.Kind is PieceKind.Prose))
        {
            foreach (Match sentence in Sentence().Matches(piece.Text))
            {
                var (start, end) = (piece.Start + sentence.Index, piece.Start + sentence.Index + sentence.Length);
                while (next < measures.Count && measures[next].Start < start)
                    next++;
                if (Binds().IsMatch(sentence.Value) && !measures.Skip(next).TakeWhile(m => m.Start < end).Any(m => m.End <= end))
                    yield return (start, sentence.Length);
            }
        }
    }

    [GeneratedRegex(@"[^。;\n]+[。;]?")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<!重|主|需|只|首|纪|必)要(?!求|点|素|内容|闻|件|领|位|部|工作)|应当|(?<!相|反|回|响|对|适|供|效)应(?!急|用|诉|对)|必须|须|确保|不得|严禁|原则上|不低于|不超过|一般")]
    private static partial Regex Binds();
}
