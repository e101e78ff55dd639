using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Federation.Domain.Reports;

/// <summary>What stands in a cell. Nothing is ever read as zero by default.</summary>
public enum CellState : byte
{
    /// <summary>未填: nothing was entered.</summary>
    Missing,

    /// <summary>A number was entered.</summary>
    Number,

    /// <summary>无: declared as none; counts as zero.</summary>
    Nil,

    /// <summary>不适用: the cell does not apply to this body; counts as zero.</summary>
    NotApplicable,

    /// <summary>本期不要求: the form does not ask for the cell in this period; counts as zero.</summary>
    NotDue,
}

/// <summary>One cell's content.</summary>
/// <param name="State">What stands there.</param>
/// <param name="Value">The number (件, or 分 for an amount); 0 unless a number was entered.</param>
public readonly record struct CellValue(CellState State, long Value)
{
    /// <summary>A number that was entered.</summary>
    public static CellValue Of(long value) => new(CellState.Number, value);

    /// <summary>Declared as none.</summary>
    public static CellValue Nil => new(CellState.Nil, 0);

    /// <summary>Does not apply.</summary>
    public static CellValue NotApplicable => new(CellState.NotApplicable, 0);

    /// <summary>Not asked for in this period.</summary>
    public static CellValue NotDue => new(CellState.NotDue, 0);
}

/// <summary>The figures of one filing: one value for each cell of its form. Two are equal when form and every cell are.</summary>
public sealed class Figures : IEquatable<Figures>
{
    private static readonly ConditionalWeakTable<ReportForm, Figures> NilReports = [];
    private readonly ImmutableArray<CellValue> cells;
    private Figures? complete;

    /// <summary>Figures for every cell of a form.</summary>
    /// <exception cref="ArgumentException">Not one value for each cell.</exception>
    public Figures(ReportForm form, ImmutableArray<CellValue> cells)
    {
        if (cells.Length != form.Cells.Length)
            throw new ArgumentException($"{form.Cells.Length} cells expected, {cells.Length} given", nameof(cells));
        Form = form;
        this.cells = cells;
    }

    /// <summary>Their form.</summary>
    public ReportForm Form { get; }

    /// <summary>All cells in the form's order.</summary>
    public ReadOnlySpan<CellValue> Cells => cells.AsSpan();

    /// <summary>One cell.</summary>
    public CellValue this[int index] => cells[index];

    /// <summary>The value of a cell by its id; 0 when nil, missing, not applicable or not due.</summary>
    public long this[string cellId] => cells[Form[cellId].Index].Value;

    /// <summary>Nothing filled in yet.</summary>
    public static Figures Blank(ReportForm form) => new(form, [.. new CellValue[form.Cells.Length]]);

    /// <summary>Sums as figures: every cell a number.</summary>
    public static Figures Of(ReportForm form, Tally tally) => new(form, [.. form.Cells.Select(c => CellValue.Of(tally[c.Index]))]);

    /// <summary>无: every cell declared as none, a nil report. One for each form: most townships file it.</summary>
    public static Figures NilReport(ReportForm form) =>
        NilReports.GetValue(form, static f => new Figures(f, [.. Enumerable.Repeat(CellValue.Nil, f.Cells.Length)]));

    /// <summary>
    /// The same figures with every derived cell computed. A sum of which some term is missing stays as it was given; a sum of nothing but
    /// nil is nil, and one of nothing but cells not due is not due.
    /// </summary>
    /// <exception cref="OverflowException">A sum leaves the range of 64 bits; <see cref="ReportRules.TooLarge"/> refuses such figures before.</exception>
    public Figures WithSums() => complete ??= ComputeSums(); // asked for by the check, the decision and the comparison of one act

    private Figures ComputeSums()
    {
        var all = cells.ToArray();
        foreach (var derived in Form.DerivedCells)
        {
            var sum = 0L;
            var state = CellState.NotDue;
            foreach (var term in derived.Terms)
            {
                if (all[term].State == CellState.Missing)
                {
                    state = CellState.Missing;
                    break;
                }
                sum += all[term].Value;
                if (all[term].State == CellState.Number)
                    state = CellState.Number;
                else if (all[term].State != CellState.NotDue && state == CellState.NotDue)
                    state = CellState.Nil;
            }
            if (state != CellState.Missing)
                all[derived.Index] = new CellValue(state, sum);
        }
        if (Cells.SequenceEqual(all))
            return this;
        var computed = new Figures(Form, ImmutableCollectionsMarshal.AsImmutableArray(all));
        computed.complete = computed;
        return computed;
    }

    /// <inheritdoc />
    public bool Equals(Figures? other) => other is not null && other.Form.Id == Form.Id && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Figures);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var cell in cells)
            hash.Add(cell);
        return hash.ToHashCode();
    }
}
