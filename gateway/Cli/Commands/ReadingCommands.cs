using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report show, total: the official tables of one body, and of a whole territory.</summary>
internal static class ReadingCommands
{
    public static Command Show(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var period = SharedArguments.Period(frame.Words);
        var command = new FedCommand(
            "show", frame.Words["一个单位的报告:状态、正式表格、检查结果、经过", "a unit's report: state, official tables, findings, history"],
            "fed report show 500151 annual-2025", "fed report show 500151 annual-2025 --json") { unit, period };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GetReportRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period) };
            var report = await run.Server.Call(run.Server.Reports.GetReportAsync, request, ct);
            if (run.Json)
                run.Show(report, () => { });
            else
                await ReportText.Write(run, report, ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Total(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var period = SharedArguments.Period(frame.Words);
        var command = new FedCommand(
            "total", frame.Words["全辖区汇总:本机关、所属部门和下级之和", "the total of a territory: itself, its agencies and all below"],
            "fed report total 500000 annual-2025") { unit, period };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GetTotalRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period) };
            var total = await run.Server.Call(run.Server.Reports.GetTotalAsync, request, ct);
            if (run.Json)
                run.Show(total, () => { });
            else
                TotalText.Write(run, total, await run.Forms.Get(total.Figures.Form, ct));
            return ExitCodes.Ok;
        });
        return command;
    }
}
