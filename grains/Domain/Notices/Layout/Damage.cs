using System.Globalization;
using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Layout;

/// <summary>Places where characters seem lost: told with a proposal, never mended by themselves.</summary>
internal static partial class Damage
{
    /// <summary>Proposals in order of place.</summary>
    public static IEnumerable<TextProposal> In(NoticeText text, IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces.Where(p => p.Text.Length > 0 && p.Text[0] != '#'))
        {
            foreach (var (number, start, length, broken) in DocumentNumbers.In(piece.Text))
            {
                if (broken)
                    yield return Proposal(text, piece.Start + start, length, number, NoticeRules.NumberBroken.Code);
            }
            if (DigitsOnly().IsMatch(piece.Text))
            {
                var readings = Dates.Readings(piece.Text.Trim('(', ')'));
                yield return Proposal(text, piece.Start, piece.Text.Length, string.Join('或', readings.Select(d => d.ToString("yyyy年M月d日", CultureInfo.InvariantCulture))), NoticeRules.DateBroken.Code);
            }
            foreach (Match month in YearMonth().Matches(piece.Text))
                yield return Proposal(text, piece.Start + month.Index, month.Length, $"{month.Groups[1].Value}年{month.Groups[2].Value}月", NoticeRules.DateBroken.Code);
            foreach (var at in piece.Kind == PieceKind.Frame ? [] : Unpaired(piece.Text))
                yield return Proposal(text, piece.Start + at, 1, "", NoticeRules.TitleMarks.Code);
            foreach (Match mark in Strange().Matches(piece.Text))
                yield return Proposal(text, piece.Start + mark.Index, mark.Length, "", NoticeRules.Unreadable.Code);
        }
    }

    private static TextProposal Proposal(NoticeText text, int start, int length, string proposed, string rule)
    {
        var place = text.Place(start, length);
        return new TextProposal(place, text.Quote(place), proposed, rule);
    }

    private static IEnumerable<int> Unpaired(string line)
    {
        var open = new Stack<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '《')
                open.Push(i);
            else if (line[i] == '》' && !open.TryPop(out _))
                yield return i;
        }
        foreach (var at in open)
            yield return at;
    }

    [GeneratedRegex(@"^\(?20\d{5,6}\)?$")]
    private static partial Regex DigitsOnly();

    [GeneratedRegex(@"(?<!\d)(20\d\d)(1[0-2]|[1-9])月")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"(?<=[一-鿿])\?(?=[一-鿿])|[\uE000-\uF8FF\uFFFD]+|[ㄅ-ㄩ]+|[\u2500-\u257F]+(?=[一-鿿])")]
    private static partial Regex Strange();
}
