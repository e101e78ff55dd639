using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>A unit's report on the terminal.</summary>
internal static class ReportText
{
    public static async Task Write(Run run, Report report, CancellationToken ct)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], words[$"{report.Name}({report.Unit})", $"{report.Name} ({report.Unit})"]),
            (words["报告期", "period"], report.Period),
            (words["状态", "state"], Names.Of(report.State, words) + (report.Late ? words["(迟报)", " (late)"] : "")),
            (words["版本", "version"], Printed.Count(report.Version)),
            (words["截止日期", "due"], report.Due),
            (words["报送时间", "filed at"], Printed.Moment(report.FiledAt)),
            (words["报送人", "filed by"], report.FiledBy),
            (words["内容哈希", "content hash"], report.ContentHash),
            (words["链哈希", "chain hash"], report.ChainHash)));
        await WriteReasons(run, report, ct);
        if (report.Filed is not null)
            FormTables.Write(run.Out, await run.Forms.Get(report.Filed.Form, ct), Text(run, report.Filed));
        if (report.Draft is not null)
        {
            run.Out.Line(words["草稿(尚未报送):", "draft (not filed):"]);
            FormTables.Write(run.Out, await run.Forms.Get(report.Draft.Form, ct), Text(run, report.Draft));
        }
        if (report.Findings.Count > 0)
        {
            run.Out.Line(words["检查结果", "findings"]);
            await FindingTable.Write(run, run.Out, report.Findings, ct, report.Period);
        }
        WriteHistory(run, report);
    }

    private static FigureText Text(Run run, Figures figures) => new(figures, run.Words["无", "nil"], run.Words);

    private static async Task WriteReasons(Run run, Report report, CancellationToken ct)
    {
        foreach (var reason in report.ReturnReasons)
        {
            var label = await run.Forms.Label(reason.Cell, report.Period, ct);
            var place = reason.Cell.Length == 0 ? "" : $" [{reason.Cell} {label}]";
            run.Out.Line(run.Words["退回理由:", "returned because: "] + reason.Text + place, new Style(Color.Red));
        }
    }

    private static void WriteHistory(Run run, Report report)
    {
        if (report.History.Count == 0)
            return;
        var words = run.Words;
        run.Out.Line(words["经过", "history"]);
        var table = Tables.Make().Text(words["事项", "act"]).Number(words["版本", "version"]).Text(words["时间", "at"]).Text(words["经办人", "by"]).Text(words["链哈希", "chain hash"]);
        foreach (var act in report.History)
        {
            table.AddRow(
                Tables.Cell(Names.OfAct(act.Act, words)), Tables.Cell(Printed.Count(act.Version)), Tables.Cell(Printed.Moment(act.At)),
                Tables.Cell(act.By), Tables.Cell(Printed.ShortHash(act.ChainHash)));
        }
        run.Out.Write(table);
    }
}
