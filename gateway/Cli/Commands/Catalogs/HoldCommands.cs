using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog holds: removals over the bound, which wait for a second person.</summary>
internal static class HoldCommands
{
    public static FedCommand Build(RunFrame frame) => new("holds", frame.Words["待另一人确认的删除", "removals that wait for a second person"], "fed catalog holds decide 330110 1 --confirm --reason 已核对")
    {
        Decide(frame),
    };

    private static FedCommand Decide(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, hold) = (SharedArguments.Unit(words), new Argument<int>("HOLD") { Description = words["待确认的编号(fed catalog show 中可见)", "number of the hold, as fed catalog show tells it"] });
        var confirm = new Option<bool>("--confirm") { Description = words["确认删除", "remove them"] };
        var refuse = new Option<bool>("--refuse") { Description = words["不删除", "keep them"] };
        var reason = new Option<string>("--reason") { Description = words["理由", "why"], HelpName = "TEXT", Required = true };
        var command = new FedCommand(
            "decide", words["确认或驳回(须为提出人以外的人)", "confirm or refuse (another person than asked for them)"],
            "fed catalog holds decide 330110 1 --confirm --reason 已核对", "fed catalog holds decide 330110 1 --refuse --reason 误操作")
        {
            unit, hold, confirm, refuse, reason,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(confirm) == result.GetValue(refuse))
                result.AddError(words["须写 --confirm 或 --refuse 之一", "give either --confirm or --refuse"]);
        });
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new DecideRemovalsRequest
            {
                Unit = parsed.GetValue(unit), Hold = parsed.GetValue(hold), Confirm = parsed.GetValue(confirm), Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId(),
            };
            var catalog = await run.Server.Call(run.Server.Catalogs.DecideRemovalsAsync, request, ct);
            run.Show(catalog, () => CatalogTables.Write(run, catalog));
            return ExitCodes.Ok;
        });
        return command;
    }
}
