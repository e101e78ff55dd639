using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog gaps: what a unit must make public by its standard and has no entry for; below it, as figures.</summary>
internal static class GapsCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var below = new Option<bool>("--below") { Description = words["直接下级各单位的数字", "figures of the territories directly below"] };
        var deep = new Option<bool>("--deep") { Description = words["与 --below 合用:所有下级", "with --below: of all territories below"] };
        var command = new FedCommand("gaps", words["缺项清单:标准目录要求而目录中没有的事项", "gaps: what the standard demands and the catalog has not"], "fed catalog gaps 500151", "fed catalog gaps 500000 --below")
        {
            unit, below, deep,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (parsed.GetValue(below) || parsed.GetValue(deep))
            {
                var all = await Below(run, parsed.GetValue(unit)!, parsed.GetValue(deep), ct);
                run.Show(all, () => StandardTables.Write(run, all));
                return ExitCodes.Ok;
            }
            var gaps = await run.Server.Call(run.Server.Standards.ListGapsAsync, new ListGapsRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(gaps, () => StandardTables.Write(run, gaps));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ListGapsBelowResponse> Below(Run run, string unit, bool deep, CancellationToken ct)
    {
        var request = new ListGapsBelowRequest { Unit = unit, Deep = deep, PageSize = 500 };
        var all = new ListGapsBelowResponse();
        do
        {
            var page = await run.Server.Call(run.Server.Standards.ListGapsBelowAsync, request, ct);
            all.Units.AddRange(page.Units);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
