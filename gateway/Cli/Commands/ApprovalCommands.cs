using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report approve, send-back: what the approver of a unit does with what its author handed in.</summary>
internal static class ApprovalCommands
{
    public static Command Approve(RunFrame frame)
    {
        var words = frame.Words;
        var (of, yes) = (new OneReport(words), SharedArguments.Yes(words));
        var version = new Option<long?>("--version") { Description = words["您读过的版本(默认先显示再询问)", "version you have read (when absent it is shown first)"], HelpName = "N" };
        var hash = new Option<string>("--hash") { Description = words["您读过的内容哈希", "content hash of what you have read"], HelpName = "HEX" };
        var command = of.In(
            new FedCommand(
                "approve", words["签发:由填报人以外的人核准并盖章,此后计入汇总", "seal what was handed in; from then on it counts in the totals"],
                "fed report approve 500151001 annual-2025", "fed report approve 500151001 annual-2025 --version 1 --hash 3f0a... --yes"),
            version, hash, yes);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var asked = of.Of(parsed);
            var report = await run.Server.Call(run.Server.Reports.GetReportAsync, asked, ct);
            if (report.Pending is { } pending)
            {
                if (!run.Json)
                    await PendingText.Write(run, report, ct);
                if (!parsed.GetValue(yes) && !await Confirmation.Ask(run, words["确认签发?", "Seal it?"], ct))
                    throw new UsageException(words["没有签发。", "nothing was sealed."]);
            }
            // with nothing pending the server still answers: that a repeat is done already, or that there is nothing to approve
            var request = new ApproveReportRequest
            {
                Unit = asked.Unit,
                Period = asked.Period,
                Scope = asked.Scope,
                Version = parsed.GetValue(version) ?? report.Pending?.Version ?? report.Version,
                ContentHash = parsed.GetValue(hash) ?? report.Pending?.ContentHash ?? report.ContentHash,
                RequestId = SharedArguments.NewRequestId(),
            };
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.ApproveReportAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command SendBack(RunFrame frame)
    {
        var words = frame.Words;
        var (of, version, reasons) = (new OneReport(words), ReviewCommands.Reviewed(words), new Reasons(words));
        var command = of.In(
            new FedCommand(
                "send-back", words["签发人退改:交回填报人,须写明理由", "the approver hands it back to its author, with reasons"],
                words["fed report send-back 500151001 annual-2025 --version 1 --reason 第三表缺结转", "fed report send-back 500151001 annual-2025 --version 1 --reason \"carry-over is absent\""]),
            version, reasons.Texts, reasons.Cells);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = ReviewCommands.Rejecting(of.Of(parsed), parsed.GetValue(version), reasons.Of(parsed));
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.SendBackReportAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }
}
