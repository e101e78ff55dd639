using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;
using Federation.Domain.Notices.Layout;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Facts;

/// <summary>期限: dates by which something is to be done. 年底前 is 31 December, M月底前 the last day of the month.</summary>
internal sealed partial class Deadlines : IFactRule
{
    private const decimal Sure = 0.97m;
    private const decimal Likely = 0.85m;
    private const int December = 12;
    private const string YearDigits = "〇一二三四五六七八九"; // 零 and a circle count as nought

    public IEnumerable<Found> Read(Piece piece, NoticeTime time)
    {
        if (piece.Kind is not PieceKind.Prose and not PieceKind.TimeCell)
            return [];
        var cell = piece.Kind == PieceKind.TimeCell;
        var found = new List<Found>();
        void Add(Match match, string? value, Rule rule, decimal confidence)
        {
            if (value is not null && !found.Exists(f => f.Start < piece.Start + match.Index + match.Length && piece.Start + match.Index < f.End))
                found.Add(new Found(NoticeFactKind.Deadline, value, piece.Start + match.Index, match.Length, rule.Code, confidence));
        }
        foreach (Match match in Day().Matches(piece.Text))
        {
            if (cell || Before(match))
                Add(match, DayValue(match, time), match.Groups["each"].Success ? NoticeRules.DeadlineYearly : NoticeRules.DeadlineDay, Sure);
        }
        foreach (Match match in MonthEnd().Matches(piece.Text))
            Add(match, MonthEndValue(match, time), NoticeRules.DeadlineMonth, Sure);
        foreach (Match match in BeforeMonth().Matches(piece.Text))
            Add(match, BeforeMonthValue(match, time), NoticeRules.DeadlineMonth, Likely);
        foreach (Match match in PartOfMonth().Matches(piece.Text))
            Add(match, PartValue(match, time), NoticeRules.DeadlineMonth, Likely);
        foreach (Match match in YearEnd().Matches(piece.Text))
            Add(match, Last(Year(match, time), December), NoticeRules.DeadlineYear, Sure);
        foreach (Match match in InYear().Matches(piece.Text))
            Add(match, Last(Year(match, time), December), NoticeRules.DeadlineYear, Likely);
        foreach (Match match in Goal().Matches(piece.Text))
        {
            if (Year(match, time) > time.Year)
                Add(match, Last(Year(match, time), December), NoticeRules.DeadlineYear, Likely);
        }
        foreach (Match match in Season().Matches(piece.Text))
            Add(match, Last(Year(match, time), SeasonEnd(match.Groups["s"].Value)), NoticeRules.DeadlineMonth, Likely);
        if (cell)
        {
            foreach (Match match in CellYear().Matches(piece.Text))
                Add(match, Last(Year(match, time), December), NoticeRules.DeadlineYear, Likely);
            foreach (Match match in CellMonth().Matches(piece.Text))
                Add(match, Last(Year(match, time) is { } y && match.Groups["y"].Success ? y : time.YearOf(Number(match, "m")), Number(match, "m")), NoticeRules.DeadlineMonth, Likely);
        }
        return found.OrderBy(f => f.Start);
    }

    private static bool Before(Match match) => match.Groups["before"].Success || match.Groups["until"].Success;

    /// <summary>A number in figures or Chinese numerals; a year is written digit by digit (二〇二四). -1 when it is none.</summary>
    private static int Number(Match match, string group)
    {
        var words = match.Groups[group].Value;
        return group == "y" && words[0] == '二'
            ? int.Parse(string.Concat(words.Select(c => Math.Max(0, YearDigits.IndexOf(c, StringComparison.Ordinal)))), CultureInfo.InvariantCulture)
            : Numerals.Of(words);
    }

    private static int? Year(Match match, NoticeTime time) =>
        match.Groups["y"].Success ? Number(match, "y") : match.Groups["next"].Success ? time.Year + 1 : time.Year;

    private static string? DayValue(Match match, NoticeTime time)
    {
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        if (month is < 1 or > December || day < 1 || day > DateTime.DaysInMonth(2000, month))
            return null;
        if (match.Groups["each"].Success)
            return string.Create(CultureInfo.InvariantCulture, $"yearly {month:00}-{day:00}");
        var year = match.Groups["y"].Success || match.Groups["next"].Success ? Year(match, time) : time.YearOf(month);
        return year is { } y && day <= DateTime.DaysInMonth(y, month) ? string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}-{day:00}") : null;
    }

    private static string? MonthEndValue(Match match, NoticeTime time)
    {
        var month = Number(match, "m");
        if (month is < 1 or > December)
            return null;
        if (match.Groups["each"].Success)
            return string.Create(CultureInfo.InvariantCulture, $"yearly {month:00}-{DateTime.DaysInMonth(2001, month):00}");
        return Last(match.Groups["y"].Success || match.Groups["next"].Success ? Year(match, time) : time.YearOf(month), month);
    }

    /// <summary>6月前 ends with May.</summary>
    private static string? BeforeMonthValue(Match match, NoticeTime time)
    {
        var month = Number(match, "m");
        if (month is < 1 or > December)
            return null;
        var year = match.Groups["y"].Success ? Year(match, time) : time.YearOf(month);
        return month == 1 ? Last(year - 1, December) : Last(year, month - 1);
    }

    private static string? PartValue(Match match, NoticeTime time)
    {
        var month = Number(match, "m");
        if (month is < 1 or > December || (match.Groups["y"].Success ? Year(match, time) : time.YearOf(month)) is not { } year)
            return null;
        var day = match.Groups["part"].Value switch { "上" => 10, "中" => 20, _ => DateTime.DaysInMonth(year, month) };
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
    }

    private static int SeasonEnd(string season) => season switch
    {
        "上半年" => 6,
        "三季度" or "前三季度" => 9,
        "二季度" => 6,
        "一季度" => 3,
        _ => December,
    };

    private static string? Last(int? year, int month) =>
        year is { } y && month is >= 1 and <= December ? string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}-{DateTime.DaysInMonth(y, month):00}") : null;

    [GeneratedRegex(@"(?<until>截至|截止到?|最迟|于|在|至)?(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年|(?<each>每年度?的?)|(?<next>次年|翌年|明年|下一?年度?))?(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})月(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})日(?:\(含\))?(?<before>(?:上午|下午|中午)?(?:\d{1,2}(?:时|点|:\d\d))?(?:下班)?(?:之|以)?前|止)?")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年|(?<each>每年)|(?<next>次年|翌年|明年))?(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})月份?(?:底|末)(?:之前|以前|前)?")]
    private static partial Regex MonthEnd();

    [GeneratedRegex(@"(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年)?(?<![\d])(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})月份?(?:之|以)?前")]
    private static partial Regex BeforeMonth();

    [GeneratedRegex(@"(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年)?(?<![\d])(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})月(?<part>上|中|下)旬(?:之前|以前|前)?")]
    private static partial Regex PartOfMonth();

    [GeneratedRegex(@"(?:到|至|截至)?(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年|(?<next>明年|次年)|今年|本年|当年|年)?(?:年)?底(?:之前|以前|前)|(?:到|至|截至)(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年|今年|年)年?底|(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年年?底|(?<=^|[,。;])(?:今年|年)年?底(?:内|完成)")]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年(?:年?内)?(?=(?:全面|基本|全部)(?:完成|建成|实现))|(?:(?<=^|[。;,:)\s])|力争|确保|争取|并)到(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年(?!\d{1,2}月|底|末|年底|中|前|[上下]半年|第|[一二三四]季度|期间)|(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年内|(?<!\d)(?<!每|一|二|三|两|半)年内|(?:今年|本年度?)内|年度内")]
    private static partial Regex InYear();

    [GeneratedRegex(@"(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年)?第?(?<s>上半年|下半年|前?[一二三四]季度)(?:底|末|内)?(?:之前|前|内|底|末)")]
    private static partial Regex Season();

    [GeneratedRegex(@"(?<=^|[。;])(?:到|至)?(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年(?=[,,])")]
    private static partial Regex Goal();

    [GeneratedRegex(@"^(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年|全年|今年|本年度?)$")]
    private static partial Regex CellYear();

    [GeneratedRegex(@"^(?:(?<y>20\d\d|二[〇●零][〇●零一二三四五六七八九]{2})年)?(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})月份?$")]
    private static partial Regex CellMonth();
}
