using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog search: full text over the catalogs of any part of the tree.</summary>
internal static class SearchCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var query = new Argument<string[]>("WORDS")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = words["要找的词,都须出现;带空格的放在引号内;-词 排除;词 OR 词 任一;不写则只按条件列出", "words that must all be there; quote what stands together; -word excludes; word OR word; none: by filters alone"],
        };
        var within = Text("--within", words["该单位及其全部下级(默认全国)", "the unit and everything below (the nation when absent)"], "UNIT");
        var own = new Option<bool>("--own") { Description = words["只查该单位自己的目录", "only the unit's own catalog"] };
        var kind = Text("--kind", words["类别,如 文件、公开事项", "kind, such as document or matter"], "KIND");
        var disclosure = Text("--disclosure", words["公开属性,如 主动公开、依申请公开", "proactive or on-request"], "WORD");
        var validity = Text("--validity", words["时效,如 现行有效、废止", "in-force, amended, repealed or lapsed"], "WORD");
        var domain = Text("--domain", words["领域,如 社会救助", "field, such as 社会救助"], "NAME");
        var item = Text("--item", words["标准目录事项", "item of the standard"], "ITEM");
        var from = SharedArguments.Day("--from", words["发布日期不早于", "published no earlier than"]);
        var to = SharedArguments.Day("--to-day", words["发布日期不晚于", "published no later than"]);
        var newest = new Option<bool>("--newest") { Description = words["按日期排列(默认标题相符、现行有效的在前)", "by day (titles and what is in force first when absent)"] };
        var limit = SharedArguments.Bound("--limit", words["最多几条(默认 20)", "at most so many (20 when absent)"], words);
        var page = Text("--page", words["从上一页给出的标记继续", "go on from what the page before gave out"], "TOKEN");
        var command = new FedCommand(
            "search", words["全文检索公开目录", "full-text search of catalogs"],
            "fed catalog search 最低生活保障 标准 --within 330100", "fed catalog search \"低保 OR 特困\" --validity in-force --newest", "fed catalog search --kind 文件 --from 2026-01-01")
        {
            query, within, own, kind, disclosure, validity, domain, item, from, to, newest, limit, page,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            string Said(Option<string> option) => parsed.GetValue(option) ?? "";
            var request = new SearchEntriesRequest
            {
                Query = string.Join(' ', parsed.GetValue(query)!), Within = Said(within), Own = parsed.GetValue(own), Kind = Said(kind), Disclosure = Said(disclosure), Validity = Said(validity),
                Domain = Said(domain), StandardItem = Said(item), From = Said(from), To = Said(to), PageSize = parsed.GetValue(limit) ?? 20, PageToken = Said(page),
                Order = parsed.GetValue(newest) ? SearchEntriesRequest.Types.Order.Newest : SearchEntriesRequest.Types.Order.Relevance,
            };
            var found = await run.Server.Call(run.Server.Search.SearchEntriesAsync, request, ct);
            run.Show(found, () => SearchTable.Write(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<string> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };
}
