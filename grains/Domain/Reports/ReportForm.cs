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
    /// <summary>True for a sum that the form computes and nobody types.</summary>
    public bool Derived => !Terms.IsEmpty;

    /// <summary>Row and column as printed, for sentences: 一、本年新收政府信息公开申请数量 · 自然人.</summary>
    public string Label => $"{Row} · {Column}";
}

/// <summary>A table of a form, printed as a grid.</summary>
/// <param name="Id">For example <c>t3</c>.</param>
/// <param name="Section">Section of the report in which it stands, for example 三.</param>
/// <param name="Title">As printed.</param>
public sealed record FormTable(string Id, string Section, string Title);

/// <summary>A section of the report as printed: prose, or the place of a table.</summary>
/// <param name="Id">Stable, for example <c>s1</c>.</param>
/// <param name="Number">As printed, for example 一.</param>
/// <param name="Title">As printed.</param>
/// <param name="Table">Id of the table that stands in it; null for prose.</param>
/// <param name="MustCover">What the format asks the prose to cover.</param>
public sealed record FormSection(string Id, string Number, string Title, string? Table, ImmutableArray<string> MustCover);

/// <summary>勾稽关系: two sums of cells that must be equal.</summary>
/// <param name="Rule">The rule it belongs to.</param>
/// <param name="Where">Cell at which a break is shown.</param>
/// <param name="Left">Cells of the left side.</param>
/// <param name="Right">Cells of the right side.</param>
public sealed record Balance(Findings.Rule Rule, int Where, ImmutableArray<int> Left, ImmutableArray<int> Right);

/// <summary>A figure that overviews show: the sum of some cells under a short name.</summary>
/// <param name="Id">For example <c>received</c>.</param>
/// <param name="Label">Short name in Chinese.</param>
/// <param name="LabelEn">Short name in English.</param>
/// <param name="Cells">Cells that are added.</param>
public sealed record HeadlineFigure(string Id, string Label, string LabelEn, ImmutableArray<int> Cells);

/// <summary>
/// 统一格式: a version of a report form, as data: tables, cells, sums and balances. A form in force is never edited; a change is a further form
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

    /// <summary>Derived cells in an order in which each one's terms are known before it.</summary>
    public ImmutableArray<FormCell> DerivedCells { get; } = [.. InOrderOfNeed(Cells)];

    /// <summary>Sections of prose.</summary>
    public IEnumerable<FormSection> Prose => Sections.Where(s => s.Table is null);

    /// <summary>The cell of an id, or null.</summary>
    public FormCell? Find(string cellId) => byId.GetValueOrDefault(cellId);

    /// <summary>The cell of an id that the form is known to have.</summary>
    /// <exception cref="ArgumentException">The form has no such cell.</exception>
    public FormCell this[string cellId] => Find(cellId) ?? throw new ArgumentException($"form {Id} has no cell {cellId}", nameof(cellId));

    private static IEnumerable<FormCell> InOrderOfNeed(ImmutableArray<FormCell> cells)
    {
        var done = new HashSet<int>();
        IEnumerable<FormCell> Visit(FormCell cell) => !cell.Derived || !done.Add(cell.Index) ? [] : cell.Terms.SelectMany(t => Visit(cells[t])).Append(cell);
        return cells.SelectMany(Visit);
    }
}
