using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>清单、目录、名单、台账: lists the notice wants kept or published.</summary>
internal sealed partial class Registers : IFactRule
{
    private const decimal Likely = 0.8m;

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose)
            yield break;
        foreach (Match match in List().Matches(piece.Text))
        {
            var name = match.Groups["name"];
            yield return new Found(NoticeFactKind.Register, name.Value, piece.Start + name.Index, name.Length, NoticeRules.Register.Code, Likely);
        }
    }

    [GeneratedRegex(@"(?<=^|[、,。;:(“]|和|及|公开|公布|发布|编制|建立|完善|制定|梳理|更新|实行|推行|推进|落实|明确|调整|形成|报送|版|对|按照|保留的|规范后的|全面|统一的|我省|本地)(?<name>(?!和|及|公开|公布|发布|编制|建立|完善|制定|梳理|更新|实行|推进|落实|明确|调整|保留的|全面|对|按照)[一-鿿]{0,14}?(?:清单|目录|名单|名录|台账))(?!体系|管理|标准体系|编制)")]
    private static partial Regex List();
}
