using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Burden of units and plans, as tables with a bar each.</summary>
internal static class BurdenTable
{
    private const int Widest = 20;

    public static void Write(Run run, ListBurdenResponse burden)
    {
        var words = run.Words;
        if (burden.Plans.Count == 0)
        {
            run.Out.Line(words["没有占用时间的工作要点。", "no plan costs anything."]);
            return;
        }
        run.Out.Line(words[$"{burden.Year} 年预计用时(分钟;由事件触发的任务不在内)", $"minutes planned in {burden.Year} (what events set off is not in it)"]);
        Write(run, words["工作要点", "plan"], burden.Plans.Select(p => ($"{p.Plan} {p.Title}", p.Minutes.ToArray(), p.Total)));
        Write(run, words["单位", "unit"], burden.Units.Where(u => u.Total > 0).Select(u => ($"{u.Unit} {u.Name}", u.Minutes.ToArray(), u.Total)));
        if (burden.NextPageToken.Length > 0)
            run.Out.Line(words[$"共 {burden.Count} 个单位,已列 {burden.Units.Count} 个;--limit 可列更多", $"{burden.Units.Count} of {burden.Count} units; more with --limit"]);
    }

    private static void Write(Run run, string what, IEnumerable<(string Name, long[] Months, long Total)> lines)
    {
        var all = lines.ToList();
        var table = Tables.Make().Text(what);
        for (var month = 1; month <= 12; month++)
            table.Number(run.Words[$"{month}月", $"{month}"]);
        table.Number(run.Words["全年", "year"]).Text("", wraps: false);
        var most = all.Select(l => l.Total).DefaultIfEmpty(0).Max();
        foreach (var (name, months, total) in all)
        {
            var bar = new string('█', (int)(most == 0 ? 0 : Math.Max(1, total * Widest / most)));
            table.AddRow([Tables.Cell(name), .. months.Select(m => Tables.Cell(m == 0 ? "" : Printed.Count(m))), Tables.Cell(Printed.Count(total)), Tables.Cell(bar, new Style(Color.Olive))]);
        }
        run.Out.Write(table);
    }
}
