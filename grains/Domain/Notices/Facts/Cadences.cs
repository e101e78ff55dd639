using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>频次: how often, each mention for itself; one that belongs to a count (每季度不少于2次) is that of the count.</summary>
internal sealed partial class Cadences : IFactRule
{
    private const decimal Sure = 0.95m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose and not PieceKind.TimeCell)
            yield break;
        foreach (Match match in Often().Matches(piece.Text))
        {
            var value = match.Groups.Values.Skip(1).First(g => g.Success).Name;
            yield return new Found(NoticeFactKind.Cadence, value, piece.Start + match.Index, match.Length, NoticeRules.Cadence.Code, Sure);
        }
        if (piece.Kind != PieceKind.TimeCell)
            yield break;
        foreach (Match match in InCell().Matches(piece.Text))
            yield return new Found(NoticeFactKind.Cadence, "continuous", piece.Start + match.Index, match.Length, NoticeRules.Cadence.Code, Sure);
    }

    [GeneratedRegex(@"(?<working_daily>每个?工作日|每一工作日)|(?<five_daily>每[五5]个?[日天])|(?<daily>每日|每天|逐日|按日)|(?<weekly>每周|每星期|按周)|(?<half_yearly>每半年|按半年|半年一次)|(?<monthly>每个?月|按月|逐月|每月度|月度(?=通报|检查|抽查|监测|报送))|(?<quarterly>每个?季度?|按季度?|逐季|一季度一|季度(?=抽查|检查|通报|普查|巡查|监测|报送|考核))|(?<yearly>每年度?(?!\d{1,2}月|的\d)|按年度?|逐年(?=公开|公布|发布)|每个?年度)|(?<continuous>实时|动态(?=更新|调整|管理|公开|维护)|7[×xX*]24|即时更新)|(?<unstated>(?<!不)定期|常态化(?!水平))")]
    private static partial Regex Often();

    [GeneratedRegex(@"持续(?:推进|开展|落实|更新)?|长期(?:坚持|推进)?|常年|贯穿全年|全年(?=推进|持续|开展|$)")]
    private static partial Regex InCell();
}
