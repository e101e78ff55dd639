using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Catalogs, entries, changes and digests as tables.</summary>
internal static class CatalogTables
{
    private const int ShortDigest = 12; // digits shown where the whole digest stands in --json

    public static void Write(Run run, Catalog catalog)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["目录", "catalog"], $"{catalog.Unit} {catalog.Name}"), (words["条目", "entries"], Printed.Count(catalog.Entries)), (words["序号", "sequence"], Printed.Count(catalog.Seq)),
            (words["摘要", "digest"], catalog.Digest), (words["最近变动", "last change"], catalog.ChangedAt is null ? words["尚无", "none yet"] : $"{catalog.ChangedAt.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}"),
            (words["每日删除限度", "free removals a day"], words[$"{catalog.Settings.GuardShare}%,至多 {catalog.Settings.GuardCount} 条", $"{catalog.Settings.GuardShare}%, {catalog.Settings.GuardCount} at most"]),
            (words["公开前步骤", "steps before it is public"], string.Join(words["、", ", "], catalog.Settings.ReviewSteps)), (words["索引号", "index numbers"], catalog.Settings.IndexPattern),
            (words["同级比较", "peers"], catalog.Settings.ComparesWithPeers ? words["参加", "takes part"] : words["不参加", "takes no part"])));
        if (catalog.Holds.Count == 0)
            return;
        run.Out.Line(words["待另一人确认的删除:", "removals that wait for a second person:"]);
        var table = Tables.Make().Number("#").Number(words["条目", "entries"]).Text(words["理由", "reason"]).Text(words["来源", "origin"], wraps: false).Text(words["提出", "asked by"]);
        foreach (var hold in catalog.Holds)
            table.AddRow(Tables.Cell(Printed.Count(hold.Hold)), Tables.Cell(Printed.Count(hold.Entries.Count)), Tables.Cell(hold.Reason), Tables.Cell(hold.Origin), Tables.Cell(hold.By));
        run.Out.Write(table);
    }

    public static void Write(Run run, ListEntriesResponse list)
    {
        var words = run.Words;
        if (list.Entries.Count == 0)
        {
            run.Out.Line(words["没有条目。", "there are no entries."]);
            return;
        }
        var table = Tables.Make().Text(words["编号", "id"]).Text(words["类别", "kind"], wraps: false).Text(words["名称", "title"]).Text(words["时效", "validity"], wraps: false).Text(words["发布", "published"], wraps: false).Number(words["序号", "seq"]);
        foreach (var entry in list.Entries)
        {
            table.AddRow(
                Tables.Cell(entry.Id), Tables.Cell(EntryWords.Kind(entry.Kind, words)), Tables.Cell(entry.Title), Tables.Cell(EntryWords.Validity(entry.Validity, words)), Tables.Cell(entry.PublishedOn.Length > 0 ? entry.PublishedOn : entry.FormedOn),
                Tables.Cell(Printed.Count(entry.Seq)));
        }
        run.Out.Write(table);
        if (list.NextPageToken.Length > 0)
            run.Err.Line(words["还有更多,用 --most 取更多。", "there are more; --most takes more."]);
    }

    public static void Write(Run run, StoredEntry stored)
    {
        var words = run.Words;
        if (stored.Entry is not { } entry)
        {
            run.Out.Line(words[$"条目 {stored.Id} 已删除:{stored.Reason}", $"entry {stored.Id} is removed: {stored.Reason}"]);
            return;
        }
        run.Out.Line(entry.Title);
        run.Out.Write(Tables.Facts([
            (words["编号", "id"], entry.Id), (words["类别", "kind"], EntryWords.Kind(entry.Kind, words)), (words["公开属性", "disclosure"], EntryWords.Disclosure(entry.Disclosure, words)),
            (words["时效", "validity"], $"{EntryWords.Validity(entry.Validity, words)} {entry.ValiditySince}".TrimEnd()),
            .. entry.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (EntryWords.Field(f.Key, words), f.Value)),
            .. entry.Links.Select(l => (EntryWords.Relation(l.Relation, words), $"{l.Catalog} {l.Entry}".TrimStart())), .. stored.LinksFrom.Select(l => ($"← {EntryWords.Relation(l.Relation, words)}", $"{l.Catalog} {l.Entry} {l.Title}")),
            .. entry.Attachments.Select(a => (words["附件", "file"], $"{a.Name} ({a.MediaType}, {Printed.Count(a.Size)} B) {a.Hash}")), (words["正文", "text"], entry.Body),
            (words["修订次数", "revision"], Printed.Count(stored.Revision)), (words["序号", "sequence"], Printed.Count(stored.Seq)), (words["哈希", "hash"], stored.Hash),
            (words["来源", "origin"], string.Join(' ', new[] { stored.Origin, stored.Author, stored.SourceVersion }.Where(t => t.Length > 0))), (words["审批", "approved by"], stored.ApprovedBy)]));
    }

    public static void Write(Run run, EntryHistory history)
    {
        var words = run.Words;
        var table = Tables.Make().Number(words["序号", "seq"]).Text(words["时间", "at"], wraps: false).Text(words["谁", "by"]).Text(words["变动", "act"], wraps: false).Number(words["修订", "rev."]).Text(words["名称或理由", "title or reason"]);
        foreach (var act in history.Acts)
        {
            table.AddRow(
                Tables.Cell(Printed.Count(act.Seq)), Tables.Cell($"{act.At.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}"), Tables.Cell(act.By),
                Tables.Cell(act.Act == "entry-put" ? words["写入", "put"] : words["删除", "removed"]), Tables.Cell(Printed.Count(act.Revision)), Tables.Cell(act.Entry?.Title ?? act.Reason));
        }
        run.Out.Write(table);
    }

    public static void Write(Run run, ListChangesResponse page)
    {
        var words = run.Words;
        var table = Tables.Make().Number(words["序号", "seq"]).Text(words["编号", "id"]).Number(words["修订", "rev."]).Text(words["名称或删除理由", "title, or why removed"]).Text(words["哈希", "hash"], wraps: false);
        foreach (var change in page.Changes)
        {
            table.AddRow(
                Tables.Cell(Printed.Count(change.Seq)), Tables.Cell(change.Id), Tables.Cell(Printed.Count(change.Revision)),
                Tables.Cell(change.Entry?.Title ?? words[$"[已删除] {change.Reason}", $"[removed] {change.Reason}"]), Tables.Cell(Short(change.Hash)));
        }
        run.Out.Write(table);
        run.Out.Line(page.Complete
            ? words[$"到此为止。游标 {page.NextSeq},目录摘要 {page.Digest}", $"that is all. Cursor {page.NextSeq}, digest of the catalog {page.Digest}"]
            : words[$"还有更多:--after {page.NextSeq}", $"there is more: --after {page.NextSeq}"]);
    }

    public static void Write(Run run, DigestNode node)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts((words["位置", "place"], node.Prefix.Length == 0 ? words["根", "root"] : node.Prefix), (words["条目", "entries"], Printed.Count(node.Count)), (words["摘要", "digest"], node.Digest)));
        var table = Tables.Make().Text(words["分支或条目", "branch or entry"]).Number(words["条目", "entries"]).Text(words["摘要", "digest"], wraps: false);
        for (var i = 0; i < node.Branches.Count; i++)
            table.AddRow(Tables.Cell(node.Prefix + "0123456789abcdef"[i]), Tables.Cell(Printed.Count(node.Branches[i].Count)), Tables.Cell(Short(node.Branches[i].Digest)));
        foreach (var leaf in node.Leaves)
            table.AddRow(Tables.Cell(leaf.Entry), Tables.Cell(Printed.Count(1)), Tables.Cell(Short(leaf.Hash)));
        run.Out.Write(table);
    }

    public static void Write(Run run, SubtreeDigest whole)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], whole.Unit), (words["条目", "entries"], Printed.Count(whole.Entries)), (words["目录", "catalogs"], Printed.Count(whole.Catalogs)), (words["合计摘要", "digest"], whole.Digest),
            (words["本单位目录", "own catalog"], whole.Own)));
        var table = Tables.Make().Text(words["下级", "below"]).Number(words["条目", "entries"]).Text(words["摘要", "digest"], wraps: false);
        foreach (var part in whole.Parts)
            table.AddRow(Tables.Cell($"{part.Unit} {part.Name}"), Tables.Cell(Printed.Count(part.Entries)), Tables.Cell(Short(part.Digest)));
        run.Out.Write(table);
    }

    private static string Short(string digest) => digest.Length > ShortDigest ? digest[..ShortDigest] : digest;
}
