using FsCheck;
using FsCheck.Fluent;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>Contents of every kind: all states, sums right and wrong, texts that formats stumble over.</summary>
internal static class Contents
{
    private static readonly string[] Awkward =
        ["收到申请3件", "\n", "\n\n", "=1+1", "_x0041_", "_x005F_", "<&>\"'", "\t", "\u0001", "\u001f", " ", "\u3000", "𠮷野家", "2024年", "\uFFFE", "“引号”", ";", ",", "-", "/", "无", "e\u0301", "0", "续"];

    private static readonly CellState[] States = Enum.GetValues<CellState>();

    private static Gen<string> Text =>
        from parts in Gen.ListOf(Gen.Elements(Awkward))
        select string.Concat(parts);

    private static Gen<CellValue> Cell =>
        from state in Gen.Elements(States)
        from number in Gen.OneOf(Gen.Choose(0, 20).Select(n => (long)n), Gen.Choose(0, int.MaxValue).Select(n => n * 4_000L), Gen.Choose(-5, -1).Select(n => (long)n), Gen.Constant(FigureCheck.Largest), Gen.Constant(123_456_789_012_345_678L))
        select new CellValue(state, state == CellState.Number ? number : 0);

    private static Gen<Disposition> Disposition =>
        from rule in Gen.Elements("AR-020", "AR-030")
        from texts in Gen.ArrayOf(Text, 4)
        from day in Gen.Choose(0, 3000)
        select new Disposition(rule, texts[0], texts[1], texts[2], day < 1000 ? null : new DateOnly(2024, 1, 1).AddDays(day), texts[3]);

    public static Gen<ReportContent> All =>
        from cells in Gen.ArrayOf(Cell, Form2021.Form.Cells.Length)
        from nil in Gen.Choose(0, 9)
        from sums in Gen.Choose(0, 1)
        from texts in Gen.ArrayOf(Text, 3)
        from dispositions in Gen.ListOf(Disposition)
        let figures = nil == 0 ? Figures.NilReport(Form2021.Form) : new Figures(Form2021.Form, [.. cells])
        select new ReportContent(
            sums == 0 ? figures : WithSums(figures), Form2021.Form.Prose.Zip(texts, (s, t) => KeyValuePair.Create(s.Id, t)), dispositions.Take(3));

    private static Figures WithSums(Figures figures)
    {
        try
        {
            return figures.WithSums();
        }
        catch (OverflowException)
        {
            return figures; // figures that no rule would let pass are documented as they stand
        }
    }
}
