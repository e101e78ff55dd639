using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed due, urge, grant-exception: who is still expected, and what a superior does about it.</summary>
internal static class DueCommands
{
    public static Command Due(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var subtree = new Option<bool>("--subtree") { Description = words["下辖全部单位(默认只直接下级)", "everything below (directly below when absent)"] };
        var limit = SharedArguments.Bound("--limit", words["最多列出几个(默认全部)", "at most so many (all when absent)"], words);
        var command = new FedCommand(
            "due", words["催报清单:谁还没报、还剩几天、催过几次", "who has not filed, days left, and how often they were urged"], "fed due 500151 annual-2025", "fed due 500000 annual-2025 --subtree --limit 50") { unit, period, subtree, limit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var most = parsed.GetValue(limit) ?? int.MaxValue;
            var request = new ListDueRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), Subtree = parsed.GetValue(subtree) };
            var all = new ListDueResponse();
            using (var progress = new ProgressLine(run))
            {
                do
                {
                    request.PageSize = Math.Min(1000, most - all.Units.Count);
                    request.PageToken = all.NextPageToken;
                    var page = await run.Server.Call(run.Server.Supervision.ListDueAsync, request, ct);
                    all.Units.AddRange(page.Units);
                    all.NextPageToken = page.NextPageToken;
                    progress.Show(all.Units.Count, 0, "");
                }
                while (all.NextPageToken.Length > 0 && all.Units.Count < most);
            }
            run.Show(all, () => DueTable.Write(run, all));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Urge(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var text = new Option<string>("--text") { Description = words["催报内容", "what to say"], HelpName = "TEXT", Required = true };
        var only = new Option<string[]>("--unit") { Description = words["只催这些单位(可多次;默认为直接下级中全部未报的)", "only these (may be repeated; all directly below that have not filed when absent)"], HelpName = "CODE" };
        var command = new FedCommand(
            "urge", words["催报:提醒未报单位,逐个记录", "ask bodies for their reports; each asking is recorded"],
            words["fed urge 500151 annual-2025 --text 请于1月31日前报送", "fed urge 500151 annual-2025 --text \"please file by 31 January\""]) { unit, period, text, only };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new UrgeReportsRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), Text = parsed.GetValue(text), RequestId = SharedArguments.NewRequestId() };
            request.Units.AddRange(parsed.GetValue(only) ?? []);
            var acts = new List<ActOnUnit>();
            using (var progress = new ProgressLine(run))
            {
                await foreach (var act in run.Server.Read(run.Server.Supervision.UrgeReports, request, ct))
                {
                    acts.Add(act);
                    progress.Show(acts.Count, request.Units.Count, act.Name);
                }
            }
            ActTable.Write(run, run.Out, acts, preview: false);
            return acts.TrueForAll(a => a.Done) ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    public static Command GrantException(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var until = new Option<string>("--until") { Description = words["最后一日(含)", "last day, inclusive"], HelpName = "YYYY-MM-DD", Required = true };
        var reason = new Option<string>("--reason") { Description = words["理由", "why"], HelpName = "TEXT", Required = true };
        var command = new FedCommand(
            "grant-exception", words["准予一个单位延至某日报送", "let one body file until a later day"],
            words["fed grant-exception 500151001 annual-2025 --until 2026-02-15 --reason 机构改革交接", "fed grant-exception 500151001 annual-2025 --until 2026-02-15 --reason \"offices being merged\""]) { unit, period, until, reason };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GrantExceptionRequest
            {
                Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), Until = parsed.GetValue(until), Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId(),
            };
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Supervision.GrantExceptionAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }
}
