using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports.Generators;

/// <summary>A filing as somebody hands it in, with everything that its rules look at.</summary>
/// <param name="Form">Form of the period.</param>
/// <param name="Entries">Figures, untrusted.</param>
/// <param name="Texts">Prose by section.</param>
/// <param name="Dispositions">What is said to findings.</param>
/// <param name="Context">What is known beside it.</param>
public sealed record Handed(
    ReportForm Form,
    FigureEntries Entries,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<Disposition> Dispositions,
    CheckContext Context)
{
    /// <summary>The period and tier of which nothing further is known.</summary>
    public static CheckContext Alone { get; } = new(Tier.City, PeriodId.Annual(2025), new DateOnly(2026, 3, 1), null, null, null);

    /// <summary>Words typed into single cells, as a page or a sheet sends them.</summary>
    public ImmutableDictionary<string, string> Typed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Content as entries: nil cells and cells not due are not named.</summary>
    public static Handed Of(ReportContent content) => new(content.Figures.Form, Enter(content.Figures), content.Texts, content.Dispositions, Alone);

    /// <summary>The figures read, with what could not be read left missing.</summary>
    public Figures Figures => FigureReader.Read(Form, Entries, Context.Period).Figures;

    /// <summary>With other figures. A cell that is missing is left out, and then nil cells are typed as 0.</summary>
    public Handed With(Figures figures) => this with { Entries = Enter(figures) };

    /// <summary>Everything found: what cannot be read comes first, and alone.</summary>
    public ImmutableArray<Finding> Judge()
    {
        var (figures, faults) = FigureReader.Read(Form, Entries, Context.Period);
        ImmutableArray<Finding> unread = [.. Typed.Select(t => CellText.Read(Form[t.Key], t.Value).Finding).OfType<Finding>(), .. faults];
        return unread.Any(f => f.Blocks) ? unread : ReportCheck.Check(new ReportContent(figures, Texts, Dispositions), Context);
    }

    private static FigureEntries Enter(Figures figures)
    {
        var missing = figures.Form.Cells.Any(c => !c.Derived && figures[c.Index].State == CellState.Missing);
        var (counts, amounts, blank) = (new Dictionary<string, long>(), new Dictionary<string, string>(), new List<string>());
        foreach (var cell in figures.Form.Cells)
        {
            var value = figures[cell.Index];
            if (value.State == CellState.NotApplicable)
                blank.Add(cell.Id);
            else if (value.State == CellState.Number || (missing && value.State == CellState.Nil))
                Put(cell, value.Value);
        }
        return new FigureEntries(counts, amounts, blank, !missing);

        void Put(FormCell cell, long value)
        {
            if (cell.Kind == CellKind.Amount)
                amounts.Add(cell.Id, ((decimal)value / FigureReader.FenPerWan).ToString(CultureInfo.InvariantCulture));
            else
                counts.Add(cell.Id, value);
        }
    }
}
