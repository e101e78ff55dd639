using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>上年结转: figures that a template takes from another document; a clerk sees them and cannot change them.</summary>
/// <param name="Figures">Value by cell id of the form to be filled in, for example last year's <c>t3.carried_out.natural</c> under <c>t3.carried_in.natural</c>.</param>
/// <param name="Source">Where they come from, shown beside each of them: 取自2023年度报告第2版.</param>
public sealed record CarryOver(ImmutableDictionary<string, CellValue> Figures, string Source)
{
    /// <summary>Nothing carried over.</summary>
    public static CarryOver None { get; } = new(ImmutableDictionary<string, CellValue>.Empty, "");

    /// <summary>True for a cell whose value is the one carried over.</summary>
    /// <param name="cell">Cell.</param>
    /// <param name="stands">What stands there after <see cref="Fill"/>.</param>
    public bool Holds(FormCell cell, CellValue stands) => !cell.Derived && Figures.TryGetValue(cell.Id, out var value) && value == stands;

    /// <summary>The figures with every missing cell taken from here; what is filled in already stays.</summary>
    /// <exception cref="ArgumentException">A cell that the form does not have.</exception>
    public Figures Fill(Figures given)
    {
        if (Figures.IsEmpty)
            return given;
        var cells = given.Cells.ToArray();
        foreach (var (id, value) in Figures)
        {
            ref var cell = ref cells[given.Form[id].Index];
            if (cell.State == CellState.Missing)
                cell = value;
        }
        return new Figures(given.Form, [.. cells]);
    }
}
