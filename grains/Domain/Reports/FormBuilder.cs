using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// Writes a form down: sections and tables with their grids of cells, then sums, then what must agree. What cannot be is an
/// <see cref="ArgumentException"/> that says why.
/// </summary>
internal sealed class FormBuilder
{
    private readonly List<FormTable> tables = [];
    private readonly List<FormCell> cells = [];
    private readonly Dictionary<string, int> indexes = [];
    private readonly List<Balance> balances = [];
    private readonly List<Continuity> continuities = [];
    private readonly List<Watch> watches = [];
    private readonly List<HeadlineFigure> headlines = [];
    private readonly List<FormSection> sections = [];

    public int this[string cellId] => indexes.TryGetValue(cellId, out var index) ? index : throw new ArgumentException($"there is no cell {cellId}", nameof(cellId));

    public FormBuilder Table(string id, string section, string title, string titleEn)
    {
        if (tables.Any(t => t.Id == id))
            throw new ArgumentException($"table {id} stands there twice", nameof(id));
        tables.Add(new FormTable(id, section, title) { TitleEn = titleEn });
        sections.Add(new FormSection($"s{sections.Count + 1}", section, title, id, []) { TitleEn = titleEn });
        return this;
    }

    public FormBuilder Prose(string number, string title, string titleEn, params IEnumerable<string> mustCover)
    {
        sections.Add(new FormSection($"s{sections.Count + 1}", number, title, null, [.. mustCover]) { TitleEn = titleEn });
        return this;
    }

    /// <summary>Adds every cell of rows x columns to the table added last, row by row.</summary>
    public FormBuilder Block(FormBlock block)
    {
        if (block.Rows.IsEmpty || block.Columns.IsEmpty)
            throw new ArgumentException("a block needs rows and columns", nameof(block));
        var table = tables[^1];
        tables[^1] = table with { Blocks = table.Blocks.Add(block) };
        if (tables[^1].Blocks is { Length: > 1 } blocks && blocks.Any(b => b.OneLine))
            throw new ArgumentException($"a block printed in one line stands alone in its table, not so in {table.Id}", nameof(block));
        foreach (var row in block.Rows)
        {
            foreach (var column in block.Columns)
                Add(table.Id, row, column);
        }
        return this;
    }

    /// <summary>Makes a cell the sum of others.</summary>
    public FormBuilder Sum(string cellId, IEnumerable<string> terms)
    {
        var at = this[cellId];
        if (cells[at].Derived)
            throw new ArgumentException($"cell {cellId} is made a sum twice", nameof(cellId));
        var made = cells[at] with { Terms = [.. terms.Select(t => this[t])] };
        if (made.Terms.Contains(at))
            throw new ArgumentException($"the sum {cellId} is a term of itself", nameof(terms));
        if (!made.Derived || made.Terms.Distinct().Count() < made.Terms.Length || made.Terms.Any(t => cells[t].Kind != made.Kind))
            throw new ArgumentException($"the sum {cellId} needs terms, each once and of its own kind", nameof(terms));
        cells[at] = made;
        return this;
    }

    public FormBuilder MustBalance(Rule rule, string where, IEnumerable<string> left, IEnumerable<string> right)
    {
        balances.Add(new Balance(rule, this[where], [.. left.Select(c => this[c])], [.. right.Select(c => this[c])]));
        return this;
    }

    /// <summary>Terms are cell ids; a minus before one takes it away.</summary>
    public FormBuilder MustFollow(Rule rule, string where, IEnumerable<string> now, IEnumerable<string> before)
    {
        static (string Cell, int Sign) Signed(string term) => term[0] == '-' ? (term[1..], -1) : (term, 1);
        continuities.Add(new Continuity(
            rule,
            this[where],
            [.. now.Select(Signed).Select(t => new TermNow(this[t.Cell], t.Sign))],
            [.. before.Select(Signed).Select(t => new TermBefore(t.Cell, t.Sign))]));
        return this;
    }

    public FormBuilder Watch(Rule rule, Divisions.Tier from, string? where, params IEnumerable<string> watched)
    {
        watches.Add(new Watch(rule, [.. watched.Select(c => this[c])], where is null ? null : this[where], from));
        return this;
    }

    public FormBuilder Headline(string id, string label, string labelEn, params IEnumerable<string> terms)
    {
        headlines.Add(new HeadlineFigure(id, label, labelEn, [.. terms.Select(c => this[c])]));
        return this;
    }

    /// <summary>The form; what holds of all terms of a sum (and a change or a stock of any) holds of the sum.</summary>
    public ReportForm Build(string id, string title, string titleEn, string basis, PeriodKind takes, int since)
    {
        if (cells.Count is 0 or > ushort.MaxValue)
            throw new ArgumentException($"a form has from 1 to {ushort.MaxValue} cells, not {cells.Count}");
        var (visiting, done) = (new HashSet<int>(), new HashSet<int>());
        void Settle(int at)
        {
            if (!cells[at].Derived || done.Contains(at))
                return;
            if (!visiting.Add(at))
                throw new ArgumentException($"the sum {cells[at].Id} is a term of itself");
            foreach (var term in cells[at].Terms)
                Settle(term);
            var terms = cells[at].Terms.Select(t => cells[t]).ToList();
            cells[at] = cells[at] with
            {
                IsChange = terms.Any(t => t.IsChange),
                Stock = terms.Any(t => t.Stock),
                Quarters = terms.Any(t => t.Quarters.IsEmpty) ? [] : [.. terms.SelectMany(t => t.Quarters).Distinct().Order()],
            };
            done.Add(at);
        }
        for (var at = 0; at < cells.Count; at++)
            Settle(at);
        return new(id, title, basis, [.. tables], [.. cells], [.. balances], [.. headlines], [.. sections])
        {
            TitleEn = titleEn, Takes = takes, Since = since, Continuities = [.. continuities], Watches = [.. watches],
        };
    }

    private void Add(string table, FormLine row, FormLine column)
    {
        var id = $"{table}.{row.Id}.{column.Id}";
        if (!indexes.TryAdd(id, cells.Count))
            throw new ArgumentException($"cell {id} stands there twice");
        var kind = row.Kind == CellKind.Amount ? CellKind.Amount : column.Kind;
        cells.Add(new FormCell(cells.Count, id, table, row.Label, column.Label, kind, [])
        {
            RowEn = row.LabelEn,
            ColumnEn = column.LabelEn,
            IsChange = row.IsChange || column.IsChange,
            Stock = row.Stock || column.Stock,
            Quarters = row.Quarters.IsEmpty ? column.Quarters : row.Quarters,
        });
    }
}
