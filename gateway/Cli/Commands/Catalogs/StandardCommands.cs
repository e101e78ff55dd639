using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;
using Grpc.Core;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed standard: the standard catalog of a unit, from what is in force to conflicts with a newer version above.</summary>
internal static class StandardCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "standard", frame.Words["标准目录:查看、修订、发布、同步上级、处理冲突、不涉及", "standard catalogs: read, edit, publish, sync from above, decide conflicts, set items aside"],
        "fed standard show 500151", "fed standard sync 500151", "fed standard conflicts 500151")
    {
        StandardReadCommands.Show(frame), StandardReadCommands.Versions(frame), StandardReadCommands.Difference(frame), Edit(frame), Load(frame),
        Act(frame, "publish", frame.Words["发布:草稿成为下一版", "make the draft the next version"], run => run.Server.Standards.PublishStandardAsync),
        Act(frame, "sync", frame.Words["同步:采纳上级的下一版(逐版,不跳过)", "take over the next version above, one after another"], run => run.Server.Standards.SyncStandardAsync),
        StandardReadCommands.Conflicts(frame), Decide(frame), Aside(frame),
    };

    private static FedCommand Edit(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, file) = (SharedArguments.Unit(words), FileArgument(words));
        var remove = new Option<string[]>("--remove") { Description = words["删去的事项编号(可多次)", "id of an item to leave out (may be repeated)"], HelpName = "ID" };
        var (title, basis) = (Title(words), BasisOption(words));
        var command = new FedCommand("edit", words["修改草稿:文件中的事项新增或替换同号事项", "edit the draft: items of the file are added, or replace those of the same id"], "fed standard edit 500151 items.csv", "fed standard edit 500151 --remove guide-05")
        {
            unit, file, remove, title, basis,
        };
        file.Arity = ArgumentArity.ZeroOrOne;
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new EditStandardRequest
            {
                Unit = parsed.GetValue(unit), Title = parsed.GetValue(title) ?? "", Basis = parsed.GetValue(basis) ?? "", Csv = await Read(run, parsed.GetValue(file), ct), RequestId = SharedArguments.NewRequestId(),
            };
            request.Remove.AddRange(parsed.GetValue(remove) ?? []);
            return await Tell(run, await run.Server.Call(run.Server.Standards.EditStandardAsync, request, ct), ct);
        });
        return command;
    }

    private static FedCommand Load(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, file, yes) = (SharedArguments.Unit(words), FileArgument(words), SharedArguments.Yes(words));
        var (title, basis) = (Title(words), BasisOption(words));
        var command = new FedCommand(
            "load", words["以文件为全部内容,发布为下一版(文件中没有的事项即删去)", "make a file the whole of the standard and publish it as the next version (items that it lacks are left out)"],
            "fed standard load 000000 national.csv")
        {
            unit, file, title, basis, yes,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new EditStandardRequest
            {
                Unit = parsed.GetValue(unit), Title = parsed.GetValue(title) ?? "", Basis = parsed.GetValue(basis) ?? "", Csv = await Read(run, parsed.GetValue(file), ct), Replace = true, RequestId = SharedArguments.NewRequestId(),
            };
            if (!parsed.GetValue(yes) && !await Confirmation.Ask(run, words[$"以 {parsed.GetValue(file)} 发布 {request.Unit} 标准目录的下一版?", $"publish {parsed.GetValue(file)} as the next version of the standard of {request.Unit}?"], ct))
                throw new UsageException(words["没有发布。", "nothing was published."]);
            await run.Server.Call(run.Server.Standards.EditStandardAsync, request, ct);
            return await Tell(run, await run.Server.Call(run.Server.Standards.PublishStandardAsync, new ActOnStandardRequest { Unit = request.Unit, RequestId = SharedArguments.NewRequestId() }, ct), ct);
        });
        return command;
    }

    private static FedCommand Act(RunFrame frame, string name, string description, Func<Run, Func<ActOnStandardRequest, CallOptions, AsyncUnaryCall<StandardDraft>>> method)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand(name, description, $"fed standard {name} 500151") { unit };
        command.Does(frame, async (run, parsed, ct) =>
            await Tell(run, await run.Server.Call(method(run), new ActOnStandardRequest { Unit = parsed.GetValue(unit), RequestId = SharedArguments.NewRequestId() }, ct), ct));
        return command;
    }

    private static FedCommand Decide(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var take = new Option<string[]>("--take") { Description = words["采纳上级的冲突处(可多次)", "place of a conflict at which theirs is taken (may be repeated)"], HelpName = "PLACE" };
        var keep = new Option<string[]>("--keep") { Description = words["保留本地的冲突处和理由(可多次)", "place at which ours is kept, and why (may be repeated)"], HelpName = "PLACE=TEXT" };
        var command = new FedCommand(
            "decide", words["处理冲突:采纳上级,或写明理由保留本地", "decide conflicts: take theirs, or keep ours with a reason"],
            "fed standard decide 500151 --take art20-07.limit", words["fed standard decide 500151 --keep guide-03.limit=按月公开更及时", "fed standard decide 500151 --keep guide-03.limit=\"monthly is sooner\""])
        {
            unit, take, keep,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new DecideConflictsRequest { Unit = parsed.GetValue(unit), RequestId = SharedArguments.NewRequestId() };
            request.Decisions.AddRange((parsed.GetValue(take) ?? []).Select(place => new ConflictDecision { Place = place, Choice = ConflictDecision.Types.Choice.Theirs }));
            request.Decisions.AddRange((parsed.GetValue(keep) ?? []).Select(text => Reasons.Pair(text, "--keep", words)).Select(p => new ConflictDecision { Place = p.Name, Choice = ConflictDecision.Types.Choice.Ours, Reason = p.Value }));
            return await Tell(run, await run.Server.Call(run.Server.Standards.DecideConflictsAsync, request, ct), ct);
        });
        return command;
    }

    private static FedCommand Aside(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, item) = (SharedArguments.Unit(words), new Argument<string>("ITEM") { Description = words["事项编号", "id of the item"] });
        var reason = new Option<string>("--reason") { Description = words["不涉及的理由", "why it does not apply"], HelpName = "TEXT" };
        var again = new Option<bool>("--again") { Description = words["恢复:该事项重新适用", "it applies again"] };
        var command = new FedCommand("aside", words["不涉及:一个事项在本单位不适用", "an item does not apply to the unit"], words["fed standard aside 500151 guide-22 --reason 本区无涉农补贴", "fed standard aside 500151 guide-22 --reason \"no farms here\""])
        {
            unit, item, reason, again,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (parsed.GetValue(again) == !string.IsNullOrEmpty(parsed.GetValue(reason)))
                throw new UsageException(words["须写 --reason 理由,或者 --again 恢复", "write --reason, or --again"]);
            var request = new SetItemAsideRequest { Unit = parsed.GetValue(unit), Item = parsed.GetValue(item), Reason = parsed.GetValue(reason) ?? "", RequestId = SharedArguments.NewRequestId() };
            return await Tell(run, await run.Server.Call(run.Server.Standards.SetItemAsideAsync, request, ct), ct);
        });
        return command;
    }

    private static async Task<int> Tell(Run run, StandardDraft draft, CancellationToken ct)
    {
        run.Show(draft, () => StandardTables.WriteState(run, draft));
        if (!run.Json && draft.Findings.Count > 0)
            await FindingTable.Write(run, run.Err, draft.Findings, ct);
        return ExitCodes.Ok;
    }

    private static Argument<string?> FileArgument(Words words) => new("FILE") { Description = words["事项 CSV 文件;- 为标准输入", "CSV file of items; - reads standard input"] };

    private static Option<string> Title(Words words) => new("--title") { Description = words["标题(默认不变)", "title (unchanged when absent)"], HelpName = "TEXT" };

    private static Option<string> BasisOption(Words words) => new("--basis") { Description = words["依据的文件(默认不变)", "document that sets it (unchanged when absent)"], HelpName = "TEXT" };

    private static async Task<string> Read(Run run, string? file, CancellationToken ct)
    {
        try
        {
            return file is null ? "" : file == "-" ? await run.Around.In.ReadToEndAsync(ct) : await File.ReadAllTextAsync(file, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(run.Words[$"文件 {file} 不能读取:{e.Message}", $"{file} cannot be read: {e.Message}"]);
        }
    }
}
