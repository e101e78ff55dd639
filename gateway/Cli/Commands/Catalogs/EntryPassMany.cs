using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed entry pass-all: everything that waits for the caller in a unit, or one step of it.</summary>
internal static class EntryPassMany
{
    private const int AtOnce = 200;

    public static FedCommand Build(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var step = new Option<string>("--step") { Description = words["只办这一步,如 保密审查", "this step alone, for example 保密审查"], HelpName = "STEP", DefaultValueFactory = _ => "" };
        var note = new Option<string>("--note") { Description = words["附言", "a remark"], HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var list = new Option<bool>("--dry-run") { Description = words["只列出,不通过", "list them, pass nothing"] };
        var command = new FedCommand(
            "pass-all", words["批量通过本人可办的审查:按列表所见内容,其后有改动的不通过", "pass everything that waits for you, as listed; what changed since is not passed"],
            "fed entry pass-all 330110 --dry-run", "fed entry pass-all 330110 --step 保密审查 --note 无涉密内容") { unit, step, note, list };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var waiting = await Waiting(run, parsed.GetValue(unit)!, parsed.GetValue(step)!, ct);
            if (parsed.GetValue(list) || waiting.Count == 0)
            {
                run.Show(new ListEntryWorkResponse { Drafts = { waiting } }, () => EntryText.Work(run, waiting));
                return ExitCodes.Ok;
            }
            var passed = await Pass(run, parsed.GetValue(unit)!, waiting, parsed.GetValue(note)!, ct);
            run.Show(passed, () => EntryText.Passed(run, passed));
            return passed.Entries.Any(e => e.Findings.Count > 0) ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<List<DraftSummary>> Waiting(Run run, string unit, string step, CancellationToken ct)
    {
        var waiting = new List<DraftSummary>();
        var request = new ListEntryWorkRequest { Unit = unit, Mine = true, PageSize = 500 };
        do
        {
            var page = await run.Server.Call(run.Server.Entries.ListEntryWorkAsync, request, ct);
            waiting.AddRange(page.Drafts.Where(d => d.Hash.Length > 0 && d.Tasks.Any(t => t is "step" || (t is "withdraw" && step.Length == 0)) && (step.Length == 0 || d.Step == step)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return waiting;
    }

    private static async Task<PassEntryStepsResponse> Pass(Run run, string unit, List<DraftSummary> waiting, string note, CancellationToken ct)
    {
        var all = new PassEntryStepsResponse();
        using var line = new ProgressLine(run);
        foreach (var chunk in waiting.Chunk(AtOnce))
        {
            var request = new PassEntryStepsRequest { Unit = unit, Note = note, RequestId = SharedArguments.NewRequestId() };
            request.Entries.AddRange(chunk.Select(d => new ReadEntry { Entry = d.Id, Hash = d.Hash }));
            all.Entries.AddRange((await run.Server.Call(run.Server.Entries.PassEntryStepsAsync, request, ct)).Entries);
            line.Show(all.Entries.Count, waiting.Count, chunk[^1].Title);
        }
        return all;
    }
}
