using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog changes, digest: the feed of a catalog, and what proves a copy of it.</summary>
internal static class FeedCommands
{
    public static FedCommand Changes(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var after = new Option<long>("--after") { Description = words["从哪个序号之后开始(默认 0,全部)", "sequence after which to begin (0, everything, when absent)"], HelpName = "SEQ" };
        var limit = SharedArguments.Bound("--limit", words["最多几条(默认 500,不超过 1000)", "at most so many (500 when absent, 1000 at most)"], words);
        var command = new FedCommand(
            "changes", words["增量:某序号之后变动的条目,含已删除的", "entries changed after a sequence, removed ones among them"], "fed catalog changes 330110 --after 0", "fed catalog changes 330110 --after 5210 --json")
        {
            unit, after, limit,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ListChangesRequest { Unit = parsed.GetValue(unit), After = parsed.GetValue(after), Limit = parsed.GetValue(limit) ?? 0 };
            var page = await run.Server.Call(run.Server.Catalogs.ListChangesAsync, request, ct);
            run.Show(page, () => CatalogTables.Write(run, page));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Digest(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var prefix = new Option<string>("--prefix") { Description = words["摘要树中的位置(十六进制;默认为根)", "place in the digest tree in hexadecimal digits (the root when absent)"], HelpName = "HEX" };
        var subtree = new Option<bool>("--subtree") { Description = words["该单位及其下级的合计摘要", "digest of the unit with everything below it"] };
        var asOf = SharedArguments.Day("--as-of", words["按哪一天的行政区划(默认今日;只用于 --subtree)", "tree of which day (today when absent; for --subtree)"]);
        var command = new FedCommand("digest", words["摘要:两份目录一致与否,看摘要即知", "digests: two copies agree exactly when their digests do"], "fed catalog digest 330110", "fed catalog digest 330000 --subtree")
        {
            unit, prefix, subtree, asOf,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (parsed.GetValue(subtree))
            {
                var whole = await run.Server.Call(run.Server.Catalogs.GetSubtreeDigestAsync, new GetSubtreeDigestRequest { Unit = parsed.GetValue(unit), AsOf = parsed.GetValue(asOf) ?? "" }, ct);
                run.Show(whole, () => CatalogTables.Write(run, whole));
                return ExitCodes.Ok;
            }
            var node = await run.Server.Call(run.Server.Catalogs.GetDigestNodeAsync, new GetDigestNodeRequest { Unit = parsed.GetValue(unit), Prefix = parsed.GetValue(prefix) ?? "" }, ct);
            run.Show(node, () => CatalogTables.Write(run, node));
            return ExitCodes.Ok;
        });
        return command;
    }
}
