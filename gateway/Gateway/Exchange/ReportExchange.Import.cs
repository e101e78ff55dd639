using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Federation.Contracts.Reports;
using Federation.Documents.Exchange;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Gateway.Exchange;

/// <summary>Reports as files, in: many at a time, each judged and recorded by its own grain.</summary>
public sealed partial class ReportExchange
{
    private const int AtOnce = 16;

    /// <inheritdoc />
    public async IAsyncEnumerable<ImportStep> Import(Subject by, ImportFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        var tree = divisions.Today;
        var names = new Lazy<ILookup<string, UnitId>>(() => NamesNear(tree, by.Unit));
        var batch = ImportReader.Read(new MemoryStream(file.Content.ToArray(), false), new ImportSettings(
            file.Name,
            unit => tree.TryFind(unit, out var order) ? string.Concat(tree.PathOf(order)) : null,
            name => names.Value[name].ToList() is [var only] ? only : null));
        if (!batch.Findings.IsEmpty)
            yield return new ImportStep(0, batch.Reports.Length, "", file.Name, false, "", batch.Findings, []);

        var effects = new Effects(grains, rosters, unit => Permissions.CheckSubtree(by, Permission.ReadReports, unit, tree) is null);
        var done = 0;
        foreach (var group in batch.Reports.Chunk(AtOnce))
        {
            foreach (var (report, outcome) in group.Zip(await Task.WhenAll(group.Select(r => Take(by, file, r, ct)))))
            {
                if (outcome.Taken && report.Scope == ReportScope.Own)
                    effects.Add(outcome.Before!, report.Period!, report.Content!);
                yield return new ImportStep(
                    ++done, batch.Reports.Length, report.Unit?.Value ?? report.UnitText, NameOf(tree, report), outcome.Taken, outcome.Receipt, outcome.Findings, []);
            }
        }
        yield return new ImportStep(done, batch.Reports.Length, "", file.Name, false, "", [], await effects.Read(ct));
    }

    private async Task<Outcome> Take(Subject by, ImportFile file, ImportedReport report, CancellationToken ct)
    {
        if (report.Unit is not { } unit || report.Period is not { } period || report.Content is not { } content)
            return new Outcome(false, "", report.Findings, null);
        if (file.Period is not null && file.Period != period)
        {
            var other = ReportRules.BadPeriod.At("period", $"文件中是 {period},要导入的是 {file.Period}", $"the file holds {period}, not {file.Period}");
            return new Outcome(false, "", [.. report.Findings, Placed(report, other)], null);
        }
        if (await rosters.Find(period, ct) is null)
            return new Outcome(false, "", [.. report.Findings, Placed(report, ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open"))], null);

        var grain = Grain(unit, period, report.Scope);
        var judged = await grain.Check(by, content);
        var findings = Together(report, judged.Findings);
        if (judged.Value is not { } before)
            return new Outcome(false, "", findings, null);
        var blocked = report.Findings.Any(f => f.Finding.Blocks) || (file.Mode != ImportMode.Draft && judged.Findings.Any(f => f.Blocks));
        if (blocked || file.Mode == ImportMode.DryRun)
            return new Outcome(!blocked, "", findings, before);

        var key = Requests.RequestIdOf(file.RequestId, unit.Value, period.ToString(), report.Scope.ToString());
        var reply = file.Mode == ImportMode.Draft
            ? await grain.SaveDraft(new SaveReportDraft(key, by, content, before.Revision))
            : await grain.Submit(new SubmitReport(key, by, content, before.Version, file.Correction));
        return reply.Value is null
            ? new Outcome(false, "", Together(report, reply.Findings), before)
            : new Outcome(true, file.Mode == ImportMode.Draft ? "draft" : "submitted", findings, before);
    }

    // What the rules say of a cell that could not be read would only repeat what the reader said of it.
    private static ImmutableArray<ImportFinding> Together(ImportedReport report, ImmutableArray<Finding> judged)
    {
        var said = report.Findings.Select(f => f.Finding.Where).Where(w => w.Length > 0).ToHashSet();
        return [.. report.Findings, .. judged.Where(f => !said.Contains(f.Where)).Select(f => Placed(report, f))];
    }

    private static ImportFinding Placed(ImportedReport report, Finding finding) => report.Place(finding);

    private static string NameOf(DivisionTree tree, ImportedReport report) =>
        report.Unit is { } unit && tree.TryFind(unit, out var order) ? tree[order].Name : report.UnitText;

    // A workbook made elsewhere names units without codes: names are looked for below whoever imports, where they rarely repeat.
    private static ILookup<string, UnitId> NamesNear(DivisionTree tree, UnitId top)
    {
        if (!tree.TryFind(top, out var first))
            return Array.Empty<UnitId>().ToLookup(_ => "");
        return Enumerable.Range(first, tree.LastOf(first) - first + 1)
            .SelectMany(order => new[] { tree[order].Name, string.Concat(tree.PathOf(order)) }.Distinct().Select(name => (name, tree[order].Id)))
            .ToLookup(n => n.name, n => n.Id);
    }

    private sealed record Outcome(bool Taken, string Receipt, ImmutableArray<ImportFinding> Findings, ReportView? Before);
}
