using System.CommandLine;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed plan draft: a draft from a notice, or from JSON as a program writes it.</summary>
internal static class PlanDraftCommand
{
    public static FedCommand Build(RunFrame frame)
    {
        var words = frame.Words;
        var (plan, file) = (PlanCommands.Plan(words), new Argument<FileInfo>("FILE") { Description = words["通知(.docx、.html、.txt),或 JSON(内容见接口 PlanContent)", "a notice (.docx, .html, .txt), or JSON of PlanContent"] });
        var to = new Option<string[]>("--to") { Description = words["接收范围,如 all、\"tier county territory\"(可多次;默认按主送机关)", "receivers, such as all, \"tier county territory\" (may be repeated; the addressees when absent)"], HelpName = "CHOICE" };
        var accept = new Option<int>("--accept-within") { Description = words["签收工作日数(默认不要求)", "working days for an answer (none is asked when absent)"], HelpName = "DAYS" };
        var minutes = new Option<int>("--minutes") { Description = words["每条估计办理分钟数", "estimated minutes of every clause"], HelpName = "MINUTES" };
        var move = new Option<bool>("--move-dates") { Description = words["通知是往年的,只作样本:日期整年顺延", "the notice is of another year and only the pattern: dates are moved by whole years"] };
        var title = new Option<string>("--title") { Description = words["标题(默认通知的标题)", "title (that of the notice when absent)"], HelpName = "TEXT" };
        var number = new Option<string>("--document") { Description = words["文号(默认通知的文号)", "number of the document (that of the notice when absent)"], HelpName = "TEXT" };
        var dry = new Option<bool>("--dry-run") { Description = words["只看不存", "keep nothing"] };
        var command = new FedCommand(
            "draft", words["由通知起草要点草稿,列出所作的判断、未列入的内容和发布前须改的问题", "make a draft from a notice: tells what was decided, what was left out, and what would keep it from being issued"],
            "fed plan draft 330000/2026/12 要点.docx --accept-within 5", "fed plan draft 330000/2026/12 要点.txt --dry-run", "fed plan draft 330000/2026/12 plan.json") { plan, file, to, accept, minutes, move, title, number, dry };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var (unit, year, count) = PlanCommands.Read(parsed.GetValue(plan), words);
            var path = parsed.GetValue(file)!;
            if (path.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase))
            {
                var content = await LocalFile.Message<PlanContent>(path, words, "工作要点", "a plan", ct);
                var request = new SavePlanDraftRequest { Unit = unit, Year = year, Number = count, Content = content, RequestId = SharedArguments.NewRequestId() };
                return await PlanCommands.Tell(run, await run.Server.Call(run.Server.WorkPlans.SavePlanDraftAsync, request, ct), ct);
            }
            var notice = new DraftPlanFromNoticeRequest
            {
                Unit = unit, Year = year, Number = count, FileName = path.Name, Content = await LocalFile.Content(path.FullName, words, ct, path.Name), DryRun = parsed.GetValue(dry),
                AcceptWithin = parsed.GetValue(accept), Minutes = parsed.GetValue(minutes), MoveDates = parsed.GetValue(move),
                Title = parsed.GetValue(title) ?? "", DocumentNumber = parsed.GetValue(number) ?? "", RequestId = SharedArguments.NewRequestId(),
            };
            notice.Receivers.AddRange(parsed.GetValue(to) ?? []);
            var drafted = await run.Server.Call(run.Server.WorkPlans.DraftPlanFromNoticeAsync, notice, ct);
            run.Show(drafted, () => NoticeDraftTree.Write(run, drafted));
            if (!run.Json && drafted.Findings.Any(f => f.Severity == Finding.Types.Severity.Error))
                await FindingTable.Write(run, run.Out, [.. drafted.Findings.Where(f => f.Severity == Finding.Types.Severity.Error)], ct);
            return ExitCodes.Ok;
        });
        return command;
    }
}
