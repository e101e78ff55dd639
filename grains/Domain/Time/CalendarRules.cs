using Federation.Domain.Findings;

namespace Federation.Domain.Time;

/// <summary>CA-0xx: rules of the working-day calendar.</summary>
public static class CalendarRules
{
    private const string OwnRule = "本系统规则";
    private const string Festivals = "《全国年节及纪念日放假办法》(2024年修订)";

    /// <summary>CA-001</summary>
    public static Rule BadLine { get; } = new("CA-001", Severity.Error, "行的列数或格式不对", "the line has the wrong number or form of fields", OwnRule);

    /// <summary>CA-002</summary>
    public static Rule NoSuchNotice { get; } = new("CA-002", Severity.Error, "日期所属年份没有放假通知", "the day belongs to a year without a notice", Festivals);

    /// <summary>CA-003</summary>
    public static Rule DayTwice { get; } = new("CA-003", Severity.Error, "同一天列了两次", "one day stands twice in the list", OwnRule);

    /// <summary>CA-004</summary>
    public static Rule NoNotice { get; } = new("CA-004", Severity.Error, "须写明通知的文号或标题和节日名称", "name the notice and the festival", OwnRule);

    /// <summary>CA-005</summary>
    public static Rule BadRange { get; } = new("CA-005", Severity.Error, "起止日期不对:止期不得早于起期,最长 31 天", "the days end before they begin, or are more than 31", OwnRule);

    /// <summary>CA-006</summary>
    public static Rule Past { get; } = new("CA-006", Severity.Error, "已经过去的日子不能改", "days that have passed cannot be changed", OwnRule);

    /// <summary>CA-007</summary>
    public static Rule NoChange { get; } = new("CA-007", Severity.Error, "这些日子本来就是这样", "the days are so already", OwnRule);

    /// <summary>CA-008</summary>
    public static Rule NotLocal { get; } = new("CA-008", Severity.Error, "地方只能安排本行政区域内的日子,不能公布年度放假安排", "a year's list is the State Council's alone", Festivals);

    /// <summary>CA-009</summary>
    public static Rule Provisional { get; } = new("CA-009", Severity.Warning, "计算跨入放假安排未公布的年份,日期为暂定", "the count runs into a year whose list is not published: the date may move", Festivals);

    /// <summary>CA-010</summary>
    public static Rule BadDay { get; } = new("CA-010", Severity.Error, "日期格式应为 年-月-日,年份为 1990 至 2100", "a day is YYYY-MM-DD in 1990 to 2100", OwnRule);

    /// <summary>CA-011</summary>
    public static Rule BadAmount { get; } = new("CA-011", Severity.Error, "工作日数应在 -2000 至 2000 之间", "working days are between -2000 and 2000", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [BadLine, NoSuchNotice, DayTwice, NoNotice, BadRange, Past, NoChange, NotLocal, Provisional, BadDay, BadAmount];
}
