using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed coverage, missing: who has filed and who has not.</summary>
internal static class CoverageCommands
{
    public static Command Coverage(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var period = SharedArguments.Period(words);
        var watch = new Option<bool>("--watch") { Description = words["持续显示,直到 Ctrl-C", "keep showing it until Ctrl-C"] };
        var command = new FedCommand(
            "coverage", words["报送进度:全辖区和每个下级", "who has filed: the whole subtree, and each child"],
            "fed coverage 500000 annual-2025", "fed coverage 500000 annual-2025 --watch") { unit, period, watch };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GetCoverageRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period) };
            if (parsed.GetValue(watch))
                return await CoverageWatch.Run(run, request, ct);
            var coverage = await run.Server.Call(run.Server.Reports.GetCoverageAsync, request, ct);
            run.Show(coverage, () => run.Out.Write(CoverageTable.Draw(run, coverage)));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Missing(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var period = SharedArguments.Period(words);
        var limit = SharedArguments.Bound("--limit", words["最多列出几个(默认全部)", "at most so many (all when absent)"], words);
        var command = new FedCommand(
            "missing", words["未报单位名单", "units that must file and have not"],
            "fed missing 500000 annual-2025", "fed missing 500000 annual-2025 --limit 20") { unit, period, limit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ListMissingRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period) };
            var missing = await Pages(run, request, parsed.GetValue(limit) ?? int.MaxValue, ct);
            run.Show(missing, () => MissingTable.Write(run, missing));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ListMissingResponse> Pages(Run run, ListMissingRequest request, int limit, CancellationToken ct)
    {
        var all = new ListMissingResponse();
        do
        {
            request.PageSize = Math.Min(5000, limit - all.Units.Count);
            request.PageToken = all.NextPageToken;
            var page = await run.Server.Call(run.Server.Reports.ListMissingAsync, request, ct);
            all.Units.AddRange(page.Units);
            all.NextPageToken = page.NextPageToken;
        }
        while (all.NextPageToken.Length > 0 && all.Units.Count < limit);
        return all;
    }
}
