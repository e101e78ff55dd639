using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report total, parts: what a territory adds up to, now or on a past day, and in which three parts.</summary>
internal static class TotalCommands
{
    public static Command Total(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var asOf = AsOf(words);
        var command = new FedCommand(
            "total", words["全辖区汇总:本机关、所属部门和下级之和", "the total of a territory: itself, its agencies and all below"],
            "fed report total 500000 annual-2025", "fed report total 500000 annual-2025 --as-of 2026-03-31") { unit, period, asOf };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (parsed.GetValue(asOf) is { } moment)
            {
                var past = new GetTotalAsOfRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), AsOf = moment };
                var then = await run.Server.Call(run.Server.Supervision.GetTotalAsOfAsync, past, ct);
                if (run.Json)
                    run.Show(then, () => { });
                else
                    TotalText.WritePast(run, then, await run.Forms.Get(then.Figures.Form, ct));
                return ExitCodes.Ok;
            }
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

    public static Command Parts(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var all = new Option<bool>("--all") { Description = words["也列出三部分都为零的单元格", "also cells that are zero in all three parts"] };
        var command = new FedCommand(
            "parts", words["汇总的三个部分:本机关、所属部门、下级政府", "the total in its three parts: own office, agencies, child territories"], "fed report parts 500151 annual-2025") { unit, period, all };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var parts = await run.Server.Call(run.Server.Reports.GetTotalPartsAsync, new GetTotalRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period) }, ct);
            if (run.Json)
                run.Show(parts, () => { });
            else
                PartsTable.Write(run, parts, (await run.Forms.OfPeriod(parts.Period, ct))!, parsed.GetValue(all));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Option<string> AsOf(Words words) =>
        new("--as-of") { Description = words["某日(北京时间该日终)或某时刻的汇总,由账本重新累加", "as of the end of a day in Beijing, or of a moment: added up anew from the ledger"], HelpName = "DATE" };
}
