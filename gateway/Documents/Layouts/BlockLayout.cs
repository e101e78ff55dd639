using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Documents.Layouts;

/// <summary>
/// How a block of a table is printed. Lines that share a group stand under one merged heading; a line with fewer groups than others reaches
/// over the places of the groups it lacks.
/// </summary>
/// <param name="form">Form it belongs to.</param>
/// <param name="table">Table it stands in.</param>
/// <param name="block">The block.</param>
/// <param name="side">Columns of the table that hold row headings.</param>
/// <param name="figures">Columns of the table that hold figures; a multiple of the block's own.</param>
/// <param name="prefix">Begins the id of each of its headings.</param>
internal sealed class BlockLayout(ReportForm form, FormTable table, FormBlock block, int side, int figures, string prefix)
{
    private static readonly FormText usualCorner = new("项目", "Item");

    // what stands over the figures from left to right: the columns, or all rows' columns one beside the other
    private readonly ImmutableArray<FormLine> columns = block.OneLine
        ? [.. block.Rows.SelectMany(r => block.Columns.Select(c => new FormLine($"{r.Id}-{c.Id}", [.. r.Path, .. c.Path])))]
        : block.Columns;

    /// <summary>The block.</summary>
    public FormBlock Block => block;

    /// <summary>Its head: heading, what stands over all columns, the columns.</summary>
    public ImmutableArray<LayoutRow> Head => [.. MakeHead()];

    /// <summary>Its rows, in groups within which headings reach down.</summary>
    public ImmutableArray<ImmutableArray<LayoutRow>> Groups
    {
        get
        {
            if (block.OneLine)
                return [[new LayoutRow([], [.. block.Rows.SelectMany(r => block.Columns.Select(c => Figure(r, c, $"{r.Id}-{c.Id}", [])))])]];
            var groups = ImmutableArray.CreateBuilder<ImmutableArray<LayoutRow>>();
            for (var at = 0; at < block.Rows.Length;)
            {
                var first = block.Rows[at];
                var count = block.Rows.Skip(at).TakeWhile(r => r.Path.Length == 1 ? first.Path.Length == 1 : first.Path.Length > 1 && r.Path[0] == first.Path[0]).Count();
                groups.Add([.. Enumerable.Range(at, count).Select(Row)]);
                at += count;
            }
            return groups.ToImmutable();
        }
    }

    private int Wide => figures / columns.Length;

    private IEnumerable<LayoutRow> MakeHead()
    {
        if (block.Heading is { } heading)
            yield return new LayoutRow([new Heading($"{prefix}-heading", Printed.From(heading), HeadingScope.ColGroup, side + figures)], []);
        var depth = columns.Max(c => c.Path.Length);
        var rows = depth + (block.Over is null ? 0 : 1);
        ImmutableArray<Heading> corner = side == 0
            ? []
            : [new Heading($"{prefix}-corner", Printed.From(block.Corner ?? usualCorner), rows == 1 ? HeadingScope.Col : HeadingScope.None, side, rows)];
        if (block.Over is { } over)
        {
            yield return new LayoutRow([.. corner, new Heading($"{prefix}-over", Printed.From(over), HeadingScope.ColGroup, figures)], []);
            corner = [];
        }
        for (var level = 0; level < depth; level++)
        {
            yield return new LayoutRow([.. corner, .. HeadRow(level, depth)], []);
            corner = [];
        }
    }

    private IEnumerable<Heading> HeadRow(int level, int depth)
    {
        for (var at = 0; at < columns.Length; at++)
        {
            var (path, run) = (columns[at].Path, Run(columns, at, level));
            if (level == path.Length - 1)
                yield return new Heading($"{prefix}-c-{columns[at].Id}", Printed.From(path[level]), HeadingScope.Col, Wide, depth - level);
            else if (level < path.Length - 1 && run.First == at)
                yield return new Heading(GroupId('c', columns, run.First, level), Printed.From(path[level]), HeadingScope.ColGroup, run.Count * Wide);
        }
    }

    private LayoutRow Row(int at)
    {
        var row = block.Rows[at];
        var headings = ImmutableArray.CreateBuilder<Heading>();
        for (var level = 0; level < row.Path.Length - 1; level++)
        {
            if (Run(block.Rows, at, level) is var run && run.First == at)
                headings.Add(new Heading(GroupId('r', block.Rows, at, level), Printed.From(row.Path[level]), HeadingScope.RowGroup, 1, run.Count));
        }
        headings.Add(new Heading($"{prefix}-r-{row.Id}", Printed.From(row.Path[^1]), HeadingScope.Row, side - row.Path.Length + 1));
        string[] beside = [.. Over(block.Rows, at, 'r'), $"{prefix}-r-{row.Id}"];
        var places = block.Columns.Select(c => Figure(row, c, c.Id, beside)).ToImmutableArray();
        return new LayoutRow(headings.ToImmutable(), places, (side > 1 && row.Path.Length == 1) || places.All(p => form[p.Cell].Derived));
    }

    private FigurePlace Figure(FormLine row, FormLine column, string columnId, IEnumerable<string> beside)
    {
        var at = columns.IndexOf(columns.Single(c => c.Id == columnId));
        string[] above = [.. block.Heading is null ? [] : new[] { $"{prefix}-heading" }, .. block.Over is null ? [] : new[] { $"{prefix}-over" }];
        return new FigurePlace($"{table.Id}.{row.Id}.{column.Id}", [.. above, .. Over(columns, at, 'c'), $"{prefix}-c-{columnId}", .. beside], Wide);
    }

    // ids of the groups a line stands under
    private IEnumerable<string> Over(ImmutableArray<FormLine> lines, int at, char side) =>
        Enumerable.Range(0, lines[at].Path.Length - 1).Select(level => GroupId(side, lines, Run(lines, at, level).First, level));

    private string GroupId(char side, ImmutableArray<FormLine> lines, int first, int level) => $"{prefix}-{side}{level}-{lines[first].Id}";

    // neighbours that share the groups down to a level, and so one heading
    private static (int First, int Count) Run(ImmutableArray<FormLine> lines, int at, int level)
    {
        bool Together(int other) => lines[other].Path.Length > level + 1 && lines[other].Path.Take(level + 1).SequenceEqual(lines[at].Path.Take(level + 1));
        var (first, last) = (at, at);
        while (first > 0 && Together(first - 1))
            first--;
        while (last + 1 < lines.Length && Together(last + 1))
            last++;
        return (first, last - first + 1);
    }
}
