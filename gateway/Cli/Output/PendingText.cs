using Federation.Cli.Commands;
using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>What waits for the approver, as they must see it before they seal it: who wrote it, every table, every finding.</summary>
internal static class PendingText
{
    public static async Task Write(Run run, Report report, CancellationToken ct)
    {
        var (words, pending) = (run.Words, report.Pending);
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], words[$"{report.Name}({report.Unit})", $"{report.Name} ({report.Unit})"]),
            (words["报告期", "period"], report.Period + ReceiptText.ScopeMark(report.Scope, words)),
            (words["待签发版本", "waiting"], Printed.Count(pending.Version)),
            (words["填报人", "author"], pending.Author),
            (words["提交时间", "handed in"], Printed.Moment(pending.At)),
            (words["更正理由", "correction"], pending.Correction),
            (words["内容哈希", "content hash"], pending.ContentHash)));
        await FilingText.Write(run, pending, ct);
        if (report.Findings.Count > 0)
            await FindingTable.Write(run, run.Out, report.Findings, ct, report.Period);
    }
}
