using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed units: who is where in the tree.</summary>
internal static class UnitCommands
{
    private const int PageSize = 5000;

    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        return new FedCommand("units", words["查询单位", "look at units"], "fed units show 500151", "fed units search 铜梁")
        {
            Show(frame), Children(frame), Tree(frame), Search(frame),
        };
    }

    private static FedCommand Show(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("show", frame.Words["一个单位及其报送状态", "one unit and how it stands in every open period"], "fed units show 500151", "fed units show 500151.justice --json") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Divisions.GetUnitAsync, new GetUnitRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () => UnitTables.WriteOne(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Children(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("children", frame.Words["直接下级和所属部门", "the units directly below"], "fed units children 500100") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Divisions.ListChildrenAsync, new ListChildrenRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () => UnitTables.WriteList(run, found.Units));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Tree(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var depth = SharedArguments.Bound("--depth", frame.Words["向下几级(默认 2)", "levels below (2 when absent)"], frame.Words);
        var command = new FedCommand("tree", frame.Words["以树形显示下级", "the tree below a unit"], "fed units tree 500151", "fed units tree 500000 --depth 1") { unit, depth };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var all = await Subtree(run, parsed.GetValue(unit)!, ct);
            var shown = DownTo(all.Units, parsed.GetValue(depth) ?? 2);
            run.Show(shown, () => UnitTables.WriteTree(run, shown.Units));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Search(RunFrame frame)
    {
        var text = new Argument<string>("TEXT") { Description = frame.Words["名称中的字,或代码开头", "part of the name, or beginning of the code"] };
        var within = new Option<string>("--within") { Description = frame.Words["只在该单位之下查找", "only below this unit"], HelpName = "UNIT" };
        var command = new FedCommand("search", frame.Words["按名称或代码查找单位", "find units by name or code"], "fed units search 铜梁", "fed units search 街道 --within 500151") { text, within };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new SearchUnitsRequest { Query = parsed.GetValue(text), Within = parsed.GetValue(within) ?? "", Limit = 50 };
            var found = await run.Server.Call(run.Server.Divisions.SearchUnitsAsync, request, ct);
            run.Show(found, () => UnitTables.WriteList(run, found.Units));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ListUnitsResponse> Subtree(Run run, string unit, CancellationToken ct)
    {
        var request = new ListSubtreeRequest { Unit = unit, PageSize = PageSize };
        var all = new ListUnitsResponse();
        do
        {
            var page = await run.Server.Call(run.Server.Divisions.ListSubtreeAsync, request, ct);
            all.Units.AddRange(page.Units);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static ListUnitsResponse DownTo(IReadOnlyList<Unit> preorder, int depth)
    {
        var depths = new Dictionary<string, int>();
        var shown = new ListUnitsResponse();
        foreach (var unit in preorder)
        {
            depths[unit.Unit_] = depths.TryGetValue(unit.Parent, out var above) ? above + 1 : 0;
            if (depths[unit.Unit_] <= depth)
                shown.Units.Add(unit);
        }
        return shown;
    }
}
