using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report publish, count-register, draft-prose: what an author does around the figures.</summary>
internal static class PublicationCommands
{
    public static Command Publish(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var version = new Option<long?>("--version") { Description = words["所发布的版本(默认为已审定的版本)", "version made public (the accepted one when absent)"], HelpName = "N" };
        var where = new Option<string>("--where") { Description = words["网址或栏目", "address or column where it stands"], HelpName = "TEXT", Required = true };
        var on = SharedArguments.Day("--on", words["发布日期(默认今日)", "day of publication (today when absent)"]);
        var command = of.In(
            new FedCommand("publish", words["登记发布:何时公布在何处", "record where and when the report was made public"], "fed report publish 500151001 annual-2025 --where https://www.cqstl.gov.cn/zwgk/nb/2025.html"),
            version, where, on);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var report = of.Of(parsed);
            var request = new PublishReportRequest
            {
                Unit = report.Unit,
                Period = report.Period,
                Scope = report.Scope,
                Version = parsed.GetValue(version) ?? (await run.Server.Call(run.Server.Reports.GetReportAsync, report, ct)).Version,
                Where = parsed.GetValue(where),
                On = parsed.GetValue(on) ?? "",
                RequestId = SharedArguments.NewRequestId(),
            };
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.PublishReportAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command CountRegister(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var file = new Argument<string>("FILE") { Description = words["每行“单元格,件数”的 CSV,或 {单元格: 件数} 的 JSON;- 为标准输入", "CSV with a line CELL,COUNT each, or JSON {CELL: COUNT}; - reads standard input"] };
        var system = new Option<string>("--system") { Description = words["台账系统名称", "name of the ledger system"], HelpName = "NAME", Required = true };
        var command = new FedCommand(
            "count-register", words["登记依申请公开台账的计数,供与第三表核对", "record what the applications ledger counts; table three is checked against it"],
            words["fed report count-register 500151001 annual-2025 ledger.csv --system 依申请公开平台", "fed report count-register 500151001 annual-2025 ledger.csv --system \"applications desk\""]) { unit, period, file, system };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new CountRegisterRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), System = parsed.GetValue(system), RequestId = SharedArguments.NewRequestId() };
            request.Counts.Add(await RegisterFile.Read(parsed.GetValue(file)!, run.Around.In, words, ct));
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.CountRegisterAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command DraftProse(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var file = new Option<string>("--file") { Description = words["按该 JSON 文件中的数字起草(默认按草稿或已报数字)", "draft from the figures in this JSON file (those of the draft or the filing when absent)"], HelpName = "FILE" };
        var command = of.In(
            new FedCommand("draft-prose", words["按数字起草文字部分;「…」处由单位补写", "draft the prose from the figures; the unit fills in the blanks 「…」"], "fed report draft-prose 500151001 annual-2025", "fed report draft-prose 500151001 annual-2025 --file report.json"),
            file);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var asked = of.Of(parsed);
            var request = new DraftProseRequest { Unit = asked.Unit, Period = asked.Period, Scope = asked.Scope };
            if (parsed.GetValue(file) is { } path)
                request.Figures = (await FilingFile.Read(path, run.Around.In, words, ct)).Figures;
            var prose = await run.Server.Call(run.Server.Reports.DraftProseAsync, request, ct);
            if (run.Json)
                run.Show(prose, () => { });
            else if (await run.Forms.OfPeriod(asked.Period, ct) is { } form)
                FilingText.WriteTexts(run, form, prose.Texts);
            else
                throw new UsageException(words["该报告期没有开启", "the period is not open"]);
            return ExitCodes.Ok;
        });
        return command;
    }
}
