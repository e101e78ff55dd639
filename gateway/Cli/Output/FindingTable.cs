using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>All findings, each with its place in words, its sentence and what it rests on.</summary>
internal static class FindingTable
{
    public static async Task Write(Run run, IAnsiConsole to, IReadOnlyList<Finding> findings, CancellationToken ct, string? period = null)
    {
        var words = run.Words;
        var table = Tables.Make()
            .Text(words["规则", "rule"], wraps: false)
            .Text(words["级别", "level"], wraps: false)
            .Text(words["位置", "place"])
            .Text(words["问题", "finding"])
            .Text(words["依据", "basis"]);
        foreach (var finding in findings)
        {
            var label = await run.Forms.Label(finding.Where, period ?? "", ct);
            var colour = finding.Severity == Finding.Types.Severity.Error ? new Style(Color.Red) : new Style(Color.Olive);
            table.AddRow(
                Tables.Cell(finding.Code),
                Tables.Cell(Names.Of(finding.Severity, words), colour),
                Tables.Cell(label.Length > 0 ? $"{finding.Where}\n{label}" : finding.Where),
                Tables.Cell(words.English && finding.TextEn.Length > 0 ? finding.TextEn : finding.Text),
                Tables.Cell(finding.Basis));
        }
        to.Write(table);
    }
}
