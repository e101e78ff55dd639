using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Text;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints.Drafting;

/// <summary>
/// Facts of one item as measures. Facts of one sentence that speak of the same are one measure: a count without a period takes the cadence or the year's end
/// beside it, a share the cadence beside it, 每年1月31日前 the yearly report beside it.
/// </summary>
/// <param name="original">The text the facts have their places in.</param>
/// <param name="moveYears">Years by which dates are moved; 0: none.</param>
/// <param name="notes">What the officer should know.</param>
internal sealed partial class MeasureMapping(string original, int moveYears, ICollection<Finding> notes)
{
    private static readonly (string Word, Cadence Cadence)[] Periods =
        [("year", Cadence.Yearly), ("half_year", Cadence.HalfYearly), ("quarter", Cadence.Quarterly), ("month", Cadence.Monthly), ("week", Cadence.Weekly), ("day", Cadence.Daily), ("working_day", Cadence.WorkingDaily), ("unstated", Cadence.Unstated)];

    /// <summary>Measures of an item in the order of its text, each once; empty when none was read.</summary>
    public ImmutableArray<Measure> Of(NoticeSection section)
    {
        var measures = new List<Measure>();
        var at = section.Facts.IsEmpty ? 0 : section.Facts[0].Span.Start;
        foreach (var sentence in section.Facts.GroupBy(f => original.AsSpan(at, Math.Max(0, f.Span.Start - at)).CountAny("。。;;!")))
            measures.AddRange(Sentence([.. sentence], section));
        return [.. measures.Distinct()];
    }

    private IEnumerable<Measure> Sentence(List<NoticeFact> facts, NoticeSection section)
    {
        var cadences = Take(facts, NoticeFactKind.Cadence).Select(f => (Fact: f, Cadence: MeasureText.CadenceOf(f.Value) ?? Cadence.Unstated)).ToList();
        var deadlines = Take(facts, NoticeFactKind.Deadline);
        var found = new List<(int At, Measure Measure)>();
        foreach (var quota in Take(facts, NoticeFactKind.Quota))
        {
            var (least, cadence) = QuotaOf(quota.Value);
            if (cadence == Cadence.Unstated)
                cadence = Beside(quota) ?? cadence;
            found.Add((quota.Span.Start, new CountPerPeriod(least, cadence)));
        }
        if (Take(facts, NoticeFactKind.Quota).Count == 0 && Times(facts) is { } times && deadlines.Find(d => d.Value.EndsWith("-12-31", StringComparison.Ordinal)) is { } close)
        {
            deadlines.Remove(close); // 年底前…不少于2次: so many times in the year, not once by its end
            found.Add((close.Span.Start, new CountPerPeriod(times, Cadence.Yearly)));
            Merge(close, $"次数与“{close.Quote}”", $"the count and “{close.Quote}”");
        }
        foreach (var ratio in Take(facts, NoticeFactKind.Ratio))
            found.Add((ratio.Span.Start, Ratio(ratio)));
        foreach (var limit in Take(facts, NoticeFactKind.Limit))
            found.Add((limit.Span.Start, Limit(limit, section)));
        foreach (var yearly in deadlines.Where(d => d.Value.StartsWith("yearly ", StringComparison.Ordinal)))
        {
            found.Add((yearly.Span.Start, new EveryPeriod(Cadence.Yearly, 0) { By = DayOf(yearly.Value) }));
            if (cadences.RemoveAll(c => c.Cadence == Cadence.Yearly) > 0)
                Merge(yearly, "每年的频次与其日期", "the yearly cadence and its day");
        }
        foreach (var deadline in deadlines.Where(d => !d.Value.StartsWith("yearly ", StringComparison.Ordinal)))
            found.Add((deadline.Span.Start, new OnceBy(Moved(deadline, section.Clause))));
        if (cadences.Exists(c => c.Cadence == Cadence.Unstated) && (cadences.Exists(c => c.Cadence != Cadence.Unstated) || found.Exists(m => m.Measure is CountPerPeriod)))
        {
            foreach (var vague in cadences.Where(c => c.Cadence == Cadence.Unstated))
                Merge(vague.Fact, "“定期”与同句写明的周期", "'regularly' and the period stated beside it");
            cadences.RemoveAll(c => c.Cadence == Cadence.Unstated);
        }
        found.AddRange(cadences.Select(c => (c.Fact.Span.Start, (Measure)new EveryPeriod(c.Cadence, 0))));
        return found.OrderBy(f => f.At).Select(f => f.Measure);

        Cadence? Beside(NoticeFact fact)
        {
            var stated = cadences.Where(c => c.Cadence is not (Cadence.Unstated or Cadence.Continuous)).ToList();
            if (stated.Count == 1)
            {
                cadences.Remove(stated[0]);
                Merge(fact, $"“{fact.Quote}”与“{stated[0].Fact.Quote}”", $"“{fact.Quote}” and “{stated[0].Fact.Quote}”");
                return stated[0].Cadence;
            }
            if (deadlines.Find(d => d.Value.EndsWith("-12-31", StringComparison.Ordinal)) is not { } end)
                return null;
            deadlines.Remove(end);
            Merge(fact, $"“{fact.Quote}”与“{end.Quote}”", $"“{fact.Quote}” and “{end.Quote}”");
            return Cadence.Yearly;
        }

        RatioBound Ratio(NoticeFact fact)
        {
            var cadence = Beside(fact);
            if (cadence is null)
                notes.Add(DraftingRules.RatioYearly.At(section.Clause, $"“{fact.Quote}”未写考核周期,暂按年", $"“{fact.Quote}” states no period: yearly for now"));
            return new RatioBound(
                decimal.Parse(fact.Value.AsSpan(2).TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / 100,
                fact.Value.StartsWith(">=", StringComparison.Ordinal) ? BoundKind.AtLeast : BoundKind.AtMost, cadence ?? Cadence.Yearly);
        }

        void Merge(NoticeFact fact, string what, string whatEn) => notes.Add(DraftingRules.Merged.At(section.Clause, $"{what}合为一项要求", $"{whatEn} are one measure"));
    }

    // A count in the sentence of these facts that states no period; null when there is none.
    private int? Times(List<NoticeFact> facts)
    {
        var start = original.AsSpan(0, facts[0].Span.Start).LastIndexOfAny("。;;!") + 1;
        var length = original.AsSpan(facts[^1].Span.Start).IndexOfAny("。;;!");
        var end = length < 0 ? original.Length : facts[^1].Span.Start + length;
        var count = CountWithoutPeriod().Match(original[start..end]);
        return count.Success && Numerals.Of(count.Groups["n"].Value) is > 0 and var times ? times : null;
    }

    [GeneratedRegex(@"(?:不少于|至少|不得少于)[^,,。;;]{0,10}?(?<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?:次|场|期)")]
    private static partial Regex CountWithoutPeriod();

    private WithinOfEvent Limit(NoticeFact fact, NoticeSection section)
    {
        var parts = fact.Value.Split(' ');
        var unit = parts[1] switch { "working_days" => LimitUnit.WorkingDays, "hours" => LimitUnit.Hours, "months" => LimitUnit.Months, "years" => LimitUnit.Years, _ => LimitUnit.CalendarDays };
        var happened = fact.Event?.Trim() is { Length: > 0 } said ? said : "所述事项发生";
        if (fact.Event is null)
            notes.Add(DraftingRules.NoEvent.At(section.Clause, $"“{fact.Quote}”未写从何时起算,暂记为“{happened}”", $"“{fact.Quote}” does not say what sets the clock going"));
        return new WithinOfEvent(happened, int.Parse(parts[0], CultureInfo.InvariantCulture), unit);
    }

    /// <summary>A date as the plan takes it.</summary>
    public DateOnly Moved(NoticeFact deadline, string clause)
    {
        var date = DateOnly.ParseExact(deadline.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (moveYears == 0)
            return date;
        var moved = date.AddYears(moveYears);
        notes.Add(DraftingRules.Moved.At(clause, $"“{deadline.Quote}”原为 {date:yyyy-MM-dd},记为 {moved:yyyy-MM-dd}", $"“{deadline.Quote}” was {date:yyyy-MM-dd} and is {moved:yyyy-MM-dd} here"));
        return moved;
    }

    private static (int Least, Cadence Cadence) QuotaOf(string value)
    {
        var parts = value[2..].Split('/');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), Array.Find(Periods, p => p.Word == parts[1]) is { Word: not null } known ? known.Cadence : MeasureText.CadenceOf(parts[1]) ?? Cadence.Unstated);
    }

    private static YearDay DayOf(string yearly) =>
        new(int.Parse(yearly.AsSpan(7, 2), CultureInfo.InvariantCulture), int.Parse(yearly.AsSpan(10, 2), CultureInfo.InvariantCulture));

    private static List<NoticeFact> Take(List<NoticeFact> facts, NoticeFactKind kind) => [.. facts.Where(f => f.Kind == kind)];
}
