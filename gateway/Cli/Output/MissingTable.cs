using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Units that have not filed.</summary>
internal static class MissingTable
{
    public static void Write(Run run, ListMissingResponse missing)
    {
        var words = run.Words;
        if (missing.Units.Count == 0)
        {
            run.Out.Line(words["全部已报。", "all have filed."]);
            return;
        }
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["单位", "unit"])
            .Text(words["位置", "path"])
            .Text(words["截止日期", "due"], wraps: false)
            .Text(words["说明", "note"], wraps: false);
        foreach (var unit in missing.Units)
        {
            table.AddRow(
                Tables.Cell(unit.Unit),
                Tables.Cell(unit.Name),
                Tables.Cell(string.Join(" / ", unit.Path.SkipLast(1))),
                Tables.Cell(unit.Due),
                Tables.Cell(unit.Returned ? words["已退回", "returned"] : ""));
        }
        run.Out.Write(table);
        var more = missing.NextPageToken.Length > 0;
        run.Out.Line(words[
            $"列出 {Printed.Count(missing.Units.Count)} 个{(more ? ",还有更多" : "")}",
            $"{Printed.Count(missing.Units.Count)} listed{(more ? ", there are more" : "")}"]);
    }
}
