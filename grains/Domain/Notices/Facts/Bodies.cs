using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>责任主体: bodies in brackets, labelled lines, table columns and cells.</summary>
internal sealed class Bodies : IFactRule
{
    private const decimal Sure = 0.97m;
    private const decimal Likely = 0.85m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time) => piece.Kind switch
    {
        PieceKind.LeadCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Lead, Where(piece), Sure),
        PieceKind.SupportCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Support, Where(piece), Sure),
        PieceKind.ResponsibleCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Responsible, Where(piece), Sure),
        PieceKind.Prose => Brackets.Of(piece.Text).SelectMany(b => Bracket(b.Text, piece.Start + b.Start)),
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

    private static bool BareBody(string name) =>
        name.Length > 2 && BodyNames.LooksLikeOne(name) && (name[0] is '市' or '省' or '区' or '县' or '各' or '州' || name.StartsWith("有关", StringComparison.Ordinal) || name.StartsWith("相关", StringComparison.Ordinal))
        && name is not ("市" or "省") && name[^1] is not '市' and not '县' and not '区' and not '州' and not '乡' and not '镇' and not '村';
}
