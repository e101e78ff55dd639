using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed duties digest, burden, appraisal: what follows from a unit's duties.</summary>
internal static class DutyReadings
{
    public static FedCommand Digest(RunFrame frame) => Reading(
        frame, "digest", frame.Words["今日须办的事,一份清单", "what has to be looked at today, in one list"],
        async (run, unit, year, ct) =>
        {
            var digest = await run.Server.Call(run.Server.Obligations.GetDigestAsync, new GetDigestRequest { Unit = unit, Year = year }, ct);
            run.Show(digest, () => DutyTable.Write(run, digest));
        });

    public static FedCommand Burden(RunFrame frame) => Reading(
        frame, "burden", frame.Words["任务每月占用的分钟数", "minutes that duties cost, month by month"],
        async (run, unit, year, ct) =>
        {
            var burden = await run.Server.Call(run.Server.Obligations.GetBurdenAsync, new GetBurdenRequest { Unit = unit, Year = year }, ct);
            run.Show(burden, () => DutyTable.Write(run, burden));
        });

    public static FedCommand Appraisal(RunFrame frame) => Reading(
        frame, "appraisal", frame.Words["考核得分,逐分说明", "points, each explained"],
        async (run, unit, year, ct) =>
        {
            var appraisal = await run.Server.Call(run.Server.Obligations.GetAppraisalAsync, new GetAppraisalRequest { Unit = unit, Year = year }, ct);
            run.Show(appraisal, () => DutyTable.Write(run, appraisal));
        });

    private static FedCommand Reading(RunFrame frame, string name, string description, Func<Run, string, int, CancellationToken, Task> read)
    {
        var (unit, year) = (SharedArguments.Unit(frame.Words), DutyCommands.Year(frame.Words));
        var command = new FedCommand(name, description, $"fed duties {name} 500151 2026") { unit, year };
        command.Does(frame, async (run, parsed, ct) =>
        {
            await read(run, parsed.GetValue(unit)!, parsed.GetValue(year), ct);
            return ExitCodes.Ok;
        });
        return command;
    }
}
