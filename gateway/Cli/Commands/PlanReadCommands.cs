using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed plan list, coverage, assignments, lineage.</summary>
internal static class PlanReadCommands
{
    public static FedCommand List(RunFrame frame)
    {
        var unit = new Option<string>("--unit") { Description = frame.Words["发布单位(默认全部)", "issuer (all when absent)"], HelpName = "UNIT" };
        var year = new Option<int>("--year") { Description = frame.Words["年份(默认全部)", "year (all when absent)"], HelpName = "YEAR" };
        var command = new FedCommand("list", frame.Words["工作要点清单", "plans"], "fed plan list --year 2026") { unit, year };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.WorkPlans.ListPlansAsync, new ListPlansRequest { Unit = parsed.GetValue(unit) ?? "", Year = parsed.GetValue(year) }, ct);
            run.Show(found, () => PlanTables.WriteList(run, found.Plans));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Coverage(RunFrame frame)
    {
        var below = new Option<string>("--below") { Description = frame.Words["看哪个单位的直接下级(默认发布单位)", "whose directly lower units (the issuer's when absent)"], HelpName = "UNIT" };
        return PlanCommands.OnPlan(
            frame, "coverage", frame.Words["覆盖矩阵:条目 × 单位,标出空档", "clause by unit, with the holes"], "fed plan coverage 330000/2026/12 --below 330100", [below], async (run, parsed, plan, ct) =>
            {
                var request = new GetPlanCoverageRequest { Unit = plan.Unit, Year = plan.Year, Number = plan.Number, Below = parsed.GetValue(below) ?? "" };
                var found = await run.Server.Call(run.Server.WorkPlans.GetPlanCoverageAsync, request, ct);
                run.Show(found, () => PlanTables.WriteCoverage(run, found));
                return ExitCodes.Ok;
            });
    }

    public static FedCommand Assignments(RunFrame frame)
    {
        var words = frame.Words;
        var below = new Option<string>("--below") { Description = words["只看一个辖区", "of one subtree"], HelpName = "UNIT" };
        var clause = new Option<string>("--clause") { Description = words["只看一条", "of one clause"], HelpName = "CLAUSE" };
        var state = new Option<string>("--state") { Description = words["只看一种状态", "in one state"], HelpName = "STATE" };
        state.AcceptOnlyFromAmong("assigned", "delivered", "opened", "accepted", "objected", "withdrawn", "refused");
        return PlanCommands.OnPlan(
            frame, "assignments", words["每个单位每一条办到哪一步", "how each clause stands with each unit"], "fed plan assignments 330000/2026/12 --state assigned", [below, clause, state], async (run, parsed, plan, ct) =>
            {
                var request = new ListAssignmentsRequest
                {
                    Unit = plan.Unit, Year = plan.Year, Number = plan.Number, Below = parsed.GetValue(below) ?? "", Clause = parsed.GetValue(clause) ?? "", State = parsed.GetValue(state) ?? "", PageSize = 1000,
                };
                var all = new ListAssignmentsResponse();
                do
                {
                    var page = await run.Server.Call(run.Server.WorkPlans.ListAssignmentsAsync, request, ct);
                    all.Assignments.AddRange(page.Assignments);
                    request.PageToken = page.NextPageToken;
                }
                while (request.PageToken.Length > 0);
                run.Show(all, () => PlanTables.WriteAssignments(run, all.Assignments));
                return ExitCodes.Ok;
            });
    }

    public static FedCommand Silence(RunFrame frame)
    {
        var unit = new Argument<string>("UNIT") { Description = frame.Words["看哪个单位的直接下级", "whose directly lower units"] };
        var command = new FedCommand("silence", frame.Words["直接下级中逾期未签收的", "directly lower units that have not answered in time"], "fed plan silence 330101") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.WorkPlans.ListSilenceAsync, new ListSilenceRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () => PlanTables.WriteSilence(run, found.Silences));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Lineage(RunFrame frame)
    {
        var clause = new Argument<string>("CLAUSE") { Description = frame.Words["条目,例如 330000/2026/12#一/(一)", "clause, for example 330000/2026/12#一/(一)"] };
        var command = new FedCommand("lineage", frame.Words["一条从哪里来、分解到哪里", "where a clause comes from and where it goes"], "fed plan lineage '330000/2026/12#一/(一)'") { clause };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.WorkPlans.GetClauseLineageAsync, new GetClauseLineageRequest { Clause = parsed.GetValue(clause) }, ct);
            run.Show(found, () => PlanTables.WriteLineage(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Circular(RunFrame frame)
    {
        var words = frame.Words;
        var (plan, format, to, force) = (PlanCommands.Plan(words), AppraisalCommands.Format(words), SharedArguments.To(words), SharedArguments.Force(words));
        var below = new Option<string>("--below") { Description = words["只通报一个辖区", "of one subtree"], HelpName = "UNIT" };
        var command = new FedCommand("circular", words["落实情况通报(文件):排名、完成、逾期及理由、依据", "circular as a document: ranking, done, late and why, basis"], "fed plan circular 330000/2026/12 --format docx") { plan, below, format, to, force };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var (unit, year, number) = PlanCommands.Read(parsed.GetValue(plan), words);
            var request = new WritePlanCircularRequest { Unit = unit, Year = year, Number = number, Below = parsed.GetValue(below) ?? "", Format = AppraisalCommands.FormatOf(parsed.GetValue(format)) };
            await AppraisalCommands.Save(run, await run.Server.Call(run.Server.WorkPlans.WritePlanCircularAsync, request, ct), parsed.GetValue(to), parsed.GetValue(force), ct);
            return ExitCodes.Ok;
        });
        return command;
    }
}
