using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>行为主体: the subject of a sentence that binds it, as 各区人民政府每季度应…公开; once where the duty opens.</summary>
internal sealed partial class Actors : IFactRule
{
    private const decimal Likely = 0.75m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose)
            yield break;
        var last = "";
        foreach (Match match in Subject().Matches(piece.Text))
        {
            var names = match.Groups["names"];
            if (names.Value == last || NoSubject().IsMatch(names.Value))
                continue;
            last = names.Value;
            foreach (var (name, start, length) in BodyNames.Of(names.Value, piece.Start + names.Index))
            {
                if (BodyNames.LooksLikeOne(name))
                    yield return new Found(NoticeFactKind.Actor, name, start, length, NoticeRules.Actor.Code, Likely);
            }
        }
    }

    private const string Name =
        @"(?:(?:各|有关|相关|全市|全省|全区|全县|本|市|省|区|县|乡|镇|街道|牵头|负责|责任|主办|行政|起草|涉事|议事|主管|行业|具体|其他|项目|贫困|所有|承担|制发|审计|保密|财政|建设|执法|教育|信访)[一-鿿]{0,12}?(?:\([^()]{1,12}\))?(?:政府办公[厅室]|政府办(?!公)|人民政府(?!办|部门|各|有关|相关|工作部门)|政府(?!办|部门|各|有关|相关|工作部门)|办公[厅室]|管委会|行委|委员会|部门|单位|机关|机构|处室|科室|局|厅|中心|监管局|小组(?:办公室)?|各地区?)(?:各|有关|相关|及其)*(?:部门|单位|办公[厅室]|机关)?)";

    [GeneratedRegex(@"(?<=^|[。;:,、)]|是|由)(?<names>" + Name + @"(?:[、,和及]" + Name + @")*)(?=(?:门户)?网站|(?:请|会同|是(?!第一))|(?:的)?(?:主要负责(?:人|同志)|负责同志|分管负责(?:人|同志))?[一-鿿\d]{0,8}?(?:要|应当|应|须|必须|将|负责|不得|按月|按季|每|定期|会同|做好))")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:有关|相关)?(?:单位|部门|机构)$|^(?:指导|督促|推动|加强|通过)")]
    private static partial Regex NoSubject();
}
