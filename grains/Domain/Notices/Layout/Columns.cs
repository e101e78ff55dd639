using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Layout;

/// <summary>列名: what the heading of a column, or the label before a colon, says of what stands under or behind it.</summary>
internal static partial class Columns
{
    /// <summary>Kind of a column by its heading; null when the words are no heading of a column.</summary>
    public static PieceKind? Of(string heading)
    {
        var name = Blanks().Replace(heading, "").TrimEnd(':', '(', ')');
        return Lead().IsMatch(name) ? PieceKind.LeadCell
            : Support().IsMatch(name) ? PieceKind.SupportCell
            : Responsible().IsMatch(name) ? PieceKind.ResponsibleCell
            : Time().IsMatch(name) ? PieceKind.TimeCell
            : Other().IsMatch(name) ? PieceKind.Prose
            : null;
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:主要)?(?:牵头|主办|主责)(?:责任)?(?:单位|部门|科室|处室|机构|股室)")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:责任)?(?:配合|协办|会办|协同|参与|协助)(?:责任)?(?:单位|部门|科室|处室|机构|股室)")]
    private static partial Regex Support();

    [GeneratedRegex(@"^(?:(?:主要)?(?:责任|承办|落实|实施|主管|负责|完成|执行)(?:单位|部门|科室|处室|主体|机构|股室|分工)(?:及责任人|和责任人)?|公开(?:责任)?主体|责任单位\(部门\))$")]
    private static partial Regex Responsible();

    [GeneratedRegex(@"^(?:(?:完成|办理|公开|工作|落实|更新)?(?:时限|期限|时间|时间节点|时间要求|频次|频率)(?:要求|安排)?|进度安排|完成时间)$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:序号|编号|项目|类别|(?:主要|重点|具体|工作)?(?:工作)?(?:任务|要求|内容|目标|措施|举措|事项)(?:名称|要求|分解|内容)?|公开(?:内容|形式|方式|渠道|事项|依据)|备注|[一二三四五六]级(?:目录|指标|事项)|任务分解|落实措施)$")]
    private static partial Regex Other();
}
