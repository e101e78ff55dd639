using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report template, check, submit, correct: from an empty file to what waits for the approver.</summary>
internal static class FilingCommands
{
    public static Command Template(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        of.Unit.Arity = of.Period.Arity = ArgumentArity.ZeroOrOne;
        var form = new Option<string>("--form") { Description = words["表式(默认为报告期的表式)", "form (that of the period when absent)"], HelpName = "FORM" };
        var blank = new Option<bool>("--blank") { Description = words["不带上年结转和已有草稿", "without last year's carry-over and the draft"] };
        var command = of.In(
            new FedCommand(
                "template", words["输出待填的 JSON,带上年结转或已有草稿", "write a JSON to fill in, with last year's carry-over or the draft"],
                "fed report template 500151 annual-2025 > report.json", "fed report template --form annual-2021 > blank.json"), form, blank);
        command.Aliases.Add("begin");
        command.Does(frame, async (run, parsed, ct) =>
        {
            var report = of.Of(parsed);
            var asked = parsed.GetValue(form) is { } id ? await run.Forms.Get(id, ct) : await run.Forms.OfPeriod(report.Period, ct);
            if (asked is null)
                throw new UsageException(words["该报告期没有开启;可用 --form 指明表式,例如 --form annual-2021", "the period is not open; name a form with --form, for example --form annual-2021"]);
            var empty = parsed.GetValue(blank) || parsed.GetValue(form) is not null || report.Unit.Length == 0 || report.Period.Length == 0;
            var known = empty ? null : await run.Server.Call(run.Server.Reports.BeginReportAsync, report, ct);
            await run.Around.Out.WriteLineAsync(FilingTemplate.Write(asked, report, known, words));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Check(RunFrame frame)
    {
        var words = frame.Words;
        var file = FileArgument(words);
        var command = new FedCommand("check", words["按全部规则检查,不报送", "run every rule and file nothing"], "fed report check report.json", "cat report.json | fed report check -") { file };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var filing = await FilingFile.Read(parsed.GetValue(file)!, run.Around.In, words, ct);
            var request = new CheckReportRequest { Unit = filing.Unit, Period = filing.Period, Scope = filing.Scope, Figures = filing.Figures };
            request.Texts.Add(filing.Texts);
            request.Dispositions.AddRange(filing.Dispositions);
            var checkedReport = await run.Server.Call(run.Server.Reports.CheckReportAsync, request, ct);
            if (run.Json)
                run.Show(checkedReport, () => { });
            else
                await Tell(run, checkedReport, filing.Period, ct);
            return checkedReport.WouldBeRefused ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    public static Command Submit(RunFrame frame)
    {
        var words = frame.Words;
        var file = FileArgument(words);
        var version = SharedArguments.ExpectedVersion(words);
        var command = new FedCommand(
            "submit", words["提交签发;有任一错误即整份不收,不作记录", "hand the report to the approver; refused whole when any rule is broken"],
            "fed report submit report.json",
            words["fed report submit report.json --expected-version 1  # 退回后再次报送", "fed report submit report.json --expected-version 1  # again after a return"],
            "fed report submit - < report.json") { file, version };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var filing = await FilingFile.Read(parsed.GetValue(file)!, run.Around.In, words, ct);
            if (parsed.GetResult(version) is { Implicit: false })
                filing.ExpectedVersion = parsed.GetValue(version);
            return await Send(run, filing, ct);
        });
        return command;
    }

    public static Command Correct(RunFrame frame)
    {
        var words = frame.Words;
        var file = FileArgument(words);
        var reason = new Option<string>("--reason") { Description = words["更正理由", "why the report is corrected"], HelpName = "TEXT", Required = true };
        var version = SharedArguments.ExpectedVersion(words);
        var command = new FedCommand(
            "correct", words["更正已审定的报告:提交新版本并写明理由", "correct an accepted report: hand in a new version with the reason"],
            words["fed report correct report.json --reason 漏报两件信函申请", "fed report correct report.json --reason \"two letters were left out\""]) { file, reason, version };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var filing = await FilingFile.Read(parsed.GetValue(file)!, run.Around.In, words, ct);
            filing.Correction = parsed.GetValue(reason);
            if (parsed.GetResult(version) is { Implicit: false })
                filing.ExpectedVersion = parsed.GetValue(version);
            return await Send(run, filing, ct);
        });
        return command;
    }

    /// <summary>Hands in and shows the receipt. The request id is made here when the caller gave none, once for all tries.</summary>
    public static async Task<int> Send(Run run, SubmitReportRequest filing, CancellationToken ct)
    {
        if (filing.RequestId.Length == 0)
            filing.RequestId = SharedArguments.NewRequestId();
        var receipt = await run.Server.Call(run.Server.Reports.SubmitReportAsync, filing, ct);
        await ReceiptText.Write(run, receipt, ct);
        ReceiptText.WriteWaiting(run, receipt, filing.ExpectedVersion);
        return ExitCodes.Ok;
    }

    public static Argument<string> FileArgument(Words words) => new("FILE")
    {
        Description = words["填好的 JSON 文件;- 为标准输入", "the JSON file filled in; - reads standard input"],
    };

    private static async Task Tell(Run run, CheckReportResponse answer, string period, CancellationToken ct)
    {
        var errors = answer.Findings.Count(f => f.Severity == Finding.Types.Severity.Error);
        run.Out.Line(answer.WouldBeRefused
            ? run.Words[$"未通过:{errors} 项错误,{answer.Findings.Count - errors} 项提醒", $"would be refused: {errors} error(s), {answer.Findings.Count - errors} warning(s)"]
            : run.Words[$"通过:可以提交,{answer.Findings.Count} 项提醒", $"passed: may be handed in, {answer.Findings.Count} warning(s)"]);
        if (answer.Findings.Count > 0)
            await FindingTable.Write(run, run.Err, answer.Findings, ct, period);
    }
}
