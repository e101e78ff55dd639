using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Entries before they are public, as people read them.</summary>
internal static class EntryText
{
    public static void Write(Run run, EntryDraft draft, bool wholeLog)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["条目", "entry"], $"{draft.Id} {(draft.Entry ?? draft.Present)?.Title}"), (words["状态", "state"], StateName(draft.State, words)),
            (words["待办步骤", "waits for"], draft.Step.Length == 0 ? "" : $"{draft.Step}{(draft.MayAct ? words["(您可办理)", " (you may do it)"] : "")}"),
            (words["轮次、版本", "round, version"], $"{draft.Round}, {draft.Version}"), (words["起草人", "authors"], string.Join(", ", draft.Authors)),
            (words["目录中", "in the catalog"], draft.Present is null ? "" : words[$"第 {draft.PresentRevision} 次:{draft.Present.Title}", $"revision {draft.PresentRevision}: {draft.Present.Title}"]),
            (words["公开时限", "to be public by"], draft.LastDay.Length == 0 ? "" : $"{draft.LastDay} {LightName(draft.Light, words)}"), (words["发布日期", "published on"], draft.PublishedOn),
            (words["退回", "returned"], draft.Return is { } back ? $"{back.Step}:{back.Reason} [{string.Join(", ", back.Fields)}] {back.By}" : ""),
            (words["不予公开", "withheld"], draft.Withheld is { } kept ? $"{kept.Reason}({kept.Basis}),{words["复核", "next look"]} {kept.ReviewOn}" : ""),
            (words["撤回理由", "withdrawal"], draft.Withdrawal), (words["哈希", "hash"], draft.Hash)));
        foreach (var proposal in draft.Proposals)
            run.Out.Line(words[$"时效待核 {proposal.Number}:{proposal.Catalog} {proposal.From}《{proposal.Title}》称本条目{(proposal.State == "repealed" ? "废止" : "修改")} {proposal.Since}", $"validity to be decided {proposal.Number}: {proposal.Catalog} {proposal.From} '{proposal.Title}' says {proposal.State} {proposal.Since}"]);
        if (!wholeLog)
            return;
        var log = Tables.Make().Text(words["时间", "at"], wraps: false).Text(words["经过", "act"]).Text(words["由", "by"]).Text(words["内容", "what"]);
        foreach (var act in draft.Log)
            log.AddRow(Tables.Cell(act.At.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", null)), Tables.Cell(EntryWords.Act(act.Kind, words)), Tables.Cell(act.By), Tables.Cell($"{act.Step} {act.Text} {string.Join(", ", act.Fields)}".Trim()));
        run.Out.Write(log);
    }

    public static void Work(Run run, IEnumerable<DraftSummary> drafts)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["条目", "entry"]).Text(words["标题", "title"]).Text(words["状态", "state"]).Text(words["待办", "waits for"]).Text(words["起草人", "author"]).Text(words["时限", "limit"], wraps: false);
        foreach (var draft in drafts)
        {
            table.AddRow(
                Tables.Cell(draft.Id), Tables.Cell(draft.Title), Tables.Cell(StateName(draft.State, words)), Tables.Cell(string.Join(", ", draft.Tasks.Select(t => t == "step" ? draft.Step : TaskName(t, words)))), Tables.Cell(draft.Author),
                Tables.Cell($"{draft.LastDay} {LightName(draft.Light, words)}".Trim()));
        }
        run.Out.Write(table);
    }

    public static void Passed(Run run, PassEntryStepsResponse passed)
    {
        var words = run.Words;
        var refused = passed.Entries.Where(e => e.Findings.Count > 0).ToList();
        if (refused.Count > 0)
        {
            var table = Tables.Make().Text(words["条目", "entry"]).Text(words["规则", "rule"], wraps: false).Text(words["问题", "finding"]);
            foreach (var (entry, finding) in refused.SelectMany(e => e.Findings.Select(f => (e.Entry, f))))
                table.AddRow(Tables.Cell(entry), Tables.Cell(finding.Code, FindingTable.ColourOf(finding)), Tables.Cell(FindingTable.Sentence(finding, words)));
            run.Err.Write(table);
        }
        var done = passed.Entries.Where(e => e.Findings.Count == 0).ToList();
        var next = string.Join(words[",", ", "], done.GroupBy(e => e.Step.Length > 0 ? words[$"待{e.Step}", $"waiting for {e.Step}"] : StateName(e.State, words)).Select(g => $"{g.Key} {g.Count()}"));
        run.Out.Line(words[$"已通过 {done.Count} 条,未通过 {refused.Count} 条{(next.Length > 0 ? $";现在:{next}" : "")}", $"{done.Count} passed, {refused.Count} not{(next.Length > 0 ? $"; now: {next}" : "")}"]);
    }

    public static void Withheld(Run run, IEnumerable<DraftSummary> drafts)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["条目", "entry"]).Text(words["标题", "title"]).Text(words["理由", "reason"]).Text(words["依据", "basis"]).Text(words["复核日期", "next look"], wraps: false);
        foreach (var draft in drafts)
            table.AddRow(Tables.Cell(draft.Id), Tables.Cell(draft.Title), Tables.Cell(draft.Reason), Tables.Cell(draft.Basis), Tables.Cell(draft.ReviewOn + (draft.Tasks.Contains("look") ? words[" 到期", " due"] : "")));
        run.Out.Write(table);
    }

    public static void Limits(Run run, ListLimitsResponse limits)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["条目", "entry"]).Text(words["标题", "title"]).Text(words["成文", "formed"], wraps: false).Text(words["期限", "by"], wraps: false).Text(words["公开", "public"], wraps: false).Text(words["灯", "light"]);
        foreach (var draft in limits.Drafts)
            table.AddRow(Tables.Cell(draft.Id), Tables.Cell(draft.Title), Tables.Cell(draft.FormedOn), Tables.Cell(draft.LastDay), Tables.Cell(draft.PublishedOn), Tables.Cell(LightName(draft.Light, words)));
        run.Out.Write(table);
        run.Out.Line(words[$"超期 {limits.Breaches} 件", $"{limits.Breaches} were not public in time"]);
        foreach (var unit in limits.Below)
            run.Out.Line(words[$"{unit.Unit} {unit.Name}:超期 {unit.Breaches} 件", $"{unit.Unit} {unit.Name}: {unit.Breaches} not in time"]);
    }

    private static string TaskName(string task, Words words) => task switch
    {
        "write" => words["起草", "writing"],
        "withdraw" => words["撤回", "withdrawal"],
        "look" => words["复核", "look again"],
        "validity" => words["核定时效", "validity"],
        _ => task,
    };

    private static string LightName(string light, Words words) => light switch
    {
        "open" => words["未到期", "open"],
        "due_soon" => words["将到期", "due soon"],
        "late" => words["已超期", "late"],
        "done" => words["按时公开", "in time"],
        "done_late" => words["超期公开", "late, public now"],
        _ => "",
    };

    private static string StateName(string state, Words words) => state switch
    {
        "writing" => words["起草", "being written"],
        "returned" => words["退回修改", "returned"],
        "review" => words["审查中", "under review"],
        "released" => words["已签发", "released"],
        "published" => words["已公开", "public"],
        "withheld" => words["不予公开", "withheld"],
        "withdrawing" => words["待撤回", "withdrawal asked"],
        "leaving" => words["撤回中", "being withdrawn"],
        "withdrawn" => words["已撤回", "withdrawn"],
        _ => words["未起草", "nothing written"],
    };
}
