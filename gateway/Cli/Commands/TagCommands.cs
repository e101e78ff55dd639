using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed tags: tags that a superior gives to units below, by which receivers are chosen.</summary>
internal static class TagCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "tags", frame.Words["标签:贴、去、列(按标签选接收单位)", "tags of units below: put, take, list (receivers are chosen by them)"],
        frame.Words["fed tags put 500000 试点 500151 500152 --reason 渝府办发〔2026〕3号", "fed tags put 500000 pilot 500151 500152 --reason \"document 3\""], "fed tags list 500000")
    {
        Change(frame, "put", frame.Words["给下级单位贴标签", "put a tag on units below"], run => run.Server.WorkPlans.PutTagAsync),
        Change(frame, "take", frame.Words["去掉标签", "take a tag off"], run => run.Server.WorkPlans.TakeTagAsync),
        List(frame),
    };

    private static FedCommand Change(RunFrame frame, string name, string description, Func<Run, Func<ChangeTagRequest, Grpc.Core.CallOptions, Grpc.Core.AsyncUnaryCall<TagBook>>> method)
    {
        var words = frame.Words;
        var (unit, tag) = (SharedArguments.Unit(words), new Argument<string>("TAG") { Description = words["标签,例如 试点", "the tag, for example pilot"] });
        var units = new Argument<string[]>("UNITS") { Description = words["下级单位代码", "codes of units below"], Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string>("--reason") { Description = words["理由或依据", "why, or the document"], HelpName = "TEXT", Required = true };
        var from = SharedArguments.Day("--from", words["自哪一天起(默认今日)", "first day (today when absent)"]);
        var command = new FedCommand(name, description, words[$"fed tags {name} 500000 试点 500151 --reason 渝府办发〔2026〕3号", $"fed tags {name} 500000 pilot 500151 --reason \"document 3\""]) { unit, tag, units, reason, from };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ChangeTagRequest
            {
                Unit = parsed.GetValue(unit), Tag = parsed.GetValue(tag), FromDay = parsed.GetValue(from) ?? "", Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId(),
            };
            request.Units.AddRange(parsed.GetValue(units) ?? []);
            var book = await run.Server.Call(method(run), request, ct);
            run.Show(book, () => AppraisalTable.Write(run, book));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand List(RunFrame frame)
    {
        var (unit, asOf) = (SharedArguments.Unit(frame.Words), SharedArguments.Day("--as-of", frame.Words["某一天的标签(默认全部,含已去掉的)", "as on a day (all, past ones too, when absent)"]));
        var command = new FedCommand("list", frame.Words["标签清单", "tags given"], "fed tags list 500000 --as-of 2026-06-01") { unit, asOf };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var book = await run.Server.Call(run.Server.WorkPlans.ListTagsAsync, new ListTagsRequest { Unit = parsed.GetValue(unit), AsOf = parsed.GetValue(asOf) ?? "" }, ct);
            run.Show(book, () => AppraisalTable.Write(run, book));
            return ExitCodes.Ok;
        });
        return command;
    }
}
