using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>A row or column while a form is written down.</summary>
/// <param name="Id">Part of the cell id.</param>
/// <param name="Label">As printed.</param>
internal sealed record FormLine(string Id, string Label);

/// <summary>Writes a form down: grids of cells, then sums, then balances.</summary>
internal sealed class FormBuilder
{
    private readonly List<FormTable> tables = [];
    private readonly List<FormCell> cells = [];
    private readonly Dictionary<string, int> indexes = [];
    private readonly List<Balance> balances = [];
    private readonly List<HeadlineFigure> headlines = [];
    private readonly List<FormSection> sections = [];

    public int this[string cellId] => indexes[cellId];

    public FormBuilder Table(string id, string section, string title)
    {
        tables.Add(new FormTable(id, section, title));
        sections.Add(new FormSection($"s{sections.Count + 1}", section, title, id, []));
        return this;
    }

    public FormBuilder Prose(string number, string title, params IEnumerable<string> mustCover)
    {
        sections.Add(new FormSection($"s{sections.Count + 1}", number, title, null, [.. mustCover]));
        return this;
    }

    /// <summary>Adds every cell of rows x columns to the table added last, row by row.</summary>
    public FormBuilder Grid(IEnumerable<FormLine> rows, IReadOnlyList<FormLine> columns, CellKind kind = CellKind.Count)
    {
        var table = tables[^1].Id;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                var id = $"{table}.{row.Id}.{column.Id}";
                indexes.Add(id, cells.Count);
                cells.Add(new FormCell(cells.Count, id, table, row.Label, column.Label, kind, []));
            }
        }
        return this;
    }

    /// <summary>Makes a cell the sum of others.</summary>
    public FormBuilder Sum(string cellId, IEnumerable<string> terms)
    {
        var at = indexes[cellId];
        cells[at] = cells[at] with { Terms = [.. terms.Select(t => indexes[t])] };
        return this;
    }

    public FormBuilder MustBalance(Rule rule, string where, IEnumerable<string> left, IEnumerable<string> right)
    {
        balances.Add(new Balance(rule, indexes[where], [.. left.Select(c => indexes[c])], [.. right.Select(c => indexes[c])]));
        return this;
    }

    public FormBuilder Headline(string id, string label, string labelEn, params IEnumerable<string> terms)
    {
        headlines.Add(new HeadlineFigure(id, label, labelEn, [.. terms.Select(c => indexes[c])]));
        return this;
    }

    public ReportForm Build(string id, string title, string basis) =>
        new(id, title, basis, [.. tables], [.. cells], [.. balances], [.. headlines], [.. sections]);
}
