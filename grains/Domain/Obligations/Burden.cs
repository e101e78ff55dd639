using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>负担: what duties cost a unit in a month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Minutes">All minutes.</param>
/// <param name="Lines">Duty by duty.</param>
public sealed record MonthBurden(DateOnly Month, long Minutes, ImmutableArray<BurdenLine> Lines);

/// <summary>What one duty costs in a month.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Issuer">Who asked for it.</param>
/// <param name="Times">How often it falls due, or was done.</param>
/// <param name="Minutes">Times by minutes each.</param>
public sealed record BurdenLine(DutyId Duty, UnitId Issuer, int Times, long Minutes);

/// <summary>A number asked for that the system fills in.</summary>
/// <param name="Name">What it is called in the request.</param>
/// <param name="Source">Where the system holds it.</param>
public sealed record PrefilledNumber(string Name, string Source);

/// <summary>负担台账: the cost of requests, and the check that nothing held already is asked for again.</summary>
public static partial class Burden
{
    private const string ReportPrefix = "report:";
    private const string Applications = "register:applications";
    private const int MostMinutes = 10_000;

    // Words around the name of a number that say nothing about which it is.
    private static readonly string[] Fillers = ["本年度", "本年", "年度", "政府信息公开", "数量", "件数", "总数", "总数量", "数", "(件)", "(件)", "情况", " ", "的"];

    /// <summary>Minutes of each month of a year, all duties of a book: a slot costs in the month in which it falls due, each act counted in a quota once.</summary>
    public static ImmutableArray<MonthBurden> Of(DutyBook book, UnitId unit, int year, DateTimeOffset now, IWorkingDays days)
    {
        var lines = book.Asked
            .SelectMany(r => DutyStatus.Of(r, unit, now, days).Slots.Select(s => (Record: r, Month: (s.Due.Year, s.Due.Month), Times: TimesOf(r.Measure))))
            .Where(x => x.Month.Year == year)
            .GroupBy(x => (x.Month.Month, x.Record.Duty.Id))
            .Select(g => (g.Key.Month, Line: Line(g.First().Record.Duty, g.Sum(x => x.Times))))
            .ToLookup(x => x.Month, x => x.Line);
        return [.. Enumerable.Range(1, 12).Select(month => new MonthBurden(new DateOnly(year, month, 1), lines[month].Sum(l => l.Minutes), [.. lines[month].OrderBy(l => l.Duty)]))];
    }

    /// <summary>预计负担: minutes by month that a duty will cost a unit if all goes as asked. What events set off costs nothing here: nobody knows how many there will be.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="on">Beijing date on which it comes in.</param>
    /// <param name="unit">Whose calendar counts.</param>
    /// <param name="days">The calendar.</param>
    /// <returns>Months in which something falls due, with more than 0 minutes, in order.</returns>
    public static ImmutableArray<(DateOnly Month, long Minutes)> Planned(Duty duty, DateOnly on, UnitId unit, IWorkingDays days) =>
    [
        .. new SlotFrames(new DutyRecord(duty, 1, on), unit, days).All()
            .GroupBy(s => new DateOnly(s.Due.Year, s.Due.Month, 1)).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Count() * (long)TimesOf(duty.Measure) * duty.MinutesEach)).Where(m => m.Item2 > 0),
    ];

    /// <summary>Judges a request before it is issued: it has an estimate, and asks for nothing the system holds.</summary>
    /// <inheritdoc cref="Check(int, ImmutableArray{AskedNumber}, ReportForm, PeriodId, string)"/>
    public static ImmutableArray<Finding> Check(Duty duty, ReportForm form, PeriodId period) => Check(duty.MinutesEach, duty.Asks, form, period, duty.Id.ToString());

    /// <summary>Judges a request before it is issued: it has an estimate, and asks for nothing the system holds.</summary>
    /// <param name="minutes">Estimate of one fulfilment.</param>
    /// <param name="asks">Numbers asked for.</param>
    /// <param name="form">The form of the reports held.</param>
    /// <param name="period">Their newest period.</param>
    /// <param name="where">Place of the estimate.</param>
    /// <returns>OB-101 to OB-103 at the numbers concerned.</returns>
    public static ImmutableArray<Finding> Check(int minutes, ImmutableArray<AskedNumber> asks, ReportForm form, PeriodId period, string where)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (minutes is < 1 or > MostMinutes)
            findings.Add(ObligationRules.NoEstimate.At(where));
        foreach (var asked in asks)
        {
            if (asked.Source.Length > 0 && !IsHeld(asked.Source, form))
                findings.Add(ObligationRules.UnknownSource.At(asked.Name, $"“{asked.Name}”所注出处 {asked.Source} 不存在", $"the source {asked.Source} of '{asked.Name}' does not exist"));
            else if (asked.Source.Length == 0 && HeldAs(asked.Name, form, period) is { } source)
                findings.Add(ObligationRules.NumberHeld.At(asked.Name, $"“{asked.Name}”系统已有({source}),不得要求重复填报", $"'{asked.Name}' is held already ({source})"));
        }
        return findings.ToImmutable();
    }

    /// <summary>Numbers of a request that the system fills in.</summary>
    public static ImmutableArray<PrefilledNumber> Prefilled(Duty duty) => [.. duty.Asks.Where(a => a.Source.Length > 0).Select(a => new PrefilledNumber(a.Name, a.Source))];

    /// <summary>Where the system holds a number of that name: a headline of the form, or a row of it; null when it holds none.</summary>
    /// <param name="name">As the request calls it.</param>
    /// <param name="form">The form of the reports held.</param>
    /// <param name="period">Their newest period.</param>
    public static string? HeldAs(string name, ReportForm form, PeriodId period)
    {
        var asked = Core(name);
        if (asked.Length < 2)
            return null;
        if (asked == Core("依申请公开台账"))
            return Applications;
        var cell = form.Headlines.Where(h => Core(h.Label) == asked).Select(h => (int?)h.Cells[0]).FirstOrDefault()
            ?? form.Cells.Where(c => Core(c.Row) == asked || Core(c.Row + c.Column) == asked).OrderByDescending(c => c.Column is "总计" or "合计").Select(c => (int?)c.Index).FirstOrDefault();
        return cell is { } index ? $"{ReportPrefix}{period}/{form.Cells[index].Id}" : null;
    }

    private static bool IsHeld(string source, ReportForm form) => HeldSource.TryParse(source, out var held) ? held.IsHeld(form) : source == Applications;

    // The words that tell one number from another: no numbering, no unit, no filler.
    private static string Core(string name) => Fillers.Aggregate(Numbering().Replace(name.Trim(), ""), (text, filler) => text.Replace(filler, "", StringComparison.Ordinal));

    [GeneratedRegex(@"^([一二三四五六七八九十]+、|[((][一二三四五六七八九十]+[))]|[0-9]+[.、.])+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    private static int TimesOf(Measure measure) => measure is CountPerPeriod { AtLeast: > 0 } quota ? quota.AtLeast : 1;

    private static BurdenLine Line(Duty duty, int times) => new(duty.Id, duty.Issuer, times, (long)times * duty.MinutesEach);
}
