using System.Globalization;
using System.Text;
using Federation.Documents.Layouts;
using Federation.Documents.Spreadsheets;

namespace Federation.Documents.Import;

/// <summary>
/// Finds the figures of a printed table in a sheet by its headings, whoever made the workbook: blanks, punctuation and full or half width do not
/// matter, and rows or columns may stand elsewhere as long as what heads them is there.
/// </summary>
internal sealed class LabelMatch
{
    private readonly SheetFile sheet;
    private readonly Dictionary<CellAddress, CellRange> merged;
    private readonly ILookup<string, CellRange> labels;
    private readonly Dictionary<string, Heading> headings;

    public LabelMatch(SheetFile sheet, TableLayout layout)
    {
        this.sheet = sheet;
        merged = sheet.Merges.GroupBy(m => m.From).ToDictionary(g => g.Key, g => g.First());
        labels = sheet.Cells.Where(c => c.Value.Kind == RawKind.Text && c.Value.Text.Length < 200)
            .OrderBy(c => c.Key.Row).ThenBy(c => c.Key.Column)
            .ToLookup(c => Normal(c.Value.Text), c => merged.GetValueOrDefault(c.Key, new CellRange(c.Key, c.Key)));
        headings = layout.Headings.ToDictionary(h => h.Id);
        Places = Find(layout);
    }

    /// <summary>Places of the figures found, by cell id.</summary>
    public IReadOnlyDictionary<string, CellAddress> Places { get; }

    /// <summary>Letters and digits only, half width; 二 and 2 stay different.</summary>
    public static string Normal(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in FigureText.HalfWidth(text.Normalize(NormalizationForm.FormC)))
        {
            if (char.IsLetterOrDigit(c))
                result.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }

    private Dictionary<string, CellAddress> Find(TableLayout layout)
    {
        var places = new Dictionary<string, CellAddress>();
        var columnsOnly = new List<(string Cell, CellRange Column)>();
        foreach (var figure in layout.Figures)
        {
            var over = figure.Headers.Select(id => headings[id]).ToLookup(h => h.Scope is HeadingScope.Row or HeadingScope.RowGroup);
            if (over[true].Any())
            {
                foreach (var row in Rows([.. over[true]]))
                {
                    if (Column([.. over[false]], row.From.Row) is not { } column)
                        continue;
                    places[figure.Cell] = new CellAddress(row.From.Row, column.From.Column);
                    break;
                }
            }
            else if (Column([.. over[false]], int.MaxValue) is { } column)
            {
                columnsOnly.Add((figure.Cell, column));
            }
        }
        if (columnsOnly.Count > 0)
        {
            var below = columnsOnly.Max(c => c.Column.To.Row) + 1; // one row of figures under heads of different depth
            foreach (var (cell, column) in columnsOnly)
                places[cell] = new CellAddress(below, column.From.Column);
        }
        return places;
    }

    // rows that bear the innermost heading, within the rows of the headings around it where these are merged
    private List<CellRange> Rows(List<Heading> path)
    {
        var candidates = Occurrences(path[^1]).ToList();
        foreach (var group in path.SkipLast(1))
        {
            var around = Occurrences(group).Where(g => g.To.Row > g.From.Row).ToList();
            if (candidates.Count > 1 && around.Count > 0)
                candidates = candidates.FindAll(c => around.Exists(g => g.From.Row <= c.From.Row && c.From.Row <= g.To.Row));
        }
        return candidates;
    }

    // the column under the innermost heading, the nearest one above the row, within the columns of the headings over it
    private CellRange? Column(List<Heading> path, int row)
    {
        CellRange? within = null;
        foreach (var heading in path)
        {
            var found = Occurrences(heading)
                .Where(c => c.To.Row < row && (within is not { } w || (c.From.Row > w.From.Row && w.From.Column <= c.From.Column && c.From.Column <= w.To.Column)))
                .Select(c => (CellRange?)c);
            // an outer heading stands over everything nearest above; an inner one is the first below it, or nearest above the row when nothing is over it
            var next = within is null ? found.LastOrDefault() : found.FirstOrDefault();
            if (next is null && heading == path[^1])
                return null;
            if (next is { } range)
                within = heading == path[^1] ? range : Widened(range);
        }
        return within;
    }

    // a group heading that is not merged covers the empty cells to its right
    private CellRange Widened(CellRange range)
    {
        if (range.To.Column > range.From.Column)
            return range;
        var to = range.To.Column;
        while (to < range.From.Column + 20 && sheet.At(new CellAddress(range.From.Row, to + 1)) is null)
            to++;
        return range with { To = new CellAddress(range.To.Row, to) };
    }

    private IEnumerable<CellRange> Occurrences(Heading heading)
    {
        var normal = Normal(heading.Text.Zh);
        if (labels.Contains(normal))
            return labels[normal];
        // printed short: 部分公开 without the remark in brackets after it
        var bracket = heading.Text.Zh.IndexOfAny(['(', '('], 1);
        return bracket > 0 && Normal(heading.Text.Zh[..bracket]) is { Length: >= 4 } brief ? labels[brief] : [];
    }
}
