using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>What was done to each of many bodies, or would be, and what blocks it. As JSON: one message a line.</summary>
internal static class ActTable
{
    public static void Write(Run run, IAnsiConsole to, IReadOnlyList<ActOnUnit> acts, bool preview)
    {
        if (run.Json)
        {
            foreach (var act in acts)
                run.Around.Out.WriteLine(JsonText.WriteLine(act));
            return;
        }
        var words = run.Words;
        if (acts.Count == 0)
        {
            to.Line(words["没有需要办理的单位。", "there is nothing to act on."]);
            return;
        }
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["单位", "unit"])
            .Text(words["状态", "state"], wraps: false)
            .Number(words["版本", "v."])
            .Text(preview ? words["可办", "would be"] : words["结果", "done"], wraps: false)
            .Text(words["受阻原因和提醒", "what blocks it, and notes"]);
        foreach (var act in acts)
        {
            var fine = preview ? act.Blockers.Count == 0 : act.Done;
            table.AddRow(
                Tables.Cell(act.Unit), Tables.Cell(act.Name), Tables.Cell(Names.Of(act.State, words)), Tables.Cell(act.Version == 0 ? "" : Printed.Count(act.Version)),
                fine ? Tables.Cell(preview ? words["可", "yes"] : words["已办", "done"], new Style(Color.Green)) : Tables.Cell(preview ? words["否", "no"] : words["未办", "not done"], new Style(Color.Red)),
                Tables.Cell(string.Join('\n', act.Blockers.Concat(act.Notes).Select(f => Said(f, words)))));
        }
        to.Write(table);
        var (done, blocked) = (acts.Count(a => preview ? a.Blockers.Count == 0 : a.Done), acts.Count(a => a.Blockers.Count > 0));
        to.Line(preview
            ? words[$"预览:共 {acts.Count} 个,可办 {done} 个,受阻 {blocked} 个;未作任何改动", $"preview: {acts.Count} unit(s), {done} can be done, {blocked} blocked; nothing was changed"]
            : words[$"共 {acts.Count} 个,已办 {done} 个,未办 {acts.Count - done} 个", $"{acts.Count} unit(s): {done} done, {acts.Count - done} not"]);
    }

    private static string Said(Finding finding, Words words)
    {
        var level = finding.Severity == Finding.Types.Severity.Error ? "" : $"[{Names.Of(finding.Severity, words)}] ";
        var place = finding.Where.Length > 0 ? $" ({finding.Where})" : "";
        return $"{level}{finding.Code} {(words.English && finding.TextEn.Length > 0 ? finding.TextEn : finding.Text)}{place}";
    }
}
