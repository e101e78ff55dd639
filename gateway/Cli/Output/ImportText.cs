using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>The outcome of an import: what was taken, every finding at its sheet and cell, and what it means for the totals above.</summary>
internal static class ImportText
{
    private const int NamedAtMost = 20; // reports taken are named one by one up to here, only counted beyond

    public static async Task Write(Run run, ImportReportsRequest.Types.Mode mode, IReadOnlyList<ImportReportsResponse> steps, CancellationToken ct)
    {
        var words = run.Words;
        var reports = steps.Where(s => s.Done > 0 && s.Effects.Count == 0 && !IsLast(s, steps)).ToList();
        var taken = reports.Count(r => r.Taken);
        var findings = steps.SelectMany(s => s.Findings.Select(f => (Step: s, Found: f))).ToList();
        var errors = findings.Count(f => f.Found.Finding.Severity == Finding.Types.Severity.Error);
        run.Out.Line(mode switch
        {
            ImportReportsRequest.Types.Mode.DryRun => words[$"试导入:共 {reports.Count} 份,可导入 {taken} 份,不可 {reports.Count - taken} 份;未作任何记录", $"dry run: {reports.Count} report(s), {taken} would be taken, {reports.Count - taken} not; nothing was recorded"],
            ImportReportsRequest.Types.Mode.Draft => words[$"共 {reports.Count} 份,存为草稿 {taken} 份,未收 {reports.Count - taken} 份", $"{reports.Count} report(s): {taken} kept as drafts, {reports.Count - taken} not taken"],
            _ => words[$"共 {reports.Count} 份,已提交待签发 {taken} 份,未收 {reports.Count - taken} 份", $"{reports.Count} report(s): {taken} handed in and waiting for approval, {reports.Count - taken} not taken"],
        });
        if (reports.Count <= NamedAtMost)
        {
            foreach (var report in reports)
                run.Out.Line($"  {(report.Taken ? "✓" : "✗")} {report.Unit} {report.UnitName}", new Style(report.Taken ? Color.Green : Color.Red));
        }
        if (findings.Count > 0)
        {
            run.Err.Line(words[$"{errors} 项错误,{findings.Count - errors} 项提醒:", $"{errors} error(s), {findings.Count - errors} warning(s):"]);
            FindingTable.WriteCounts(run.Err, [.. findings.Select(f => f.Found.Finding)], words);
            await WriteFindings(run, findings, ct);
        }
        var effects = steps.SelectMany(s => s.Effects).ToList();
        if (effects.Count > 0)
            WriteEffects(run, effects);
    }

    // The step that sums up repeats the count of the last report.
    private static bool IsLast(ImportReportsResponse step, IReadOnlyList<ImportReportsResponse> steps) => ReferenceEquals(step, steps[^1]);

    private static async Task WriteFindings(Run run, List<(ImportReportsResponse Step, FileFinding Found)> findings, CancellationToken ct)
    {
        var words = run.Words;
        var wide = run.Err.Profile.Width >= Tables.WideEnough;
        var files = findings.Select(f => f.Found.File).Distinct().Count() > 1;
        var table = Tables.Make()
            .Text(words["单位", "unit"])
            .Text(words["工作表 单元格", "sheet, cell"])
            .Text(words["规则", "rule"], wraps: false)
            .Text(words["问题", "finding"]);
        if (wide)
            table.Text(words["依据", "basis"]);
        foreach (var (step, found) in findings)
        {
            var finding = found.Finding;
            var label = await FindingTable.Label(run, finding, "", ct);
            string[] place = [files ? found.File : "", found.Sheet, found.Address, found.Address.Length == 0 ? finding.Where : "", label];
            var sentence = FindingTable.Sentence(finding, words);
            var proposed = found.Proposed.Length == 0 ? "" : words[$"\n可改为:{found.Proposed}", $"\ncould be: {found.Proposed}"];
            Wrapped[] cells =
            [
                Tables.Cell(step.UnitName.Length > 0 ? step.UnitName : step.Unit), Tables.Cell(string.Join('\n', place.Where(p => p.Length > 0))),
                Tables.Cell($"{finding.Code}\n{Names.Of(finding.Severity, words)}", FindingTable.ColourOf(finding)), Tables.Cell(sentence + proposed),
            ];
            table.AddRow(wide ? [.. cells, Tables.Cell(finding.Basis)] : cells);
        }
        run.Err.Write(table);
        if (!wide)
            FindingTable.WriteBases(run.Err, findings.Select(f => f.Found.Finding), words);
    }

    private static void WriteEffects(Run run, List<TotalEffect> effects)
    {
        var words = run.Words;
        run.Out.WriteLine();
        run.Out.Line(words["签发后对上级汇总的影响", "effect on the totals above, once sealed"], new Style(decoration: Decoration.Bold));
        foreach (var effect in effects)
            run.Out.Line(Told(effect, words));
        if (effects[0].Cells.Count > 0)
            DifferenceTable.Write(run, effects[0].Cells, words[$"{effects[0].Name}现", $"{effects[0].Name} now"], words["之后", "then"]);
    }

    private static string Told(TotalEffect effect, Words words) => effect.ChangeOnly
        ? words[
            $"{effect.Name}({effect.Unit}):已报增加 {Printed.Count(effect.FiledAfter)},{effect.Cells.Count} 个单元格变动(无权查看这一级汇总,只列增减)",
            $"{effect.Name} ({effect.Unit}): {Printed.Count(effect.FiledAfter)} more filed, {effect.Cells.Count} cell(s) change (you may not read this total, so the change alone is shown)"]
        : words[
            $"{effect.Name}({effect.Unit}):已报 {Printed.Count(effect.FiledBefore)} → {Printed.Count(effect.FiledAfter)},{effect.Cells.Count} 个单元格变动",
            $"{effect.Name} ({effect.Unit}): filed {Printed.Count(effect.FiledBefore)} → {Printed.Count(effect.FiledAfter)}, {effect.Cells.Count} cell(s) change"];
}
