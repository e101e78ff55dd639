using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>All findings, each with its place in words, its sentence and what it rests on; how many of each rule when there are many.</summary>
internal static class FindingTable
{
    private const int Many = 12; // from here on a reader first wants to know of what kind they are

    public static async Task Write(Run run, IAnsiConsole to, IReadOnlyList<Finding> findings, CancellationToken ct, string? period = null)
    {
        var words = run.Words;
        var wide = to.Profile.Width >= Tables.WideEnough;
        WriteCounts(to, findings, words);
        var table = Tables.Make()
            .Text(words["规则", "rule"], wraps: false)
            .Text(words["级别", "level"], wraps: false)
            .Text(words["位置", "place"])
            .Text(words["问题", "finding"]);
        if (wide)
            table.Text(words["依据", "basis"]);
        foreach (var finding in findings)
        {
            var place = await Place(run, finding, period ?? "", ct);
            Wrapped[] cells =
            [
                Tables.Cell(finding.Code), Tables.Cell(Names.Of(finding.Severity, words), ColourOf(finding)), Tables.Cell(place), Tables.Cell(Sentence(finding, words)),
            ];
            table.AddRow(wide ? [.. cells, Tables.Cell(finding.Basis)] : cells);
        }
        to.Write(table);
        if (!wide)
            WriteBases(to, findings, words);
    }

    /// <summary>The sentence in the language of the run.</summary>
    public static string Sentence(Finding finding, Words words) => words.English && finding.TextEn.Length > 0 ? finding.TextEn : finding.Text;

    /// <summary>The colour of its level.</summary>
    public static Style ColourOf(Finding finding) => new(finding.Severity == Finding.Types.Severity.Error ? Color.Red : Color.Olive);

    /// <summary>Label of the cell, unless the sentence says it already.</summary>
    public static async Task<string> Label(Run run, Finding finding, string period, CancellationToken ct)
    {
        var label = await run.Forms.Label(finding.Where, period, ct);
        return label.Length > 0 && Sentence(finding, run.Words).Contains(label, StringComparison.Ordinal) ? "" : label;
    }

    /// <summary>On a narrow screen: what each rule rests on, once, below the table.</summary>
    public static void WriteBases(IAnsiConsole to, IEnumerable<Finding> findings, Words words)
    {
        foreach (var (code, basis) in findings.Where(f => f.Basis.Length > 0).Select(f => (f.Code, f.Basis)).Distinct())
            to.Line($"{words["依据", "basis"]} {code}:{basis}", new Style(Color.Grey));
    }

    /// <summary>Of many findings: how many of each rule, the most frequent first.</summary>
    public static void WriteCounts(IAnsiConsole to, IReadOnlyCollection<Finding> findings, Words words)
    {
        if (findings.Count < Many)
            return;
        var counts = findings.GroupBy(f => f.Code).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} × {g.Count()}");
        to.Line(words["按规则:", "by rule: "] + string.Join(words["、", ", "], counts));
    }

    private static async Task<string> Place(Run run, Finding finding, string period, CancellationToken ct) =>
        await Label(run, finding, period, ct) is { Length: > 0 } label ? $"{finding.Where}\n{label}" : finding.Where;
}
