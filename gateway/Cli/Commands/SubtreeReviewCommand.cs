using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed review: accepts, returns or approves many reports below a unit, after a look at every blocker.</summary>
internal static class SubtreeReviewCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var act = new Argument<string>("ACT") { Description = words["accept 审定、return 退回、approve 代为签发", "accept, return or approve"] };
        act.AcceptOnlyFromAmong("accept", "return", "approve");
        var preview = new Option<bool>("--preview") { Description = words["只预览,不办理", "show what would happen and do nothing"] };
        var subtree = new Option<bool>("--subtree") { Description = words["下辖全部单位(默认只直接下级)", "everything below (directly below when absent)"] };
        var all = new Option<bool>("--all-or-nothing") { Description = words["有一个受阻就全部不办", "when anything blocks, nothing is done"] };
        var units = new Option<string[]>("--unit") { Description = words["只办这些单位(可多次)", "only these units (may be repeated)"], HelpName = "CODE" };
        var (yes, reasons) = (SharedArguments.Yes(words), new Reasons(words));
        var command = new FedCommand(
            "review", words["批量审定、退回或代签下级的报告,先预览", "accept, return or approve many reports below, with a preview"],
            "fed review 500151 annual-2025 accept --preview",
            "fed review 500151 annual-2025 accept --subtree --all-or-nothing",
            words["fed review 500151 annual-2025 return --unit 500151001 --reason 请核对第三表", "fed review 500151 annual-2025 return --unit 500151001 --reason \"check table three\""])
        {
            unit, period, act, preview, subtree, all, units, reasons.Texts, reasons.Cells, yes,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ReviewSubtreeRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Act = Enum.Parse<ReviewSubtreeRequest.Types.Act>(parsed.GetValue(act)!, ignoreCase: true),
                Subtree = parsed.GetValue(subtree),
                AllOrNothing = parsed.GetValue(all),
                RequestId = SharedArguments.NewRequestId(),
            };
            request.Units.AddRange(parsed.GetValue(units) ?? []);
            request.Reasons.AddRange(reasons.Of(parsed));
            if (request.Act == ReviewSubtreeRequest.Types.Act.Return && request.Reasons.Count == 0)
                throw new UsageException(words["退回须用 --reason 或 --cell 写明理由", "a return needs a reason: --reason or --cell"]);
            if (parsed.GetValue(preview))
                return await Preview(run, request, ct);
            if (!parsed.GetValue(yes))
            {
                await Preview(run, request, ct, toErr: true);
                if (!await Confirmation.Ask(run, words["确认办理?", "Go on?"], ct))
                    throw new UsageException(words["没有办理。", "nothing was done."]);
            }
            request.Preview = false;
            var acts = await Read(run, request, ct);
            ActTable.Write(run, run.Out, acts, preview: false);
            return acts.TrueForAll(a => a.Done) ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<int> Preview(Run run, ReviewSubtreeRequest request, CancellationToken ct, bool toErr = false)
    {
        request.Preview = true;
        var acts = await Read(run, request, ct);
        if (!(toErr && run.Json))
            ActTable.Write(run, toErr ? run.Err : run.Out, acts, preview: true);
        return acts.TrueForAll(a => a.Blockers.Count == 0) ? ExitCodes.Ok : ExitCodes.Refused;
    }

    private static async Task<List<ActOnUnit>> Read(Run run, ReviewSubtreeRequest request, CancellationToken ct)
    {
        var acts = new List<ActOnUnit>();
        using var progress = new ProgressLine(run);
        await foreach (var act in run.Server.Read(run.Server.Supervision.ReviewSubtree, request, ct))
        {
            acts.Add(act);
            progress.Show(acts.Count, 0, act.Name);
        }
        return acts;
    }
}
