using Federation.V1;
using Spectre.Console;

namespace Federation.Host.Demo;

/// <summary>The table of provinces with the national total below.</summary>
internal static class ProvinceTable
{
    /// <summary>Makes it from the coverage of the nation.</summary>
    public static Table Of(CoverageResponse nation)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowFooters = true };
        table.AddColumn(new TableColumn("省级\n[grey]province[/]") { NoWrap = true }.Footer($"[bold]{nation.Whole.Name}[/]"));
        AddNumber(table, "已报/应报", "filed/expected", Share(nation.Whole));
        foreach (var headline in nation.Whole.Headlines)
            AddNumber(table, headline.Label, headline.Id.Replace('-', ' '), $"{headline.Value:N0}");
        AddNumber(table, "迟报", "late", $"{nation.Whole.Late:N0}");
        foreach (var province in nation.Children)
            table.AddRow([province.Name, Share(province), .. province.Headlines.Select(h => $"{h.Value:N0}"), $"{province.Late:N0}"]);
        return table;
    }

    private static void AddNumber(Table table, string label, string english, string total) =>
        table.AddColumn(new TableColumn($"{label}\n[grey]{english}[/]") { NoWrap = true, Alignment = Justify.Right }.Footer($"[bold]{total}[/]"));

    private static string Share(Coverage line) => $"{line.Filed:N0}/{line.Expected:N0}";
}
