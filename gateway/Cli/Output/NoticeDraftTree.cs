using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>A draft made from a notice, as a tree: each clause with what it asks, whom it names, whom it binds, and what to look at.</summary>
internal static class NoticeDraftTree
{
    private const int MostNames = 6;

    public static void Write(Run run, NoticeDraft drafted)
    {
        var (words, content) = (run.Words, drafted.Content);
        run.Out.Write(Tables.Facts(
            (words["编号", "plan"], drafted.Plan?.Plan_ ?? words["试读,未保存", "dry run, not kept"]), (words["标题", "title"], content.Title), (words["文号", "number"], content.DocumentNumber),
            (words["依据", "basis"], content.Basis), (words["接收单位", "receivers"], string.Join(words["、", ", "], content.Receivers))));
        var notes = drafted.Notes.ToLookup(n => n.Where);
        var tree = new Tree(Tables.Cell(words[$"{content.Points.Count} 条", $"{content.Points.Count} clauses"])).Guide(TreeGuide.Line);
        var open = new Dictionary<string, TreeNode>();
        foreach (var point in content.Points)
            open[point.Clause] = Clause(Parent(tree, open, point.Clause, drafted.Notice), point, notes[point.Clause], words);
        run.Out.Write(tree);
        foreach (var note in drafted.Notes.Where(n => content.Points.All(p => p.Clause != n.Where)))
            run.Out.Line($"{note.Code} {FindingTable.Sentence(note, words)}", new Style(Color.Olive));
        Names(run, drafted);
        run.Out.Line(words[
            $"{content.Points.Count} 条,{content.Points.Sum(p => p.Measures.Count)} 项要求;{drafted.Notes.Count} 处请核对", $"{content.Points.Count} clauses, {content.Points.Sum(p => p.Measures.Count)} measures; {drafted.Notes.Count} notes to look at"]);
    }

    /// <summary>The branch under which a clause stands: headings that bind nobody are branches too.</summary>
    private static IHasTreeNodes Parent(Tree tree, Dictionary<string, TreeNode> open, string clause, ParsedNotice notice)
    {
        IHasTreeNodes at = tree;
        for (var end = clause.IndexOf('/', StringComparison.Ordinal); end > 0; end = clause.IndexOf('/', end + 1))
        {
            var path = clause[..end];
            if (!open.TryGetValue(path, out var node))
            {
                var heading = notice.Items.FirstOrDefault(i => i.Path == path)?.Heading ?? "";
                open[path] = node = at.AddNode(Tables.Cell($"{path} {heading}", new Style(decoration: Decoration.Bold)));
            }
            at = node;
        }
        return at;
    }

    private static TreeNode Clause(IHasTreeNodes at, WorkPoint point, IEnumerable<Finding> notes, Words words)
    {
        var node = at.AddNode(Tables.Cell($"{point.Clause} {point.Title}"));
        node.AddNode(Tables.Cell(words["要求:", "asks: "] + string.Join(words[";", "; "], words.English ? point.Measures : point.MeasuresInWords), new Style(Color.Green)));
        foreach (var part in point.Bodies.GroupBy(b => b.Part))
            node.AddNode(Tables.Cell($"{Of(part.Key, words)}{string.Join(words["、", ", "], part.Select(b => b.Unit.Length > 0 ? $"{b.Name}={b.Unit}" : $"{b.Name}(?)"))}"));
        if (point.Receivers.Count > 0)
            node.AddNode(Tables.Cell(words["接收:", "binds: "] + string.Join(words["、", ", "], point.Receivers)));
        foreach (var note in notes)
            node.AddNode(Tables.Cell($"{note.Code} {FindingTable.Sentence(note, words)}", new Style(Color.Olive)));
        return node;
    }

    private static void Names(Run run, NoticeDraft drafted)
    {
        var open = drafted.Names.Where(n => n.Way == ResolvedBody.Types.Way.Open).ToList();
        if (open.Count == 0)
            return;
        var some = string.Join(run.Words["、", ", "], open.Take(MostNames).Select(n => n.Name));
        run.Out.Line(run.Words[
            $"单位名称 {drafted.Names.Count} 个,{open.Count} 个待指定:{some}{(open.Count > MostNames ? "等" : "")}(fed names list)",
            $"{drafted.Names.Count} names of bodies, {open.Count} to be chosen: {some}{(open.Count > MostNames ? ", ..." : "")} (fed names list)"], new Style(Color.Olive));
    }

    private static string Of(NamedBody.Types.Part part, Words words) => part switch
    {
        NamedBody.Types.Part.Lead => words["牵头:", "leads: "],
        NamedBody.Types.Part.Supporting => words["配合:", "supports: "],
        _ => words["负责:", "responsible: "],
    };
}
