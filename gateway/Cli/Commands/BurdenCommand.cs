using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed burden: minutes that plans cost the units below.</summary>
internal static class BurdenCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, year) = (SharedArguments.Unit(words), DutyCommands.Year(words));
        var issuer = new Option<string>("--issuer") { Description = words["只看一个发布单位的工作要点", "plans of one issuer alone"], HelpName = "UNIT" };
        var plan = new Option<string>("--plan") { Description = words["只看一份工作要点", "one plan alone"], HelpName = "PLAN" };
        var limit = SharedArguments.Bound("--limit", words["最多列多少个单位(默认 100)", "units listed at most (100 when absent)"], words);
        var command = new FedCommand(
            "burden", words["负担台账:下级每月预计用时,按单位、按工作要点", "burden ledger: minutes that plans cost the units below, by unit and by plan"], "fed burden 330000 2026 --plan 330000/2026/12")
        {
            unit, year, issuer, plan, limit,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var most = parsed.GetValue(limit) ?? 100;
            var request = new ListBurdenRequest
            {
                Unit = parsed.GetValue(unit), Year = parsed.GetValue(year), Issuer = parsed.GetValue(issuer) ?? "", Plan = parsed.GetValue(plan) ?? "", PageSize = Math.Min(most, 1000),
            };
            var all = await run.Server.Call(run.Server.Obligations.ListBurdenAsync, request, ct);
            while (all.NextPageToken.Length > 0 && all.Units.Count < most)
            {
                request.PageToken = all.NextPageToken;
                request.PageSize = Math.Min(most - all.Units.Count, 1000);
                var page = await run.Server.Call(run.Server.Obligations.ListBurdenAsync, request, ct);
                all.Units.AddRange(page.Units);
                all.NextPageToken = page.NextPageToken;
            }
            run.Show(all, () => BurdenTable.Write(run, all));
            return ExitCodes.Ok;
        });
        return command;
    }
}
