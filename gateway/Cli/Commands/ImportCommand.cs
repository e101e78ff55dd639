using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed import: workbooks, JSON or a zip of these, tried out first, then kept as drafts or handed in.</summary>
internal static class ImportCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var file = new Argument<string>("FILE") { Description = words["工作簿(.xlsx)、.json 或这些文件的 .zip", "a workbook (.xlsx), .json, or a .zip of these"] };
        var dryRun = new Option<bool>("--dry-run") { Description = words["试导入:全部检查,不作记录(默认)", "check everything and record nothing (the default)"] };
        var draft = new Option<bool>("--draft") { Description = words["存为草稿", "keep as drafts"] };
        var submit = new Option<bool>("--submit") { Description = words["提交,待各单位签发人签发", "hand in, for the approvers to seal"] };
        var period = new Option<string>("--period") { Description = words["只接受该报告期", "take only reports of this period"], HelpName = "PERIOD" };
        var correction = new Option<string>("--correction") { Description = words["更正理由(改动已审定的报告时须写)", "why accepted reports are changed (needed when they are)"], HelpName = "TEXT" };
        var requestId = new Option<string>("--request-id") { Description = words["请求编号:同一编号重复导入只生效一次", "request id: the same one twice has one effect"], HelpName = "ID" };
        var command = new FedCommand(
            "import", words["导入工作簿、JSON 或压缩包,逐份检查", "import workbooks, JSON or a zip, report by report"],
            words["fed import 乡镇汇总.xlsx  # 试导入", "fed import townships.xlsx  # a dry run"], "fed import reports.zip --draft", "fed import reports.zip --submit --period annual-2025") { file, dryRun, draft, submit, period, correction, requestId };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (new[] { dryRun, draft, submit }.Count(parsed.GetValue) > 1)
                throw new UsageException(words["--dry-run、--draft、--submit 只能选一个", "give one of --dry-run, --draft, --submit"]);
            var request = new ImportReportsRequest
            {
                FileName = Path.GetFileName(parsed.GetValue(file)),
                Content = await LocalFile.Content(parsed.GetValue(file)!, words, ct),
                Mode = parsed.GetValue(submit) ? ImportReportsRequest.Types.Mode.Submit : parsed.GetValue(draft) ? ImportReportsRequest.Types.Mode.Draft : ImportReportsRequest.Types.Mode.DryRun,
                Period = parsed.GetValue(period) ?? "",
                Correction = parsed.GetValue(correction) ?? "",
                RequestId = parsed.GetValue(requestId) ?? SharedArguments.NewRequestId(),
            };
            var steps = await Read(run, request, ct);
            if (!run.Json)
                await ImportText.Write(run, request.Mode, steps, ct);
            var whole = steps.Where(s => s.Unit.Length == 0).SelectMany(s => s.Findings).Any(f => f.Finding.Severity == Finding.Types.Severity.Error);
            return whole || steps.Exists(s => s.Unit.Length > 0 && !s.Taken) || steps.TrueForAll(s => s.Total == 0) ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<List<ImportReportsResponse>> Read(Run run, ImportReportsRequest request, CancellationToken ct)
    {
        var steps = new List<ImportReportsResponse>();
        using var progress = new ProgressLine(run);
        progress.Show(0, 0, request.FileName);
        await foreach (var step in run.Server.Read(run.Server.Exchange.ImportReports, request, ct))
        {
            steps.Add(step);
            if (run.Json)
                run.Around.Out.WriteLine(JsonText.WriteLine(step));
            progress.Show(step.Done, step.Total, step.UnitName);
        }
        return steps;
    }
}
