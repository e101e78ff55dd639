using System.Collections.Immutable;
using Federation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports.Generators;

/// <summary>
/// Random filings of a form that no error rule refuses. Made from the form's own sums and balances, so that they suit any form of
/// the family: cells to be filled in come as they like, then one cell of each balance is raised until both sides agree.
/// </summary>
public static class LawfulFilings
{
    /// <summary>Figures with every sum computed. Some cells are nil, some do not apply, the rest are numbers.</summary>
    /// <param name="form">Any form of which each balance is shown at a cell of its right side, and no cell is in two balances.</param>
    public static Gen<Figures> FiguresOf(ReportForm form) =>
        from raw in Gen.Frequency((3, Gen.Constant(CellValue.Nil)), (1, Gen.Constant(CellValue.NotApplicable)), (4, Gen.Choose(0, 5_000).Select(n => CellValue.Of(n)))).ArrayOf(form.Cells.Length)
        select Settle(form, raw);

    /// <summary>Figures with prose and dispositions of warnings, as a unit files them.</summary>
    public static Gen<ReportContent> Of(ReportForm form) =>
        from figures in FiguresOf(form)
        from withSums in Gen.Elements(true, false)
        from texts in ProseOf(form)
        from says in Gen.Elements(true, false)
        let said = says ? ImmutableArray.Create(new Disposition("AR-021", "t3.other_fee_unpaid.total", "收费情况已写入第六部分", "", null, "li@500151")) : []
        select new ReportContent(withSums ? figures : WithoutSums(figures), texts, said);

    /// <summary>Text with quotes, line ends of all kinds, signs of mark-up, and characters beyond the first plane; well-formed.</summary>
    public static Gen<string> AnyText { get; } =
        Gen.Elements("公开", "“", "\"", "\\", "\n", "\r\n", "\r", "\u2028", " ", "\t", "<b>&amp;", "é", "e\u0301", "𠮷", "😀", "\u0000", "\u007f", "\ufeff", "a", "0")
            .ListOf().Select(parts => string.Concat(parts));

    /// <summary>Figures of any kind: every state, numbers far below zero and far beyond belief.</summary>
    public static Gen<Figures> AnyFigures { get; } =
        from states in Gen.Elements(Enum.GetValues<CellState>()).ArrayOf(Form2021.Form.Cells.Length)
        from values in Gen.Choose(int.MinValue, int.MaxValue).ArrayOf(Form2021.Form.Cells.Length)
        select new Figures(Form2021.Form, [.. states.Zip(values, (s, v) => new CellValue(s, s == CellState.Number ? v * 3_000_000_000L : 0))]);

    /// <summary>Content of any kind, lawful or not.</summary>
    public static Gen<ReportContent> AnyContent { get; } =
        from figures in AnyFigures
        from texts in ProseOf(Form2021.Form)
        from dispositions in (
            from rule in Gen.Elements("AR-020", "AR-021", "AR-040", "XX-999", "")
            from place in Gen.Elements("t3.new.natural", "t2.rules.issued", "")
            from reason in AnyText
            from evidence in AnyText
            from until in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 3, 31), DateOnly.MaxValue)
            select new Disposition(rule, place, reason, evidence, until, "li@500151")).ListOf(3)
        select new ReportContent(figures, texts, dispositions);

    /// <summary>The same figures with every sum left to the form.</summary>
    public static Figures WithoutSums(Figures figures) =>
        new(figures.Form, [.. figures.Form.Cells.Select(c => c.Derived ? default : figures[c.Index])]);

    private static Gen<KeyValuePair<string, string>[]> ProseOf(ReportForm form) =>
        from texts in AnyText.ArrayOf(form.Prose.Count())
        select form.Prose.Zip(texts, (section, text) => KeyValuePair.Create(section.Id, text)).ToArray();

    private static Figures Settle(ReportForm form, CellValue[] raw)
    {
        var cells = raw.ToArray();
        foreach (var sum in form.DerivedCells)
            cells[sum.Index] = default;
        foreach (var balance in form.Balances)
        {
            // Where more went out than came in, the first of the left side is raised; where less did, the place of the balance takes the rest.
            var (left, right) = (balance.Left.Sum(c => cells[c].Value), balance.Right.Sum(c => cells[c].Value));
            var raised = right > left ? balance.Left[0] : balance.Where;
            if (right != left)
                cells[raised] = CellValue.Of(cells[raised].Value + Math.Abs(right - left));
        }
        return new Figures(form, ImmutableArray.Create(cells)).WithSums();
    }
}
