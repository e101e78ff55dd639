using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>A unit's report on the terminal: where it stands, what it says, what was found, what happened to it.</summary>
internal static class ReportText
{
    public static async Task Write(Run run, Report report, CancellationToken ct)
    {
        var words = run.Words;
        WriteState(run, report);
        await WriteReasons(run, report, ct);
        if (report.Filing is not null)
        {
            await FilingText.Write(run, report.Filing, ct);
        }
        else if (report.Filed is not null)
        {
            FormTables.Write(run.Out, await run.Forms.Get(report.Filed.Form, ct), Text(run, report.Filed));
        }
        if (report.Pending is not null)
        {
            Heading(run, words[$"第 {report.Pending.Version} 版,待签发({report.Pending.Author} 提交于 {Printed.Moment(report.Pending.At)}):", $"version {report.Pending.Version}, waiting for approval (handed in by {report.Pending.Author} at {Printed.Moment(report.Pending.At)}):"]);
            await FilingText.Write(run, report.Pending, ct);
        }
        if (report.Draft is not null)
            await WriteDraft(run, report, ct);
        if (report.Findings.Count > 0)
        {
            Heading(run, words["检查结果", "findings"]);
            await FindingTable.Write(run, run.Out, report.Findings, ct, report.Period);
        }
        if (report.Reopened.Count > 0)
        {
            Heading(run, words["签发后下级有变动,全辖区报告与现汇总不一致:", "parts below have changed since this was sealed:"]);
            DifferenceTable.Write(run, report.Reopened, words["签发时", "as sealed"], words["现汇总", "parts now"]);
        }
        WritePublications(run, report);
        WriteHistory(run, report);
    }

    private static void WriteState(Run run, Report report)
    {
        var words = run.Words;
        var until = report.ExceptionUntil.Length == 0 ? "" : words[
            $"至 {report.ExceptionUntil},{report.ExceptionReason}({report.ExceptionApprover} 批准)",
            $"until {report.ExceptionUntil}, {report.ExceptionReason} (granted by {report.ExceptionApprover})"];
        var urged = report.Urged == 0 ? "" : words[$"{report.Urged} 次,最近 {Printed.Moment(report.UrgedAt)}:{report.UrgedText}", $"{report.Urged} time(s), last {Printed.Moment(report.UrgedAt)}: {report.UrgedText}"];
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], words[$"{report.Name}({report.Unit})", $"{report.Name} ({report.Unit})"]),
            (words["报告期", "period"], report.Period + ReceiptText.ScopeMark(report.Scope, words)),
            (words["状态", "state"], Names.Of(report.State, words) + (report.Late ? words["(迟报)", " (late)"] : "")),
            (words["版本", "version"], Printed.Count(report.Version)),
            (words["修改次数", "revision"], Printed.Count(report.Revision)),
            (words["截止日期", "due"], report.Due),
            (words["锁定日期", "locked after"], report.Locks),
            (words["例外", "exception"], until),
            (words["催报", "urged"], urged),
            (words["报送时间", "filed at"], Printed.Moment(report.FiledAt)),
            (words["填报人", "author"], report.Filing?.Author ?? ""),
            (words["签发人", "sealed by"], report.FiledBy),
            (words["更正理由", "correction"], report.Filing?.Correction ?? ""),
            (words["内容哈希", "content hash"], report.ContentHash),
            (words["链哈希", "chain hash"], report.ChainHash)));
    }

    private static async Task WriteDraft(Run run, Report report, CancellationToken ct)
    {
        Heading(run, run.Words["草稿(尚未提交):", "draft (not handed in):"]);
        var form = await run.Forms.Get(report.Draft.Form, ct);
        FormTables.Write(run.Out, form, Text(run, report.Draft));
        FilingText.WriteTexts(run, form, report.DraftTexts);
        FilingText.WriteDispositions(run, report.DraftDispositions);
    }

    private static FigureText Text(Run run, Figures figures) => new(figures, run.Words["无", "nil"], run.Words);

    private static void Heading(Run run, string text)
    {
        run.Out.WriteLine();
        run.Out.Line(text, new Style(decoration: Decoration.Bold));
    }

    private static async Task WriteReasons(Run run, Report report, CancellationToken ct)
    {
        var inside = report.Rejection?.Internal == true;
        foreach (var reason in report.Rejection?.Reasons ?? report.ReturnReasons)
        {
            var label = await run.Forms.Label(reason.Cell, report.Period, ct);
            var place = reason.Cell.Length == 0 ? "" : $" [{reason.Cell} {label}]";
            run.Out.Line((inside ? run.Words["签发人退改:", "sent back because: "] : run.Words["退回理由:", "returned because: "]) + reason.Text + place, new Style(Color.Red));
        }
    }

    private static void WritePublications(Run run, Report report)
    {
        foreach (var publication in report.Publications)
        {
            run.Out.Line(run.Words[
                $"发布:第 {publication.Version} 版,{publication.On},{publication.Where}",
                $"published: version {publication.Version}, {publication.On}, {publication.Where}"]);
        }
    }

    private static void WriteHistory(Run run, Report report)
    {
        if (report.History.Count == 0)
            return;
        var words = run.Words;
        Heading(run, words["经过", "history"]);
        var wide = run.Out.Profile.Width >= Tables.WideEnough;
        var table = Tables.Make().Text(words["事项", "act"], wraps: false).Number(words["版本", "version"]).Text(words["时间", "at"], wraps: false).Text(words["经办人", "by"]).Text(words["说明", "note"]);
        if (wide)
            table.Text(words["链哈希", "chain hash"], wraps: false);
        foreach (var act in report.History)
        {
            Wrapped[] cells =
            [
                Tables.Cell(Names.OfAct(act.Act, words)), Tables.Cell(act.Version == 0 ? "" : Printed.Count(act.Version)), Tables.Cell(Printed.Moment(act.At)),
                Tables.Cell(act.By), Tables.Cell(act.Text),
            ];
            table.AddRow(wide ? [.. cells, Tables.Cell(Printed.ShortHash(act.ChainHash))] : cells);
        }
        run.Out.Write(table);
    }
}
