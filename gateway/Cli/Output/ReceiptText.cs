using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>A receipt: proof of an act, all of its hashes in full; and what has to happen next.</summary>
internal static class ReceiptText
{
    public static async Task Write(Run run, Receipt receipt, CancellationToken ct)
    {
        var words = run.Words;
        run.Show(receipt, () =>
        {
            run.Out.Write(Tables.Facts(
                (words["单位", "unit"], receipt.Unit),
                (words["报告期", "period"], receipt.Period + ScopeMark(receipt.Scope, words)),
                (words["状态", "state"], Names.Of(receipt.State, words) + (receipt.Late ? words["(迟报)", " (late)"] : "")),
                (words["版本", "version"], receipt.Version == 0 ? "" : Printed.Count(receipt.Version)),
                (words["修改次数", "revision"], Printed.Count(receipt.Revision)),
                (words["时间", "at"], Printed.Moment(receipt.At)),
                (words["内容哈希", "content hash"], receipt.ContentHash),
                (words["链哈希", "chain hash"], receipt.ChainHash),
                (words["账本位置", "ledger place"], receipt.Position == 0 ? "" : Printed.Count(receipt.Position))));
        });
        if (receipt.Findings.Count > 0 && !run.Json)
            await FindingTable.Write(run, run.Err, receipt.Findings, ct, receipt.Period);
    }

    /// <summary>Says that handing in is not yet filing, and who must do what now.</summary>
    /// <param name="run">The run.</param>
    /// <param name="receipt">Of the handing in. While a correction waits, its state is still that of the version that counts.</param>
    /// <param name="before">Version sealed before; the same again means that nothing new was handed in.</param>
    public static void WriteWaiting(Run run, Receipt receipt, long before)
    {
        if (run.Json || (receipt.State != ReportState.Submitted && receipt.Version <= before))
            return;
        var whole = receipt.Scope == ReportScope.Whole ? " --whole" : "";
        run.Out.WriteLine();
        run.Out.Line(run.Words[
            $"第 {receipt.Version} 版尚未计入汇总:还须本单位签发人(不能是填报人本人)签发:",
            $"Version {receipt.Version} counts in no total yet: an approver of the unit, another person than the author, must seal it:"], new Style(Color.Olive));
        run.Out.Line($"  fed report approve {receipt.Unit} {receipt.Period}{whole}");
    }

    /// <summary>Marks the report of a whole territory; the own office's needs no mark.</summary>
    public static string ScopeMark(ReportScope scope, Words words) => scope == ReportScope.Whole ? words["(全辖区)", " (whole territory)"] : "";
}
