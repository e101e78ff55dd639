using Federation.Cli.Commands;
using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>One sealed version as it was.</summary>
internal static class VersionText
{
    public static async Task Write(Run run, SealedReport kept, CancellationToken ct)
    {
        var (words, filing) = (run.Words, kept.Filing);
        var corrects = filing.Corrects == 0 ? "" : words[$"更正第 {filing.Corrects} 版", $"corrects version {filing.Corrects}"];
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], words[$"{kept.Name}({kept.Unit})", $"{kept.Name} ({kept.Unit})"]),
            (words["报告期", "period"], kept.Period + ReceiptText.ScopeMark(kept.Scope, words)),
            (words["版本", "version"], Printed.Count(filing.Version) + (filing.Late ? words["(迟报)", " (late)"] : "")),
            (words["填报人", "author"], filing.Author),
            (words["签发人", "sealed by"], filing.SealedBy),
            (words["签发时间", "sealed at"], Printed.Moment(filing.At)),
            (words["更正", "correction"], corrects.Length == 0 ? filing.Correction : $"{corrects}:{filing.Correction}"),
            (words["内容哈希", "content hash"], filing.ContentHash)));
        await FilingText.Write(run, filing, ct);
    }
}
