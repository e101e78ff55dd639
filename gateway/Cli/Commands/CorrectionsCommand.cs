using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed corrections: what was corrected in a territory after it had been accepted.</summary>
internal static class CorrectionsCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var since = SharedArguments.Day("--since", words["只列该日以来的", "only those since this day"]);
        var command = new FedCommand(
            "corrections", words["更正清单:谁改了什么、前后数字、理由", "who corrected what, before and after, and why"], "fed corrections 500151 annual-2025", "fed corrections 500000 annual-2025 --since 2026-03-01") { unit, period, since };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ListCorrectionsRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), Since = parsed.GetValue(since) ?? "" };
            var found = await run.Server.Call(run.Server.Supervision.ListCorrectionsAsync, request, ct);
            run.Show(found, () => Write(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(Run run, ListCorrectionsResponse found)
    {
        var words = run.Words;
        foreach (var correction in found.Corrections)
        {
            run.Out.Line($"{string.Join(" / ", correction.Path)} ({correction.Unit})");
            run.Out.Line(words[
                $"  第 {correction.Corrects} 版 → 第 {correction.Version} 版,{Printed.Moment(correction.At)},{correction.By}:{correction.Reason}",
                $"  version {correction.Corrects} → {correction.Version}, {Printed.Moment(correction.At)}, {correction.By}: {correction.Reason}"]);
            if (correction.Cells.Count > 0)
                DifferenceTable.Write(run, correction.Cells, words["更正前", "before"], words["更正后", "after"]);
        }
        run.Out.Line(words[$"共 {found.Corrections.Count} 次更正", $"{found.Corrections.Count} correction(s)"]);
    }
}
