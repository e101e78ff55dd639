using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Commands;

/// <summary>fed clock: the legal clock of a disclosure application.</summary>
internal static class ClockCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "clock", frame.Words["法定期限:登记步骤、查看", "legal clock of an application: step, show"],
        "fed clock step 500151 2026-3 Receive --on 2026-03-09", "fed clock show 500151 2026-3")
    {
        Step(frame), Show(frame),
    };

    private static Argument<string> Number(Words words) => new("NUMBER") { Description = words["申请登记号", "registration number of the application"] };

    private static FedCommand Step(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, number) = (SharedArguments.Unit(words), Number(words));
        var step = new Argument<string>("STEP") { Description = "Receive, AskCorrection, ReceiveCorrection, GiveUp, AskOpinion, ReceiveOpinion, Extend, Reply" };
        var on = SharedArguments.Day("--on", words["日期(默认今日)", "day (today when absent)"]);
        var until = SharedArguments.Day("--until", words["补正期限的最后一日", "last day of the period for a correction"]);
        var of = new Option<string>("--of") { Description = "ThirdParty, CoMaker, OtherOrgan", HelpName = "WHOSE" };
        var opinion = new Option<int>("--opinion") { Description = words["收到的是第几项意见", "number of the opinion received"], HelpName = "N" };
        var days = new Option<int>("--days") { Description = words["延长的工作日数", "working days of the extension"], HelpName = "N" };
        var approver = new Option<string>("--approver") { Description = words["批准延长的负责人", "who approved the extension"], HelpName = "NAME" };
        var command = new FedCommand("step", words["登记一个步骤", "record a step"], "fed clock step 500151 2026-3 AskOpinion --of ThirdParty") { unit, number, step, on, until, of, opinion, days, approver };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new RecordStepRequest
            {
                RequestId = Guid.NewGuid().ToString("N"), Unit = parsed.GetValue(unit), Number = parsed.GetValue(number), Step = parsed.GetValue(step), On = parsed.GetValue(on) ?? "",
                Until = parsed.GetValue(until) ?? "", OpinionOf = parsed.GetValue(of) ?? "", Opinion = parsed.GetValue(opinion), Days = parsed.GetValue(days), Approver = parsed.GetValue(approver) ?? "",
            };
            var clock = await run.Server.Call(run.Server.Calendar.RecordStepAsync, request, ct);
            run.Show(clock, () => Line(run, clock));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Show(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, number) = (SharedArguments.Unit(words), Number(words));
        var command = new FedCommand("show", words["期限如何算出,逐日说明,并列出全部步骤", "how the last day came about, day by day, and every step"], "fed clock show 500151 2026-3") { unit, number };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var clock = await run.Server.Call(run.Server.Calendar.GetClockAsync, new GetClockRequest { Unit = parsed.GetValue(unit), Number = parsed.GetValue(number) }, ct);
            run.Show(clock, () =>
            {
                Line(run, clock);
                var days = Tables.Make().Text(words["日期", "day"], wraps: false).Text(words["理由", "reason"]);
                foreach (var day in clock.Days)
                    days.AddRow(Tables.Cell(day.Day), Tables.Cell(words[day.Text, day.TextEn]));
                run.Out.Write(days);
                var log = Tables.Make().Text(words["时间", "at"], wraps: false).Text(words["步骤", "step"]).Text(words["由", "by"]).Text(words["期限", "due"], wraps: false).Text(words["通知", "notice"]);
                foreach (var act in clock.Log)
                    log.AddRow(Tables.Cell(act.At[..19]), Tables.Cell(act.Kind), Tables.Cell(act.Actor), Tables.Cell(act.Due), Tables.Cell(act.Notice));
                run.Out.Write(log);
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Line(Run run, LegalClock clock) => run.Out.Line(run.Words[
        $"{clock.Number}:{clock.State},期限 {(clock.Due.Length == 0 ? "未定" : clock.Due)}{(clock.Provisional ? "(暂定)" : "")}{(clock.Late ? ",已逾期" : "")}",
        $"{clock.Number}: {clock.State}, due {(clock.Due.Length == 0 ? "open" : clock.Due)}{(clock.Provisional ? " (provisional)" : "")}{(clock.Late ? ", late" : "")}"]);
}
