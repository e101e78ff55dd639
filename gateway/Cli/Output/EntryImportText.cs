using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>What an import of entries did, or would do: each difference column by column, each finding at its cell.</summary>
internal static class EntryImportText
{
    private const int NamedAtMost = 50; // differences are shown one by one up to here, only counted beyond

    public static void Write(Run run, bool pushed, IReadOnlyList<ImportEntriesResponse> steps)
    {
        var words = run.Words;
        var shown = steps.Where(s => s.Change is ImportEntriesResponse.Types.Change.New or ImportEntriesResponse.Types.Change.Altered or ImportEntriesResponse.Types.Change.Removed).ToList();
        foreach (var step in shown.Take(NamedAtMost))
        {
            run.Out.Line($"{Sign(step)} {step.Entry}  {step.Title}{(step.Outcome == "held" ? words["(待他人审查)", " (waits for another person)"] : "")}");
            if (step.Change != ImportEntriesResponse.Types.Change.Altered)
                continue;
            foreach (var difference in step.Differences)
                run.Out.Line($"    {difference.Name}: {Short(difference.Before)} → {Short(difference.After)}");
        }
        if (shown.Count > NamedAtMost)
            run.Out.Line(words[$"… 另有 {shown.Count - NamedAtMost} 条", $"... and {shown.Count - NamedAtMost} more"]);
        WriteFindings(run, steps);
        if (steps.Count > 0 && steps[^1].Summary is { } sum)
        {
            run.Out.Line(words[
                $"{(pushed ? "已导入" : "试导入")}:新增 {sum.Added},改动 {sum.Changed},相同 {sum.Same},删除 {sum.Removed},未收 {sum.Refused}{(pushed ? "" : ";未作任何记录")}",
                $"{(pushed ? "imported" : "dry run")}: {sum.Added} new, {sum.Changed} changed, {sum.Same} the same, {sum.Removed} removed, {sum.Refused} not taken{(pushed ? "" : "; nothing was recorded")}"]);
            if (sum.Waiting > 0)
            {
                run.Out.Line(pushed
                    ? words[$"其中 {sum.Waiting} 条已送审,由他人审查后公开(fed entry work)", $"{sum.Waiting} of them were handed in and are public once others have reviewed them (fed entry work)"]
                    : words[$"其中 {sum.Waiting} 条须送审,由他人审查后公开", $"{sum.Waiting} of them would be handed in for review by others"]);
            }
            if (sum.Holds.Count > 0)
                run.Out.Line(words[$"删除待另一人确认,编号 {string.Join("、", sum.Holds)}", $"removals wait for a second person under {string.Join(", ", sum.Holds)}"]);
        }
    }

    /// <summary>True when something in it was not taken.</summary>
    public static bool Blocks(ImportEntriesResponse step) => step.Outcome is "refused" or "conflict" || step.Findings.Any(f => f.Finding.Severity == Finding.Types.Severity.Error);

    private static void WriteFindings(Run run, IReadOnlyList<ImportEntriesResponse> steps)
    {
        var words = run.Words;
        var findings = steps.SelectMany(s => s.Findings.Select(f => (Step: s, Found: f))).ToList();
        if (findings.Count == 0)
            return;
        var table = Tables.Make().Text(words["位置", "place"], wraps: false).Text(words["规则", "rule"], wraps: false).Text(words["问题", "finding"]);
        foreach (var (step, found) in findings)
        {
            var place = string.Join(' ', new[] { found.Sheet, found.Address.Length > 0 ? found.Address : found.Finding.Where }.Where(p => p.Length > 0));
            table.AddRow(Tables.Cell(place), Tables.Cell(found.Finding.Code, FindingTable.ColourOf(found.Finding)), Tables.Cell(FindingTable.Sentence(found.Finding, words)));
        }
        run.Err.Write(table);
    }

    private static string Sign(ImportEntriesResponse step) => step.Change switch
    {
        ImportEntriesResponse.Types.Change.New => "+",
        ImportEntriesResponse.Types.Change.Altered => "~",
        _ => "-",
    };

    private static string Short(string text) => text.Length == 0 ? "∅" : text.Length > 60 ? text[..60] + "…" : text.ReplaceLineEndings(" ");
}
