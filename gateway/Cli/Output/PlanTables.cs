using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Work plans on the terminal.</summary>
internal static class PlanTables
{
    public static void WriteOne(Run run, Plan plan)
    {
        var words = run.Words;
        var content = plan.Content ?? plan.Draft ?? new PlanContent();
        run.Out.Write(Tables.Facts(
            (words["编号", "plan"], plan.Plan_),
            (words["标题", "title"], content.Title),
            (words["文号", "number"], content.DocumentNumber),
            (words["发布单位", "issuer"], plan.IssuerName),
            (words["版本", "version"], plan.Version == 0 ? words["草稿", "draft"] : Printed.Count(plan.Version)),
            (words["撤回理由", "withdrawn for"], plan.WithdrawnFor),
            (words["接收单位", "receivers"], plan.Version == 0 ? "" : Counts(plan.Counts, words))));
        var table = Tables.Make().Text(words["条号", "clause"], wraps: false).Text(words["内容", "text"]).Text(words["要求", "measures"]).Text(words["承接", "carries on"]);
        foreach (var point in content.Points)
            table.AddRow(Tables.Cell(point.Clause), Tables.Cell(point.Title.Length > 0 ? point.Title : point.Text), Tables.Cell(string.Join('\n', point.Measures)), Tables.Cell(point.Source));
        run.Out.Write(table);
        var acts = Tables.Make().Text(words["时间", "at"], wraps: false).Text(words["事项", "act"], wraps: false).Text(words["经办", "by"]).Text(words["说明", "text"]);
        foreach (var act in plan.History)
            acts.AddRow(Tables.Cell(Printed.Moment(act.At)), Tables.Cell(Names.OfAct(act.Act, words)), Tables.Cell(act.By), Tables.Cell(string.Join('\n', act.Differences.Select(d => $"{d.Clause} {d.Change}").Prepend(act.Text).Where(t => t.Length > 0))));
        run.Out.Write(acts);
    }

    public static void WritePreview(Run run, PlanPreview preview)
    {
        var words = run.Words;
        run.Out.Line(words[$"{preview.AsOf} 的区划:接收单位 {Printed.Count(preview.Count)} 个", $"tree of {preview.AsOf}: {Printed.Count(preview.Count)} receivers"] + (preview.AcceptBy.Length > 0 ? words[$",今日发布则最迟 {preview.AcceptBy} 签收", $"; to be accepted by {preview.AcceptBy} if issued today"] : ""));
        var table = Tables.Make().Text(words["单位", "unit"], wraps: false).Text(words["名称", "name"]).Text(words["条目", "clauses"]).Text(words["选中原因", "why"]);
        foreach (var receiver in preview.Receivers)
            table.AddRow(Tables.Cell(receiver.Unit), Tables.Cell(receiver.Name), Tables.Cell(string.Join(' ', receiver.Clauses)), Tables.Cell(receiver.Why));
        run.Out.Write(table);
    }

    public static void WriteList(Run run, IReadOnlyList<PlanSummary> plans)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["编号", "plan"], wraps: false).Text(words["标题", "title"]).Text(words["发布单位", "issuer"]).Number(words["版本", "version"]).Number(words["接收", "receivers"]).Text(words["发布时间", "issued"]);
        foreach (var plan in plans)
        {
            table.AddRow(
                Tables.Cell(plan.Plan), Tables.Cell(plan.Title + (plan.Withdrawn ? words["(已撤回)", " (withdrawn)"] : "")), Tables.Cell(plan.IssuerName), Tables.Cell(Printed.Count(plan.Version)),
                Tables.Cell(Printed.Count(plan.Receivers)), Tables.Cell(Printed.Moment(plan.IssuedAt)));
        }
        run.Out.Write(table);
    }

    public static void WriteCoverage(Run run, PlanCoverage coverage)
    {
        var words = run.Words;
        run.Out.Line(words[$"{coverage.Plan.Title}:{coverage.BelowName} 的直接下级", $"{coverage.Plan.Title}: directly below {coverage.BelowName}"]);
        run.Out.Line(words["每格:签收+分解/交办;「空」无人签收或分解", "each cell: accepted + carried on / assigned; HOLE: nobody took it up"], new Style(Color.Grey));
        var table = Tables.Make().Text(words["单位", "unit"]);
        foreach (var clause in coverage.Clauses)
            table.Number(clause.Clause);
        foreach (var unit in coverage.Units)
            table.AddRow([Tables.Cell(unit.Name), .. unit.Cells.Select(c => Cell(c, words))]);
        table.AddRow([Tables.Cell(words["合计", "all"], new Style(decoration: Decoration.Bold)), .. coverage.Clauses.Select(c => Cell(c.Total, words))]);
        run.Out.Write(table);
        if (coverage.Untaken.Count > 0)
            run.Out.Line(words["无人承接的条目:", "taken up by nobody: "] + string.Join(words["、", ", "], coverage.Untaken), new Style(Color.Red));
    }

    public static void WriteAssignments(Run run, IReadOnlyList<Assignment> assignments)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["单位", "unit"]).Text(words["条号", "clause"], wraps: false).Text(words["状态", "state"]).Text(words["交办", "sent"]).Text(words["送达", "delivered"]).Text(words["办理", "light"]).Text(words["异议或拒收理由", "objection or refusal"]);
        foreach (var a in assignments)
        {
            var state = a.State == "assigned" ? words[$"已交办,自 {Printed.Moment(a.SentAt)[..10]} 未送达", $"assigned, not reached since {Printed.Moment(a.SentAt)[..10]}"] : Names.OfState(a.State, words);
            table.AddRow(
                Tables.Cell($"{a.Name}\n{a.Unit}"), Tables.Cell(a.Clause), Tables.Cell(state + (a.EscalatedOn.Length > 0 ? words[",逾期已报上级", ", escalated"] : "")), Tables.Cell(Printed.Moment(a.SentAt)),
                Tables.Cell(Printed.Moment(a.DeliveredAt)), Tables.Cell(Names.OfLight(a.Light, words)), Tables.Cell(a.Refusal.Length > 0 ? a.Refusal : a.Objection));
        }
        run.Out.Write(table);
    }

    public static void WriteSilence(Run run, IReadOnlyList<Silence> silences)
    {
        var words = run.Words;
        if (silences.Count == 0)
        {
            run.Out.Line(words["直接下级没有逾期未签收的。", "nobody directly below is silent."]);
            return;
        }
        var table = Tables.Make().Text(words["单位", "unit"]).Text(words["工作要点", "plan"]).Text(words["发布单位", "issuer"]).Text(words["条号", "clause"], wraps: false).Text(words["状态", "state"]).Text(words["上报日", "told on"], wraps: false);
        foreach (var s in silences)
        {
            table.AddRow(
                Tables.Cell($"{s.Assignment.Name}\n{s.Assignment.Unit}"), Tables.Cell($"{s.Plan.Title}\n{s.Plan.Plan}"), Tables.Cell(s.Plan.IssuerName), Tables.Cell(s.Assignment.Clause),
                Tables.Cell(Names.OfState(s.Assignment.State, words)), Tables.Cell(s.Assignment.EscalatedOn));
        }
        run.Out.Write(table);
    }

    public static void WriteLineage(Run run, ClauseLineage lineage)
    {
        var words = run.Words;
        foreach (var step in lineage.Up.Reverse())
            run.Out.Line($"{(step.Depth == 0 ? "▶" : "↑")} {step.IssuerName} {step.Clause} {step.Title} [{string.Join("; ", step.Measures)}]");
        foreach (var step in lineage.Down)
            run.Out.Line($"{new string(' ', 2 * step.Depth)}↳ {step.IssuerName} {step.Clause} {step.Title} [{string.Join("; ", step.Measures)}]");
        if (lineage.Down.Count == 0)
            run.Out.Line(words["没有下级承接。", "nothing below carries it on."]);
    }

    private static Wrapped Cell(CoverageCount count, Words words) => Tables.Cell(
        count.Refused > 0 ? words[$"{count.Accepted}/{count.Assigned} 拒{count.Refused}", $"{count.Accepted}/{count.Assigned} refused {count.Refused}"] : count.Hole ? words[$"空/{count.Assigned}", $"HOLE/{count.Assigned}"] : count.CarriedOn > 0 ? $"{count.Accepted}+{count.CarriedOn}/{count.Assigned}" : $"{count.Accepted}/{count.Assigned}",
        count.Hole || count.Refused > 0 ? new Style(Color.Red) : count.Late > 0 ? new Style(Color.Olive) : null);

    private static string Counts(PlanCounts c, Words words) => words[
        $"{Printed.Count(c.Receivers)} 个:送达 {Printed.Count(c.Reached)},查阅 {Printed.Count(c.Opened)},签收 {Printed.Count(c.Accepted)},异议 {Printed.Count(c.Objected)},逾期未签收 {Printed.Count(c.Escalated)},拒收 {Printed.Count(c.Refused)}",
        $"{Printed.Count(c.Receivers)}: reached {Printed.Count(c.Reached)}, opened {Printed.Count(c.Opened)}, accepted {Printed.Count(c.Accepted)}, objected {Printed.Count(c.Objected)}, silent {Printed.Count(c.Escalated)}, refused {Printed.Count(c.Refused)}"];
}
