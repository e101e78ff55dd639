using System.CommandLine;
using System.Globalization;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;
using Google.Protobuf.Collections;
using Option = System.CommandLine.Option;

namespace Federation.Cli.Commands;

/// <summary>fed plan: work plans from draft to coverage.</summary>
internal static class PlanCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "plan", frame.Words["工作要点:草拟、预览、发布、分解、修订、撤回、覆盖", "work plans: draft, preview, issue, cascade, amend, withdraw, coverage"],
        "fed plan draft 330000/2026/12 要点.docx", "fed plan preview 330000/2026/12", "fed plan issue 330000/2026/12", "fed plan coverage 330000/2026/12")
    {
        PlanDraftCommand.Build(frame), Preview(frame), Issue(frame), Cascade(frame), Amend(frame), Withdraw(frame), Show(frame), PlanReadCommands.List(frame), PlanReadCommands.Coverage(frame),
        PlanReadCommands.Assignments(frame), PlanReadCommands.Lineage(frame), PlanReadCommands.Silence(frame), PlanReadCommands.Circular(frame),
    };

    public static Argument<string> Plan(Words words) => new("PLAN") { Description = words["编号:单位/年份/序号,例如 330000/2026/12", "unit/year/number, for example 330000/2026/12"] };

    /// <exception cref="UsageException">Not of that shape.</exception>
    public static (string Unit, int Year, int Number) Read(string? text, Words words) =>
        (text ?? "").Split('/') is [var unit, var year, var number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (unit, y, n)
            : throw new UsageException(words[$"“{text}”不是工作要点编号,应如 330000/2026/12", $"'{text}' is no plan; write 330000/2026/12"]);

    private static Option<string> AsOf(Words words) => SharedArguments.Day("--as-of", words["按哪一天的区划选单位(默认今日)", "day of the tree (today when absent)"]);

    private static FedCommand Preview(RunFrame frame)
    {
        var asOf = AsOf(frame.Words);
        return OnPlan(frame, "preview", frame.Words["看准确的接收单位和选中的原因", "exactly who would receive it, and why"], "fed plan preview 330000/2026/12", [asOf], async (run, parsed, plan, ct) =>
        {
            var request = new PreviewPlanRequest { Unit = plan.Unit, Year = plan.Year, Number = plan.Number, AsOf = parsed.GetValue(asOf) ?? "" };
            var preview = await run.Server.Call(run.Server.WorkPlans.PreviewPlanAsync, request, ct);
            run.Show(preview, () => PlanTables.WritePreview(run, preview));
            return await Noted(run, preview.Findings, ct);
        });
    }

    private static FedCommand Issue(RunFrame frame)
    {
        var asOf = AsOf(frame.Words);
        return OnPlan(frame, "issue", frame.Words["发布草稿", "issue the draft"], "fed plan issue 330000/2026/12", [asOf], async (run, parsed, plan, ct) =>
        {
            var request = new IssuePlanRequest { Unit = plan.Unit, Year = plan.Year, Number = plan.Number, AsOf = parsed.GetValue(asOf) ?? "", RequestId = SharedArguments.NewRequestId() };
            return await Tell(run, await run.Server.Call(run.Server.WorkPlans.IssuePlanAsync, request, ct), ct);
        });
    }

    private static FedCommand Cascade(RunFrame frame)
    {
        var words = frame.Words;
        var from = new Option<string>("--from") { Description = words["承接的上级工作要点", "plan above that is broken down"], HelpName = "PLAN", Required = true };
        var to = new Option<string[]>("--to") { Description = words["接收范围,如 \"tier township\"、\"line audit\"(可多次;默认直接下级)", "receivers, such as \"tier township\", \"line audit\" (may be repeated; units directly below when absent)"], HelpName = "CHOICE" };
        var earlier = new Option<int>("--earlier") { Description = words["各条期限比上级提前的天数", "days by which every date lies before that above"], HelpName = "DAYS" };
        return OnPlan(
            frame, "cascade", words["任务分解:生成承接上级要点的草稿", "break a plan above down: makes the draft"], "fed plan cascade 330100/2026/1 --from 330000/2026/12 --earlier 15", [from, to, earlier],
            async (run, parsed, plan, ct) =>
            {
                var request = new CascadePlanRequest
                {
                    Unit = plan.Unit, Year = plan.Year, Number = plan.Number, From = parsed.GetValue(from), EarlierByDays = parsed.GetValue(earlier), RequestId = SharedArguments.NewRequestId(),
                };
                request.Receivers.AddRange(parsed.GetValue(to) ?? []);
                return await Tell(run, await run.Server.Call(run.Server.WorkPlans.CascadePlanAsync, request, ct), ct);
            });
    }

    private static FedCommand Amend(RunFrame frame)
    {
        var (words, reason) = (frame.Words, Reason(frame.Words));
        return OnPlan(
            frame, "amend", words["以草稿修订已发布的工作要点", "issue the draft as a new version"], words["fed plan amend 330000/2026/12 --reason 调整期限", "fed plan amend 330000/2026/12 --reason dates"], [reason],
            async (run, parsed, plan, ct) =>
            {
                var request = new AmendPlanRequest { Unit = plan.Unit, Year = plan.Year, Number = plan.Number, Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() };
                return await Tell(run, await run.Server.Call(run.Server.WorkPlans.AmendPlanAsync, request, ct), ct);
            });
    }

    private static FedCommand Withdraw(RunFrame frame)
    {
        var (words, reason) = (frame.Words, Reason(frame.Words));
        return OnPlan(
            frame, "withdraw", words["撤回工作要点", "withdraw a plan"], words["fed plan withdraw 330000/2026/12 --reason 文件废止", "fed plan withdraw 330000/2026/12 --reason repealed"], [reason],
            async (run, parsed, plan, ct) =>
            {
                var request = new WithdrawPlanRequest { Unit = plan.Unit, Year = plan.Year, Number = plan.Number, Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() };
                return await Tell(run, await run.Server.Call(run.Server.WorkPlans.WithdrawPlanAsync, request, ct), ct);
            });
    }

    private static FedCommand Show(RunFrame frame) => OnPlan(
        frame, "show", frame.Words["条目、状态和经过", "clauses, state and history"], "fed plan show 330000/2026/12", [],
        async (run, _, plan, ct) => await Tell(run, await run.Server.Call(run.Server.WorkPlans.GetPlanAsync, new GetPlanRequest { Unit = plan.Unit, Year = plan.Year, Number = plan.Number }, ct), ct));

    /// <summary>A command on one plan: its id first, then whatever else it takes.</summary>
    public static FedCommand OnPlan(
        RunFrame frame, string name, string description, string example, IEnumerable<Symbol> takes, Func<Run, ParseResult, (string Unit, int Year, int Number), CancellationToken, Task<int>> act)
    {
        var plan = Plan(frame.Words);
        var command = new FedCommand(name, description, example) { plan };
        foreach (var symbol in takes)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }
        command.Does(frame, (run, parsed, ct) => act(run, parsed, Read(parsed.GetValue(plan), run.Words), ct));
        return command;
    }

    private static Option<string> Reason(Words words) => new("--reason") { Description = words["理由", "why"], HelpName = "TEXT", Required = true };

    public static async Task<int> Tell(Run run, Plan plan, CancellationToken ct)
    {
        run.Show(plan, () => PlanTables.WriteOne(run, plan));
        return await Noted(run, plan.Findings, ct);
    }

    private static async Task<int> Noted(Run run, RepeatedField<Finding> findings, CancellationToken ct)
    {
        if (!run.Json && findings.Count > 0)
            await FindingTable.Write(run, run.Out, findings, ct);
        return ExitCodes.Ok;
    }
}
