using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog show, list, get, history.</summary>
internal static class CatalogReadCommands
{
    public static FedCommand Show(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("show", frame.Words["目录概况:条数、序号、摘要、待确认的删除", "how a catalog stands: entries, sequence, digest, removals that wait"], "fed catalog show 330110") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Catalogs.GetCatalogAsync, new GetCatalogRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () => CatalogTables.Write(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand List(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var kind = new Option<string>("--kind") { Description = words["类别:matter、document、list-item、interpretation、consultation、meeting、response", "kind: matter, document, list-item, interpretation, consultation, meeting, response"], HelpName = "KIND" };
        var disclosure = new Option<string>("--disclosure") { Description = words["公开属性:proactive、on-request", "disclosure attribute: proactive, on-request"], HelpName = "WORD" };
        var validity = new Option<string>("--validity") { Description = words["时效:in-force、amended、repealed、lapsed", "validity: in-force, amended, repealed, lapsed"], HelpName = "WORD" };
        var field = new Option<string>("--field") { Description = words["领域", "field of work (领域)"], HelpName = "TEXT" };
        var most = SharedArguments.Bound("--most", words["最多几条(默认 100)", "at most so many (100 when absent)"], words);
        var command = new FedCommand("list", words["条目清单,最近变动的在前", "entries, the one changed last first"], "fed catalog list 330110", "fed catalog list 330110 --kind document --validity in-force") { unit, kind, disclosure, validity, field, most };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var wanted = parsed.GetValue(most) ?? 100;
            var request = new ListEntriesRequest
            {
                Unit = parsed.GetValue(unit), Kind = parsed.GetValue(kind) ?? "", Disclosure = parsed.GetValue(disclosure) ?? "", Validity = parsed.GetValue(validity) ?? "",
                Domain = parsed.GetValue(field) ?? "",
            };
            var all = new ListEntriesResponse();
            do
            {
                request.PageSize = Math.Min(1000, wanted - all.Entries.Count);
                var page = await run.Server.Call(run.Server.Catalogs.ListEntriesAsync, request, ct);
                all.Entries.AddRange(page.Entries);
                all.NextPageToken = request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0 && all.Entries.Count < wanted);
            run.Show(all, () => CatalogTables.Write(run, all));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Get(RunFrame frame)
    {
        var (unit, entry) = (SharedArguments.Unit(frame.Words), Entry(frame.Words));
        var command = new FedCommand("get", frame.Words["一个条目的全部内容和来源", "all of an entry, and where it comes from"], "fed catalog get 330110 doc-2026-17") { unit, entry };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Catalogs.GetEntryAsync, new GetEntryRequest { Unit = parsed.GetValue(unit), Entry = parsed.GetValue(entry) }, ct);
            run.Show(found, () => CatalogTables.Write(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand History(RunFrame frame)
    {
        var (unit, entry) = (SharedArguments.Unit(frame.Words), Entry(frame.Words));
        var command = new FedCommand("history", frame.Words["一个条目的每次变动", "every act on an entry"], "fed catalog history 330110 doc-2026-17") { unit, entry };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Catalogs.GetEntryHistoryAsync, new GetEntryRequest { Unit = parsed.GetValue(unit), Entry = parsed.GetValue(entry) }, ct);
            run.Show(found, () => CatalogTables.Write(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Argument<string> Entry(Words words) => new("ENTRY") { Description = words["条目编号", "id of the entry"] };
}
