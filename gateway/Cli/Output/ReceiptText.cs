using Federation.Cli.Commands;
using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>A receipt: proof of an act, all of its hashes in full.</summary>
internal static class ReceiptText
{
    public static async Task Write(Run run, Receipt receipt, CancellationToken ct)
    {
        var words = run.Words;
        run.Show(receipt, () => run.Out.Write(Tables.Facts(
            (words["单位", "unit"], receipt.Unit),
            (words["报告期", "period"], receipt.Period),
            (words["状态", "state"], Names.Of(receipt.State, words) + (receipt.Late ? words["(迟报)", " (late)"] : "")),
            (words["版本", "version"], Printed.Count(receipt.Version)),
            (words["时间", "at"], Printed.Moment(receipt.At)),
            (words["内容哈希", "content hash"], receipt.ContentHash),
            (words["链哈希", "chain hash"], receipt.ChainHash),
            (words["账本位置", "ledger position"], Printed.Count(receipt.Position)))));
        if (receipt.Findings.Count > 0 && !run.Json)
            await FindingTable.Write(run, run.Err, receipt.Findings, ct, receipt.Period);
    }
}
