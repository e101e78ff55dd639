using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>What a duty asks, slot by slot, before anything done is looked at.</summary>
internal sealed class SlotFrames(DutyRecord record, UnitId unit, IWorkingDays days)
{
    private const int ListedDays = 40;

    /// <summary>The slots in order of time.</summary>
    public IEnumerable<SlotFrame> All() => record.Measure switch
    {
        OnceBy m => [Once(m)],
        EveryPeriod { By: { } by } => Yearly(by),
        EveryPeriod m => Inside(m.Cadence).Where(p => m.Season is null || m.Season.Holds(p.From)).Select(p => Period(p, m.DueDays)),
        CountPerPeriod m => Inside(m.Cadence).Select(p => Period(p, 0)),
        RatioBound m => Inside(m.Cadence).Select(p => Period(p, 0)),
        WithinOfEvent m => record.Occurrences.Select(o => Answer(m, o)),
        var other => throw new InvalidOperationException($"unknown measure {other.GetType().Name}"),
    };

    private IEnumerable<DayRange> Inside(Cadence cadence) => Periods.Within(cadence, new DayRange(record.Starts, record.Ends), unit, days);

    private SlotFrame Once(OnceBy measure)
    {
        var due = measure.Due ?? record.Ends;
        return new("once", record.Starts, due, due, null, null,
            [measure.Due is null
                ? Because.Say($"条文未写明时限,以任务期末 {due:yyyy-MM-dd} 为限", $"the clause states no date; the end of the duty, {due:yyyy-MM-dd}, is the last day")
                : Because.Say($"条文定 {due:yyyy-MM-dd} 为限", $"the clause sets {due:yyyy-MM-dd}")]);
    }

    // A yearly day that had passed when the duty came in falls due the next time.
    private IEnumerable<SlotFrame> Yearly(YearDay by)
    {
        var due = Enumerable.Range(record.Starts.Year, record.Ends.Year - record.Starts.Year + 2).Select(by.In).Where(d => d >= record.Starts).ToList();
        var from = record.Starts;
        foreach (var day in due.Where((d, i) => i == 0 || d <= record.Ends))
        {
            yield return new(Name(day.Year), from, day, day, null, null, [new($"每年 {by} 前", $"by {by} of each year")]);
            from = day.AddDays(1);
        }
    }

    private SlotFrame Period(DayRange period, int dueDays)
    {
        var due = dueDays == 0 ? period.To : days.AddWorkingDays(unit, period.To, dueDays);
        ImmutableArray<Because> how = [Because.Say($"本期 {period.From:yyyy-MM-dd} 至 {period.To:yyyy-MM-dd}", $"the period is {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}")];
        return new(Invariant($"{period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd}"), period.From, period.To, due, null, null, dueDays == 0 ? how : [.. how, .. Counting(period.To, due)]);
    }

    private SlotFrame Answer(WithinOfEvent measure, Occurrence occurrence)
    {
        var on = BeijingTime.DateOf(occurrence.At);
        var name = Invariant($"{occurrence.Number}: {occurrence.What}");
        if (measure.Unit == LimitUnit.Hours)
        {
            var at = occurrence.At.AddHours(measure.Amount).InBeijing();
            return new(name, on, DateOnly.MaxValue, BeijingTime.DateOf(at), at, occurrence.Number,
                [Because.Say($"{occurrence.At.InBeijing():yyyy-MM-dd HH:mm} 起 {measure.Amount} 小时(按钟点计)", $"{measure.Amount} hours by the clock from {occurrence.At.InBeijing():yyyy-MM-dd HH:mm}")]);
        }
        var due = measure.Unit switch
        {
            LimitUnit.WorkingDays => days.AddWorkingDays(unit, on, measure.Amount),
            LimitUnit.CalendarDays => on.AddDays(measure.Amount),
            LimitUnit.Months => on.AddMonths(measure.Amount),
            _ => on.AddYears(measure.Amount),
        };
        ImmutableArray<Because> how = [Because.Say($"自{measure.Event} {on:yyyy-MM-dd} 起,当日不计", $"from {measure.Event} on {on:yyyy-MM-dd}, that day not counted")];
        return new(name, on, DateOnly.MaxValue, due, null, occurrence.Number, measure.Unit == LimitUnit.WorkingDays ? [.. how, .. Counting(on, due)] : how);
    }

    /// <summary>The days from one to another: which counted, which did not.</summary>
    public IEnumerable<Because> Counting(DateOnly from, DateOnly to)
    {
        var counted = 0;
        foreach (var day in Enumerable.Range(1, Math.Min(to.DayNumber - from.DayNumber, ListedDays)).Select(from.AddDays))
        {
            var works = days.IsWorkingDay(unit, day);
            counted += works ? 1 : 0;
            yield return works
                ? Because.Say($"{day:yyyy-MM-dd} 第 {counted} 个工作日", $"{day:yyyy-MM-dd} working day {counted}")
                : Because.Say($"{day:yyyy-MM-dd} 非工作日,不计", $"{day:yyyy-MM-dd} no working day");
        }
        if (to.DayNumber - from.DayNumber > ListedDays)
            yield return Because.Say($"……至 {to:yyyy-MM-dd}", $"... to {to:yyyy-MM-dd}");
    }

    private static string Name(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
