using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report accept, return: the superior's two answers to a filing.</summary>
internal static class ReviewCommands
{
    public static Command Accept(RunFrame frame)
    {
        var words = frame.Words;
        var (of, version) = (new OneReport(words), Reviewed(words));
        var command = of.In(new FedCommand("accept", words["审定下级报送的报告", "accept a filing of a unit directly below"], "fed report accept 500151 annual-2025 --version 1"), version);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var report = of.Of(parsed);
            var request = new AcceptReportRequest
            {
                Unit = report.Unit,
                Period = report.Period,
                Scope = report.Scope,
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
        var (of, version, reasons) = (new OneReport(words), Reviewed(words), new Reasons(words));
        var command = of.In(
            new FedCommand(
                "return", words["退回下级报送的报告,须写明理由", "return a filing with reasons"],
                words["fed report return 500151 annual-2025 --version 1 --reason 请核对第三表", "fed report return 500151 annual-2025 --version 1 --reason \"check table three\""],
                words["fed report return 500151 annual-2025 --version 1 --cell t3.new.natural=与台账不符", "fed report return 500151 annual-2025 --version 1 --cell t3.new.natural=\"not as in the register\""]),
            version, reasons.Texts, reasons.Cells);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = Rejecting(of.Of(parsed), parsed.GetValue(version), reasons.Of(parsed));
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.ReturnReportAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>A return, or a sending back within the unit.</summary>
    public static ReturnReportRequest Rejecting(GetReportRequest of, long version, IEnumerable<ReturnReason> reasons)
    {
        var request = new ReturnReportRequest { Unit = of.Unit, Period = of.Period, Scope = of.Scope, Version = version, RequestId = SharedArguments.NewRequestId() };
        request.Reasons.AddRange(reasons);
        return request;
    }

    public static Option<long> Reviewed(Words words) => new("--version") { Description = words["所审核的版本", "version reviewed"], HelpName = "N", Required = true };
}
