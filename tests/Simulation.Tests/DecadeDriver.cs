using System.Collections.Immutable;
using Federation.Contracts.Obligations;
using Federation.Contracts.Time;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Simulation.Tests;

/// <summary>
/// Years of applications, notices and downtime drawn from the seed. On a day on which the installation runs it passes over what is due, people act,
/// and the check looks at every clock; on other days nothing runs at all.
/// </summary>
/// <param name="decade">Where.</param>
/// <param name="pass">How what is due is passed over: the real scan, or one with a planted fault.</param>
internal sealed class DecadeDriver(SimulatedDecade decade, Func<Task> pass)
{
    private const int Tries = 60;
    private readonly List<(UnitId Unit, string Number)> open = [];
    private int requests;

    /// <summary>Days on which nothing ran.</summary>
    public int DaysDown { get; private set; }

    /// <summary>Notices taken in.</summary>
    public int NoticesTaken { get; private set; }

    /// <summary>Everything that the checks found wrong.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Lets so many days pass; ends at the first day with a fault.</summary>
    public void Run(int days)
    {
        var truth = new DeadlineTruth(decade);
        for (var down = 0; days > 0 && Faults.Count == 0; days--)
        {
            decade.Simulation.RunFor(TimeSpan.FromDays(1));
            down = down > 0 ? down - 1 : Draw(60) == 0 ? 1 + Draw(15) : 0;
            if (down > 0)
            {
                DaysDown++;
                decade.Simulation.CrashAll();
                continue;
            }
            decade.Storm(true);
            decade.Simulation.Run(Day);
            decade.Storm(false);
            decade.Simulation.Run(pass); // a lost wake is repeated by the next pass, within minutes
            decade.Simulation.Run(pass);
            Faults.AddRange(truth.Faults());
        }
    }

    private async Task Day()
    {
        await pass();
        if (decade.Today is { Month: 11, Day: > 10 } && decade.Lists.Length > 0)
            await YearList(decade.Today.Year + 1);
        if (Draw(45) == 0)
            await Local();
        if (Draw(90) == 0)
            await Second();
        if (books.Add(decade.Today.Year)) // after the notices of the day, so that the calendar of the day is the one the duties came in under
            await Deliver(decade.Today.Year);
        if (Draw(3) == 0)
            await Receive();
        foreach (var (unit, number) in open.ToArray())
        {
            if (Draw(9) == 0)
                await Step(unit, number);
        }
        await pass();
    }

    // The State Council's list of the next year, once: New Year, a spring week with two make-up days, May and October.
    private async Task YearList(int year)
    {
        if (year == 2026 || !lists.Add(year))
            return;
        var spring = new DateOnly(year, 2, 1 + Draw(15));
        IEnumerable<NoticeDay> days =
        [
            Off(new DateOnly(year, 1, 1)), .. Enumerable.Range(0, 7).Select(n => Off(spring.AddDays(n))), .. Weekends(spring.AddDays(-7), spring).Take(1), .. Weekends(spring.AddDays(7), spring.AddDays(16)).Take(1),
            .. Enumerable.Range(1, 4).Select(n => Off(new DateOnly(year, 5, n))), .. Enumerable.Range(1, 7).Select(n => Off(new DateOnly(year, 10, n))), .. Weekends(new DateOnly(year, 10, 8), new DateOnly(year, 10, 20)).Take(1),
        ];
        await Take(UnitId.Nation, year, [.. days.DistinctBy(d => d.Day)]);
    }

    private readonly HashSet<int> lists = [];
    private readonly HashSet<int> books = [];

    // a duty of every month, due on the fifth working day after it, which nobody fulfils: every last day stays open
    private async Task Deliver(int year)
    {
        var plan = $"{UnitId.Nation}/{year}/1";
        var duty = new Duty(DutyId.Of(plan, "一"), "月报", "按月报送", MeasureText.Parse($"every monthly +{DeadlineTruth.DueDays}"), DutyRole.Responsible, "通知", [], UnitId.Nation, [], 10);
        foreach (var unit in SimulatedDecade.Units)
            await Answered(() => decade.Book(unit, year).Receive(new ReceiveDuties($"{plan}-{unit}", UnitId.Nation, plan, 1, "工作要点", decade.Simulation.Time.GetUtcNow(), [duty])));
    }

    private Task Local()
    {
        var first = decade.Today.AddDays(Draw(50));
        var listed = Draw(4) switch { 0 => ListedAs.Work, 1 => ListedAs.AsAbove, _ => ListedAs.Off };
        return Take(SimulatedDecade.Units[Draw(SimulatedDecade.Units.Length)], 0, [.. Enumerable.Range(0, 1 + Draw(3)).Select(n => new NoticeDay(first.AddDays(n), listed, "民族节日"))]);
    }

    // A second notice of the State Council that changes a few days at short notice, as in 2019 and 2020.
    private Task Second()
    {
        var first = decade.Today.AddDays(Draw(25));
        return Take(UnitId.Nation, 0, [.. Enumerable.Range(0, 1 + Draw(4)).Select(n => new NoticeDay(first.AddDays(n), Draw(2) == 0 ? ListedAs.Off : ListedAs.Work, "调整"))]);
    }

    private async Task Take(UnitId top, int year, ImmutableArray<NoticeDay> days)
    {
        var message = new TakeNotice($"r{requests++}", new Subject("head", top, [Role.Officer]), top, year, $"通知{requests}号", days);
        if (!(await Answered(() => decade.Calendar.Take(message))).Refused)
            NoticesTaken++;
    }

    private async Task Receive()
    {
        var (unit, number) = (SimulatedDecade.Units[Draw(SimulatedDecade.Units.Length)], $"n{requests++}");
        await Answered(() => decade.Clock(unit, number).Step(new ClockStep(number, Clerk(unit), ClockStepKind.Receive, decade.Today)));
        open.Add((unit, number));
    }

    private async Task Step(UnitId unit, string number)
    {
        var clock = decade.Clock(unit, number);
        var step = new ClockStep($"r{requests++}", Clerk(unit), ClockStepKind.Reply, decade.Today);
        step = Draw(12) switch
        {
            0 => step with { Kind = ClockStepKind.AskCorrection, Until = decade.Today.AddDays(15) },
            1 or 2 => step with { Kind = ClockStepKind.ReceiveCorrection },
            3 => step with { Kind = ClockStepKind.GiveUp },
            4 => step with { Kind = ClockStepKind.AskOpinion, Of = OpinionOf.ThirdParty },
            5 => step with { Kind = ClockStepKind.AskOpinion, Of = OpinionOf.OtherOrgan },
            6 or 7 => step with { Kind = ClockStepKind.ReceiveOpinion, Opinion = 1 + Draw(3) },
            8 => step with { Kind = ClockStepKind.Extend, Days = 1 + Draw(20), Approver = "主任" },
            _ => step,
        };
        if ((await Answered(() => clock.Step(step))).Value is { State: ClockState.Replied or ClockState.GivenUp })
            open.Remove((unit, number));
    }

    private int Draw(int below) => decade.Simulation.Next(below);

    private static Subject Clerk(UnitId unit) => new("clerk", unit, [Role.Clerk]);

    private static NoticeDay Off(DateOnly day) => new(day, ListedAs.Off, "假日");

    private static IEnumerable<NoticeDay> Weekends(DateOnly from, DateOnly until) => Enumerable.Range(0, until.DayNumber - from.DayNumber)
        .Select(n => from.AddDays(n)).Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Select(d => new NoticeDay(d, ListedAs.Work, "调休"));

    private static async Task<T> Answered<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (attempt < Tries && e is TimeoutException or OrleansException)
            {
                // lost on the way there or back: the same request again
            }
        }
    }
}
