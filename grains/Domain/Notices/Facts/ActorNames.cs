using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Facts;

/// <summary>Names that may be the subject of a sentence: 各区人民政府、市政府各部门, read forwards from a place until what follows opens a predicate.</summary>
internal static partial class ActorNames
{
    private const int Longest = 30; // characters of one name

    /// <summary>Names of the longest list.</summary>
    public const int Most = 40;


    /// <summary>The names of a list that begins at a place and ends where a predicate opens; empty when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the first name begins.</param>
    /// <param name="most">Names the list may have.</param>
    /// <param name="dead">Places known to begin no list; added to, so that a text is not read again from each place.</param>
    /// <param name="opens">True when a predicate opens at a place; asked behind each name and its site.</param>
    public static List<(int Start, int Length)> At(string text, int at, int most, HashSet<int> dead, Func<int, bool> opens)
    {
        var names = new List<(int Start, int Length)>();
        return Next(text, at, most, opens, names, dead) ? names : [];
    }

    private static bool Next(string text, int at, int most, Func<int, bool> opens, List<(int Start, int Length)> names, HashSet<int> dead)
    {
        if (names.Count == most || at >= text.Length || !dead.Add(at))
            return false;
        foreach (var length in Lengths(text, at))
        {
            names.Add((at, length));
            var behind = at + length + Site().Match(text, at + length).Length;
            if (opens(behind))
                return true;
            if (Separator().Match(text, behind) is { Success: true } separator && Next(text, behind + separator.Length, most, opens, names, dead))
                return true;
            names.RemoveAt(names.Count - 1);
        }
        return false;
    }

    /// <summary>Lengths of what can be a name at a place, short ones first.</summary>
    private static IEnumerable<int> Lengths(string text, int at)
    {
        if (Verb().IsMatch(text, at))
            yield break;
        var window = Window(text, at);
        for (var length = 1; length <= window.Length; length++)
        {
            if (!LastOfHead.Contains(window[length - 1]) || !Ends().IsMatch(window, length) || !Whole().IsMatch(window[..length]))
                continue;
            var more = More().Match(text, at + length).Length;
            if (more > 0)
                yield return length + more;
            yield return length;
        }
    }

    /// <summary>Characters a name may have from a place on: signs only in brackets, and 、 only in 省、市、县政府.</summary>
    private static string Window(string text, int at)
    {
        var (end, depth, levels) = (at, 0, true);
        for (; end < text.Length && end - at < Longest; end++)
        {
            var sign = text[end];
            if (sign == '、' && (depth > 0 || (levels && (end - at) % 2 == 1)))
                continue;
            if (sign is not (>= '\u3400' and <= '\u9fff' or '(' or ')'))
                break;
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            levels &= (end - at) % 2 == 1 || "省市州县区乡镇".Contains(sign, StringComparison.Ordinal);
        }
        return text[at..end];
    }

    /// <summary>Last characters of heads: every other place need not be looked at.</summary>
    private static readonly System.Buffers.SearchValues<char> LastOfHead = System.Buffers.SearchValues.Create("所室办会委门位关构组班局厅心处议司校院业馆社台队部府统行方地区县市州镇乡村道街旗园)");

    /// <summary>Ends of what can bear a duty.</summary>
    private const string Head =
        "政府办公[厅室](?:\\(室\\))?|[公政]开办|政府办|办公[厅室](?:\\(室\\))?|管委会|行委|委员会|部门|单位|机关|机构|处室|科室|股室|小组|专班|局(?!面|势|部|限)|(?<!大|客|展|餐)厅|委(?![托员派任属书会办]|宣传部|组织部|统战部|政法委|网信办|社会工作部|老干部|机构编制|直属|党校)|中心|办事处|指挥部|联席会议|公司|学校|医院|企业|党校|[案书化物科]馆|法院|检察院|研究院|电视台|报社|总队|支队"
        + "|(?<=网信|扶贫|法制|编|外|信访|金融|政务|防|审改|医改|体改|乡村振兴|党政|府|事务|服务)办|(?<=[市省区县厅局财法政人宣规审督教科务]处?|计财|综合|法规)处(?![理置罚分])|(?<=财政|派出|税务|司法)所(?![有以需])|(?<![干全内外西东中南北一总局])部(?![门署分级委队位长])|政府(?:有关|相关|各)?(?:工作)?部门|政府|(?<=服务|行政)系统|分行|支行|监管局|地方";

    private const string Word = "(?!要求|要(?!素)|将|在|对|把|按|向|通过|围绕|根据|推进|推动|加[强快]|做好|应(?!急)|须|请|由|为|以(?!上|下)|于|可|是|的|等|会同|自)[一-鿿]";

    /// <summary>True at a place where a head ends.</summary>
    [GeneratedRegex("\\G(?<=" + Head + "|^各(?:地区|地|级|[一-鿿]{1,3})(?:各(?:部门|单位|地区))?|^(?:街道\\(乡镇\\)|各街道\\(乡镇\\)|街道|镇街|乡镇|行政村|村|贫困[地县]区?|区县市|区县)|^各[一-鿿]{1,3}\\([^()]{1,8}\\)[区县市]?|(?:厅|部门|政府|局|委|办|中心|室|处|会)\\([^()]{1,12}\\))")]
    private static partial Regex Ends();

    /// <summary>The whole of a name.</summary>
    [GeneratedRegex("^(?!.*[和及与](?:各|有关|相关|[省市县区镇州]直|[省市县区州](?:人民)?政府|[省市县区州]委))(?:"
        + "(?:负责|承担|使用|所有|需|拟|与|从事|具有|主管|参与)[一-鿿]{1,22}的(?:" + Word + "){0,8}(?:" + Head + ")"
        + "|(?:全[省市区县州])?各(?:地区|级|地)各(?:部门|单位|地区)|(?:全[省市区县州])?各级(?:政府)?各部门|各地区?|各(?:县区|区县|县市区|市县|市州|县|区|市|州|镇|乡|乡镇|街道|镇街|镇乡|村|社区|街镇|旗县|园区)|各?街道\\(乡镇\\)|街道|镇街|各[市区县州旗村]\\([市区县州、旗村社]{1,8}\\)[区县市]?|乡镇|行政村|村|贫困[地县]区?|区县市|区县"
        + "|(?:" + Word + "){1,14}(?:单位|企业|机构)的(?:行业)?(?:主管|责任|牵头)(?:部门|单位)"
        + "|(?:[省市州县区乡镇]、)+(?:" + Word + "){1,10}(?:" + Head + ")"
        + "|(?:" + Word + "){1,16}(?:\\([^()]{1,8}\\)(?:" + Word + "){0,12})?(?:" + Head + ")(?:\\([^()]{1,12}\\))?"
        + ")$")]
    private static partial Regex Whole();

    /// <summary>What a name carries on with: 市政府各部门、单位; 各级政府及部门; 区县级政府部门和单位.</summary>
    [GeneratedRegex(@"\G(?:(?:[、和及](?:责任|事业)?(?:单位|部门|机构|机关)(?=[、,和]|[^一-鿿]|要|应|须|将|在|均|负|主|请|必|是|不))|(?:各|有关|相关|工作)+(?:部门|单位|机构))")]
    private static partial Regex More();

    [GeneratedRegex(@"\G(?:政务)?(?:门户网站|网站(?:信息|内容|栏目)?|(?:公告|公示)+栏)")]
    private static partial Regex Site();

    [GeneratedRegex(@"\G(?:、|,|和|以及|及|与|或|特别是|尤其是)")]
    private static partial Regex Separator();

    /// <summary>What no name begins with: verbs whose object would be taken for a subject, and words that name no body.</summary>
    [GeneratedRegex(@"\G(?:组织(?!部)|协调|督促|指导|推[动进]|加[强快大]|鼓励|支持|引导|要求|联系|配合|会同|完善|建立|健全|明确|确保|促进|强化|落实|规范(?!化)|及时|根据|围绕|结合|除|实现|发挥|带动|联合|协助|委托|聘请|邀请|选择|报|抄送|便于|方便|安排|责成|建设(?!单位|部门|主管)|打造|关于|继续|进一步|依托|充分|增强|提[高升]|坚持|深化|优化|列[入席]|纳入|如|凡|经(?!济|信|营|办|开)|使|让|该|并|同时|未|已|其中|以下|各类|若|因|涉及|党中央|不断|对|向|按|以|为|在|从|由|将|把|全[市省区县州]政府|本级政府|部门|单位|机构|政府(?!各|有关|相关|部门|办公|工作)|主要|相关网站|行政[许处]|开展|做好|严格|认真|利用|运用|公开|公布|发布|编制|制定|设立|开设|每|当[好地]?政府|统筹|和|与(?![^,。;]{1,22}的)|及|监督(?!管理|局)|检查|督导|系统|密切|主动|准确|全面|统计(?!局|部门|机构)|[一两单]个|本(?:部门|单位|地|系统|机关)|委托|承接|面向|经由|授权)")]
    private static partial Regex Verb();
}
