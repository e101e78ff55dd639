using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report nil: 零报告 in one step, after one question.</summary>
internal static class NilCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var unit = new Option<string>("--unit") { Description = words["单位代码", "code of the unit"], HelpName = "UNIT", Required = true };
        var period = new Option<string>("--period") { Description = words["报告期", "period"], HelpName = "PERIOD", Required = true };
        var yes = SharedArguments.Yes(words);
        var version = SharedArguments.ExpectedVersion(words);
        var command = new FedCommand(
            "nil", words["零报告:声明全部单元格为“无”,提交签发", "nil report: declares every cell as none and hands it in"],
            "fed report nil --unit 500151105 --period annual-2025", "fed report nil --unit 500151105 --period annual-2025 --yes") { unit, period, yes, version };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var filing = new SubmitReportRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Figures = new Figures { Unlisted = Figures.Types.Unlisted.Nil },
                ExpectedVersion = parsed.GetValue(version),
            };
            if (!parsed.GetValue(yes) && !await Confirmed(run, filing, ct))
            {
                run.Err.Line(words["没有提交。", "nothing was handed in."]);
                return ExitCodes.Usage;
            }
            return await FilingCommands.Send(run, filing, ct);
        });
        return command;
    }

    private static async Task<bool> Confirmed(Run run, SubmitReportRequest filing, CancellationToken ct)
    {
        var unit = await run.Server.Call(run.Server.Divisions.GetUnitAsync, new GetUnitRequest { Unit = filing.Unit }, ct);
        var place = string.Join(" / ", unit.Path);
        return await Confirmation.Ask(run, run.Words[
            $"{place}({unit.Unit_}){filing.Period} 零报告:全部数字声明为“无”。确认提交?",
            $"{place} ({unit.Unit_}) {filing.Period}, nil report: every figure is declared none. Hand it in?"], ct);
    }
}
