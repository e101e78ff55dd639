using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>A notice for people: its head, a row an item, what was not understood, what to look at.</summary>
internal static class NoticeTable
{
    private const int ShortHeading = 24;

    public static void Write(Run run, ParsedNotice notice)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["标题", "title"], notice.Title), (words["发文机关", "issuer"], notice.Issuer), (words["文号", "number"], notice.Number), (words["日期", "date"], notice.Date),
            (words["主送", "to"], notice.Addressees), (words["依据", "based on"], notice.BasedOn), (words["引用", "cites"], string.Join('、', notice.Cites.Select(c => c.Number)))));
        var table = Tables.Make().Text(words["条目", "item"]).Text(words["任务", "task"]).Text(words["单位", "bodies"]).Text(words["要求", "measures"]);
        var facts = notice.Facts.ToLookup(f => f.Item);
        foreach (var item in notice.Items.Where(i => !i.Path.EndsWith('是')).DistinctBy(i => i.Path))
            table.AddRow(Tables.Cell(item.Path), Tables.Cell(Short(item.Heading)), Tables.Cell(Bodies(facts[item.Path], words)), Tables.Cell(Measures(facts[item.Path])));
        run.Out.Write(table);
        if (notice.Bodies.Count > 0)
            Named(run, notice);
        foreach (var finding in notice.Findings)
            run.Out.Line($"{finding.Code} {FindingTable.Sentence(finding, words)}", new Style(Color.Olive));
        foreach (var unread in notice.Unread)
            run.Out.Line(words[$"未能量化 {unread.Item}:{unread.Quote}", $"not understood {unread.Item}: {unread.Quote}"], new Style(Color.Grey));
        run.Out.Line(words[
            $"{Printed.Count(notice.Items.Count)} 个条目,{Printed.Count(notice.Facts.Count)} 项事实,{Printed.Count(notice.Unread.Count)} 处要求未能量化",
            $"{Printed.Count(notice.Items.Count)} items, {Printed.Count(notice.Facts.Count)} facts, {Printed.Count(notice.Unread.Count)} sentences not understood"]);
    }

    private static void Named(Run run, ParsedNotice notice)
    {
        var open = notice.Bodies.Where(b => b.Way == ResolvedBody.Types.Way.Open).Select(b => b.Candidates.Count > 0 ? $"{b.Name}({string.Join('、', b.Candidates.Take(3))}?)" : b.Name).ToList();
        run.Out.Line(run.Words[$"单位名称 {notice.Bodies.Count} 个,认出 {notice.Bodies.Count - open.Count} 个", $"{notice.Bodies.Count} names of bodies, {notice.Bodies.Count - open.Count} found"]);
        if (open.Count > 0)
            run.Out.Line(run.Words[$"待指定:{string.Join('、', open)}", $"to be chosen: {string.Join(", ", open)}"], new Style(Color.Olive));
    }

    private static string Bodies(IEnumerable<NoticeFact> facts, Words words)
    {
        string Of(NoticeFact.Types.Role role) => string.Join('、', facts.Where(f => f.Role == role).Select(f => f.Value).Distinct());
        var lines = new[]
        {
            (words["牵头", "lead"], Of(NoticeFact.Types.Role.Lead)), (words["配合", "support"], Of(NoticeFact.Types.Role.Support)), (words["负责", "responsible"], Of(NoticeFact.Types.Role.Responsible)),
        };
        return string.Join('\n', lines.Where(l => l.Item2.Length > 0).Select(l => $"{l.Item1}:{l.Item2}"));
    }

    private static string Measures(IEnumerable<NoticeFact> facts) => string.Join('\n', facts
        .Where(f => f.Kind is NoticeFact.Types.Kind.Deadline or NoticeFact.Types.Kind.Cadence or NoticeFact.Types.Kind.Quota or NoticeFact.Types.Kind.Ratio or NoticeFact.Types.Kind.Limit)
        .Select(f => f.Words).Distinct());

    private static string Short(string heading) => heading.Length > ShortHeading ? heading[..ShortHeading] + "…" : heading;
}
