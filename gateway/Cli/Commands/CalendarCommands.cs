using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Commands;

/// <summary>fed calendar: working days, how they are counted, and notices of the own territory.</summary>
internal static class CalendarCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "calendar", frame.Words["工作日历:查看、推算、间隔、说明、地方安排、版本", "working days: show, add, between, explain, override, versions"],
        "fed calendar add 500151 2026-02-10 20", "fed calendar explain 500151 2026-02-10 20", "fed calendar show 500151 2026")
    {
        Show(frame), Add(frame, "add", explains: false), Add(frame, "explain", explains: true), Between(frame), Override(frame), Versions(frame),
    };

    private static Option<string> KnownOn(Words words) => SharedArguments.Day("--known-on", words["按当日所知的日历(默认今日)", "calendar as known on this day (today when absent)"]);

    private static FedCommand Show(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, year, known) = (SharedArguments.Unit(words), new Argument<int>("YEAR") { Description = words["年份", "year"] }, KnownOn(words));
        var command = new FedCommand("show", words["一年的放假和调休上班日", "days off and make-up workdays of a year"], "fed calendar show 500151 2026") { unit, year, known };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Calendar.GetYearAsync, new GetYearRequest { Unit = parsed.GetValue(unit), Year = parsed.GetValue(year), KnownOn = parsed.GetValue(known) ?? "" }, ct);
            run.Show(found, () =>
            {
                run.Out.Line(words[$"{found.Year} 年 {found.WorkingDays} 个工作日(按 {found.KnownOn} 所知)", $"{found.Year}: {found.WorkingDays} working days (as known on {found.KnownOn})"]);
                Provisional(run, found.Provisional);
                WriteDays(run, [.. found.Days.Where(d => d.Notice.Length > 0)], counted: false);
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Add(RunFrame frame, string name, bool explains)
    {
        var words = frame.Words;
        var (unit, known) = (SharedArguments.Unit(words), KnownOn(words));
        var from = new Argument<string>("FROM") { Description = words["起算日,当日不计", "day 0, not counted"] };
        var days = new Argument<int>("DAYS") { Description = words["工作日数;负数往前数", "working days; negative counts back"] };
        var description = explains ? words["逐日说明如何推算", "how a day is counted, day by day"] : words["若干个工作日之后是哪一天", "the day some working days after another"];
        var command = new FedCommand(name, description, $"fed calendar {name} 500151 2026-02-10 20", $"fed calendar {name} 500151 --known-on 2020-01-20 2020-01-20 20") { unit, from, days, known };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new AddWorkingDaysRequest { Unit = parsed.GetValue(unit), From = parsed.GetValue(from), Days = parsed.GetValue(days), KnownOn = parsed.GetValue(known) ?? "" };
            var found = explains
                ? await run.Server.Call(run.Server.Calendar.ExplainAsync, request, ct)
                : await run.Server.Call(run.Server.Calendar.AddWorkingDaysAsync, request, ct);
            run.Show(found, () =>
            {
                run.Out.Line(words[$"{found.From} 起第 {found.Days} 个工作日:{found.Day}(按 {found.KnownOn} 所知)", $"{found.Days} working days from {found.From}: {found.Day} (as known on {found.KnownOn})"]);
                Provisional(run, found.Provisional);
                WriteDays(run, [.. found.Steps], counted: true);
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Between(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, known) = (SharedArguments.Unit(words), KnownOn(words));
        var after = new Argument<string>("AFTER") { Description = words["起日,不计", "first day, not counted"] };
        var through = new Argument<string>("THROUGH") { Description = words["止日,计入", "last day, counted"] };
        var command = new FedCommand("between", words["两日之间有几个工作日", "working days from one day to another"], "fed calendar between 500151 2026-02-10 2026-03-16") { unit, after, through, known };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new BetweenRequest { Unit = parsed.GetValue(unit), After = parsed.GetValue(after), Through = parsed.GetValue(through), KnownOn = parsed.GetValue(known) ?? "" };
            var found = await run.Server.Call(run.Server.Calendar.BetweenAsync, request, ct);
            run.Show(found, () =>
            {
                run.Out.Line(words[$"{found.WorkingDays} 个工作日(按 {found.KnownOn} 所知)", $"{found.WorkingDays} working days (as known on {found.KnownOn})"]);
                Provisional(run, found.Provisional);
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Override(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var first = new Argument<string>("FIRST") { Description = words["首日", "first day"] };
        var until = SharedArguments.Day("--until", words["最后一日(含;默认首日)", "last day, inclusive (the first when absent)"]);
        var notice = new Option<string>("--notice") { Description = words["通知的文号或标题", "number or title of the notice"], HelpName = "TEXT", Required = true };
        var name = new Option<string>("--name") { Description = words["节日名称", "name of the festival"], HelpName = "TEXT", Required = true };
        var works = new Option<bool>("--work") { Description = words["这些天上班(默认放假)", "the days are worked (off when absent)"] };
        var lift = new Option<bool>("--lift") { Description = words["撤销本单位以前对这些天的安排", "lift what the unit had listed for the days"] };
        var command = new FedCommand(
            "override", words["登记本地放假或上班的通知;未完成的期限随之重算", "take in a local notice; open dates are counted again"],
            words["fed calendar override 632801 2026-07-15 --until 2026-07-17 --notice 海西州通知 --name 那达慕", "fed calendar override 632801 2026-07-15 --until 2026-07-17 --notice 'notice 3' --name Naadam"]) { unit, first, until, notice, name, works, lift };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new SetOverrideRequest { RequestId = Guid.NewGuid().ToString("N"), Unit = parsed.GetValue(unit), Notice = parsed.GetValue(notice) };
            request.Days.Add(new OverrideDays
            {
                First = parsed.GetValue(first), Last = parsed.GetValue(until) ?? "", As = parsed.GetValue(lift) ? "AsAbove" : parsed.GetValue(works) ? "Work" : "Off", Name = parsed.GetValue(name),
            });
            var taken = await run.Server.Call(run.Server.Calendar.SetOverrideAsync, request, ct);
            run.Show(taken, () => run.Out.Line(words[$"已登记,自 {taken.KnownFrom} 起的推算以此为准。", $"taken in; what is counted from {taken.KnownFrom} on rests on it."]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Versions(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var command = new FedCommand("versions", words["构成一个单位日历的通知,从早到晚", "notices that made a unit's calendar, oldest first"], "fed calendar versions 500151") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Calendar.ListVersionsAsync, new ListVersionsRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () =>
            {
                var table = Tables.Make().Text(words["知悉日", "known from"], wraps: false).Text(words["单位", "unit"], wraps: false).Text(words["通知", "notice"]).Number(words["天数", "days"]).Text(words["起止", "span"], wraps: false);
                foreach (var version in found.Versions)
                    table.AddRow(Tables.Cell(version.KnownFrom), Tables.Cell(version.SetBy), Tables.Cell(version.Notice), Tables.Cell(Printed.Count(version.Days)), Tables.Cell($"{version.First}\n{version.Last}"));
                run.Out.Write(table);
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Provisional(Run run, bool provisional)
    {
        if (provisional)
            run.Out.Line(run.Words["暂定:计算涉及放假安排未公布的年份,日期可能变动。", "provisional: a year is concerned whose list is not published; the date may move."]);
    }

    private static void WriteDays(Run run, IReadOnlyList<CalendarDay> days, bool counted)
    {
        if (days.Count == 0)
            return;
        var words = run.Words;
        var table = Tables.Make().Text(words["日期", "day"], wraps: false);
        if (counted)
            table = table.Number(words["第几日", "no."]);
        table = table.Text(words["理由", "reason"]);
        foreach (var day in days)
        {
            var reason = Tables.Cell(words[day.Text, day.TextEn]);
            if (counted)
                table.AddRow(Tables.Cell(day.Day), Tables.Cell(day.Number == 0 ? "" : Printed.Count(day.Number)), reason);
            else
                table.AddRow(Tables.Cell(day.Day), reason);
        }
        run.Out.Write(table);
    }
}
