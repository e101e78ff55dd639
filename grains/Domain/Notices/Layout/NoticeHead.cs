using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Layout;

/// <summary>Title, issuer, number, date and addressees, from the frame of a notice and, where it is silent, from the page around it.</summary>
internal sealed partial class NoticeHead
{
    private const int TitleLines = 4;
    private readonly List<Piece> frame;
    private readonly List<Piece> page;

    private NoticeHead(IReadOnlyList<Piece> pieces)
    {
        frame = [.. pieces.Where(p => p.Kind == PieceKind.Frame && p.Row == 0)];
        page = [.. pieces.Where(p => p.Kind == PieceKind.Furniture)];
    }

    public string? Title { get; private init; }

    public string? Issuer { get; private init; }

    public string? Number { get; private init; }

    public DateOnly? Date { get; private init; }

    public int? Year { get; private init; }

    public string Addressees { get; private init; } = "";

    /// <summary>Reads the head of a notice.</summary>
    public static NoticeHead Of(IReadOnlyList<Piece> pieces)
    {
        var head = new NoticeHead(pieces);
        var title = head.FindTitle();
        var date = head.FindDate(pieces);
        return new NoticeHead(pieces)
        {
            Title = title,
            Issuer = head.FindIssuer(title),
            Number = head.FindNumber(),
            Date = date,
            Year = head.FindYear(title, date, pieces),
            Addressees = head.frame.Find(p => Signature.IsAddressed(p.Text)).Text?.TrimEnd(':', ' ') ?? "",
        };
    }

    private string? FindTitle()
    {
        var before = frame.TakeWhile(p => !Signature.IsAddressed(p.Text)).ToList();
        return TitleOf(before) ?? (Told("标题") is { } told ? Note().Replace(told, "") : null) ?? TitleOf(frame);
    }

    /// <summary>One to four lines that together end as a title does; one that ends with 通知 before any other.</summary>
    private static string? TitleOf(IEnumerable<Piece> pieces)
    {
        var lines = pieces.Select(p => p.Text).Where(t => !Signature.IsDate(t) && !Signature.IsAddressed(t) && !OnlyNumber(t) && t[0] is not '(').ToList();
        var joins = from start in Enumerable.Range(0, lines.Count)
                    from count in Enumerable.Range(1, Math.Min(TitleLines, lines.Count - start))
                    let joined = string.Concat(lines.Skip(start).Take(count))
                    where Signature.EndsTitle(joined) && !lines.Skip(start).Take(count - 1).Any(l => l.EndsWith("通知", StringComparison.Ordinal))
                    orderby joined.EndsWith("通知", StringComparison.Ordinal) ? -count : count
                    select (joined, Paired: joined.Count(c => c == '《') == joined.Count(c => c == '》'));
        var all = joins.ToList();
        return all.Find(j => j.joined.EndsWith("通知", StringComparison.Ordinal)).joined ?? all.Find(j => j.Paired).joined ?? all.FirstOrDefault().joined;
    }

    private string? FindIssuer(string? title)
    {
        for (var i = 1; i < frame.Count; i++)
        {
            if (Signature.IsDate(frame[i].Text) && BodyName().IsMatch(frame[i - 1].Text))
                return frame[i - 1].Text.Trim();
        }
        if (title is not null && Before().Match(title) is { Success: true } named)
            return named.Groups[1].Value;
        return page.Select(p => Publisher().Match(p.Text)).FirstOrDefault(m => m.Success)?.Groups[1].Value
            ?? frame.Select(p => p.Text.Trim()).FirstOrDefault(t => BodyName().IsMatch(t));
    }

    private string? FindNumber()
    {
        var own = frame.Where(p => OnlyNumber(p.Text)).Select(p => DocumentNumbers.In(p.Text).First()).ToList();
        var told = page.Select(p => Numbered().Match(p.Text)).Where(m => m.Success).SelectMany(m => DocumentNumbers.In(m.Groups[1].Value));
        return own.Concat(told).OrderBy(n => n.Broken).Select(n => n.Number).FirstOrDefault();
    }

    private DateOnly? FindDate(IReadOnlyList<Piece> pieces)
    {
        foreach (var line in frame.Select(p => p.Text))
        {
            if (Dates.Whole(line) is { } date)
                return date;
        }
        return pieces.Select(p => Printed().Match(p.Text)).Where(m => m.Success).Select(m => Dates.Whole(m.Groups[1].Value)).FirstOrDefault(d => d is not null)
            ?? page.Concat(frame).Select(p => Written().Match(p.Text)).Where(m => m.Success).Select(m => Dates.Whole(m.Groups[1].Value)).FirstOrDefault(d => d is not null);
    }

    private int? FindYear(string? title, DateOnly? date, IReadOnlyList<Piece> pieces)
    {
        static int? Of(Match match) => match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        var planned = title is null || title.Contains("年度报告", StringComparison.Ordinal) ? null : Of(PlannedYear().Match(title));
        return planned ?? frame.Select(p => Of(PlannedYear().Match(p.Text))).FirstOrDefault(y => y is not null && title?.Contains("年度报告", StringComparison.Ordinal) != true)
            ?? date?.Year
            ?? (Told("年度") is { } told ? Of(AnyYear().Match(told)) : null)
            ?? (title is null ? null : Of(AnyYear().Match(title)))
            ?? pieces.Where(p => p.Kind == PieceKind.Prose).Select(p => Of(PlannedYear().Match(p.Text))).FirstOrDefault(y => y is not null);
    }

    /// <summary>A note of a collector above the text: # 标题: ….</summary>
    private string? Told(string key)
    {
        var line = page.Find(p => p.Text.StartsWith($"# {key}:", StringComparison.Ordinal)).Text;
        return line is null ? null : line[(key.Length + 3)..].Trim();
    }

    private static bool OnlyNumber(string line) => DocumentNumbers.In(line.Trim()).Any(n => n.Start == 0 && n.Length >= line.Trim().Length - 1);

    [GeneratedRegex(@"^[一-鿿()]{2,30}(?:人民政府|办公[厅室]|局|委员会|厅|领导小组|委|中心|政府)$")]
    private static partial Regex BodyName();

    [GeneratedRegex(@"^(.{2,40}?(?:人民政府办公[厅室]|办公[厅室]|人民政府|委员会|局|厅))\s?(?:印发)?(?:关于|印发|(?:20\d\d年)?(?:政务|主动|信息)公开)")]
    private static partial Regex Before();

    [GeneratedRegex(@"\([^()]*\)$")]
    private static partial Regex Note();

    [GeneratedRegex(@"发(?:布|文)(?:机构|机关|单位)\s?:?\s?((?!未)[一-鿿]{2,30})")]
    private static partial Regex Publisher();

    [GeneratedRegex(@"(?:文\s*号|发文字号|文件编号)\s?:?\s?([^ |]+)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(\d{4}年\d{1,2}月\d{1,2}日)印发")]
    private static partial Regex Printed();

    [GeneratedRegex(@"(?:成文|发文|印发|发布)日期\s?:?\s?(\d{4}[-年]\d{1,2}[-月]\d{1,2})")]
    private static partial Regex Written();

    [GeneratedRegex(@"(20\d\d)年(?!底|内|\d)(?!.{0,8}年度报告).{0,24}(?:要点|任务|分工|安排|工作)")]
    private static partial Regex PlannedYear();

    [GeneratedRegex(@"(20\d\d)")]
    private static partial Regex AnyYear();
}
