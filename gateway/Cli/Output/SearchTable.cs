using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>What was found, with the words marked: in colour on a terminal, in 【】 anywhere else.</summary>
internal static class SearchTable
{
    public static void Write(Run run, SearchEntriesResponse found)
    {
        var words = run.Words;
        if (found.Loosened)
            run.Out.Line(words["没有与输入完全相符的内容,以下含有其中各词", "nothing holds the words as typed; these hold their parts"], new Style(Color.Olive));
        if (found.Hits.Count > 0)
        {
            var table = Tables.Make().Text(words["日期", "day"], wraps: false).Text(words["单位", "unit"]).Text(words["条目", "entry"]).Text(words["标题和出处", "title and place"]).Text(words["时效", "validity"], wraps: false);
            foreach (var hit in found.Hits)
            {
                table.AddRow(
                    Tables.Cell(hit.Day), Tables.Cell($"{hit.UnitName}\n{hit.Entry.Unit}"), Tables.Cell(hit.Entry.Id), new Rows(Texts(run, hit)), Tables.Cell(EntryWords.Validity(hit.Entry.Validity, words)));
            }
            run.Out.Write(table);
        }
        run.Out.Line(Sum(found, words));
        if (found.NextPageToken.Length > 0)
            run.Out.Line(words[$"下一页:--page {found.NextPageToken}", $"next page: --page {found.NextPageToken}"], new Style(Color.Grey));
        if (found.Behind > 0)
            run.Out.Line(words[$"还有 {Printed.Count(found.Behind)} 处变动尚未编入索引", $"{Printed.Count(found.Behind)} change(s) are not indexed yet"], new Style(Color.Olive));
    }

    private static IEnumerable<Spectre.Console.Rendering.IRenderable> Texts(Run run, EntryHit hit)
    {
        yield return Marked(run, hit.Title);
        if (hit.Snippet.Count > 0)
            yield return Marked(run, hit.Snippet);
    }

    private static Spectre.Console.Rendering.IRenderable Marked(Run run, IEnumerable<HitPiece> pieces)
    {
        if (run.Out.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
            return Tables.Cell(string.Concat(pieces.Select(p => p.Marked ? $"【{p.Text}】" : p.Text)));
        var text = new Paragraph();
        foreach (var piece in pieces)
            text.Append(piece.Text, piece.Marked ? new Style(Color.Red, decoration: Decoration.Bold) : Style.Plain);
        return text;
    }

    private static string Sum(SearchEntriesResponse found, Words words) => found switch
    {
        { Hits.Count: 0 } => words["没有找到", "nothing found"],
        { MoreFound: true } => words[$"共 {Printed.Count(found.Found)} 条以上", $"more than {Printed.Count(found.Found)} entries"],
        { Found: > 0 } => words[$"共 {Printed.Count(found.Found)} 条", $"{Printed.Count(found.Found)} entries"],
        _ => words[$"本页 {Printed.Count(found.Hits.Count)} 条", $"{Printed.Count(found.Hits.Count)} entries on this page"],
    };
}
