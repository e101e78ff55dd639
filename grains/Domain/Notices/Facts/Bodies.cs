using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>责任主体: bodies in brackets, labelled lines, table columns and cells.</summary>
internal sealed partial class Bodies : IFactRule
{
    private const decimal Sure = 0.97m;
    private const decimal Likely = 0.85m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time) => piece.Kind switch
    {
        PieceKind.LeadCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Lead, Where(piece), Sure),
        PieceKind.SupportCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Support, Where(piece), Sure),
        PieceKind.ResponsibleCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Responsible, Where(piece), Sure),
        PieceKind.Prose => Brackets.Of(piece.Text).SelectMany(b => Bracket(b.Text, piece.Start + b.Start)).Concat(Loose(piece)),
        _ => [],
    };

    private static string Where(Piece piece) => piece.Row > 0 ? NoticeRules.BodyCell.Code : NoticeRules.BodyLine.Code;

    private static IEnumerable<Found> Bracket(string text, int start)
    {
        if (ResponsibilityClause.IsOne(text))
            return ResponsibilityClause.Read(text, start, null, NoticeRules.BodyBracket.Code, Sure);
        var names = BodyNames.Of(text, start);
        return names.Count > 0 && names.TrueForAll(n => BareBody(n.Name))
            ? names.Select(n => new Found(NoticeFactKind.Body, n.Name, n.Start, n.Length, NoticeRules.BodyBareBracket.Code, Likely) { Role = BodyRole.Responsible })
            : [];
    }

    /// <summary>X牵头,Y配合 as a sentence of its own: a cell whose borders were lost.</summary>
    private static IEnumerable<Found> Loose(Piece piece)
    {
        var brackets = Brackets.Of(piece.Text).ToList();
        foreach (Match match in Alone().Matches(piece.Text))
        {
            if (brackets.Exists(b => b.Start <= match.Index && match.Index < b.Start + b.Text.Length))
                continue;
            var found = ResponsibilityClause.Read(match.Value, piece.Start + match.Index, null, NoticeRules.BodyCell.Code, Likely).ToList();
            if (found.Count > 0 && found.TrueForAll(f => BodyNames.LooksLikeOne(f.Value)))
            {
                foreach (var body in found)
                    yield return body;
            }
        }
    }

    [GeneratedRegex(@"(?<=^|[。;\s])(?!\()[一-鿿、()]{2,60}?牵头(?:落实|负责)?(?:[,、][一-鿿、()]{2,80}?(?:配合|参与|协助|落实|负责))?(?=$|[。;\s\d]|年底|长期|持续)")]
    private static partial Regex Alone();

    private static bool BareBody(string name) =>
        name.Length > 2 && BodyNames.LooksLikeOne(name) && (name[0] is '市' or '省' or '区' or '县' or '各' or '州' || name.StartsWith("有关", StringComparison.Ordinal) || name.StartsWith("相关", StringComparison.Ordinal))
        && name is not ("市" or "省") && name[^1] is not '市' and not '县' and not '区' and not '州' and not '乡' and not '镇' and not '村';
}
