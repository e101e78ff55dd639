using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report template, check, submit: from an empty file to a receipt.</summary>
internal static class FilingCommands
{
    public static Command Template(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var period = SharedArguments.Period(words);
        unit.Arity = period.Arity = ArgumentArity.ZeroOrOne;
        var form = new Option<string>("--form") { Description = words["表式(默认为报告期的表式)", "form (that of the period when absent)"], HelpName = "FORM" };
        var command = new FedCommand(
            "template", words["输出待填的 JSON,每个单元格附名称", "write an empty JSON to fill in, each cell with its label"],
            "fed report template 500151 annual-2025 > report.json", "fed report template --form annual-2021 > report.json") { unit, period, form };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var of = parsed.GetValue(period) ?? "";
            var asked = parsed.GetValue(form) is { } id ? await run.Forms.Get(id, ct) : await run.Forms.OfPeriod(of, ct);
            if (asked is null)
                throw new UsageException(words["该报告期没有开启;可用 --form 指明表式,例如 --form annual-2021", "the period is not open; name a form with --form, for example --form annual-2021"]);
            await run.Around.Out.WriteLineAsync(FilingTemplate.Write(asked, parsed.GetValue(unit) ?? "", of, words));
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
            var request = new CheckReportRequest { Unit = filing.Unit, Period = filing.Period, Figures = filing.Figures };
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
            "submit", words["报送;有任一错误即整份退回,不作记录", "file the report; refused whole when any rule is broken"],
            "fed report submit report.json",
            words["fed report submit report.json --expected-version 1  # 再次报送", "fed report submit report.json --expected-version 1  # file again"],
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

    /// <summary>Files and shows the receipt. The request id is made here when the caller gave none, once for all tries.</summary>
    public static async Task<int> Send(Run run, SubmitReportRequest filing, CancellationToken ct)
    {
        if (filing.RequestId.Length == 0)
            filing.RequestId = SharedArguments.NewRequestId();
        var receipt = await run.Server.Call(run.Server.Reports.SubmitReportAsync, filing, ct);
        await ReceiptText.Write(run, receipt, ct);
        return ExitCodes.Ok;
    }

    private static async Task Tell(Run run, CheckReportResponse answer, string period, CancellationToken ct)
    {
        var errors = answer.Findings.Count(f => f.Severity == Finding.Types.Severity.Error);
        run.Out.Line(answer.WouldBeRefused
            ? run.Words[$"未通过:{errors} 项错误,{answer.Findings.Count - errors} 项提醒", $"would be refused: {errors} error(s), {answer.Findings.Count - errors} warning(s)"]
            : run.Words[$"通过:可以报送,{answer.Findings.Count} 项提醒", $"passed: may be filed, {answer.Findings.Count} warning(s)"]);
        if (answer.Findings.Count > 0)
            await FindingTable.Write(run, run.Err, answer.Findings, ct, period);
    }

    private static Argument<string> FileArgument(Words words) => new("FILE")
    {
        Description = words["填好的 JSON 文件;- 为标准输入", "the JSON file filled in; - reads standard input"],
    };
}
