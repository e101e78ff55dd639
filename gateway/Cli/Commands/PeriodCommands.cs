using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Commands;

/// <summary>fed periods: which are open, and the opening of one.</summary>
internal static class PeriodCommands
{
    public static Command Build(RunFrame frame)
    {
        var command = new FedCommand("periods", frame.Words["已开启的报告期", "the periods that are open"], "fed periods", "fed periods open annual-2025") { Open(frame) };
        command.Does(frame, async (run, _, ct) =>
        {
            var found = await run.Server.Call(run.Server.Reports.ListPeriodsAsync, new ListPeriodsRequest(), ct);
            run.Show(found, () => Write(run, found.Periods));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Open(RunFrame frame)
    {
        var words = frame.Words;
        var period = SharedArguments.Period(words);
        var asOf = new Option<string>("--as-of") { Description = words["以该日的区划冻结应报名单(默认报告年度 12 月 31 日)", "day whose tree is frozen (31 December of the report year when absent)"], HelpName = "YYYY-MM-DD" };
        var form = new Option<string>("--form") { Description = words["表式(默认为该期现行表式)", "form (the one in force when absent)"], HelpName = "FORM" };
        var due = SharedArguments.Day("--due", words["专项收集的截止日期(年报时限由法规定)", "due date of a special collection (law sets those of annual reports)"]);
        var title = new Option<string>("--title") { Description = words["专项收集的名称", "title of a special collection"], HelpName = "TEXT" };
        var command = new FedCommand(
            "open", words["开启报告期,冻结应报名单", "open a period and freeze who must file"],
            "fed periods open annual-2025", "fed periods open annual-2025 --as-of 2025-12-31",
            words["fed periods open special-2026-channels --form channels-2026 --due 2026-05-31 --title 公开渠道专项摸底", "fed periods open special-2026-channels --form channels-2026 --due 2026-05-31 --title \"survey of channels\""]) { period, asOf, form, due, title };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new OpenPeriodRequest
            {
                Period = parsed.GetValue(period),
                AsOf = parsed.GetValue(asOf) ?? "",
                Form = parsed.GetValue(form) ?? "",
                Due = parsed.GetValue(due) ?? "",
                Title = parsed.GetValue(title) ?? "",
                RequestId = SharedArguments.NewRequestId(),
            };
            var opened = await run.Server.Call(run.Server.Reports.OpenPeriodAsync, request, ct);
            run.Show(opened, () => Write(run, [opened]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(Run run, IReadOnlyList<Period> periods)
    {
        var words = run.Words;
        var table = Tables.Make()
            .Text(words["报告期", "period"])
            .Text(words["表式", "form"])
            .Text(words["名单日期", "list as of"])
            .Text(words["开启时间", "opened at"])
            .Number(words["应报", "expected"]);
        foreach (var period in periods)
        {
            table.AddRow(
                Tables.Cell(period.Title.Length > 0 ? $"{period.Period_}\n{period.Title}" : period.Period_), Tables.Cell(period.Form), Tables.Cell(period.AsOf),
                Tables.Cell(Printed.Moment(period.OpenedAt)), Tables.Cell(Printed.Count(period.Expected)));
        }
        run.Out.Write(table);
    }
}
