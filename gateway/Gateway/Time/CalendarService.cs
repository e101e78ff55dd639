using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Time;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Time;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Time;

/// <summary>federation.v1.Calendar: working days by place and by what was known on a day. Reading is from memory and wakes no grain.</summary>
public sealed partial class CalendarService(IGrainFactory grains, ICalendars calendars, IDivisions divisions, Requests requests) : V1.Calendar.CalendarBase
{
    private const int MostDays = 2000;

    /// <inheritdoc />
    public override Task<CalendarYear> GetYear(GetYearRequest request, ServerCallContext context)
    {
        var (unit, calendar) = Place(request.Unit, request.KnownOn, context);
        if (request.Year is < 1990 or > 2100)
            throw Refusals.ToRpcException([CalendarRules.BadDay.At("year")]);
        var days = calendar.Year(request.Year);
        var year = new CalendarYear
        {
            Unit = unit.Value, Year = request.Year, KnownOn = Text(calendar.KnownOn), Provisional = calendar.IsProvisional(request.Year), WorkingDays = days.Count(d => d.Works),
        };
        year.Days.AddRange(days.Select(d => ToProto(d, 0)));
        return Task.FromResult(year);
    }

    /// <inheritdoc />
    public override Task<V1.CountedDate> AddWorkingDays(AddWorkingDaysRequest request, ServerCallContext context) => Task.FromResult(Count(request, context, steps: false));

    /// <inheritdoc />
    public override Task<V1.CountedDate> Explain(AddWorkingDaysRequest request, ServerCallContext context) => Task.FromResult(Count(request, context, steps: true));

    /// <inheritdoc />
    public override Task<BetweenResponse> Between(BetweenRequest request, ServerCallContext context)
    {
        var (_, calendar) = Place(request.Unit, request.KnownOn, context);
        var findings = new List<Domain.Findings.Finding>();
        var (after, through) = (Day(request.After, "after", findings), Day(request.Through, "through", findings));
        if (findings.Count == 0 && Math.Abs(through.DayNumber - after.DayNumber) > MostDays * 2)
            findings.Add(CalendarRules.BadAmount.At("through"));
        Requests.Refuse(findings);
        return Task.FromResult(new BetweenResponse
        {
            WorkingDays = calendar.Between(after, through),
            KnownOn = Text(calendar.KnownOn),
            Provisional = Enumerable.Range(Math.Min(after.Year, through.Year), Math.Abs(through.Year - after.Year) + 1).Any(calendar.IsProvisional),
        });
    }

    /// <inheritdoc />
    public override async Task<CalendarVersion> SetOverride(SetOverrideRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var by = context.Subject();
        requests.Demand(by, Permission.KeepCalendar, unit);
        var findings = new List<Domain.Findings.Finding>();
        if (request.Year != 0 && request.Year is < 1990 or > 2100)
            findings.Add(CalendarRules.BadDay.At("year"));
        var days = request.Days.SelectMany((range, index) => Range(range, index, findings)).ToList();
        Requests.Refuse(findings);
        var taken = (await grains.GetGrain<ICalendarGrain>(GrainKeys.Calendar).Take(
            new TakeNotice(Requests.RequestId(request.RequestId), by, unit, request.Year, request.Notice, [.. days]))).OrThrow();
        return ToProto(new HolidayNotice(
            unit, request.Year == 0 ? null : request.Year, taken.KnownFrom, request.Notice.Trim(), [.. days.Select(d => new ListedDay(d.Day, d.As, d.Name))]));
    }

    /// <inheritdoc />
    public override Task<ListVersionsResponse> ListVersions(ListVersionsRequest request, ServerCallContext context)
    {
        var (unit, _) = Place(request.Unit, "", context);
        var tree = divisions.Today;
        var response = new ListVersionsResponse();
        response.Versions.AddRange(calendars.Book.Notices.Where(n => tree.Contains(n.Top, unit)).Select(ToProto));
        return Task.FromResult(response);
    }

    private V1.CountedDate Count(AddWorkingDaysRequest request, ServerCallContext context, bool steps)
    {
        var (_, calendar) = Place(request.Unit, request.KnownOn, context);
        var findings = new List<Domain.Findings.Finding>();
        var from = request.From.Length == 0 ? requests.Day("") : Day(request.From, "from", findings);
        if (request.Days is < -MostDays or > MostDays)
            findings.Add(CalendarRules.BadAmount.At("days"));
        Requests.Refuse(findings);
        var counted = calendar.Count(from, request.Days);
        var answer = new V1.CountedDate { From = Text(from), Days = request.Days, Day = Text(counted.Day), Provisional = counted.Provisional, KnownOn = Text(counted.KnownOn) };
        if (steps)
            answer.Steps.AddRange(counted.Steps.Select(s => ToProto(s.Day, s.Number)));
        if (counted.Provisional)
            answer.Findings.Add(Refusals.ToProto(CalendarRules.Provisional.At("day")));
        return answer;
    }

    private (UnitId Unit, WorkingCalendar Calendar) Place(string text, string knownOn, ServerCallContext context)
    {
        var unit = requests.Unit(text);
        requests.Demand(context.Subject(), Permission.ReadDivisions, unit); // calendars are as public as units
        return (unit, calendars.Of(unit, Requests.OptionalDay(knownOn, "known_on") ?? requests.Day("")));
    }

    private static IEnumerable<NoticeDay> Range(OverrideDays range, int index, List<Domain.Findings.Finding> findings)
    {
        var before = findings.Count;
        var first = Day(range.First, $"days[{index}].first", findings);
        var last = range.Last.Length == 0 ? first : Day(range.Last, $"days[{index}].last", findings);
        if (!Enum.TryParse<ListedAs>(range.As, out var listed) || !Enum.IsDefined(listed) || char.IsAsciiDigit(range.As[0]))
            findings.Add(GatewayRules.UnknownChoice.At($"days[{index}].as", $"没有选项“{range.As}”,应为 Off、Work 或 AsAbove", $"there is no choice '{range.As}'; write Off, Work or AsAbove"));
        if (findings.Count == before && (last < first || last.DayNumber - first.DayNumber > 30))
            findings.Add(CalendarRules.BadRange.At($"days[{index}]"));
        return findings.Count > before ? [] : Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(n => new NoticeDay(first.AddDays(n), listed, range.Name.Trim()));
    }

    private static DateOnly Day(string text, string where, List<Domain.Findings.Finding> findings)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100)
            return day;
        findings.Add(CalendarRules.BadDay.At(where, $"“{text}”不是 1990 至 2100 年的日期,应写为 年-月-日", $"'{text}' is no day of 1990 to 2100; write YYYY-MM-DD"));
        return new DateOnly(2000, 1, 1);
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static V1.CalendarDay ToProto(Domain.Time.CalendarDay day, int number) => new()
    {
        Day = Text(day.Day), Works = day.Works, Rule = day.Rule.ToString(), Name = day.Name, Notice = day.Notice, SetBy = day.SetBy?.Value ?? "", Provisional = day.Provisional,
        Text = day.Text, TextEn = day.TextEn, Number = number,
    };

    private static CalendarVersion ToProto(HolidayNotice notice) => new()
    {
        KnownFrom = Text(notice.KnownFrom), Notice = notice.Number, SetBy = notice.Top.Value, Year = notice.Year ?? 0, Days = notice.Days.Length, First = Text(notice.First), Last = Text(notice.Last),
    };
}
