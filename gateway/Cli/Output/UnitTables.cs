using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Units on the terminal.</summary>
internal static class UnitTables
{
    public static void WriteOne(Run run, Unit unit)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["代码", "code"], unit.Unit_),
            (words["名称", "name"], unit.Name),
            (words["级别", "tier"], $"{Names.Of(unit.Tier, words)} · {Names.Of(unit.Kind, words)}"),
            (words["位置", "path"], string.Join(" / ", unit.Path)),
            (words["上级", "parent"], unit.Parent),
            (words["直接下级", "children"], Printed.Count(unit.Children)),
            (words["全部下级", "all below"], Printed.Count(unit.Descendants))));
        if (unit.Reporting.Count == 0)
            return;
        var table = Tables.Make().Text(words["报告期", "period"]).Text(words["状态", "state"]).Text(words["截止日期", "due"]).Text(words["报送时间", "filed at"]);
        foreach (var status in unit.Reporting)
        {
            table.AddRow(
                Tables.Cell(status.Period),
                Tables.Cell(Names.Of(status.State, words) + (status.Late ? words["(迟报)", " (late)"] : "")),
                Tables.Cell(status.Due),
                Tables.Cell(Printed.Moment(status.FiledAt)));
        }
        run.Out.Write(table);
    }

    public static void WriteList(Run run, IReadOnlyList<Unit> units)
    {
        var words = run.Words;
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["名称", "name"])
            .Text(words["级别", "tier"], wraps: false)
            .Text(words["性质", "kind"], wraps: false)
            .Text(words["位置", "path"])
            .Number(words["直接下级", "children"])
            .Number(words["全部下级", "all below"]);
        foreach (var unit in units)
        {
            table.AddRow(
                Tables.Cell(unit.Unit_),
                Tables.Cell(unit.Name),
                Tables.Cell(Names.Of(unit.Tier, words)),
                Tables.Cell(Names.Of(unit.Kind, words)),
                Tables.Cell(string.Join(" / ", unit.Path.SkipLast(1))),
                Tables.Cell(Printed.Count(unit.Children)),
                Tables.Cell(Printed.Count(unit.Descendants)));
        }
        run.Out.Write(table);
        run.Out.Line(words[$"共 {Printed.Count(units.Count)} 个单位", $"{Printed.Count(units.Count)} unit(s)"]);
    }

    /// <summary>Draws a tree of units given in preorder, the top first.</summary>
    public static void WriteTree(Run run, IReadOnlyList<Unit> preorder)
    {
        var shown = preorder.Select(u => u.Parent).ToHashSet();
        var tree = new Tree(Line(run, preorder[0], shown)).Guide(TreeGuide.Line);
        var nodes = new Dictionary<string, IHasTreeNodes> { [preorder[0].Unit_] = tree };
        foreach (var unit in preorder.Skip(1))
            nodes[unit.Unit_] = nodes[unit.Parent].AddNode(Line(run, unit, shown));
        run.Out.Write(tree);
    }

    private static Wrapped Line(Run run, Unit unit, HashSet<string> shown)
    {
        var hidden = unit.Children > 0 && !shown.Contains(unit.Unit_) ? run.Words[$"(下辖 {Printed.Count(unit.Descendants)})", $" ({Printed.Count(unit.Descendants)} below)"] : "";
        return Tables.Cell($"{unit.Name} {unit.Unit_}{hidden}");
    }
}
