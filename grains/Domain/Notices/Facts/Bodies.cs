using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>责任主体: bodies in brackets, labelled lines, table columns and cells.</summary>
internal sealed partial class Bodies : IFactRule
{
    private const decimal Sure = 0.97m;
    private const decimal Likely = 0.85m;
    private const string EndsOfNames = "局委办厅室心会处门";
    private const int ShortestBare = 3; // (局) explains, (市局) names

    public IEnumerable<Found> Read(Piece piece, NoticeTime time) => piece.Kind switch
    {
        PieceKind.LeadCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Lead, Where(piece), Sure),
        PieceKind.SupportCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Support, Where(piece), Sure),
        PieceKind.ResponsibleCell => ResponsibilityClause.Read(piece.Text, piece.Start, BodyRole.Responsible, Where(piece), Sure),
        PieceKind.Prose => Prose(piece),
        _ => [],
    };

    private static string Where(Piece piece) => piece.Row > 0 ? NoticeRules.BodyCell.Code : NoticeRules.BodyLine.Code;

    private static IEnumerable<Found> Prose(Piece piece)
    {
        var brackets = Brackets.Of(piece.Text).ToList();
        bool Inside(int at) => brackets.Exists(b => b.Start <= at && at < b.Start + b.Text.Length);
        return brackets.SelectMany(b => Bracket(piece, b.Start, b.Text))
            .Concat(Labelled().Matches(piece.Text).Where(m => !Inside(m.Index)).SelectMany(m => ResponsibilityClause.Read(m.Value, piece.Start + m.Index, null, NoticeRules.BodyLine.Code, Sure)))
            .Concat(Alone().Matches(piece.Text).Where(m => !Inside(m.Index)).SelectMany(m => Loose(m.Value, piece.Start + m.Index)));
    }

    private static IEnumerable<Found> Bracket(Piece piece, int at, string text)
    {
        var start = piece.Start + at;
        if (ResponsibilityClause.IsOne(text))
            return ResponsibilityClause.Read(text, start, null, NoticeRules.BodyBracket.Code, Sure);
        var stands = at >= 2 && piece.Text[at - 2] is '。' or ';' or '”';
        if (!stands && (piece.Text[at - 1] == '〔' || (at >= 2 && EndsOfNames.Contains(piece.Text[at - 2], StringComparison.Ordinal))))
            return []; // 市交通委(市道运局) is one name
        var names = BodyNames.Of(text, start);
        return names.Count > 0 && names.TrueForAll(n => BareBody(n.Name) || (stands && National(n.Name)))
            ? names.Select(n => new Found(NoticeFactKind.Body, n.Name, n.Start, n.Length, NoticeRules.BodyBareBracket.Code, Likely) { Role = BodyRole.Responsible })
            : [];
    }

    /// <summary>X牵头,Y配合 as a sentence of its own: a cell whose borders were lost.</summary>
    private static List<Found> Loose(string text, int start)
    {
        var found = ResponsibilityClause.Read(text, start, null, NoticeRules.BodyCell.Code, Likely).ToList();
        return found.TrueForAll(f => BodyNames.LooksLikeOne(f.Value)) ? found : [];
    }

    private static bool BareBody(string name) =>
        name.Length >= ShortestBare && BodyNames.LooksLikeOne(name) && (name[0] is '市' or '省' or '区' or '县' or '各' or '州' || name.StartsWith("有关", StringComparison.Ordinal) || name.StartsWith("相关", StringComparison.Ordinal))
        && name is not ("市" or "省") && name[^1] is not '市' and not '县' and not '区' and not '州' and not '乡' and not '镇' and not '村';

    private static bool National(string name) => name.Length >= ShortestBare && NationalBody().IsMatch(name);

    [GeneratedRegex(@"(?<=^|[。;\s])(?!\()[一-鿿、()]{2,60}?牵头(?:落实|负责)?(?:[,、][一-鿿、()]{2,80}?(?:配合|参与|协助|落实|负责))?(?=$|[。;\s\d]|年底|长期|持续)")]
    private static partial Regex Alone();

    /// <summary>责任单位:X、Y inside a line, up to the end of its sentence.</summary>
    [GeneratedRegex(@"(?<=[。;!?)\s])(?:(?:主要)?(?:牵头|责任|配合|协办|主办|承办|会办|协同|参与|落实)(?:单位|部门|科室|处室):[^。;\n:]{2,200}(?:;(?=(?:责任|配合|协办|参与)))?)+")]
    private static partial Regex Labelled();

    /// <summary>A body of the nation has no 市 or 省 before it.</summary>
    [GeneratedRegex(@"^[一-鿿]{2,}(?:部|委|委员会|总局|局|署|办|办公厅|办公室|中心|银行|税务总局|总工会|妇联|团中央|协会|集团|公司|厅)(?:\([^()]*\))?$")]
    private static partial Regex NationalBody();
}
