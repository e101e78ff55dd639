using Federation.Cli.Commands;
using Federation.Domain.Catalogs;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Standards, what changed in them, conflicts and gaps as tables.</summary>
internal static class StandardTables
{
    private static readonly Style Bad = new(Color.Red);

    public static void Write(Run run, Standard standard)
    {
        run.Out.Line($"{standard.Title} · {Version(run, standard.Of)}");
        if (standard.Basis.Length > 0)
            run.Out.Line($"{run.Words["依据", "basis"]}:{standard.Basis}");
        if (standard.Base is not null)
            run.Out.Line(run.Words[$"依据上级 {Version(run, standard.Base)}", $"refines {Version(run, standard.Base)}"]);
        Items(run, standard.Items);
    }

    public static void Write(Run run, StandardDraft draft)
    {
        WriteState(run, draft);
        Items(run, draft.Items);
    }

    /// <summary>How a draft stands, and what to do next.</summary>
    public static void WriteState(Run run, StandardDraft draft)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], $"{draft.Unit} {draft.Name}"),
            (words["标题", "title"], draft.Title),
            (words["版本", "version"], draft.Version == 0 ? words["尚未发布", "not published yet"] : words[$"第 {draft.Version} 版", $"v{draft.Version}"] + (draft.Ahead ? words[",草稿有改动", ", the draft differs"] : "")),
            (words["事项", "items"], $"{draft.Items.Count}"),
            (words["依据上级", "rests on"], draft.Base is null ? words["无", "none"] : Version(run, draft.Base)),
            (words["上级最新", "newest above"], draft.Above is null ? "" : Version(run, draft.Above))));
        if (draft.Syncing is not null)
        {
            var open = draft.Steps.Count(s => s.Open);
            run.Out.Line(words[$"正在采纳 {Version(run, draft.Syncing)},{open} 处冲突待处理:fed standard conflicts {draft.Unit}", $"taking over {Version(run, draft.Syncing)}, {open} conflicts open: fed standard conflicts {draft.Unit}"], Bad);
        }
        else if (draft.Above is not null && draft.Above != draft.Base)
            run.Out.Line(words[$"上级有新版本:fed standard sync {draft.Unit}", $"there is a newer version above: fed standard sync {draft.Unit}"]);
        foreach (var (item, reason) in draft.SetAside)
            run.Out.Line(words[$"不涉及 {item}:{reason}", $"set aside {item}: {reason}"]);
    }

    public static void WriteConflicts(Run run, StandardDraft draft)
    {
        var words = run.Words;
        var conflicts = draft.Steps.Where(s => s.Kind == MergeStep.Types.Kind.Conflict).ToList();
        if (conflicts.Count == 0)
        {
            run.Out.Line(words["没有冲突。", "there are no conflicts."]);
            return;
        }
        run.Out.Line(words[$"采纳 {Version(run, draft.Syncing)}:{conflicts.Count} 处冲突,{conflicts.Count(c => c.Open)} 处待处理", $"taking over {Version(run, draft.Syncing)}: {conflicts.Count} conflicts, {conflicts.Count(c => c.Open)} open"]);
        var table = Tables.Make().Text(words["冲突处", "place"], wraps: false).Text(words["原来", "before"]).Text(words["上级新版", "theirs"]).Text(words["本地", "ours"]).Text(words["待处理", "open"], wraps: false);
        foreach (var c in conflicts)
        {
            table.AddRow(
                Tables.Cell(c.Place), Tables.Cell(c.Before), Tables.Cell(Side(run, c.Theirs, c.TheirsBasis)), Tables.Cell(Side(run, c.Ours, c.OursBasis)),
                Tables.Cell(c.Open ? words["是", "yes"] : "", Bad));
        }
        run.Out.Write(table);
        var others = draft.Steps.Count - conflicts.Count;
        if (others > 0)
            run.Out.Line(words[$"另有 {others} 处自动采纳或保留(--json 可见)", $"{others} more are taken over or kept without a question (see --json)"]);
    }

    public static void Write(Run run, ListStandardVersionsResponse all)
    {
        var words = run.Words;
        if (all.Versions.Count == 0)
        {
            run.Out.Line(words["没有已发布的版本。", "no version is published."]);
            return;
        }
        var table = Tables.Make().Text(words["版本", "version"], wraps: false).Text(words["标题", "title"]).Text(words["依据上级", "refines"], wraps: false).Number(words["事项", "items"]).Text(words["发布", "published"], wraps: false).Text(words["摘要", "digest"], wraps: false);
        foreach (var v in all.Versions)
            table.AddRow(Tables.Cell($"{v.Of.Owner} {v.Name} v{v.Of.Version}"), Tables.Cell(v.Title), Tables.Cell(v.Base is null ? "" : Version(run, v.Base)), Tables.Cell($"{v.Items}"), Tables.Cell($"{v.At.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}"), Tables.Cell(v.Hash[..12]));
        run.Out.Write(table);
    }

    public static void Write(Run run, StandardDifference difference)
    {
        var words = run.Words;
        run.Out.Line($"{(difference.From is null ? words["无", "nothing"] : Version(run, difference.From))} → {Version(run, difference.To)}");
        if (difference.Changes.Count == 0)
        {
            run.Out.Line(words["没有不同。", "they are the same."]);
            return;
        }
        var table = Tables.Make().Text(words["事项", "item"]).Text(words["字段", "field"]).Text(words["原来", "before"]).Text(words["后来", "after"]);
        foreach (var c in difference.Changes)
            table.AddRow(Tables.Cell($"{c.Item} {c.Title}"), Tables.Cell(FieldName(run, c.Field)), Tables.Cell(c.Before.Length == 0 && c.Field.Length == 0 ? words["(新增)", "(new)"] : c.Before), Tables.Cell(c.After.Length == 0 && c.Field.Length == 0 ? words["(删去)", "(left out)"] : c.After));
        run.Out.Write(table);
    }

    public static void Write(Run run, Gaps gaps)
    {
        var (words, f) = (run.Words, gaps.Figures);
        run.Out.Line(words[
            $"{f.Unit} {f.Name}:按 {Version(run, f.Standard)} 应公开 {f.Bound} 项,已有 {f.Fulfilled} 项,不涉及 {f.SetAside} 项,缺 {f.Missing} 项",
            $"{f.Unit} {f.Name}: {f.Bound} items by {Version(run, f.Standard)}, {f.Fulfilled} there, {f.SetAside} set aside, {f.Missing} missing"]);
        if (gaps.Missing.Count > 0)
            Items(run, gaps.Missing);
    }

    public static void Write(Run run, ListGapsBelowResponse all)
    {
        var words = run.Words;
        var table = Tables.Make().Text(words["单位", "unit"]).Text(words["标准", "standard"], wraps: false).Number(words["应公开", "items"]).Number(words["已有", "there"]).Number(words["不涉及", "set aside"]).Number(words["缺项", "missing"]);
        foreach (var f in all.Units)
            table.AddRow(Tables.Cell($"{f.Unit} {f.Name}"), Tables.Cell(Version(run, f.Standard)), Tables.Cell($"{f.Bound}"), Tables.Cell($"{f.Fulfilled}"), Tables.Cell($"{f.SetAside}"), Tables.Cell($"{f.Missing}", f.Missing > 0 ? Bad : null));
        run.Out.Write(table);
    }

    private static void Items(Run run, IEnumerable<StandardItem> items)
    {
        var words = run.Words;
        var wide = run.Out.Profile.Width >= Tables.WideEnough;
        var table = Tables.Make().Text(words["编号", "id"], wraps: false).Text(words["事项", "item"]).Text(words["时限", "limit"]).Text(words["层级", "levels"]);
        if (wide)
            table.Text(words["依据", "basis"]);
        foreach (var item in items)
        {
            Wrapped[] cells =
            [
                Tables.Cell(item.Id), Tables.Cell(item.Title + (item.Required ? words["(必备)", " (required)"] : "")), Tables.Cell(item.Fields.GetValueOrDefault(EntryFields.Limit, "")),
                Tables.Cell(string.Join(' ', item.Levels)),
            ];
            table.AddRow(wide ? [.. cells, Tables.Cell(item.Fields.GetValueOrDefault(EntryFields.Basis, ""))] : cells);
        }
        run.Out.Write(table);
    }

    private static string Side(Run run, string text, string basis) =>
        (text.Length == 0 ? run.Words["(无)", "(none)"] : text) + (basis.Length == 0 ? "" : $"\n{run.Words["依据", "basis"]}:{basis}");

    private static string Version(Run run, StandardVersion version) => run.Words[$"{version.Owner} 第 {version.Version} 版", $"{version.Owner} v{version.Version}"];

    private static string FieldName(Run run, string field) => field switch
    {
        "" => run.Words["整项", "whole item"],
        "title" => run.Words["名称", "title"],
        "levels" => run.Words["公开层级", "levels"],
        "required" => run.Words["必备", "required"],
        _ => EntryWords.Field(field, run.Words),
    };
}
