using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>行为主体: the subject of a sentence that binds it, as 各区人民政府每季度应…公开; once where the duty opens.</summary>
internal sealed partial class Actors : IFactRule
{
    private const decimal Sure = 0.9m;
    private const decimal Likely = 0.8m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose)
            return [];
        var (text, found, sentence, done) = (piece.Text, new List<Found>(), new HashSet<string>(), 0);
        var dead = new Dictionary<Opening, HashSet<int>> { [Opening.Clause] = [], [Opening.Aside] = [], [Opening.Called] = [] };
        foreach (var (at, way) in Openings(text))
        {
            if (text.AsSpan(done, Math.Max(0, at - done)).IndexOfAny('。', '\n') >= 0)
                sentence.Clear();
            if (at < done)
                continue;
            done = at;
            var names = ActorNames.At(text, at, way == Opening.Aside ? 1 : ActorNames.Most, dead[way], behind => Opens(text, behind, way));
            foreach (var (start, length) in names)
            {
                var name = BodyNames.Regular(text.Substring(start, length));
                if (sentence.Add(name))
                    found.Add(new Found(NoticeFactKind.Actor, name, piece.Start + start, length, NoticeRules.Actor.Code, way == Opening.Clause ? Likely : Sure));
                done = start + length;
            }
        }
        return found;
    }

    private enum Opening
    {
        /// <summary>Behind a stop: what follows the names must be a predicate.</summary>
        Clause,

        /// <summary>Behind 、 in the middle of a clause: only a plain 要, 应 or 不得 makes a subject.</summary>
        Aside,

        /// <summary>Behind 由, 请 or 会同: the words before make the subject.</summary>
        Called,
    }

    private static IEnumerable<(int At, Opening Way)> Openings(string text)
    {
        yield return (0, Opening.Clause);
        foreach (Match match in Stop().Matches(text))
        {
            yield return (match.Index + match.Length, match.Groups["called"].Success ? Opening.Called : match.Groups["aside"].Success ? Opening.Aside : Opening.Clause);
        }
    }

    private static bool Opens(string text, int at, Opening way) => way switch
    {
        Opening.Called => Called().IsMatch(text, at),
        Opening.Aside => Bound().IsMatch(text, at),
        _ => Predicate().IsMatch(text, at),
    };

    [GeneratedRegex(@"(?<=^|[。;:!?,)\s●.—])(?:[一二三四五六七八九十]是)?(?:(?<called>请|会同(?!级)|会(?=同级)|由该?)|《[^《》]{1,60}》(?:明确|规定|要求))|[。;:!?,)\s●.—](?:[一二三四五六七八九十]是)?|(?<aside>、)|(?<called>由该?|会同|(?<=[,。])请)")]
    private static partial Regex Stop();

    private const string Must = "(?:要(?!素|求|点|闻)|应当|应(?!急|用|诉|对|届)|须|必须|不得|将(?!来)|务必|需(?!求))";

    [GeneratedRegex(@"\G" + Must)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\G(?:等(?:部门|单位|有关部门)?)?[,,]?(?![、,。;]|的|批准|同意|审定|组成|构成|意见|各|之)[一-鿿\d]|\G[,,]|\G等[一-鿿]")]
    private static partial Regex Called();

    [GeneratedRegex(@"\G(?:等(?:[一-鿿]{0,10}?(?:部门|单位|机构|地方))?)?,?(?:的?(?:主要|分管|相关|有关|党政)*(?:负责(?:人|同志)|领导(?:同志|干部)?),?)?(?:均|都|也|还|同时|年内|原则上|分别|具体|积极|统一|各自|切实|每[年季月周半](?:度|年)?)*(?:"
        + Must + @"|负责|牵头|配合|会同|承担|做好|抓好|通过|在(?!职|线|编)|对(?!口|外)|根据|按|结合|围绕|于|自|请于|每|年内|[^,。;、的]{1,20}(?:后|时),(?:应|要|须|必须|将)|定期|适时|及时|实时|集中(?!采购)|分别|公开(?!办|工作|目录|栏|平台)|公布|公示(?!栏)|发布|展示|推行|指导|督促|汇总|建立|健全|制定|编制(?!部门|委)|完善|设立|开设|开展|落实|加强|解读|推进|严格|认真|原则上|拟制|收到|受理|审核|汇总|接到|报送|履行|经[^,。;]{1,20}(?:同意|批准)后|是(?!否)[^,。;]{0,40}?(?:主体|责任人|主管单位|主管部门|牵头单位|牵头部门))")]
    private static partial Regex Predicate();
}
