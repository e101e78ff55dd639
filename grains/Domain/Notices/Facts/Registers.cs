using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>清单、目录、名单、台账: lists the notice wants made, kept or published; each once in a clause, by its shortest name without the verb and its owner.</summary>
internal sealed partial class Registers : IFactRule
{
    private const decimal Likely = 0.8m;
    private const int Longest = 40; // characters looked back for the beginning of a name

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose)
            yield break;
        var text = piece.Text;
        foreach (Match list in List().Matches(text))
        {
            var end = list.Index + list.Length;
            var from = Math.Max(0, end - Longest);
            var phrase = text[from..end];
            var (start, rests) = Begin(phrase);
            var name = phrase[start..];
            if (!rests && name.Length > list.Length && !Bare().IsMatch(name))
                yield return new Found(NoticeFactKind.Register, name, piece.Start + from + start, name.Length, NoticeRules.Register.Code, Likely);
        }
    }

    /// <summary>True when a later name says an earlier one: with fewer words (负面清单 behind 政务公开负面清单), or told at length with 的.</summary>
    public static bool IsAgain(string later, string earlier) =>
        earlier.EndsWith(later, StringComparison.Ordinal) || (later.Contains('的', StringComparison.Ordinal) && later.EndsWith(earlier, StringComparison.Ordinal));

    /// <summary>Where the name begins: behind the last stop, the last verb and the owner; and whether the list is only what the duty rests on.</summary>
    private static (int Start, bool Rests) Begin(string phrase)
    {
        var start = 0;
        foreach (Match stop in Stop().Matches(phrase))
            start = stop.Index + stop.Length;
        var (spoken, rests) = (false, false);
        foreach (Match verb in Verb().Matches(phrase))
        {
            if (verb.Index < start)
                continue;
            var behind = verb.Index + verb.Length;
            var inName = spoken && (verb.Index > start || verb.Value == "公开") && Bare().IsMatch(phrase[behind..]);
            if (!inName)
                (start, spoken, rests) = (behind, true, Basis().IsMatch(verb.Value)); // in 健全公开目录 and 建立任务落实台账 the second verb belongs to the name
        }
        return (start + Owner().Match(phrase[start..]).Length, rests);
    }

    [GeneratedRegex(@"(?<!\d项)(?:清单|目录|名单|名录|台账|数据库)+(?!之外|以外|外的|所列|(?:管理)?体系|式|化|栏目|树|员|中|内|里)")]
    private static partial Regex List();

    /// <summary>A stop, or a word that joins two names; not the one inside 黑、白名单 or 收费、基金目录清单.</summary>
    [GeneratedRegex(@"[。;:,!?(“”""‘《》<>|\n\s]|(?<!黑)、(?!白名单)(?=(?:.*、)?[^、]*$)(?<!(?:收费|保险|项目|人口)、)|(?<=清单|目录|名单|名录|台账|情况|信息|结果)(?:和|及|与|以及|或)|(?:以及|及)(?=[省市县区镇乡]级)|等(?:重点|各|有关|相关)?(?:领域|行业|方面)的?|\)(?![^(]*\()")]
    private static partial Regex Stop();

    [GeneratedRegex(@"(?<![信息政事村厂院财院校会]务?|主动|信息|政务|事务|村务|编制|健全|完善|建立)公开(?!办|平台)|(?<!信息)公布|公示|(?<!信息)发布|编制(?!部门|管理)|制定|制订|建立(?!后)|健全|完善|推行|实行|实施|推进|推动|更新|调整|形成|报送|开通|开设|梳理|做好|加强|落实(?!情况)|开展|展示|对(?!照|象)于?|晾晒|保留的?|规范(?!性|化)(?:后的?)?|编印|上报|纳入|列入|强化|细化|明确|确定|认领|动态管理|建好|用好|管好|(?<!已)完成|执行|严格|制作|印发|出台|统一的|填报|设立(?!后)|为|将|把|按照|根据|依据|对照|参照|依托|以(?!上|下|及)|由|并|是")]
    private static partial Regex Verb();

    /// <summary>Whose list it is, and of which year: no part of its name.</summary>
    [GeneratedRegex(@"^(?:(?:本|我|全|各|该)?(?:省|市|州|县|区|镇|乡|街道)(?:级|直|本级)?(?:人民)?政府(?:各?(?:工作)?部门)?|(?:本|各)级(?:人民)?政府(?:各?(?:工作)?部门)?|政府(?:工作)?部门|(?:本|各)(?:部门|单位|地区|地|级|系统|市|省|县|区|局)(?:本单位|本系统)?|我[市省县区局]|全[市省县区]|局|(?:国家|[省市县区])级(?=[^\s])|城市建成区|年度|(?:20\d\d)年(?:度|版)?|统一的|重点领域(?=专项)|相关|有关|新的?|全部|现有|以及|并|的)+")]
    private static partial Regex Owner();

    /// <summary>A word for lists and no name: 清单, 各类清单, 两个清单, 清单目录.</summary>
    [GeneratedRegex(@"^(?:各类|各项|各种|这些|两个|[一二三四五六七八九十]+[个张项份]|上述|以上|相关|有关|本|该|新|其|此|等|附件?|总)*(?:清单|目录|名单|名录|台账|数据库)+$")]
    private static partial Regex Bare();

    /// <summary>按照…清单(要求): the list is what the duty rests on, not what it asks for.</summary>
    [GeneratedRegex(@"^(?:根据|按照|依据|对照|参照|依托|纳入|列入)$")]
    private static partial Regex Basis();
}
