using Federation.Cli.Commands;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Outside sources and their readings.</summary>
internal static class SourceTables
{
    public static void Write(Run run, ListSourcesResponse found)
    {
        Write(run, found.Sources);
        foreach (var gone in found.Removed)
            run.Out.Line(run.Words[$"已移除 {gone.Name}({At(gone.At)} {gone.By}):{gone.Reason}", $"removed: {gone.Name} ({At(gone.At)} {gone.By}): {gone.Reason}"]);
    }

    public static void Write(Run run, IReadOnlyCollection<CatalogSource> sources)
    {
        var words = run.Words;
        if (sources.Count == 0)
        {
            run.Out.Line(words["没有来源。", "there are no sources."]);
            return;
        }
        var table = Tables.Make().Text(words["名称", "name"], wraps: false).Text(words["格式", "form"], wraps: false).Text(words["网址", "address"]).Text(words["最近", "last"], wraps: false).Text(words["下次", "next"], wraps: false).Text(words["状态", "state"], wraps: false);
        foreach (var source in sources)
        {
            table.AddRow(
                Tables.Cell(source.Name), Tables.Cell(source.Kind), Tables.Cell(source.Url), Tables.Cell(At(source.LastRunAt)), Tables.Cell(source.NextRunAt is not null ? At(source.NextRunAt) : source.Paused is not null ? "" : words["手动", "by hand"]),
                Tables.Cell(source.Paused is { } paused ? words[$"已暂停:{paused.Reason}", $"paused: {paused.Reason}"] : source.Failing ? words["未取得", "failing"] : source.LastRunAt is null ? words["未读取", "never read"] : words["正常", "fine"]));
        }
        run.Out.Write(table);
    }

    public static void Write(Run run, SourceReport report)
    {
        var words = run.Words;
        Write(run, [report.Source]);
        if (report.Unmodified)
            run.Out.Line(words["来源没有变化。", "the source has not changed."]);
        foreach (var finding in report.Findings)
            run.Out.Line($"{finding.Code} {FindingTable.Sentence(finding, words)}", FindingTable.ColourOf(finding));
        run.Out.Line(words[
            $"列出 {report.Listed},写入 {report.Recorded},未变 {report.Unchanged},删除 {report.Removed},待确认删除 {report.Held},未采用 {report.Refused}",
            $"{report.Listed} listed, {report.Recorded} put, {report.Unchanged} unchanged, {report.Removed} removed, {report.Held} removals wait, {report.Refused} not taken"]);
        if (report.Problems.Count == 0)
            return;
        var table = Tables.Make().Number(words["记录", "record"]).Text(words["编号", "id"]).Text(words["来源字段", "field there"]).Text(words["谁改正", "who mends it"]).Text(words["问题", "finding"]);
        foreach (var problem in report.Problems)
        {
            table.AddRow(
                Tables.Cell(problem.Record == 0 ? "" : Printed.Count(problem.Record)), Tables.Cell(problem.Entry), Tables.Cell(problem.OriginField), Tables.Cell(problem.Mender),
                Tables.Cell($"{problem.Finding.Code} {FindingTable.Sentence(problem.Finding, words)}"));
        }
        run.Out.Write(table);
        if (report.ProblemCount > report.Problems.Count)
            run.Out.Line(words[$"另有 {report.ProblemCount - report.Problems.Count} 项未列出", $"{report.ProblemCount - report.Problems.Count} more are not listed"]);
    }

    private static string At(Timestamp? at) => at is null ? "" : $"{at.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}";
}
