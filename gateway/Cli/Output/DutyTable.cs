using Federation.Cli.Commands;
using Federation.V1;
using Google.Protobuf.Collections;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Duties, digests, burdens and appraisals as tables.</summary>
internal static class DutyTable
{
    public static void Write(Run run, DutyBook book)
    {
        var words = run.Words;
        if (book.Duties.Count == 0)
        {
            run.Out.Line(words["没有任务。", "there are no duties."]);
            return;
        }
        var table = Tables.Make()
            .Text(words["任务", "duty"], wraps: false).Text(words["名称", "title"]).Text(words["要求", "measure"]).Text(words["状态", "light"], wraps: false)
            .Text(words["时限", "due"], wraps: false).Text(words["剩余", "left"], wraps: false).Text(words["签收", "accepted"], wraps: false);
        foreach (var duty in book.Duties)
        {
            table.AddRow(
                Tables.Cell(duty.Id), Tables.Cell(duty.Title), Tables.Cell(duty.Measure), Light(duty.Light, words), Tables.Cell(duty.Due + (duty.Provisional ? "*" : "")),
                Tables.Cell(Left(duty.Light, duty.WorkingDays, words)), Tables.Cell(Acceptance(duty, words)));
        }
        run.Out.Write(table);
        if (book.Duties.Any(d => d.Provisional))
            run.Out.Line(words["* 该年放假通知尚未发布,时限待定", "* the holidays of that year are not published yet; the date may move"]);
        foreach (var move in book.Moves.Where(m => book.Duties.Any(d => d.Id == m.Duty)))
            run.Out.Line(words[$"{move.Duty}({move.Slot})时限由 {move.Was} 改为 {move.Now}:{move.Notice}", $"{move.Duty} ({move.Slot}): moved from {move.Was} to {move.Now} by {move.Notice}"]);
        foreach (var escalation in book.Escalations.Where(e => book.Duties.Any(d => d.Id == e.Duty)))
        {
            run.Out.Line(escalation.Reached
                ? words[$"{escalation.Duty} {escalation.OnDay} 起已报 {escalation.ToUnit}({Names.OfCause(escalation.Cause, words)})", $"{escalation.Duty}: with {escalation.ToUnit} since {escalation.OnDay} ({Names.OfCause(escalation.Cause, words)})"]
                : words[$"{escalation.Duty} 未办将于 {escalation.OnDay} 报 {escalation.ToUnit}({Names.OfCause(escalation.Cause, words)})", $"{escalation.Duty}: goes to {escalation.ToUnit} on {escalation.OnDay} ({Names.OfCause(escalation.Cause, words)})"]);
        }
    }

    public static void Explain(Run run, Duty duty)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["任务", "duty"], duty.Id), (words["名称", "title"], duty.Title), (words["原文", "text"], duty.Text), (words["要求", "measure"], duty.Measure),
            (words["依据", "basis"], duty.Basis), (words["来源", "came from"], string.Join(" > ", duty.Trail.Select(s => $"{s.Issuer} {s.Title} {s.Clause}"))),
            (words["状态", "light"], Names.OfLight(duty.Light, words)), (words["签收", "accepted"], Acceptance(duty, words)), (words["说明", "why"], Sentences(duty.Why, words))));
        foreach (var slot in duty.Slots)
        {
            run.Out.Line($"{slot.Name}  {Names.OfLight(slot.Light, words)}  {slot.Due}");
            foreach (var why in slot.Why)
                run.Out.Line("  " + words[why.Text, why.TextEn]);
        }
        foreach (var evidence in duty.Evidence)
            run.Out.Line(words[$"佐证 {evidence.Number}", $"evidence {evidence.Number}"] + $"  {evidence.Kind} {evidence.Reference} {evidence.Value} {evidence.By} {evidence.State} {evidence.Reason}".TrimEnd() + (evidence.CheckText is { } check ? words[$"({check.Text})", $" ({check.TextEn})"] : ""));
    }

    public static void Write(Run run, DutyDigest digest)
    {
        if (digest.Lines.Count == 0)
            run.Out.Line(run.Words["今日无须办理。", "nothing has to be looked at today."]);
        foreach (var line in digest.Lines)
            run.Out.Line($"{line.Duty}  {run.Words[line.Text.Text, line.Text.TextEn]}", line.Light == "late" ? new Style(Color.Red) : null);
    }

    public static void Write(Run run, DutyBurden burden)
    {
        var table = Tables.Make().Text(run.Words["月", "month"], wraps: false).Number(run.Words["分钟", "minutes"]).Number(run.Words["任务", "duties"]);
        foreach (var month in burden.Months)
            table.AddRow(Tables.Cell(month.Month[..7]), Tables.Cell(Printed.Count(month.Minutes)), Tables.Cell(Printed.Count(month.Lines.Count)));
        run.Out.Write(table);
    }

    public static void Write(Run run, DutyAppraisal appraisal)
    {
        var words = run.Words;
        run.Out.Line(words[
            $"{appraisal.Formula}({appraisal.Basis}):{appraisal.Points} 分,权重 {appraisal.Weight},折合 {appraisal.Weighted} 分",
            $"{appraisal.Formula} ({appraisal.Basis}): {appraisal.Points} points, weight {appraisal.Weight}, {appraisal.Weighted} of the whole"]);
        foreach (var score in appraisal.Scores)
        {
            run.Out.Line($"{score.Name}  {score.Points}/{score.Cap}");
            foreach (var one in score.Cases)
                run.Out.Line($"  {one.Credit}  {one.Duty} {one.Slot} {words[one.Text.Text, one.Text.TextEn]}");
        }
    }

    private static Wrapped Light(string light, Words words) => Tables.Cell(Names.OfLight(light, words), light switch
    {
        "late" => new Style(Color.Red),
        "due_soon" or "claimed" => new Style(Color.Olive),
        "done" => new Style(Color.Green),
        _ => null,
    });

    private static string Left(string light, int days, Words words) => light switch
    {
        "late" => words[$"逾期 {-days} 工作日", $"{-days} working days late"],
        "open" or "due_soon" => words[$"{days} 工作日", $"{days} working days"],
        _ => "",
    };

    private static string Acceptance(Duty duty, Words words) =>
        duty.Withdrawn ? words["已撤回", "withdrawn"]
        : duty.ClosedAt is not null ? words["已销号", "closed"]
        : duty.Objection.Length > 0 ? words["有异议", "objected"]
        : duty.AcceptedAt is not null ? words["已签收", "accepted"]
        : words["未签收", "not yet"];

    private static string Sentences(RepeatedField<Sentence> sentences, Words words) => string.Join('\n', sentences.Select(s => words[s.Text, s.TextEn]));
}
