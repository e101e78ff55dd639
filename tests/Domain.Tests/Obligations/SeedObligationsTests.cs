using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Domain.Tests.Obligations;

/// <summary>
/// Every obligation of the five seed notices is a duty whose status is computed: done, and late or not reached. data/seed-duties.csv says as which
/// measure each row is kept, and on what it rests.
/// </summary>
public sealed partial class SeedObligationsTests
{
    private static readonly Dictionary<string, (string Unit, string On)> Notices = new()
    {
        ["000"] = ("500000", "2016-06-28"),
        ["001"] = ("500151", "2019-07-19"),
        ["002"] = ("110000", "2016-05-28"),
        ["003"] = ("632801", "2016-07-15"),
        ["004"] = ("210000", "2017-04-26"),
    };

    private static readonly Dictionary<string, string> Titles = new()
    {
        ["000"] = "重庆市2016年政务公开工作要点",
        ["001"] = "铜府办发〔2019〕16号",
        ["002"] = "京政办发〔2016〕26号",
        ["003"] = "格尔木市推进政务公开工作方案(2016年7月15日)",
        ["004"] = "辽宁省2017年政务公开工作安排(2017年4月26日)",
    };

    public static TheoryData<int, string> Rows
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (row, at) in Csv("seed-obligations.csv").Select((r, i) => (r, i)))
                data.Add(at, $"{row["seed"][..3]} {row["normalized"]} {row["quote_cleaned"]}");
            return data;
        }
    }

    [Fact]
    public void Seeds_HaveTheirRows_EachMappedOnce()
    {
        var (rows, mapped) = (Csv("seed-obligations.csv"), Csv("seed-duties.csv"));

        Assert.Equal(117, rows.Count);
        Assert.Equal(rows.Select(r => r["quote_cleaned"]), mapped.Select(r => r["quote_cleaned"]));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_IsADuty_DoneAndLateByItsEvidence(int at, string row)
    {
        var (seed, mapped) = (Csv("seed-obligations.csv")[at], Csv("seed-duties.csv")[at]);
        Assert.Contains(seed["quote_cleaned"], row, StringComparison.Ordinal);
        foreach (var (measure, part) in mapped["measures"].Split(';').Select((m, i) => (MeasureText.Parse(m), i)))
        {
            var duty = DutyOf(mapped, measure, at, part);
            Assert.Equal(measure, DutyJson.Parse(DutyJson.Line(duty)).Measure);
            Assert.True(duty.Basis.Contains('〔', StringComparison.Ordinal) || duty.Basis.Contains('《', StringComparison.Ordinal) || duty.Basis.Contains('年', StringComparison.Ordinal));
            Judge(duty, measure, seed["normalized"]);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_RestsOnItsOwnNotice_AndOnTheLawInForceThen(int at, string row)
    {
        var mapped = Csv("seed-duties.csv")[at];
        Assert.StartsWith(mapped["seed"], row, StringComparison.Ordinal);
        var parts = mapped["basis"].Split(';');

        Assert.Equal(Titles[mapped["seed"]], parts[0]);
        foreach (var law in parts.Skip(1))
        {
            var inForce = string.CompareOrdinal(Notices[mapped["seed"]].On, "2019-05-15") < 0 ? "2007" : "2019"; // the day on which the regulation as revised came into force
            Assert.Matches($"^《政府信息公开条例》\\({inForce}年\\)第[一二三四五六七八九十]+条$", law);
        }
    }

    private static void Judge(Duty duty, Measure measure, string normalized)
    {
        var fresh = new DutyRecord(duty, 1, duty.Starts!.Value);
        switch (measure)
        {
            case OnceBy once:
                Assert.True(!Dated().IsMatch(normalized) || Books.Day(Dated().Match(normalized).Value) == once.Due, "the date of the row is the due date");
                JudgeSlot(fresh, once.Due ?? new DateOnly(duty.Starts.Value.Year, 12, 31), null);
                break;
            case EveryPeriod { Cadence: Cadence.Continuous }:
                JudgeContinuous(fresh);
                break;
            case WithinOfEvent within:
                JudgeEvent(fresh, within, normalized);
                break;
            case CountPerPeriod { AtMost: { } most }:
                JudgeAtMost(fresh, most);
                break;
            case CountPerPeriod quota:
                Assert.Equal(quota.AtLeast, int.Parse(Quota().Match(normalized).Groups[1].Value, CultureInfo.InvariantCulture));
                JudgeQuota(fresh, quota);
                break;
            case RatioBound ratio:
                JudgeRatio(fresh, ratio);
                break;
            default:
                var first = Of(fresh, fresh.Starts).Slots[0];
                JudgeSlot(fresh, first.Due, first);
                if (measure is EveryPeriod { Cadence: Cadence.Unstated })
                    JudgeInterval(fresh);
                break;
        }
    }

    private static void JudgeSlot(DutyRecord fresh, DateOnly due, Slot? slot)
    {
        var inTime = Given(fresh, BeijingTime.EndOf(due));
        Assert.NotEqual(DutyLight.Late, Of(fresh, due).Slots[0].Light);
        Assert.Equal(due, Of(fresh, due).Slots[0].Due);
        Assert.Equal(DutyLight.Late, Of(fresh, due.AddDays(1)).Slots[0].Light);
        Assert.Equal((DutyLight.Done, false), (Of(inTime, due).Slots[0].Light, Of(inTime, due).Slots[0].DoneLate));
        var afterwards = Given(fresh, BeijingTime.EndOf(due.AddDays(1)), meantFor: slot?.Frame.To);
        Assert.Equal((DutyLight.Done, true), (Of(afterwards, due.AddDays(2)).Slots[0].Light, Of(afterwards, due.AddDays(2)).Slots[0].DoneLate));
        Assert.Equal([1], Of(inTime, due).Slots[0].Counted.AsEnumerable());
    }

    private static void JudgeContinuous(DutyRecord fresh)
    {
        var (start, end) = (fresh.Starts, fresh.Ends);
        var running = Given(fresh, BeijingTime.EndOf(start));
        var broken = running with { Occurrences = [new Occurrence(1, "监测中断", BeijingTime.EndOf(start.AddDays(10)))] };
        Assert.Equal(DutyLight.Open, Of(fresh, start).Light);
        Assert.Equal(DutyLight.Late, Of(fresh, end.AddDays(1)).Light);
        Assert.Equal(DutyLight.Done, Of(running, end).Light);
        Assert.Equal(DutyLight.Late, Of(broken, start.AddDays(11)).Light);
        Assert.Equal(DutyLight.Done, Of(Given(broken, BeijingTime.EndOf(start.AddDays(11))), start.AddDays(12)).Light);
    }

    private static void JudgeEvent(DutyRecord fresh, WithinOfEvent measure, string normalized)
    {
        var at = new DateTimeOffset(fresh.Starts.ToDateTime(new TimeOnly(9, 30)), TimeSpan.FromHours(8));
        var set = fresh with { Occurrences = [new Occurrence(1, measure.Event, at)] };
        Assert.Equal(DutyLight.NotDueYet, Of(fresh, fresh.Ends).Light);
        var due = measure.Unit switch
        {
            LimitUnit.Hours => at.AddHours(measure.Amount),
            LimitUnit.CalendarDays => BeijingTime.EndOf(fresh.Starts.AddDays(measure.Amount)),
            _ => BeijingTime.EndOf(Walk(fresh.Starts, measure.Amount)),
        };
        if (measure.Unit == LimitUnit.CalendarDays)
            Assert.EndsWith(BeijingTime.DateOf(due).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), normalized, StringComparison.Ordinal);
        var (inTime, late) = (Given(set, due, occurrence: 1), Given(set, due.AddMinutes(1), occurrence: 1));
        Assert.NotEqual(DutyLight.Late, Of(set, due).Light);
        Assert.Equal(DutyLight.Late, Of(set, due.AddMinutes(1)).Light);
        Assert.Equal((DutyLight.Done, false), (Of(inTime, due).Light, Of(inTime, due).Slots[0].DoneLate));
        Assert.Equal((DutyLight.Done, true), (Of(late, due.AddDays(1)).Light, Of(late, due.AddDays(1)).Slots[0].DoneLate));
    }

    private static void JudgeAtMost(DutyRecord fresh, int most)
    {
        var at = BeijingTime.EndOf(fresh.Starts);
        Assert.Equal(DutyLight.Done, Of(Given(fresh, at, most, kind: EvidenceKind.RegisterCount), fresh.Starts).Light);
        Assert.Equal(DutyLight.Late, Of(Given(fresh, at, most + 1, kind: EvidenceKind.RegisterCount), fresh.Starts).Light);
    }

    private static void JudgeQuota(DutyRecord fresh, CountPerPeriod quota)
    {
        var period = Of(fresh, fresh.Starts).Slots[0].Frame;
        var all = Enumerable.Range(0, quota.AtLeast).Aggregate(fresh, (r, i) => Given(r, BeijingTime.EndOf(period.To).AddHours(-i)));
        var oneShort = Enumerable.Range(1, quota.AtLeast - 1).Aggregate(fresh, (r, i) => Given(r, BeijingTime.EndOf(period.To).AddHours(-i)));
        var tooLate = Given(oneShort, BeijingTime.EndOf(period.To.AddDays(1)));
        Assert.Equal(DutyLight.Done, Of(all, period.To).Slots[0].Light);
        Assert.NotEqual(DutyLight.Late, Of(oneShort, period.To).Slots[0].Light);
        Assert.Equal(DutyLight.Late, Of(oneShort, period.To.AddDays(1)).Slots[0].Light);
        Assert.Equal(DutyLight.Late, Of(tooLate, period.To.AddDays(2)).Slots[0].Light);
    }

    private static void JudgeRatio(DutyRecord fresh, RatioBound ratio)
    {
        var end = Of(fresh, fresh.Starts).Slots[0].Due;
        var off = ratio.Kind == BoundKind.AtLeast ? ratio.Bound - 0.0001m : ratio.Bound + 0.0001m;
        Assert.Equal(DutyLight.Done, Of(Given(fresh, BeijingTime.EndOf(end), ratio.Bound), end).Light);
        Assert.NotEqual(DutyLight.Late, Of(Given(fresh, BeijingTime.EndOf(end), off), end).Light);
        Assert.Equal(DutyLight.Late, Of(Given(fresh, BeijingTime.EndOf(end), off), end.AddDays(1)).Light);
        Assert.Equal(DutyLight.Late, Of(fresh, end.AddDays(1)).Light);
    }

    private static void JudgeInterval(DutyRecord fresh)
    {
        Assert.NotEmpty(Of(fresh, fresh.Starts).Why);
        var monthly = fresh with { Interval = Cadence.Monthly };
        Assert.Empty(Of(monthly, fresh.Starts).Why);
        Assert.True(Of(monthly, fresh.Starts).Slots.Length > 1);
    }

    // Independent of the code under test: walk the days and count the working ones.
    private static DateOnly Walk(DateOnly from, int workingDays)
    {
        var day = from;
        for (var left = workingDays; left > 0; left -= Books.Days.IsWorkingDay(Books.County, day) ? 1 : 0)
            day = day.AddDays(1);
        return day;
    }

    private static DutyStatus Of(DutyRecord record, DateOnly on) => Of(record, BeijingTime.EndOf(on));

    private static DutyStatus Of(DutyRecord record, DateTimeOffset now) => DutyStatus.Of(record, record.Duty.Issuer, now, Books.Days);

    private static DutyRecord Given(
        DutyRecord record, DateTimeOffset at, decimal? value = null, int? occurrence = null, DateOnly? meantFor = null, EvidenceKind kind = EvidenceKind.CatalogEntry) => record with
    {
        Evidence = record.Evidence.Add(new Evidence(record.Evidence.Length + 1, new EvidenceItem(kind, $"catalog:{record.Evidence.Length}", at, meantFor, occurrence, value, ""), "zhang", at, EvidenceState.Given, "")),
    };

    private static Duty DutyOf(Dictionary<string, string> mapped, Measure measure, int at, int part)
    {
        var (unit, on) = Notices[mapped["seed"]];
        return new Duty(
            DutyId.Of($"{unit}/{on[..4]}/1", $"{at + 1}~{part + 1}"), mapped["quote_cleaned"], mapped["quote_cleaned"], measure, DutyRole.Lead, mapped["basis"], [], UnitId.Parse(unit), [UnitId.Parse(unit)], 30)
        {
            Starts = Books.Day(on),
            Ends = measure is OnceBy { Due: { } due } && due.Year > int.Parse(on[..4], CultureInfo.InvariantCulture) ? due : null,
        };
    }

    private static List<Dictionary<string, string>> Csv(string name)
    {
        var records = File.ReadAllLines(Repository.Data(name)).Select(line => Field().Matches(line).Select(m => m.Groups["q"].Success ? m.Groups["q"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups["p"].Value).ToArray()).ToList();
        return [.. records.Skip(1).Select(fields => records[0].Zip(fields).ToDictionary(p => p.First, p => p.Second))];
    }

    [GeneratedRegex("""(?<=^|,)(?:"(?<q>(?:[^"]|"")*)"|(?<p>[^,]*))(?=,|$)""")]
    private static partial Regex Field();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}")]
    private static partial Regex Dated();

    [GeneratedRegex(@"count>=(\d+)")]
    private static partial Regex Quota();
}
