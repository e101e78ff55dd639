using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report accept, return: the superior's two answers to a filing.</summary>
internal static class ReviewCommands
{
    public static Command Accept(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period, version) = Arguments(words);
        var command = new FedCommand("accept", words["审定下级报送的报告", "accept a filing of a unit directly below"], "fed report accept 500151 annual-2025 --version 1") { unit, period, version };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new AcceptReportRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Version = parsed.GetValue(version),
                RequestId = SharedArguments.NewRequestId(),
            };
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.AcceptReportAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Return(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period, version) = Arguments(words);
        var reasons = new Option<string[]>("--reason") { Description = words["退回理由(可多次)", "reason (may be repeated)"], HelpName = "TEXT" };
        var cells = new Option<string[]>("--cell") { Description = words["针对单元格的理由(可多次)", "reason bound to a cell (may be repeated)"], HelpName = "ID=TEXT" };
        var command = new FedCommand(
            "return", words["退回下级报送的报告,须写明理由", "return a filing with reasons"],
            words["fed report return 500151 annual-2025 --version 1 --reason 请核对第三表", "fed report return 500151 annual-2025 --version 1 --reason \"check table three\""],
            words["fed report return 500151 annual-2025 --version 1 --cell t3.new.natural=与台账不符", "fed report return 500151 annual-2025 --version 1 --cell t3.new.natural=\"not as in the register\""]) { unit, period, version, reasons, cells };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ReturnReportRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Version = parsed.GetValue(version),
                RequestId = SharedArguments.NewRequestId(),
            };
            request.Reasons.AddRange((parsed.GetValue(reasons) ?? []).Select(text => new ReturnReason { Text = text }));
            request.Reasons.AddRange((parsed.GetValue(cells) ?? []).Select(text => OfCell(text, words)));
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.ReturnReportAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static ReturnReason OfCell(string text, Words words) =>
        text.Split('=', 2) is [{ Length: > 0 } cell, var reason]
            ? new ReturnReason { Cell = cell, Text = reason }
            : throw new UsageException(words[$"--cell 应写作 单元格=理由,收到的是“{text}”", $"--cell takes ID=TEXT, not '{text}'"]);

    private static (Argument<string> Unit, Argument<string> Period, Option<long> Version) Arguments(Words words) => (
        SharedArguments.Unit(words),
        SharedArguments.Period(words),
        new Option<long>("--version") { Description = words["所审核的版本", "version reviewed"], HelpName = "N", Required = true });
}
