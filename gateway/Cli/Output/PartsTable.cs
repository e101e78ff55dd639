using System.Globalization;
using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>A total side by side in its three parts, and their sum done again here.</summary>
internal static class PartsTable
{
    public static void Write(Run run, TotalParts parts, Form form, bool all)
    {
        var words = run.Words;
        run.Out.Line(words[
            $"{parts.Unit} {parts.Period}:已报 {Printed.Count(parts.Filed)} / {Printed.Count(parts.Expected)}({Printed.Share(parts.Filed, parts.Expected)})",
            $"{parts.Unit} {parts.Period}: {Printed.Count(parts.Filed)} of {Printed.Count(parts.Expected)} in ({Printed.Share(parts.Filed, parts.Expected)})"]);
        var table = Tables.Make()
            .Text(words["单元格", "cell"])
            .Number(words["本机关", "own"])
            .Number(words["部门", "agencies"])
            .Number(words["下级", "children"])
            .Number(words["合计", "sum"]);
        var left = 0;
        foreach (var cell in form.Tables.SelectMany(t => t.Cells))
        {
            decimal[] values = [ValueOf(parts.Own, cell), ValueOf(parts.Agencies, cell), ValueOf(parts.Children, cell)];
            if (!all && values.All(v => v == 0))
            {
                left++;
                continue;
            }
            table.AddRow([Tables.Cell($"{cell.Id}\n{Calls.FormBook.LabelOf(cell)}"), .. values.Append(values.Sum()).Select(v => Tables.Cell(v.ToString("#,0.######", CultureInfo.InvariantCulture)))]);
        }
        run.Out.Write(table);
        if (left > 0)
            run.Out.Line(words[$"另有 {left} 个单元格三部分均为零(--all 列出)", $"{left} more cell(s) are zero in all three parts (--all lists them)"]);
    }

    private static decimal ValueOf(Figures? figures, FormCell cell) =>
        figures is null ? 0
        : figures.Counts.TryGetValue(cell.Id, out var count) ? count
        : figures.Amounts.TryGetValue(cell.Id, out var amount) ? decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture) : 0;
}
