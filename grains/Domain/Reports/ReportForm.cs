using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Federation.Domain.Reports;

/// <summary>What kind of figure a cell holds.</summary>
public enum CellKind
{
    /// <summary>件: a whole number of things.</summary>
    Count,

    /// <summary>万元: an amount of money, kept as a whole number of 分 (1 万元 = 1,000,000 分), so that sums are exact.</summary>
    Amount,
}

/// <summary>One cell of a form.</summary>
/// <param name="Index">Place among all cells of the form, from 0; figures are kept in this order.</param>
/// <param name="Id">table.row.column, for example <c>t3.new.natural</c>. Stable.</param>
/// <param name="Table">Table it stands in.</param>
/// <param name="Row">Its row as printed.</param>
/// <param name="Column">Its column as printed, groups included: 法人或其他组织 / 商业企业.</param>
/// <param name="Kind">Count or amount.</param>
/// <param name="Terms">Cells whose sum it is, for a derived cell; empty for a cell to be filled in.</param>
public sealed record FormCell(int Index, string Id, string Table, string Row, string Column, CellKind Kind, ImmutableArray<int> Terms)
{
    /// <summary>Its row in English, groups before it.</summary>
    public string RowEn { get; init; } = "";

    /// <summary>Its column in English, groups before it.</summary>
    public string ColumnEn { get; init; } = "";

    /// <summary>True for a change (本年增/减), which may be below zero.</summary>
    public bool IsChange { get; init; }

    /// <summary>时点数: true for what stands at a moment (in force, carried over, pending). Units add; years and quarters never do.</summary>
    public bool Stock { get; init; }

    /// <summary>Quarters (1 to 4) in which it is due; empty when it is due in every period.</summary>
    public ImmutableArray<int> Quarters { get; init; } = [];

    /// <summary>True for a sum that the form computes and nobody types.</summary>
    public bool Derived => !Terms.IsEmpty;

    /// <summary>Row and column as printed, for sentences: 一、本年新收政府信息公开申请数量 · 自然人.</summary>
    public string Label => $"{Row} · {Column}";

    /// <summary>Row and column in English: I. Received this year · Natural persons.</summary>
    public string LabelEn => $"{RowEn} · {ColumnEn}";

    /// <summary>False when the period is a quarter in which the cell is not asked for.</summary>
    public bool DueIn(PeriodId period) => Quarters.IsEmpty || period.Kind != PeriodKind.Quarter || Quarters.Contains(period.Quarter);
}

/// <summary>A table of a form, printed as a grid.</summary>
/// <param name="Id">For example <c>t3</c>.</param>
/// <param name="Section">Section of the report in which it stands, for example 三.</param>
/// <param name="Title">As printed.</param>
public sealed record FormTable(string Id, string Section, string Title)
{
    /// <summary>Title in English.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Its grids of cells from top to bottom.</summary>
    public ImmutableArray<FormBlock> Blocks { get; init; } = [];
}

/// <summary>A section of the report as printed: prose, or the place of a table.</summary>
/// <param name="Id">Stable, for example <c>s1</c>.</param>
/// <param name="Number">As printed, for example 一.</param>
/// <param name="Title">As printed.</param>
/// <param name="Table">Id of the table that stands in it; null for prose.</param>
/// <param name="MustCover">What the format asks the prose to cover.</param>
public sealed record FormSection(string Id, string Number, string Title, string? Table, ImmutableArray<string> MustCover)
{
    /// <summary>Title in English.</summary>
    public string TitleEn { get; init; } = "";
}

/// <summary>勾稽关系: two sums of cells that must be equal.</summary>
/// <param name="Rule">The rule it belongs to.</param>
/// <param name="Where">Cell at which a break is shown.</param>
/// <param name="Left">Cells of the left side.</param>
/// <param name="Right">Cells of the right side.</param>
public sealed record Balance(Findings.Rule Rule, int Where, ImmutableArray<int> Left, ImmutableArray<int> Right);

/// <summary>What deserves a look when a figure above zero stands there.</summary>
/// <param name="Rule">The rule it belongs to; a warning.</param>
/// <param name="Cells">Cells that are watched.</param>
/// <param name="Where">Cell at which it is shown; null: at the first of them that holds a figure.</param>
/// <param name="From">Highest tier at which it is a matter; the tiers below are meant as well.</param>
public sealed record Watch(Findings.Rule Rule, ImmutableArray<int> Cells, int? Where, Divisions.Tier From);

/// <summary>A figure that overviews show: the sum of some cells under a short name.</summary>
/// <param name="Id">For example <c>received</c>.</param>
/// <param name="Label">Short name in Chinese.</param>
/// <param name="LabelEn">Short name in English.</param>
/// <param name="Cells">Cells that are added.</param>
public sealed record HeadlineFigure(string Id, string Label, string LabelEn, ImmutableArray<int> Cells);

/// <summary>
/// 统一格式: a version of a report form, as data: tables, cells, sums, balances and what follows from the period before. A form in force is never edited; a change is a further form
/// under its own name.
/// </summary>
/// <param name="Id">For example <c>annual-2021</c>.</param>
/// <param name="Title">As printed.</param>
/// <param name="Basis">Notice that sets it.</param>
/// <param name="Tables">Tables in print order.</param>
/// <param name="Cells">All cells, in the order of <see cref="FormCell.Index"/>; a derived cell stands after its terms' own derivations.</param>
/// <param name="Balances">What must agree within one filing, derived cells aside.</param>
/// <param name="Headlines">Figures for overviews.</param>
/// <param name="Sections">Sections in print order, those of the tables among them.</param>
public sealed record ReportForm(
    string Id,
    string Title,
    string Basis,
    ImmutableArray<FormTable> Tables,
    ImmutableArray<FormCell> Cells,
    ImmutableArray<Balance> Balances,
    ImmutableArray<HeadlineFigure> Headlines,
    ImmutableArray<FormSection> Sections)
{
    private readonly FrozenDictionary<string, FormCell> byId = Cells.ToFrozenDictionary(c => c.Id);

    /// <summary>Title in English.</summary>
    public string TitleEn { get; init; } = "";

    /// <summary>Kind of period that takes it.</summary>
    public PeriodKind Takes { get; init; }

    /// <summary>First year whose periods take it, until a later form of the same kind begins.</summary>
    public int Since { get; init; }

    /// <summary>What must follow from the period before.</summary>
    public ImmutableArray<Continuity> Continuities { get; init; } = [];

    /// <summary>What deserves a look.</summary>
    public ImmutableArray<Watch> Watches { get; init; } = [];

    /// <summary>True when some cell is not due in every period.</summary>
    public bool DueVaries { get; } = Cells.Any(c => !c.Quarters.IsEmpty);

    /// <summary>Derived cells in an order in which each one's terms are known before it.</summary>
    public ImmutableArray<FormCell> DerivedCells { get; } = [.. InOrderOfNeed(Cells)];

    /// <summary>Sections of prose.</summary>
    public IEnumerable<FormSection> Prose => Sections.Where(s => s.Table is null);

    /// <summary>The cell of an id, or null.</summary>
    public FormCell? Find(string cellId) => byId.GetValueOrDefault(cellId);

    /// <summary>The cell of an id that the form is known to have.</summary>
    /// <exception cref="ArgumentException">The form has no such cell.</exception>
    public FormCell this[string cellId] => Find(cellId) ?? throw new ArgumentException($"form {Id} has no cell {cellId}", nameof(cellId));

    /// <summary>A rule as it is cited for this form: what rests on the form in force today rests on this one instead.</summary>
    public Findings.Rule Cited(Findings.Rule rule) =>
        Basis == ReportRules.Format ? rule : rule with { Basis = rule.Basis.Replace(ReportRules.Format, Basis, StringComparison.Ordinal) };

    private static IEnumerable<FormCell> InOrderOfNeed(ImmutableArray<FormCell> cells)
    {
        var done = new HashSet<int>();
        IEnumerable<FormCell> Visit(FormCell cell) => !cell.Derived || !done.Add(cell.Index) ? [] : cell.Terms.SelectMany(t => Visit(cells[t])).Append(cell);
        return cells.SelectMany(Visit);
    }
}
